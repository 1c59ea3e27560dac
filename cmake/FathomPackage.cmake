# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Debian package: `cpack` in the build tree, or `./dev package`.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME fathom)
set(CPACK_PACKAGE_VENDOR "The Fathom authors")
set(CPACK_PACKAGE_CONTACT "The Fathom authors <fathom@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "administration of an OpenStack cloud's disks")
set(CPACK_PACKAGE_DESCRIPTION
    "Fathom shows what lies in Glance's image store and under every Nova instance, how the two hang together and what\n"
    "it costs: formats, virtual and physical sizes, backing chains, unsafe and damaged files. It comes as a window\n"
    "program and as a command-line program, fathomctl.")
string(REPLACE ";" "" CPACK_PACKAGE_DESCRIPTION "${CPACK_PACKAGE_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded by name, so that no library dependency tells of them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, qt6-svg-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, qt6-wayland, qemu-utils")
include(CPack)
