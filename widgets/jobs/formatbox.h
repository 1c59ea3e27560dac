// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageformat.h"

#include <QComboBox>

namespace Fathom {

/// What the user says a file is; at first nothing: its bytes are believed as far as they prove something.
class FormatBox final : public QComboBox {
    Q_OBJECT

public:
    explicit FormatBox(const std::optional<ImageFormat> &declared = {}, QWidget *parent = nullptr);

    void declare(ImageFormat format);
    std::optional<ImageFormat> declared() const;
};

} // namespace Fathom
