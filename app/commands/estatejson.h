// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace Fathom {

/// The JSON that docs/json.md describes. Keys are qemu-img's wherever qemu-img tells the same thing.

/// name under key; names that are no UTF-8 are told plainly, and exactly under "<key>-bytes" (base64).
void insertPath(QJsonObject &object, const QString &key, const NativePath &name);

QJsonObject errorObject(const Error &error);
QJsonObject inspectObject(const ImageInfo &info, const NativePath &filename);

/// Tells the UUID of the Glance image that a layer is or was made from; empty: not known.
using ImageOfLayer = std::function<QString(const ChainLayer &layer)>;
ImageOfLayer imageOfLayer(const Estate &estate);

/// The layers from the overlay down. topName: how the caller named the overlay.
QJsonArray chainArray(const BackingChain &chain, const NativePath &topName, const ImageOfLayer &imageOf);

QJsonObject imageObject(const Estate &estate, const EstateImage &image);
QJsonObject instanceObject(const Estate &estate, const EstateInstance &instance);
QJsonObject directoryObject(const DirectoryNode &node);

} // namespace Fathom
