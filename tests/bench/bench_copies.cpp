// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/directorylisting.h"

#include <QFile>

#include <cstdio>
#include <vector>

using namespace Fathom;

namespace {

constexpr qint64 blockBytes = 4096;

/// A file that many are made from. Its name says all: "34-qcow2@30" is to be 34 of every hundred files, each with its
/// own number in the two bytes at 30; "7-vmdk%532" has four hexadecimal digits at 532 instead.
struct Model {
    int share = 0;
    qint64 numberAt = 0;
    bool digits = false;
    qint64 lengthBytes = 0;
    std::vector<std::pair<qint64, QByteArray>> blocks; ///< those that are not all zero
};

bool readModel(const NativePath &path, Model &model)
{
    const QByteArray name = fileName(path);
    model.share = name.first(name.indexOf('-')).toInt();
    model.digits = name.contains('%');
    model.numberAt = name.sliced(qMax(name.indexOf('%'), name.indexOf('@')) + 1).toLongLong();
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    model.lengthBytes = file.size();
    for (qint64 at = 0; at < file.size(); at += blockBytes) {
        QByteArray block = file.read(blockBytes);
        if (block.count('\0') != block.size())
            model.blocks.emplace_back(at, std::move(block));
    }
    return model.share > 0;
}

bool makeCopy(const Model &model, const QString &path, int number)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || !file.resize(model.lengthBytes))
        return false;
    for (const auto &[at, bytes] : model.blocks)
        if (!file.seek(at) || file.write(bytes) != bytes.size())
            return false;
    if (model.numberAt == 0)
        return true;
    const QByteArray digits = QByteArray::number(number & 0xffff, 16).rightJustified(4, '0');
    const QByteArray mark = model.digits ? digits : QByteArray::fromHex(digits);
    return file.seek(model.numberAt) && file.write(mark) == mark.size();
}

} // namespace

/// bench_copies MODELS DIRECTORY COUNT: fills the directory with copies of the models, sparse, named like images in
/// Glance's store, the models' shares well mixed.
int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    const Result<std::vector<DirectoryEntry>> entries = listDirectory(argv[1]);
    if (!entries)
        return 3;
    std::vector<Model> hundred;
    for (const DirectoryEntry &entry : *entries) {
        Model model;
        if (!readModel(joinPath(argv[1], entry.name), model)) {
            std::fprintf(stderr, "cannot use %s\n", entry.name.constData());
            return 3;
        }
        hundred.insert(hundred.end(), static_cast<std::size_t>(model.share), model);
    }
    const int count = atoi(argv[3]);
    for (int i = 0; i < count; ++i) {
        // 37 and the number of shares have no common factor when that is 100: every model comes as often as it should.
        const Model &model = hundred[static_cast<std::size_t>(i) * 37 % hundred.size()];
        const QString name = QStringLiteral("%1-0000-4000-8000-%2")
                                 .arg(quint32(i) * 2654435761U, 8, 16, QLatin1Char('0'))
                                 .arg(i, 12, 16, QLatin1Char('0'));
        if (!makeCopy(model, QFile::decodeName(argv[2]) + u'/' + name, i)) {
            std::perror(qPrintable(name));
            return 3;
        }
    }
    return 0;
}
