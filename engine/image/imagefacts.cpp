// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/imagefacts.h"

#include "base/bytes.h"
#include "base/maskedname.h"
#include "base/nativepath.h"
#include "image/factlabels.h"
#include "image/partitiontypes.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <limits>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ImageFacts)
};

/// A file can hold tens of thousands of bitmaps or snapshots; nobody reads them in a pane.
constexpr qsizetype mostItems = 100;
constexpr qsizetype longestText = 4096;
constexpr qint64 factSectorBytes = 512;

QString shownText(QByteArrayView bytes)
{
    const QString text = maskedName(bytes.first(qMin(bytes.size(), longestText)));
    return bytes.size() > longestText ? Text::tr("%1…").arg(text) : text;
}

QString yesOrNo(bool yes)
{
    return yes ? Text::tr("yes") : Text::tr("no");
}

/// Words of the formats that are plain words of the language too.
QString shownWord(const QString &word)
{
    if (word == u"fixed")
        return Text::tr("fixed");
    if (word == u"dynamic")
        return Text::tr("dynamic");
    if (word == u"differencing")
        return Text::tr("differencing");
    if (word == u"in-use")
        return Text::tr("in use");
    if (word == u"auto")
        return Text::tr("recording");
    return shownText(word.toUtf8());
}

/// The list as it grows, each row with the depth of the object that it belongs to.
class FactList {
public:
    void add(const QString &label, const QString &value, const QString &exact = {})
    {
        m_rows.push_back({label, value, exact, m_depth});
    }
    void addBytes(const QString &label, qint64 bytes) { add(label, formatBytes(bytes), exactBytes(bytes)); }
    void addFact(const QString &key, const QJsonValue &value);
    void addSnapshot(const ImageSnapshot &snapshot);
    std::vector<FactText> take() { return std::move(m_rows); }

    template<class Items, class Add> void addItems(const Items &items, Add addItem)
    {
        qsizetype left = static_cast<qsizetype>(items.size());
        for (const auto &item : items) {
            if (static_cast<qsizetype>(items.size()) - left == mostItems)
                break;
            addItem(item);
            --left;
        }
        if (left > 0)
            add(Text::tr("And %n more", nullptr, static_cast<int>(left)), QString());
    }

private:
    void addObject(const QString &label, const QString &title, QJsonObject object);
    void addArray(const FactLabel &label, const QJsonArray &array);
    void addNumber(const FactLabel &label, const QJsonValue &value);

    std::vector<FactText> m_rows;
    int m_depth = 0;
};

void FactList::addNumber(const FactLabel &label, const QJsonValue &value)
{
    const qint64 number = value.toInteger();
    switch (label.kind) {
    case FactKind::Bytes: addBytes(label.label, number); break;
    case FactKind::Sectors:
        if (number >= 0 && number <= std::numeric_limits<qint64>::max() / factSectorBytes)
            addBytes(label.label, number * factSectorBytes);
        else
            add(label.label, QLocale().toString(number));
        break;
    case FactKind::Bits: add(label.label, Text::tr("%n bits", nullptr, static_cast<int>(number))); break;
    case FactKind::Count: add(label.label, QLocale().toString(number)); break;
    case FactKind::Hex:
        add(label.label, QString::number(number, 16).rightJustified(8, u'0'), QLocale().toString(number));
        break;
    case FactKind::Text:
    case FactKind::Bare: add(label.label, value.toVariant().toString()); break;
    case FactKind::Hidden: break;
    }
}

void FactList::addObject(const QString &label, const QString &title, QJsonObject object)
{
    add(label, title);
    ++m_depth;
    for (auto member = object.constBegin(); member != object.constEnd(); ++member)
        addFact(member.key(), member.value());
    --m_depth;
}

void FactList::addArray(const FactLabel &label, const QJsonArray &array)
{
    const bool objects = !array.isEmpty() && array.first().isObject();
    if (!objects) {
        QStringList words;
        for (const QJsonValue &value : array)
            words.append(value.isString() ? shownWord(value.toString()) : value.toVariant().toString());
        add(label.label, words.isEmpty() ? Text::tr("none") : words.join(Text::tr(", ")));
        return;
    }
    qint64 position = 0;
    addItems(array, [&](const QJsonValue &value) {
        QJsonObject object = value.toObject();
        // Partitions and LUKS2's key slots have numbers of their own; others are counted, key slots from 0 as
        // cryptsetup does.
        const QJsonValue active = object.take(u"active");
        const QJsonValue own = object.value(object.contains(u"slot") ? u"slot" : u"number");
        const qint64 number =
            own.toVariant().isNull() ? (active.isBool() ? position : position + 1) : own.toVariant().toLongLong();
        if (object.contains(u"number"))
            object.insert(u"type", partitionTypeText(object.value(u"type").toString()));
        const QString item =
            label.item.isEmpty() ? Text::tr("%1 %2").arg(label.label).arg(number) : label.item.arg(number);
        const QString name = shownText(object.take(u"name").toString().toUtf8());
        if (active == QJsonValue(false))
            add(item, Text::tr("not in use"));
        else
            addObject(item, active == QJsonValue(true) ? Text::tr("in use") : name, object);
        ++position;
    });
}

