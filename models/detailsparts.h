// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/details.h"

#include <QCoreApplication>

namespace Fathom {

// What the details of different things are put together from.

/// Lines that a section says little without are left out: an empty value adds none.
void addLine(DetailSection &section, const QString &label, const QString &value, const QString &exact = {});
void addLink(DetailSection &section, const QString &label, const QString &value, const QString &linkKey,
    const QString &exact = {});
void addBytes(DetailSection &section, const QString &label, const std::optional<qint64> &bytes);
void addProblem(DetailSection &section, const QString &label, const QString &sentence, Severity severity);
/// A section without lines is not added.
void addSection(Details &details, DetailSection section);

/// Where it lies, whose it is, how old it is; sizes where no format facts tell them.
DetailSection fileSection(const NativePath &path, const std::optional<FileFacts> &facts, bool withSizes);
/// All format facts, or why there are none.
DetailSection formatSection(const ImageInfoPtr &info, const Rare<Error> &error);
DetailSection safetySection(const ImageInfoPtr &info);
/// Who stands on a thing, with links; nobody: said so.
DetailSection usersSection(const Estate &estate, const std::vector<QString> &instanceKeys);
/// A disk with each layer that it stands on and that layer's share.
DetailSection diskSection(const Estate &estate, const EstateDisk &disk);

/// Who told of what lies at the path, when, and whether he could tell all. domainSource: the file that told of the
/// domain, as it is shown.
DetailSection sourcesSection(const Estate &estate, const NativePath &path, const QString &domainSource = {});
DetailSection sourcesOfHost(const Estate &estate, const QString &host);

/// Where a click on a file leads: to the base, the image or the directory entry that it is.
QString linkOfFile(const Estate &estate, const NativePath &path);
/// "3 days ago"
QString ageText(qint64 seconds);

// One per sort of thing. Empty title: no such thing.
Details imageDetails(const Estate &estate, const EstateImage &image);
Details instanceDetails(const Estate &estate, const EstateInstance &instance);
Details baseDetails(const Estate &estate, const EstateBase &base);
Details quarantineDetails(const Estate &estate, const EstateQuarantined &quarantined);
Details hostDetails(const Estate &estate, const QString &host);
Details projectDetails(const Estate &estate, const QString &key);
Details entryDetails(const Estate &estate, const QString &key);
Details diskDetails(const Estate &estate, const EstateInstance &instance, const EstateDisk &disk);
Details nodeDetails(const Estate &estate, int node);

} // namespace Fathom
