// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demotables.h"
#include "base/nativepath.h"
#include "base/result.h"

namespace Fathom {

qint64 demoSeconds(const char *modified);
Result<void> makeDemoDirectory(const NativePath &path);
Result<void> writeDemoText(const NativePath &path, const QByteArray &text, quint32 mode, qint64 modifiedSeconds);

Result<void> writeDemoImage(const NativePath &store, const DemoImage &image);
Result<void> writeDemoBase(const NativePath &cache, const DemoBase &base);

/// Writes an instance's directory into `instances`; paths that the files name are below `finalInstances`, where the
/// directory will lie in the end. XML that libvirt keeps goes to `domains`.
Result<void> writeDemoInstance(const NativePath &instances, const NativePath &finalInstances, const NativePath &domains,
    const DemoInstance &instance);

} // namespace Fathom
