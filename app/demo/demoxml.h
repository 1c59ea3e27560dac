// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demotables.h"
#include "base/nativepath.h"

namespace Fathom {

/// The domain XML of an instance of the demo as Nova's libvirt driver wrote it; directory is where the instance lies.
QByteArray demoDomainXml(const DemoInstance &instance, const NativePath &directory);

} // namespace Fathom
