// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"

namespace Fathom {

/// A small text file of an instance that is worth reading as it stands.
struct ViewableText {
    NativePath path;
    EntryMeaning meaning = EntryMeaning::Unknown;

    bool operator==(const ViewableText &) const = default;
};

/// The texts that go with a thing: an instance's libvirt.xml, disk.info and console.log; the file itself for its path.
std::vector<ViewableText> viewableTexts(const Estate &estate, const QString &key);

} // namespace Fathom
