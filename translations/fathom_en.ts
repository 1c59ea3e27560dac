<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>BackingChain</name>
    <message numerus="yes">
        <source>it goes on after %n layers</source>
        <translation>
            <numerusform>it goes on after %n layer</numerusform>
            <numerusform>it goes on after %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cells</name>
    <message numerus="yes">
        <source>%n rule(s) broken</source>
        <translation>
            <numerusform>%n rule broken</numerusform>
            <numerusform>%n rules broken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChainText</name>
    <message numerus="yes">
        <source>%n layers stand on it</source>
        <translation>
            <numerusform>%n layer stands on it</numerusform>
            <numerusform>%n layers stand on it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckJob</name>
    <message numerus="yes">
        <source>%n clusters are leaked: they take space and harm nothing</source>
        <translation>
            <numerusform>%n cluster is leaked: it takes space and harms nothing</numerusform>
            <numerusform>%n clusters are leaked: they take space and harm nothing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leaked clusters</source>
        <translation>
            <numerusform>%n leaked cluster</numerusform>
            <numerusform>%n leaked clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the check is not complete: %n parts could not be read</source>
        <translation>
            <numerusform>the check is not complete: %n part could not be read</numerusform>
            <numerusform>the check is not complete: %n parts could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksumJob</name>
    <message numerus="yes">
        <source>Checksums of %n files</source>
        <translation>
            <numerusform>Checksums of %n file</numerusform>
            <numerusform>Checksums of %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used by %n instance(s)</source>
        <translation>
            <numerusform>used by %n instance</numerusform>
            <numerusform>used by %n instances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailedSources</name>
    <message numerus="yes">
        <source>%1 (%n entries)</source>
        <comment>a directory</comment>
        <translation>
            <numerusform>%1 (%n entry)</numerusform>
            <numerusform>%1 (%n entries)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fathom::ChainsPage</name>
    <message numerus="yes">
        <source>%n tree(s)</source>
        <translation>
            <numerusform>%n tree</numerusform>
            <numerusform>%n trees</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n tree(s)</source>
        <translation>
            <numerusform>%1 of %n tree</numerusform>
            <numerusform>%1 of %n trees</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fathom::DirectoriesPage</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n entries</source>
        <translation>
            <numerusform>%1 of %n entry</numerusform>
            <numerusform>%1 of %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fathom::GotoPopup</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fathom::ImagesPage</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s)</source>
        <translation>
            <numerusform>%1 of %n image</numerusform>
            <numerusform>%1 of %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fathom::InstancesPage</name>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n instance</numerusform>
            <numerusform>%n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n instance(s)</source>
        <translation>
            <numerusform>%1 of %n instance</numerusform>
            <numerusform>%1 of %n instances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fathom::JobStrip</name>
    <message numerus="yes">
        <source>%n job(s) wait</source>
        <translation>
            <numerusform>%n job waits</numerusform>
            <numerusform>%n jobs wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) run</source>
        <translation>
            <numerusform>%n job runs</numerusform>
            <numerusform>%n jobs run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) run, %1 wait</source>
        <translation>
            <numerusform>%n job runs, %1 wait</numerusform>
            <numerusform>%n jobs run, %1 wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fathom::JobsPage</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n job(s)</source>
        <translation>
            <numerusform>%1 of %n job</numerusform>
            <numerusform>%1 of %n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fathom::MainWindow</name>
    <message numerus="yes">
        <source>%n job(s) are not finished. If Fathom is closed now they are cancelled, and what they have begun is removed.</source>
        <translation>
            <numerusform>%n job is not finished. If Fathom is closed now it is cancelled, and what it has begun is removed.</numerusform>
            <numerusform>%n jobs are not finished. If Fathom is closed now they are cancelled, and what they have begun is removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) had been interrupted.</source>
        <translation>
            <numerusform>%n job had been interrupted.</numerusform>
            <numerusform>%n jobs had been interrupted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fathom::QuarantinePage</name>
    <message numerus="yes">
        <source>%n thing(s), %1</source>
        <comment>so many bytes</comment>
        <translation>
            <numerusform>%n thing, %1</numerusform>
            <numerusform>%n things, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n thing(s), %2 together</source>
        <translation>
            <numerusform>%1 of %n thing, %2 together</numerusform>
            <numerusform>%1 of %n things, %2 together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fathom::SourceStrip</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fathom::TableMenus</name>
    <message numerus="yes">
        <source>%n row(s) exported to %1</source>
        <translation>
            <numerusform>%n row exported to %1</numerusform>
            <numerusform>%n rows exported to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileDependents</name>
    <message numerus="yes">
        <source>%1: %n domain(s) of libvirt</source>
        <translation>
            <numerusform>%1: %n domain of libvirt</numerusform>
            <numerusform>%1: %n domains of libvirt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hosts use %1; what their guests have open is seen on each of them alone</source>
        <translation>
            <numerusform>%n host uses %1; what its guests have open is seen on it alone</numerusform>
            <numerusform>%n hosts use %1; what their guests have open is seen on each of them alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n entries, read at %2</source>
        <translation>
            <numerusform>%1: %n entry, read at %2</numerusform>
            <numerusform>%1: %n entries, read at %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more could not be read there</source>
        <translation>
            <numerusform>%n more could not be read there</numerusform>
            <numerusform>%n more could not be read there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GotoIndex</name>
    <message numerus="yes">
        <source>used by %n instance(s)</source>
        <translation>
            <numerusform>used by %n instance</numerusform>
            <numerusform>used by %n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n instance</numerusform>
            <numerusform>%n instances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageFacts</name>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>And %n more</numerusform>
            <numerusform>And %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bits</source>
        <translation>
            <numerusform>%n bit</numerusform>
            <numerusform>%n bits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageTableModel</name>
    <message numerus="yes">
        <source>%n instance(s) stand on it</source>
        <translation>
            <numerusform>%n instance stands on it</numerusform>
            <numerusform>%n instances stand on it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InstanceTreeModel</name>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>%n with problems</numerusform>
            <numerusform>%n with problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n instance</numerusform>
            <numerusform>%n instances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookJob</name>
    <message numerus="yes">
        <source>%1, %n partition(s)</source>
        <translation>
            <numerusform>%1, %n partition</numerusform>
            <numerusform>%1, %n partitions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LuksHeader</name>
    <message numerus="yes">
        <source>unknown cipher &quot;%1&quot; with a key of %n byte(s)</source>
        <translation>
            <numerusform>unknown cipher &quot;%1&quot; with a key of %n byte</numerusform>
            <numerusform>unknown cipher &quot;%1&quot; with a key of %n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MasterBootRecord</name>
    <message numerus="yes">
        <source>it has more than %n logical partition(s)</source>
        <translation>
            <numerusform>it has more than %n logical partition</numerusform>
            <numerusform>it has more than %n logical partitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partitions are marked bootable</source>
        <translation>
            <numerusform>%n partition is marked bootable</numerusform>
            <numerusform>%n partitions are marked bootable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemText</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) could not be read</source>
        <translation>
            <numerusform>%n source could not be read</numerusform>
            <numerusform>%n sources could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) could be read in part only</source>
        <translation>
            <numerusform>%n source could be read in part only</numerusform>
            <numerusform>%n sources could be read in part only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuarantineJob</name>
    <message numerus="yes">
        <source>%1; and %n more</source>
        <translation>
            <numerusform>%1; and %n more</numerusform>
            <numerusform>%1; and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n witness(es) did not say whether it is needed</source>
        <translation>
            <numerusform>%n witness did not say whether it is needed</numerusform>
            <numerusform>%n witnesses did not say whether it is needed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoverJob</name>
    <message numerus="yes">
        <source>%1: %n disk(s), each with all it stood on; report.txt tells what was found, and domain.xml starts them</source>
        <translation>
            <numerusform>%1: %n disk with all it stood on; report.txt tells what was found, and domain.xml starts it</numerusform>
            <numerusform>%1: %n disks, each with all it stood on; report.txt tells what was found, and domain.xml starts them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepairJob</name>
    <message numerus="yes">
        <source>found in it: %1; %n parts could not be read</source>
        <translation>
            <numerusform>found in it: %1; %n part could not be read</numerusform>
            <numerusform>found in it: %1; %n parts could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplacingCopy</name>
    <message numerus="yes">
        <source>it has %n name(s) (hard links), of which only this one would be of the changed file</source>
        <translation>
            <numerusform>it has %n name (hard links), of which only this one would be of the changed file</numerusform>
            <numerusform>it has %n names (hard links), of which only this one would be of the changed file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetyVerdict</name>
    <message numerus="yes">
        <source>Its data lie in %n files</source>
        <translation>
            <numerusform>Its data lie in %n file</numerusform>
            <numerusform>Its data lie in %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceStrip</name>
    <message numerus="yes">
        <source>%n entries read</source>
        <translation>
            <numerusform>%n entry read</numerusform>
            <numerusform>%n entries read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VmdkProbe</name>
    <message numerus="yes">
        <source>It names %n extents, but holds only one</source>
        <translation>
            <numerusform>It names %n extent, but holds only one</numerusform>
            <numerusform>It names %n extents, but holds only one</numerusform>
        </translation>
    </message>
</context>
</TS>
