// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gotosearch.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <map>

using namespace Fathom;

namespace {

constexpr double barMilliseconds = 20;

QString uuidOf(quint64 seed)
{
    // Spread like real ones, and the same in every run.
    const quint64 a = (seed + 1) * 0x9e3779b97f4a7c15u;
    const quint64 b = (seed + 7) * 0xc2b2ae3d27d4eb4fu ^ a >> 13;
    const QString hex = QStringLiteral("%1%2").arg(a, 16, 16, QLatin1Char('0')).arg(b, 16, 16, QLatin1Char('0'));
    return QStringLiteral("%1-%2-%3-%4-%5")
        .arg(hex.sliced(0, 8), hex.sliced(8, 4), hex.sliced(12, 4), hex.sliced(16, 4), hex.sliced(20, 12));
}

/// A cloud of that many things: for each 1,000 about 240 instances with three files each, images, bases, projects,
/// hosts.
Estate cloudOf(int things)
{
    constexpr const char *roles[] = {"web", "db", "mail", "build", "cache", "gitlab-runner", "postgres", "worker"};
    const int instances = things * 24 / 100;
    Estate estate;
    for (int i = 0; i < things / 100; ++i) {
        const QString uuid = uuidOf(quint64(i) + 1'000'000);
        const NativePath path = "/var/lib/glance/images/" + uuid.toLatin1();
        estate.images.push_back({.key = imageKey(path), .uuid = uuid, .path = path});
    }
    DirectoryNode root{.path = "/var/lib/nova/instances", .name = "instances"};
    for (int i = 0; i < instances; ++i) {
        const QString uuid = uuidOf(quint64(i));
        EstateInstance instance;
        instance.path = "/var/lib/nova/instances/" + uuid.toLatin1();
        instance.key = instanceKey(instance.path);
        instance.uuid = uuid;
        instance.host = QStringLiteral("compute%1").arg(i % 40);
        DomainFacts domain;
        domain.name = QStringLiteral("instance-%1").arg(i, 8, 16, QLatin1Char('0'));
        domain.novaName = QStringLiteral("%1-%2").arg(QString::fromLatin1(roles[i % 8])).arg(i);
        domain.projectName = QStringLiteral("project-%1").arg(i % 97);
        domain.projectId = uuidOf(quint64(i % 97) + 5'000'000).remove(u'-');
        domain.macAddresses = {QStringLiteral("fa:16:3e:%1:%2:%3")
                .arg(i >> 16 & 255, 2, 16, QLatin1Char('0'))
                .arg(i >> 8 & 255, 2, 16, QLatin1Char('0'))
                .arg(i & 255, 2, 16, QLatin1Char('0'))};
        instance.domain = domain;
        DirectoryNode directory{.path = instance.path, .name = uuid.toLatin1()};
        for (const QByteArray name : {"disk", "disk.info", "console.log"})
            directory.children.push_back({.path = joinPath(instance.path, name), .name = name});
        root.children.push_back(std::move(directory));
        estate.instances.push_back(std::move(instance));
    }
    for (int i = 0; i < things / 400; ++i) {
        const NativePath path = "/var/lib/nova/instances/_base/" + baseNameOfImage(uuidOf(quint64(i) + 1'000'000));
        estate.bases.push_back({.key = baseKey(path), .path = path, .host = QStringLiteral("compute0")});
    }
    estate.directories.push_back(std::move(root));
    estate.orderKeys();
    return estate;
}

/// Each keystroke's times, one a round.
using Keystrokes = std::map<QString, std::vector<double>>;

/// Types the text letter by letter and takes the last one back.
void type(GotoSearch &search, const QString &text, Keystrokes &keys)
{
    for (qsizetype length = 1; length <= text.size() + 1; ++length) {
        const bool back = length > text.size();
        const QString typed = text.left(back ? text.size() - 1 : length);
        QElapsedTimer timer;
        timer.start();
        const GotoResults results = search.find(typed, 60);
        keys[back ? typed + QStringLiteral(" ←") : typed].push_back(double(timer.nsecsElapsed()) / 1e6);
        Q_UNUSED(results)
    }
}

double medianOf(std::vector<double> numbers)
{
    std::ranges::sort(numbers);
    return numbers[numbers.size() / 2];
}

} // namespace

/// Go to: every keystroke of many searches, against the bar.
int main()
{
    for (const int things : {100'000, 1'000'000}) {
        const Estate estate = cloudOf(things);
        QElapsedTimer timer;
        timer.start();
        GotoSearch search;
        search.setIndex(gotoIndexOf(estate));
        const double build = double(timer.nsecsElapsed()) / 1e6;
        Keystrokes keys;
        for (int round = 0; round < 7; ++round)
            for (const char *text : {"web-123", "gitlab", "gr77", "compute3", "project-9", "fa:16:3e:00:1f", "pstgrs",
                     "9e3779b9-7f4a", "console.log web", "/var/lib/nova/instances/", "e", "a1", "no such thing"})
                type(search, QString::fromLatin1(text), keys);
        std::vector<double> all;
        double worst = 0;
        QString worstText;
        for (const auto &[text, rounds] : keys) {
            all.push_back(medianOf(rounds));
            if (all.back() > worst) {
                worst = all.back();
                worstText = text;
            }
        }
        std::printf("goto      %zu things, index made in %.0f ms, %.0f bytes a thing; %zu keystrokes, medians of 7\n",
            search.index()->size(), build, double(search.index()->bytes()) / double(search.index()->size()),
            all.size());
        std::printf("          the usual keystroke %8.2f ms\n", medianOf(all));
        std::printf("          the worst keystroke %8.2f ms (“%s”)", worst, worstText.toUtf8().constData());
        if (things == 100'000)
            std::printf("   %.2f × the bar of %.0f ms: %s", worst / barMilliseconds, barMilliseconds,
                worst <= barMilliseconds ? "met" : "MISSED");
        std::printf("\n");
    }
    return 0;
}
