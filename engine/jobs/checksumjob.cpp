// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/checksumjob.h"

#include "jobs/checksums.h"
#include "jobs/sourceimage.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>

namespace Fathom {

namespace {

struct ChecksumText {
    Q_DECLARE_TR_FUNCTIONS(ChecksumJob)
};

const QString againstOption = QStringLiteral("against");

QString action()
{
    return ChecksumText::tr("make checksums");
}

Error checksumError(ErrorKind kind, const NativePath &file, const QString &reason, const QString &hint)
{
    return {.kind = kind, .action = action(), .subject = plainText(file), .reason = reason, .hint = hint};
}

/// Makes the checksums of one file after the other, and one progress of all.
class ChecksumRun {
public:
    ChecksumRun(qint64 totalBytes, const std::stop_token &stop, const JobHost &host)
        : m_stop(stop)
        , m_host(host)
        , m_progress(QStringLiteral("checksum"), totalBytes)
    {
        m_since.start();
        if (m_host.progress)
            m_host.progress(m_progress.last());
    }

    Result<Checksums> add(const PlanFile &wished)
    {
        Result<BoundedFile> file = BoundedFile::open(wished.path, BoundedFile::Links::Follow);
        if (!file)
            return std::unexpected(file.error());
        if (file->lengthBytes() != wished.virtualSizeBytes)
            return std::unexpected(checksumError(ErrorKind::Conflict, wished.path,
                ChecksumText::tr("it is not what it was when the plan was made"), ChecksumText::tr("Make a new plan")));
        const Result<Checksums> sums = makeChecksums(*file, m_stop, [this](qint64 bytes) { reached(bytes); });
        if (!sums)
            return sums;
        if (const Result<void> same = refuseIfChanged(action(), wished.path, file->facts()); !same)
            return std::unexpected(same.error());
        m_before += file->lengthBytes();
        return sums;
    }

private:
    void reached(qint64 bytes)
    {
        const auto step = m_progress.reached(m_before + bytes, m_since.elapsed());
        if (step && m_host.progress)
            m_host.progress(*step);
    }

    const std::stop_token &m_stop;
    const JobHost &m_host;
    ByteProgress m_progress;
    QElapsedTimer m_since;
    qint64 m_before = 0; ///< bytes of the files that are done
};

class ChecksumJob : public Job {
public:
    explicit ChecksumJob(ChecksumRequest request)
        : m_request(std::move(request))
    {
    }

    JobStart start() const override
    {
        JobStart start{.kind = QStringLiteral("checksum"),
            .title = m_request.files.size() == 1
                ? ChecksumText::tr("Checksums of %1").arg(plainText(absolutePath(m_request.files.front())))
                : ChecksumText::tr("Checksums of %n files", nullptr, static_cast<int>(m_request.files.size())),
            .command = {QStringLiteral("checksum")}};
        if (!m_request.against.isEmpty())
            start.command << QStringLiteral("--against") << QString::fromLatin1(m_request.against);
        start.command << QStringLiteral("--");
        for (const NativePath &file : m_request.files)
            start.command << QString::fromUtf8(absolutePath(file));
        return start;
    }

    bool looksOnly() const override { return true; }

    Result<Plan> plan(const std::stop_token &) const override
    {
        Plan plan;
        for (const NativePath &file : m_request.files) {
            if (const Result<void> named = refuseUnnameable(action(), file); !named)
                return std::unexpected(named.error());
            const Result<FileFacts> facts = sourceFacts(file);
            if (!facts)
                return std::unexpected(facts.error());
            if (const Result<void> free = refuseIfHeld(file); !free)
                return std::unexpected(free.error());
            plan.inputs.push_back({.path = absolutePath(file), .virtualSizeBytes = facts->lengthBytes, .plain = true});
        }
        return plan;
    }