void FactList::addFact(const QString &key, const QJsonValue &value)
{
    const FactLabel label = factLabel(plainText(key.toUtf8()));
    if (label.kind == FactKind::Hidden)
        return;
    switch (value.type()) {
    case QJsonValue::Bool: add(label.label, yesOrNo(value.toBool())); break;
    case QJsonValue::Double: addNumber(label, value); break;
    case QJsonValue::String:
        if (value.toString().isEmpty()) // qemu has a few keys that it never leaves out
            break;
        add(label.label,
            label.kind == FactKind::Bare ? shownText(value.toString().toUtf8()) : shownWord(value.toString()));
        break;
    case QJsonValue::Array: addArray(label, value.toArray()); break;
    case QJsonValue::Object: {
        QJsonObject object = value.toObject();
        const QString format = object.take(u"format").toString();
        addObject(label.label, shownText(format.toUtf8()), object);
        break;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined: add(label.label, Text::tr("unknown")); break;
    }
}

void FactList::addSnapshot(const ImageSnapshot &snapshot)
{
    add(Text::tr("Snapshot %1").arg(shownText(snapshot.id.toUtf8())), shownText(snapshot.name.toUtf8()));
    ++m_depth;
    const QDateTime taken = QDateTime::fromSecsSinceEpoch(snapshot.dateSeconds);
    add(Text::tr("Taken at"), QLocale().toString(taken, QLocale::ShortFormat), taken.toUTC().toString(Qt::ISODate));
    if (snapshot.vmStateSizeBytes > 0) {
        addBytes(Text::tr("Machine state"), snapshot.vmStateSizeBytes);
        const quint64 milliseconds = static_cast<quint64>(snapshot.vmClockNanoseconds) / 1'000'000;
        add(Text::tr("Machine had run for"),
            Text::tr("%1 s").arg(QLocale().toString(static_cast<double>(milliseconds) / 1000, 'f', 3)));
    }
    if (snapshot.diskSizeBytes)
        addBytes(Text::tr("Virtual size"), *snapshot.diskSizeBytes);
    if (snapshot.instructionCount)
        add(Text::tr("Instructions executed"), QLocale().toString(*snapshot.instructionCount));
    --m_depth;
}

} // namespace

std::vector<FactText> imageFactTexts(const ImageInfo &info)
{
    FactList list;
    list.add(Text::tr("Format"), QLatin1StringView(formatTraits(info.format).title));
    if (!info.content.isEmpty())
        list.add(Text::tr("Content"), shownText(QString(info.content).replace(u'+', QStringLiteral(" + ")).toUtf8()));
    list.addBytes(Text::tr("Virtual size"), info.virtualSizeBytes);
    list.addBytes(Text::tr("Disk size"), info.allocatedBytes);
    list.addBytes(Text::tr("File length"), info.fileLengthBytes);
    if (info.clusterSizeBytes)
        list.addBytes(Text::tr("Cluster size"), *info.clusterSizeBytes);
    if (!info.backingFile.isEmpty()) {
        list.add(Text::tr("Backing file"), shownText(info.backingFile));
        list.add(Text::tr("Backing format"),
            info.backingFormat.isEmpty() ? Text::tr("not told: whoever opens it must guess")
                                         : shownText(info.backingFormat.toUtf8()));
    }
    if (!info.dataFile.isEmpty())
        list.add(Text::tr("Data file"), shownText(info.dataFile));
    if (info.encrypted)
        list.add(Text::tr("Encrypted"), yesOrNo(true));
    if (info.dirty)
        list.add(Text::tr("Not closed cleanly"), yesOrNo(true));
    for (const ImageFact &fact : info.facts)
        list.addFact(fact.key, fact.value.toJson());
    list.addItems(info.snapshots, [&](const ImageSnapshot &snapshot) { list.addSnapshot(snapshot); });
    return list.take();
}

} // namespace Fathom
