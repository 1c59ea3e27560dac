// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/qcow2writer.h"

#include "app/demo/layout.h"

#include <map>
#include <vector>

namespace Fathom {

namespace {

constexpr qint64 qcow2Cluster = 65536;
constexpr qint64 qcow2EntriesPerL2 = qcow2Cluster / 8;
constexpr qint64 qcow2BytesPerL2 = qcow2EntriesPerL2 * qcow2Cluster;
constexpr quint64 qcow2Copied = quint64(1) << 63; ///< bit 63 of L1 and L2 entries: the refcount is exactly one

/// Which host cluster holds what. Cluster 0 is the header, 1 the refcount table, 2 the refcount block, 3 the L1 table.
struct Qcow2Plan {
    std::map<qint64, qint64> l2Clusters; ///< L1 index → host cluster
    std::map<qint64, qint64> dataClusters; ///< guest cluster → host cluster
    qint64 hostClusters = 4;
    qint64 l1Entries = 0;
};

Qcow2Plan qcow2Plan(const Qcow2Recipe &recipe)
{
    Qcow2Plan plan;
    plan.l1Entries = (recipe.virtualSizeBytes + qcow2BytesPerL2 - 1) / qcow2BytesPerL2;
    const qint64 guestClusters = (recipe.virtualSizeBytes + qcow2Cluster - 1) / qcow2Cluster;
    std::vector<qint64> guests;
    if (!recipe.boot.isEmpty())
        guests.push_back(0);
    for (int i = 0; i < recipe.dataClusters; ++i)
        guests.push_back(qMin(guestClusters - 1, 16 + i % 8 + (i / 8) * qMax<qint64>(8, guestClusters / 40)));
    for (const qint64 guest : guests) {
        if (!plan.l2Clusters.contains(guest / qcow2EntriesPerL2))
            plan.l2Clusters[guest / qcow2EntriesPerL2] = plan.hostClusters++;
        if (!plan.dataClusters.contains(guest))
            plan.dataClusters[guest] = plan.hostClusters++;
    }
    return plan;
}

QByteArray qcow2Header(const Qcow2Recipe &recipe, qint64 l1Entries)
{
    Layout header(256 + recipe.backingFile.size());
    header.text(0, "QFI\xfb");
    header.be32(4, static_cast<quint32>(recipe.version));
    header.be32(20, 16); // cluster_bits
    header.be64(24, static_cast<quint64>(recipe.virtualSizeBytes));
    header.be32(36, static_cast<quint32>(l1Entries));
    header.be64(40, 3 * qcow2Cluster);
    header.be64(48, qcow2Cluster);
    header.be32(56, 1); // refcount_table_clusters
    qsizetype extension = 72;
    if (recipe.version >= 3) {
        header.be64(80, recipe.lazyRefcounts ? 1 : 0); // compatible features, bit 0
        header.be32(96, 4); // refcount_order: 16 bits
        header.be32(100, 104); // header_length
        extension = 104;
    }
    if (!recipe.backingFormat.isEmpty()) {
        header.be32(extension, 0xe2792aca);
        header.be32(extension + 4, static_cast<quint32>(recipe.backingFormat.size()));
        header.text(extension + 8, recipe.backingFormat);
        extension += 8 + (recipe.backingFormat.size() + 7) / 8 * 8;
    }
    extension += 8; // the end of the header extensions: type and length zero
    if (!recipe.backingFile.isEmpty()) {
        header.be64(8, static_cast<quint64>(extension));
        header.be32(16, static_cast<quint32>(recipe.backingFile.size()));
        header.text(extension, recipe.backingFile);
    }
    return header.bytes();
}

} // namespace

qint64 qcow2Length(const Qcow2Recipe &recipe)
{
    const Qcow2Plan plan = qcow2Plan(recipe);
    if (plan.hostClusters == 4) // as qemu leaves an empty one: it ends with the L1 table's last sector
        return 3 * qcow2Cluster + (plan.l1Entries * 8 + 511) / 512 * 512;
    return plan.hostClusters * qcow2Cluster;
}

void writeQcow2(SparseFile &file, const Qcow2Recipe &recipe)
{
    const Qcow2Plan plan = qcow2Plan(recipe);
    file.write(0, qcow2Header(recipe, plan.l1Entries));

    Layout refcountTable(8);
    refcountTable.be64(0, 2 * qcow2Cluster);
    file.write(qcow2Cluster, refcountTable.bytes());

    Layout refcounts(plan.hostClusters * 2);
    for (qint64 cluster = 0; cluster < plan.hostClusters; ++cluster)
        refcounts.be16(cluster * 2, 1);
    file.write(2 * qcow2Cluster, refcounts.bytes());

    Layout l1(plan.l1Entries * 8);
    for (const auto &[index, host] : plan.l2Clusters) {
        l1.be64(index * 8, static_cast<quint64>(host * qcow2Cluster) | qcow2Copied);
        Layout l2(qcow2Cluster);
        for (const auto &[guest, data] : plan.dataClusters)
            if (guest / qcow2EntriesPerL2 == index)
                l2.be64(guest % qcow2EntriesPerL2 * 8, static_cast<quint64>(data * qcow2Cluster) | qcow2Copied);
        file.write(host * qcow2Cluster, l2.bytes());
    }
    file.write(3 * qcow2Cluster, l1.bytes());

    for (const auto &[guest, host] : plan.dataClusters) {
        if (guest == 0 && !recipe.boot.isEmpty())
            file.write(host * qcow2Cluster, recipe.boot);
        else
            file.writeNoise(host * qcow2Cluster, recipe.dataClusterBytes, static_cast<quint64>(guest));
    }
}

} // namespace Fathom