    Result<JobDone> run(const Plan &plan, const std::stop_token &stop, const JobHost &host) const override
    {
        // The plan may have been looked at for a while.
        const Result<Plan> again = this->plan(stop);
        if (!again)
            return std::unexpected(again.error());
        qint64 totalBytes = 0;
        for (const PlanFile &file : plan.inputs)
            totalBytes += file.virtualSizeBytes;
        ChecksumRun run(totalBytes, stop, host);
        QStringList lines;
        QJsonArray array;
        QJsonObject facts;
        for (const PlanFile &file : plan.inputs) {
            const Result<Checksums> sums = run.add(file);
            if (!sums)
                return std::unexpected(sums.error());
            QJsonObject object{{QStringLiteral("filename"), QString::fromUtf8(file.path)},
                {QStringLiteral("length"), file.virtualSizeBytes}};
            for (std::size_t i = 0; i < sums->size(); ++i) {
                const QString digits = QString::fromLatin1(sums->at(i));
                lines.append(QStringLiteral("%1  %2").arg(digits, plainText(file.path)));
                object.insert(QLatin1StringView(checksumKinds()[i].id), digits);
            }
            array.append(object);
            if (!m_request.against.isEmpty()) {
                const auto match = std::ranges::find(*sums, m_request.against);
                if (match == sums->end())
                    return std::unexpected(notTheSame(file.path, *sums));
                const QString id =
                    QLatin1StringView(checksumKinds()[static_cast<std::size_t>(match - sums->begin())].id);
                facts.insert(againstOption, id);
                lines.append(ChecksumText::tr("Its %1 is the one that it was compared with").arg(id));
            }
        }
        facts.insert(QStringLiteral("checksums"), array);
        return JobDone{.text = lines.join(u'\n'), .changed = {}, .images = {}, .facts = facts};
    }

private:
    Error notTheSame(const NativePath &file, const Checksums &sums) const
    {
        QString is;
        for (std::size_t i = 0; i < sums.size(); ++i)
            if (checksumKinds()[i].digits == m_request.against.size())
                is = ChecksumText::tr("its %1 is %2")
                         .arg(QLatin1StringView(checksumKinds()[i].id), QString::fromLatin1(sums.at(i)));
        return checksumError(ErrorKind::Conflict, file,
            ChecksumText::tr("%1, not %2", "“its md5 is …”; digits").arg(is, QString::fromLatin1(m_request.against)),
            ChecksumText::tr("It is another file, or damaged: fetch it again"));
    }

    ChecksumRequest m_request;
};

/// In the digits that we write; a Usage error when it can be none of the checksums.
Result<QByteArray> wishedChecksum(const QString &word)
{
    const QByteArray digits = word.trimmed().toLower().toUtf8();
    const bool hexadecimal =
        std::ranges::all_of(digits, [](char digit) { return isxdigit(static_cast<uchar>(digit)); });
    if (hexadecimal &&
        std::ranges::contains(checksumKinds(), digits.size(), [](const ChecksumKind &kind) { return kind.digits; }))
        return digits;
    return std::unexpected(Error{.kind = ErrorKind::Usage,
        .action = action(),
        .subject = plainText(word.toUtf8()),
        .reason = ChecksumText::tr("that is no checksum of a known kind"),
        .hint = ChecksumText::tr("An MD5 has 32 hexadecimal digits, a SHA-256 64, a SHA-512 128")});
}

} // namespace

std::unique_ptr<Job> checksumJob(const ChecksumRequest &request)
{
    return std::make_unique<ChecksumJob>(request);
}

constinit const JobKind checksumKind{.id = "checksum",
    .title = [] { return ChecksumText::tr("Checksum"); },
    .summary = [] { return ChecksumText::tr("make the SHA-256, SHA-512 and MD5 of files, and compare with one"); },
    .usage = [] { return ChecksumText::tr("FILE…"); },
    .options =
        [] {
            return QList<QCommandLineOption>{
                {againstOption, ChecksumText::tr("Fail unless the file has this checksum."), ChecksumText::tr("HASH")}};
        },
    .make = [](const JobArguments &arguments) -> Result<std::unique_ptr<Job>> {
        const auto misuse = [](const QString &reason) {
            return std::unexpected(Error{.kind = ErrorKind::Usage,
                .action = action(),
                .reason = reason,
                .hint = ChecksumText::tr("See “fathomctl checksum --help”")});
        };
        if (arguments.paths.empty())
            return misuse(ChecksumText::tr("at least one file must be named"));
        ChecksumRequest request{.files = arguments.paths, .against = {}};
        if (arguments.options.isSet(againstOption)) {
            const Result<QByteArray> against = wishedChecksum(arguments.options.value(againstOption));
            if (!against)
                return std::unexpected(against.error());
            if (request.files.size() != 1)
                return misuse(ChecksumText::tr("only one file can be compared with a checksum"));
            request.against = *against;
        }
        return checksumJob(request);
    }};

} // namespace Fathom
