// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/procfile.h"

#include "base/descriptor.h"

#include <QList>
#include <QString>

#include <fcntl.h>
#include <unistd.h>

namespace Fathom {

QByteArray procText(const QByteArray &path, qsizetype maximum)
{
    const Descriptor file(::open(path.constData(), O_RDONLY | O_CLOEXEC));
    QByteArray text(maximum, Qt::Uninitialized);
    qsizetype length = 0;
    while (file.number() >= 0 && length < maximum) {
        const ssize_t count = ::read(file.number(), text.data() + length, static_cast<std::size_t>(maximum - length));
        if (count <= 0)
            break;
        length += count;
    }
    return text.first(length);
}

QByteArray processIdentity(qint64 number)
{
    // proc_pid_stat(5): field 22 is the start, field 3 the first after the name, which may hold blanks and parentheses.
    const QByteArray status = procText("/proc/" + QByteArray::number(number) + "/stat", 4096);
    const QList<QByteArray> fields = status.sliced(status.lastIndexOf(')') + 1).simplified().split(' ');
    constexpr qsizetype startField = 22 - 3;
    // Z and X: nothing of it is left but its number.
    if (fields.size() <= startField || fields[0] == "Z" || fields[0] == "X")
        return {};
    return QByteArray::number(number) + ' ' + fields[startField] + ' ' +
        procText("/proc/sys/kernel/random/boot_id", 64).trimmed();
}

} // namespace Fathom
