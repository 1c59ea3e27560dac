// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/luksprobe.h"

#include "image/luks2header.h"
#include "image/luksheader.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LuksProbe)
};

Result<ImageInfo> readLuks1(BoundedFile &file, ImageInfo info)
{
    Result<FactValue::Members> facts = luksFacts(file, 0, file.lengthBytes());
    if (!facts)
        return std::unexpected(facts.error());
    const qint64 payload = findFact(*facts, u"payload-offset")->toInteger();
    // rawInfo() has rounded the length up to whole sectors, as qemu does before it takes the header off.
    if (payload > info.virtualSizeBytes)
        return std::unexpected(file.malformed(Text::tr("read the LUKS header"),
            Text::tr("the encrypted data would begin past the end of the file"), 104));
    info.virtualSizeBytes -= payload;
    info.content = QStringLiteral("luks1");
    info.encrypted = true;
    for (FactMember &fact : *facts)
        info.addFact(std::move(fact.key), std::move(fact.value));
    return info;
}

} // namespace

bool recognizesLuks(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    return head && head->startsWith(QByteArrayView("LUKS\xba\xbe", 6));
}

Result<ImageInfo> readLuks(BoundedFile &file, ImageInfo info)
{
    const Result<ByteView> head = file.head();
    if (!head)
        return std::unexpected(head.error());
    if (head->be16(6) == 2)
        return readLuks2(file, std::move(info));
    return readLuks1(file, std::move(info));
}

} // namespace Fathom
