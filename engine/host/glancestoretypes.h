// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace Fathom {

/// The one word for a store's type out of all that Glance ever called it: "filesystem", "swift+https",
/// "glance.store.rbd.Store", "vsphere". Unknown words stay as they are.
QString storeTypeFromName(const QString &name);

/// Options that tell a person where a store of another type keeps its images; none is or contains a secret.
QStringList storePlaceOptions();

/// Where the images of a store that is no file store are, and why they are not listed. valueOf: the options above,
/// empty when not set.
QString storeExplanation(const QString &type, const std::function<QString(QLatin1StringView option)> &valueOf);

} // namespace Fathom
