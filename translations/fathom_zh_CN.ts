<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccessHint</name>
    <message>
        <source>%1 (%2) refuses even root, as NFS with root_squash does: run as its owner (sudo -u %3 …), or where the storage is</source>
        <translation>%1（%2）连 root 也拒绝，启用 root_squash 的 NFS 就是这样：以其所有者身份运行（sudo -u %3 …），或在存储所在的机器上运行</translation>
    </message>
    <message>
        <source>%1 (%2) lets the group %3 read: become a member (sudo usermod -aG %3 $USER, then log in anew), or run as root or as its owner (sudo -u %4 …)</source>
        <translation>%1（%2）允许组 %3 读取：加入该组（sudo usermod -aG %3 $USER，然后重新登录），或以 root 或其所有者身份运行（sudo -u %4 …）</translation>
    </message>
    <message>
        <source>%1 (%2) lets only its owner %3 read: run as root or as that user (sudo -u %3 …), or let the group %4 in (sudo chmod g+rX %1)</source>
        <translation>%1（%2）只允许其所有者 %3 读取：以 root 或该用户身份运行（sudo -u %3 …），或让组 %4 进入（sudo chmod g+rX %1）</translation>
    </message>
</context>
<context>
    <name>BackingChain</name>
    <message>
        <source>whole</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>不可读</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>stands on itself</source>
        <translation>以自身为后备</translation>
    </message>
    <message>
        <source>too deep</source>
        <translation>过深</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>outside the directories that may be opened</source>
        <translation>位于允许打开的目录之外</translation>
    </message>
    <message>
        <source>It does not say of what format its backing file is: programs guess it, and a guest that writes to a raw base can make them guess wrong</source>
        <translation>它没有说明后备文件的格式：程序只能猜测，而向 raw 基础文件写入的客户机可能使其猜错</translation>
    </message>
    <message>
        <source>follow the chain</source>
        <translation>跟踪后备链</translation>
    </message>
    <message>
        <source>it is a description for qemu, not a file name, and such are never opened</source>
        <translation>它是给 qemu 的描述而非文件名，此类描述一律不打开</translation>
    </message>
    <message>
        <source>it is a device, and devices are never opened</source>
        <translation>它是设备，设备一律不打开</translation>
    </message>
    <message>
        <source>it is reached through a protocol, and such are never opened</source>
        <translation>它需通过协议访问，此类后备一律不打开</translation>
    </message>
    <message numerus="yes">
        <source>it goes on after %n layers</source>
        <translation>
            <numerusform>%n 层之后仍未结束</numerusform>
        </translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>read the layer</source>
        <translation>读取该层</translation>
    </message>
    <message>
        <source>it is declared as “%1”, a format that is not known here</source>
        <translation>它被声明为“%1”，此处不支持该格式</translation>
    </message>
</context>
<context>
    <name>BochsProbe</name>
    <message>
        <source>read the Bochs header</source>
        <translation>读取 Bochs 头部</translation>
    </message>
    <message>
        <source>the Bochs header</source>
        <translation>Bochs 头部</translation>
    </message>
    <message>
        <source>of the kinds that Bochs has, only growing disks can be read</source>
        <translation>在 Bochs 的各种磁盘中，只能读取增长型磁盘</translation>
    </message>
    <message>
        <source>its version is %1, known are 1 and 2</source>
        <translation>其版本为 %1，已知的只有 1 和 2</translation>
    </message>
    <message>
        <source>a catalog of %1 entries is larger than any disk needs</source>
        <translation>有 %1 项的目录表大于任何磁盘所需</translation>
    </message>
    <message>
        <source>extents of %1 bytes are not allowed: powers of two from 512 bytes to 8 MiB are</source>
        <translation>不允许 %1 字节的区段：只允许 512 字节到 8 MiB 之间的 2 的幂</translation>
    </message>
    <message>
        <source>the catalog lies outside the file</source>
        <translation>目录表位于文件之外</translation>
    </message>
    <message>
        <source>the catalog is too small for a disk of %1 bytes</source>
        <translation>对于 %1 字节的磁盘，目录表过小</translation>
    </message>
</context>
<context>
    <name>BoundedFile</name>
    <message>
        <source>open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>no file name contains a zero byte</source>
        <translation>文件名不能包含零字节</translation>
    </message>
    <message>
        <source>it is a %1, not a regular file</source>
        <translation>它是%1，不是普通文件</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>读取%1</translation>
    </message>
    <message>
        <source>it would need %1, but the file ends after %2</source>
        <translation>需要 %1，但文件在 %2 之后结束</translation>
    </message>
    <message>
        <source>the file became shorter while it was read</source>
        <translation>文件在读取期间变短了</translation>
    </message>
    <message>
        <source>read on</source>
        <translation>继续读取</translation>
    </message>
    <message>
        <source>its headers claim more than %1, which no sound image needs</source>
        <translation>其头部声称的内容超过 %1，正常的镜像无需这么多</translation>
    </message>
    <message>
        <source>read the file</source>
        <translation>读取文件</translation>
    </message>
    <message>
        <source>its symbolic links lead in a circle</source>
        <translation>其符号链接形成循环</translation>
    </message>
</context>
<context>
    <name>Bytes</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
</context>
<context>
    <name>Cells</name>
    <message>
        <source>&lt; %1 %</source>
        <translation>&lt; %1%</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A share; %1 is a number.</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>safe</source>
        <translation>安全</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) broken</source>
        <translation>
            <numerusform>违反 %n 条规则</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChainCommand</name>
    <message>
        <source>show what a disk stands on, down to the image it came from</source>
        <translation>显示磁盘所依赖的各层，直至其来源镜像</translation>
    </message>
    <message>
        <source>show a chain</source>
        <translation>显示链</translation>
    </message>
    <message>
        <source>exactly one disk must be named</source>
        <translation>必须且只能指定一个磁盘</translation>
    </message>
    <message>
        <source>See “fathomctl chain --help”</source>
        <translation>请参阅“fathomctl chain --help”</translation>
    </message>
    <message>
        <source>%1 is made from Glance image %2</source>
        <translation>%1 由 Glance 镜像 %2 制成</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>%1 is Glance image %2</source>
        <translation>%1 就是 Glance 镜像 %2</translation>
    </message>
    <message>
        <source>Instance %1 stands on it</source>
        <translation>实例 %1 基于它</translation>
    </message>
</context>
<context>
    <name>ChainModel</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Virtual size</source>
        <translation>虚拟大小</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>占用空间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基础文件</translation>
    </message>
    <message>
        <source>Glance image</source>
        <translation>Glance 镜像</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未读取</translation>
    </message>
</context>
<context>
    <name>ChainNodeItem</name>
    <message>
        <source>Virtual size: %1</source>
        <translation>虚拟大小：%1</translation>
    </message>
    <message>
        <source>On disk: %1</source>
        <translation>占用空间：%1</translation>
    </message>
    <message>
        <source>%1 · %2 virtual</source>
        <comment>format, size</comment>
        <translation>%1 · 虚拟 %2</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation>占用 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>ChainPicture</name>
    <message>
        <source>base on %1</source>
        <translation>%1 上的基础文件</translation>
    </message>
    <message>
        <source>Glance image</source>
        <translation>Glance 镜像</translation>
    </message>
    <message>
        <source>Glance image; no image store was read</source>
        <translation>Glance 镜像；未读取任何镜像存储</translation>
    </message>
    <message>
        <source>No image store that was read holds it; it may have been deleted from Glance.</source>
        <translation>已读取的镜像存储中都没有它；它可能已从 Glance 中删除。</translation>
    </message>
    <message>
        <source>stored image</source>
        <translation>存储的镜像</translation>
    </message>
</context>
<context>
    <name>ChainText</name>
    <message>
        <source>%1 virtual</source>
        <translation>虚拟 %1</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation>占用 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1 (named %2)</source>
        <translation>%1（记录为 %2）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n layers stand on it</source>
        <translation>
            <numerusform>其上有 %n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Together %1 on disk, of which %2 are the disk&apos;s own.</source>
        <translation>共占用 %1，其中 %2 为该磁盘自身所占。</translation>
    </message>
    <message>
        <source>unsafe: %1</source>
        <translation>不安全：%1</translation>
    </message>
</context>
<context>
    <name>CheckJob</name>
    <message>
        <source>check an image</source>
        <translation>检查镜像</translation>
    </message>
    <message>
        <source>qemu-img cannot check the format %1</source>
        <translation>qemu-img 无法检查 %1 格式</translation>
    </message>
    <message>
        <source>It checks %1</source>
        <translation>它可以检查 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 of %2 clusters are allocated</source>
        <translation>已分配 %1 个簇（共 %2 个）</translation>
    </message>
    <message>
        <source>%1, %2 % of them fragmented</source>
        <translation>%1，其中 %2 % 有碎片</translation>
    </message>
    <message numerus="yes">
        <source>%n clusters are leaked: they take space and harm nothing</source>
        <translation>
            <numerusform>有 %n 个簇泄漏：它们占用空间，但没有危害</numerusform>
        </translation>
    </message>
    <message>
        <source>no errors</source>
        <translation>没有错误</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file; what was found in it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>… and more</source>
        <translation>……以及更多</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>damage; lost space</comment>
        <translation>%1 和 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n leaked clusters</source>
        <translation>
            <numerusform>%n 个泄漏的簇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the check is not complete: %n parts could not be read</source>
        <translation>
            <numerusform>检查不完整：有 %n 个部分无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>Look into the kernel&apos;s log, and copy what can be read to another disk</source>
        <translation>请查看内核日志，并将可读取的内容复制到另一块磁盘</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>检查 %1</translation>
    </message>
    <message>
        <source>it is not what it was when the plan was made</source>
        <translation>它与制定计划时已不相同</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>请重新制定计划</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>look through an image&apos;s own tables for damage and lost space</source>
        <translation>检查镜像自身的表是否损坏或丢失空间</translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>one image must be named</source>
        <translation>必须指定一个镜像</translation>
    </message>
    <message>
        <source>See “fathomctl check --help”</source>
        <translation>请参阅“fathomctl check --help”</translation>
    </message>
    <message>
        <source>its tables are damaged: %1</source>
        <translation>它的表已损坏：%1</translation>
    </message>
    <message>
        <source>Stop using it; “fathomctl repair” repairs a copy, which takes its place when it is sound</source>
        <translation>请停止使用；“fathomctl repair”会修复一个副本，完好之后再替换它</translation>
    </message>
    <message>
        <source>Stop using it, copy the file as it is, and save from the copy what can be read</source>
        <translation>请停止使用，原样复制文件，再从副本中挽救可读的内容</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n 处错误</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksumJob</name>
    <message>
        <source>make checksums</source>
        <translation>计算校验和</translation>
    </message>
    <message>
        <source>it is not what it was when the plan was made</source>
        <translation>它与制定计划时已不相同</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>请重新制定计划</translation>
    </message>
    <message>
        <source>Checksums of %1</source>
        <translation>%1 的校验和</translation>
    </message>
    <message numerus="yes">
        <source>Checksums of %n files</source>
        <translation>
            <numerusform>%n 个文件的校验和</numerusform>
        </translation>
    </message>
    <message>
        <source>Its %1 is the one that it was compared with</source>
        <translation>其 %1 与所比较的一致</translation>
    </message>
    <message>
        <source>its %1 is %2</source>
        <translation>其 %1 为 %2</translation>
    </message>
    <message>
        <source>%1, not %2</source>
        <comment>“its md5 is …”; digits</comment>
        <translation>%1，而不是 %2</translation>
    </message>
    <message>
        <source>It is another file, or damaged: fetch it again</source>
        <translation>它是另一个文件，或已损坏：请重新获取</translation>
    </message>
    <message>
        <source>that is no checksum of a known kind</source>
        <translation>这不是已知类型的校验和</translation>
    </message>
    <message>
        <source>An MD5 has 32 hexadecimal digits, a SHA-256 64, a SHA-512 128</source>
        <translation>MD5 有 32 位十六进制数字，SHA-256 有 64 位，SHA-512 有 128 位</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>make the SHA-256, SHA-512 and MD5 of files, and compare with one</source>
        <translation>计算文件的 SHA-256、SHA-512 和 MD5，并与其中之一比较</translation>
    </message>
    <message>
        <source>FILE…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Fail unless the file has this checksum.</source>
        <translation>除非文件的校验和与此相同，否则失败。</translation>
    </message>
    <message>
        <source>HASH</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>See “fathomctl checksum --help”</source>
        <translation>请参阅“fathomctl checksum --help”</translation>
    </message>
    <message>
        <source>at least one file must be named</source>
        <translation>至少必须指定一个文件</translation>
    </message>
    <message>
        <source>only one file can be compared with a checksum</source>
        <translation>只能将一个文件与校验和比较</translation>
    </message>
</context>
<context>
    <name>Checksums</name>
    <message>
        <source>make checksums</source>
        <translation>计算校验和</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>it became shorter while it was read</source>
        <translation>它在读取过程中变短了</translation>
    </message>
    <message>
        <source>Find out who writes to it, then try again</source>
        <translation>请查明是谁在写入它，然后重试</translation>
    </message>
    <message>
        <source>this machine&apos;s OpenSSL makes no %1</source>
        <translation>本机的 OpenSSL 不能计算 %1</translation>
    </message>
    <message>
        <source>It may be configured to allow only some checksums (FIPS)</source>
        <translation>它可能被配置为只允许某些校验和（FIPS）</translation>
    </message>
    <message>
        <source>OpenSSL failed to make the %1</source>
        <translation>OpenSSL 计算 %1 失败</translation>
    </message>
</context>
<context>
    <name>CloopProbe</name>
    <message>
        <source>the table of the blocks</source>
        <translation>块表</translation>
    </message>
    <message>
        <source>block %1 lies before the one before it, or is too long</source>
        <translation>块 %1 位于前一块之前，或者过长</translation>
    </message>
    <message>
        <source>read the cloop header</source>
        <translation>读取 cloop 头部</translation>
    </message>
    <message>
        <source>the cloop header</source>
        <translation>cloop 头部</translation>
    </message>
    <message>
        <source>blocks of %1 bytes are not allowed: multiples of 512 up to 64 MiB are</source>
        <translation>不允许 %1 字节的块：只允许不超过 64 MiB 的 512 的倍数</translation>
    </message>
    <message>
        <source>%1 blocks are more than there can be</source>
        <translation>%1 个块超出了可能的数量</translation>
    </message>
    <message>
        <source>the table of the blocks lies outside the file</source>
        <translation>块表位于文件之外</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Print JSON for scripts.</source>
        <translation>输出供脚本使用的 JSON。</translation>
    </message>
    <message>
        <source>Tell sizes in bytes.</source>
        <translation>以字节显示大小。</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>fathomctl %1: %2.</source>
        <translation>fathomctl %1：%2。</translation>
    </message>
    <message>
        <source>Shows how deep an OpenStack cloud&apos;s disks go.</source>
        <translation>显示 OpenStack 云的磁盘有多深。</translation>
    </message>
    <message>
        <source>Usage: fathomctl %1 [OPTION…] %2</source>
        <translation>用法：fathomctl %1 [选项…] %2</translation>
    </message>
    <message>
        <source>Usage: fathomctl COMMAND [OPTION…] [PATH…]</source>
        <translation>用法：fathomctl 命令 [选项…] [路径…]</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>命令：</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>退出码：</translation>
    </message>
    <message>
        <source>understand the command line</source>
        <translation>解析命令行</translation>
    </message>
    <message>
        <source>See “fathomctl --help”</source>
        <translation>请参阅“fathomctl --help”</translation>
    </message>
    <message>
        <source>there is no such command</source>
        <translation>没有这个命令</translation>
    </message>
    <message>
        <source>no command was given</source>
        <translation>未给出命令</translation>
    </message>
</context>
<context>
    <name>CommandRunner</name>
    <message>
        <source>run a program</source>
        <translation>运行程序</translation>
    </message>
    <message>
        <source>it could not be started: %1</source>
        <translation>无法启动：%1</translation>
    </message>
    <message>
        <source>Check that it is installed; qemu-img is in the package qemu-utils</source>
        <translation>请检查是否已安装；qemu-img 在软件包 qemu-utils 中</translation>
    </message>
    <message>
        <source>it was ended by the system (signal %1), as it took more than it may, or by hand</source>
        <translation>它被系统终止（信号 %1），因为超出了资源限制，或者是被人为终止</translation>
    </message>
    <message>
        <source>it crashed (signal %1)</source>
        <translation>它崩溃了（信号 %1）</translation>
    </message>
    <message>
        <source>%1; it said: %2</source>
        <translation>%1；其输出为：%2</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>there is no such program</source>
        <translation>没有这个程序</translation>
    </message>
    <message>
        <source>it was cancelled, but does not end: its disk or mount does not answer</source>
        <translation>已取消，但没有结束：其磁盘或挂载没有响应</translation>
    </message>
</context>
<context>
    <name>CommitJob</name>
    <message>
        <source>it stands on no other file</source>
        <translation>它不依赖其他文件</translation>
    </message>
    <message>
        <source>%1 does not stand on it</source>
        <translation>%1 不依赖它</translation>
    </message>
    <message>
        <source>“fathomctl chain” shows what the disk stands on</source>
        <translation>“fathomctl chain”显示磁盘依赖的文件</translation>
    </message>
    <message>
        <source>it lies in Nova&apos;s image cache, where disks of other instances stand on it</source>
        <translation>它位于 Nova 的镜像缓存中，那里有其他实例的磁盘依赖它</translation>
    </message>
    <message>
        <source>“fathomctl flatten” makes one file of the overlay and its bases</source>
        <translation>“fathomctl flatten”可把覆盖层及其基础文件合成一个文件</translation>
    </message>
    <message>
        <source>nothing is committed into the format %1</source>
        <translation>不能提交到格式 %1</translation>
    </message>
    <message>
        <source>its virtual size is %1, and the overlay&apos;s %2: what lies behind that would come to light</source>
        <translation>它的虚拟大小是 %1，覆盖层是 %2：超出部分的内容会显露出来</translation>
    </message>
    <message>
        <source>Give the overlay the base&apos;s size first: “fathomctl resize %1 %2”</source>
        <comment>a file, bytes</comment>
        <translation>请先把覆盖层调整为基础文件的大小：“fathomctl resize %1 %2”</translation>
    </message>
    <message>
        <source>%1 stands on it, too, and would be spoilt</source>
        <translation>%1 也依赖它，会被破坏</translation>
    </message>
    <message>
        <source>“fathomctl flatten” and “fathomctl rebase” leave the base as it is</source>
        <translation>“fathomctl flatten”和“fathomctl rebase”不会改动基础文件</translation>
    </message>
    <message>
        <source>disks elsewhere that stand on %1 are not known, and would be spoilt</source>
        <translation>其他位置依赖 %1 的磁盘无从得知，会被破坏</translation>
    </message>
    <message>
        <source>the base as it was is kept beside it as %1, and takes its space until you remove it</source>
        <translation>原来的基础文件保留在旁边，名为 %1，在您删除它之前占用空间</translation>
    </message>
    <message>
        <source>the layers between hold something else then when they are read alone</source>
        <translation>此后单独读取中间各层时，内容会与以前不同</translation>
    </message>
    <message>
        <source>the base grows from %1 to the overlay&apos;s %2</source>
        <translation>基础文件从 %1 增大到覆盖层的 %2</translation>
    </message>
    <message>
        <source>snapshots in the base stay what they are</source>
        <translation>基础文件中的快照保持不变</translation>
    </message>
    <message>
        <source>the copy that is worked on may be larger than what is free</source>
        <translation>要处理的副本可能大于可用空间</translation>
    </message>
    <message>
        <source>it does not hold what the overlay holds</source>
        <translation>它的内容与覆盖层不同</translation>
    </message>
    <message>
        <source>The base is as it was. Check the disks, and that nobody writes to them</source>
        <translation>基础文件保持原样。请检查磁盘，并确认没有程序在写入它们</translation>
    </message>
    <message>
        <source>qemu-img made something else of it</source>
        <translation>qemu-img 生成了别的东西</translation>
    </message>
    <message>
        <source>it is not what it was when the plan was made</source>
        <translation>它与制定计划时已不相同</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>请重新制定计划</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>%1 holds what %2 holds. As it was it is kept as %3: once the guest has started from %1, that and %2 can be removed</source>
        <translation>%1 现在包含 %2 的内容。原来的文件保留为 %3：虚拟机从 %1 启动之后，可以删除它和 %2</translation>
    </message>
    <message>
        <source>Commit %1 into its base</source>
        <translation>将 %1 提交到其基础文件</translation>
    </message>
    <message>
        <source>Commit %1 into %2</source>
        <comment>an overlay, a base</comment>
        <translation>将 %1 提交到 %2</translation>
    </message>
    <message>
        <source>one overlay must be named</source>
        <translation>必须指定一个覆盖层</translation>
    </message>
    <message>
        <source>See “fathomctl commit --help”</source>
        <translation>参见“fathomctl commit --help”</translation>
    </message>
    <message>
        <source>commit an overlay</source>
        <translation>提交覆盖层</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>put what an overlay holds into its base, and prove that it is all there</source>
        <translation>把覆盖层的内容放入其基础文件，并证明内容完整</translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Into this base below it, if not into the first.</source>
        <translation>提交到其下方的这个基础文件，而不是第一个。</translation>
    </message>
    <message>
        <source>BASE</source>
        <translation>基础文件</translation>
    </message>
</context>
<context>
    <name>CompareImages</name>
    <message>
        <source>%1; qemu-img says: %2</source>
        <comment>what is wrong, and its words</comment>
        <translation>%1；qemu-img 的输出为：%2</translation>
    </message>
</context>
<context>
    <name>CompressJob</name>
    <message>
        <source>it takes %1, and would take about %2: less than 5 % would be gained</source>
        <translation>它占用 %1，之后约占 %2：节省不到 5 %</translation>
    </message>
    <message>
        <source>“-c” compresses its data, too</source>
        <translation>“-c”还会压缩其数据</translation>
    </message>
    <message>
        <source>an estimate from %1 of %2 of data, taken by chance</source>
        <translation>根据随机抽取的 %1（共 %2 数据）估计</translation>
    </message>
    <message>
        <source>an estimate, all of the data having been looked at</source>
        <translation>查看了全部数据后的估计</translation>
    </message>
    <message>
        <source>it takes %1, and will take about %2 (%3)</source>
        <translation>它占用 %1，之后约占 %2（%3）</translation>
    </message>
    <message>
        <source>nothing is free before the quarantine is emptied, where the image as it was is moved: until then both are there</source>
        <translation>原来的镜像会移入隔离区；清空之前两者都在，不会释放空间</translation>
    </message>
    <message>
        <source>compressed with zstd: programs older than QEMU 5.1 cannot read it</source>
        <translation>使用 zstd 压缩：早于 QEMU 5.1 的程序无法读取</translation>
    </message>
    <message>
        <source>reading takes more of the processor, and what a guest writes from then on is not compressed</source>
        <translation>读取会占用更多处理器，虚拟机此后写入的内容不会压缩</translation>
    </message>
    <message>
        <source>space that was reserved is given back, too: when a guest fills it, the file system may be full first</source>
        <translation>预留的空间也会归还：虚拟机填满它时，文件系统可能先满</translation>
    </message>
    <message>
        <source>the new file may be larger than what is free</source>
        <translation>新文件可能大于可用空间</translation>
    </message>
    <message>
        <source>the new file holds something else</source>
        <translation>新文件的内容不同</translation>
    </message>
    <message>
        <source>The image is as it was. Check the disks, and that nobody writes to them</source>
        <translation>镜像保持原样。请检查磁盘，并确认没有程序在写入它们</translation>
    </message>
    <message>
        <source>qemu-img made something else of it</source>
        <translation>qemu-img 生成了别的东西</translation>
    </message>
    <message>
        <source>it takes %1, and would take %2: less than 5 % would be gained</source>
        <translation>它占用 %1，之后占 %2：节省不到 5 %</translation>
    </message>
    <message>
        <source>The image is as it was</source>
        <translation>镜像保持原样</translation>
    </message>
    <message>
        <source>%1 takes %2 instead of %3, and holds what it held</source>
        <comment>an image, what it takes now, and before</comment>
        <translation>%1 现占 %2（原为 %3），内容不变</translation>
    </message>
    <message>
        <source>what it holds is in %1, which was compared with it</source>
        <translation>其内容在 %1 中，已与它比较</translation>
    </message>
    <message>
        <source>%1. As it was it lies in %2: until that is emptied %3 more are taken than before, and then %4 less</source>
        <comment>what was done, a directory</comment>
        <translation>%1。原来的文件位于 %2：清空之前比以前多占 %3，之后少占 %4</translation>
    </message>
    <message>
        <source>%1. As it was it is not in quarantine (%2) but kept as %3: until you remove that %4 more are taken than before, and then %5 less</source>
        <comment>what was done, why not, a path</comment>
        <translation>%1。原来的文件没有移入隔离区（%2），而是保留为 %3：删除之前比以前多占 %4，之后少占 %5</translation>
    </message>
    <message>
        <source>it is not what it was when the plan was made</source>
        <translation>它与制定计划时已不相同</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>请重新制定计划</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>Compress %1</source>
        <translation>压缩 %1</translation>
    </message>
    <message>
        <source>Give back the unused space of %1</source>
        <translation>归还 %1 未使用的空间</translation>
    </message>
    <message>
        <source>one image must be named</source>
        <translation>必须指定一个镜像</translation>
    </message>
    <message>
        <source>See “fathomctl compress --help”</source>
        <translation>参见“fathomctl compress --help”</translation>
    </message>
    <message>
        <source>make an image take less space</source>
        <translation>让镜像占用更少空间</translation>
    </message>
    <message>
        <source>Compress</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>make an image take less space, and prove that it holds the same</source>
        <translation>让镜像占用更少空间，并证明内容不变</translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Compress the data of a qcow2, with zstd, instead of only giving back what holds nothing.</source>
        <translation>用 zstd 压缩 qcow2 的数据，而不只是归还空白部分。</translation>
    </message>
    <message>
        <source>the format %1 is not made smaller in its place</source>
        <translation>格式 %1 不能就地变小</translation>
    </message>
    <message>
        <source>raw and qcow2 are; “fathomctl convert” makes a new file of it</source>
        <translation>raw 和 qcow2 可以；“fathomctl convert”可由它生成新文件</translation>
    </message>
    <message>
        <source>a raw image cannot be compressed</source>
        <translation>raw 镜像不能压缩</translation>
    </message>
    <message>
        <source>Without “-c” what holds nothing is given back; “fathomctl convert -c” makes a qcow2</source>
        <translation>不加“-c”时归还空白部分；“fathomctl convert -c”可生成 qcow2</translation>
    </message>
    <message>
        <source>its length is no whole number of sectors of %1 bytes, and qemu-img would make it longer</source>
        <translation>它的长度不是 %1 字节扇区的整数倍，qemu-img 会使它变长</translation>
    </message>
    <message>
        <source>“fathomctl copy” leaves out what was never written</source>
        <translation>“fathomctl copy”会略去从未写入的部分</translation>
    </message>
    <message>
        <source>there are snapshots in it, which would be lost</source>
        <translation>其中有快照，会丢失</translation>
    </message>
    <message>
        <source>Extract or delete them first</source>
        <translation>请先提取或删除它们</translation>
    </message>
    <message>
        <source>there are bitmaps in it, which would be lost, and with them what a backup goes by</source>
        <translation>其中有位图，会丢失，备份的依据也会随之丢失</translation>
    </message>
    <message>
        <source>Remove them first if no backup needs them: “qemu-img bitmap --remove”</source>
        <translation>如果没有备份需要它们，请先删除：“qemu-img bitmap --remove”</translation>
    </message>
    <message>
        <source>it is a file of Glance, which has its size and checksum in its database: nobody could download it any more</source>
        <translation>它是 Glance 的文件，其大小和校验和记录在数据库中：更改后将无法下载</translation>
    </message>
    <message>
        <source>Upload a smaller one as a new image: “fathomctl convert -c” makes it</source>
        <translation>请把较小的文件作为新镜像上传：可用“fathomctl convert -c”生成</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>%1 of %2  %3</source>
        <translation>%1 / %2  %3</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>write the output</source>
        <translation>写入输出</translation>
    </message>
</context>
<context>
    <name>ConvertJob</name>
    <message>
        <source>convert an image</source>
        <translation>转换镜像</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>Can be written: %1</source>
        <translation>可以写入：%1</translation>
    </message>
    <message>
        <source>%1 cannot be compressed</source>
        <translation>%1 不能压缩</translation>
    </message>
    <message>
        <source>qcow2 and vmdk can</source>
        <translation>qcow2 和 vmdk 可以</translation>
    </message>
    <message>
        <source>measure an image</source>
        <translation>测量镜像</translation>
    </message>
    <message>
        <source>compressed with zstd: programs older than QEMU 5.1 cannot read it</source>
        <translation>使用 zstd 压缩：早于 QEMU 5.1 的程序无法读取</translation>
    </message>
    <message>
        <source>the result is not compared with the source</source>
        <translation>不会将结果与源进行比较</translation>
    </message>
    <message>
        <source>the target&apos;s file system does not say what is free</source>
        <translation>目标所在的文件系统没有说明可用空间</translation>
    </message>
    <message>
        <source>the target may be larger than what is free</source>
        <translation>目标可能大于可用空间</translation>
    </message>
    <message>
        <source>the copy is not what the source holds; qemu-img says: %1</source>
        <translation>副本与源的内容不同；qemu-img 的输出为：%1</translation>
    </message>
    <message>
        <source>Nothing was kept. Check the disks, and that nobody writes to the source, then try again</source>
        <translation>没有保留任何内容。请检查磁盘，并确认没有程序写入源，然后重试</translation>
    </message>
    <message>
        <source>compare a copy with its source</source>
        <translation>比较副本与源</translation>
    </message>
    <message>
        <source>the result has a virtual size of %1 bytes instead of %2</source>
        <translation>结果的虚拟大小为 %1 字节，而不是 %2</translation>
    </message>
    <message>
        <source>it is not what it was when the plan was made</source>
        <translation>它与制定计划时已不相同</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>请重新制定计划</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>Write this format: raw, qcow2, vmdk, vdi, vhd or vhdx.</source>
        <translation>写入此格式：raw、qcow2、vmdk、vdi、vhd 或 vhdx。</translation>
    </message>
    <message>
        <source>FMT</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Compress: qcow2 with zstd, vmdk as streamOptimized.</source>
        <translation>压缩：qcow2 使用 zstd，vmdk 写为 streamOptimized。</translation>
    </message>
    <message>
        <source>Do not compare the result with the source.</source>
        <translation>不将结果与源进行比较。</translation>
    </message>
    <message>
        <source>%1: %2, %3 on the disk</source>
        <translation>%1：%2，占用磁盘 %3</translation>
    </message>
    <message>
        <source>%1; it holds what the source holds</source>
        <translation>%1；其内容与源相同</translation>
    </message>
    <message>
        <source>%1 → %2 (%3)</source>
        <comment>a conversion: source, target, format</comment>
        <translation>%1 → %2（%3）</translation>
    </message>
    <message>
        <source>a source and a target must be named</source>
        <translation>必须指定源和目标</translation>
    </message>
    <message>
        <source>the format to write must be named with -O</source>
        <translation>必须用 -O 指定要写入的格式</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>make a new image of another format, and prove that it holds the same</source>
        <translation>生成另一种格式的新镜像，并证明其内容相同</translation>
    </message>
    <message>
        <source>-O FMT SOURCE TARGET</source>
        <translation>-O 格式 源 目标</translation>
    </message>
    <message>
        <source>it stands on no other file</source>
        <translation>它不依赖其他文件</translation>
    </message>
    <message>
        <source>“fathomctl convert” copies it</source>
        <translation>可用“fathomctl convert”复制它</translation>
    </message>
    <message>
        <source>%1 (process %2) has %3 open for writing</source>
        <translation>%1（进程 %2）以写入方式打开了 %3</translation>
    </message>
    <message>
        <source>flatten a disk</source>
        <translation>扁平化磁盘</translation>
    </message>
    <message>
        <source>See “fathomctl %1 --help”</source>
        <translation>请参阅“fathomctl %1 --help”</translation>
    </message>
    <message>
        <source>the snapshot was taken when the virtual size was %1, and qemu-img reads it with today&apos;s %2 only</source>
        <translation>创建快照时虚拟大小为 %1，而 qemu-img 只能按现在的 %2 读取</translation>
    </message>
    <message>
        <source>Copy the file as it is, go back in the copy with “qemu-img snapshot -a”, and convert the copy</source>
        <translation>请原样复制该文件，在副本中用“qemu-img snapshot -a”恢复，然后转换副本</translation>
    </message>
    <message>
        <source>the snapshot is %1</source>
        <translation>快照为 %1</translation>
    </message>
    <message>
        <source>extract a snapshot</source>
        <translation>提取快照</translation>
    </message>
    <message>
        <source>an image, a snapshot and a target must be named</source>
        <translation>必须指定镜像、快照和目标</translation>
    </message>
</context>
<context>
    <name>ConvertPurpose</name>
    <message>
        <source>Instances on local disks (qcow2)</source>
        <translation>本地磁盘上的实例（qcow2）</translation>
    </message>
    <message>
        <source>Takes only what is written, and Nova&apos;s overlays stand on it. Nova still keeps a raw copy in _base.</source>
        <translation>只占用已写入的空间，Nova 的覆盖层以它为基础。Nova 仍会在 _base 中保留一份原始格式的副本。</translation>
    </message>
    <message>
        <source>Smallest file (qcow2, compressed)</source>
        <translation>最小的文件（qcow2，压缩）</translation>
    </message>
    <message>
        <source>For archives and transfers: compressed with zstd, which readers older than QEMU 5.1 do not know.</source>
        <translation>适合归档和传输：使用 zstd 压缩，早于 QEMU 5.1 的程序无法读取。</translation>
    </message>
    <message>
        <source>Ceph, and the fastest start (raw)</source>
        <translation>Ceph，以及最快的启动（raw）</translation>
    </message>
    <message>
        <source>Nothing has to be converted when an instance starts; Ceph clones it without a copy. Holes stay holes.</source>
        <translation>实例启动时无需转换；Ceph 克隆它时不必复制。空洞仍是空洞。</translation>
    </message>
    <message>
        <source>VMware vSphere, OVF (VMDK, streamOptimized)</source>
        <translation>VMware vSphere、OVF（VMDK，streamOptimized）</translation>
    </message>
    <message>
        <source>Compressed, for import; it is read from the front to the end.</source>
        <translation>经过压缩，用于导入；从头到尾顺序读取。</translation>
    </message>
    <message>
        <source>VMware Workstation (VMDK, sparse)</source>
        <translation>VMware Workstation（VMDK，稀疏）</translation>
    </message>
    <message>
        <source>Runs as it is: one file that grows with what is written.</source>
        <translation>可直接运行：一个随写入内容增长的文件。</translation>
    </message>
    <message>
        <source>VirtualBox (VDI)</source>
        <translation>VirtualBox（VDI）</translation>
    </message>
    <message>
        <source>One file that grows with what is written.</source>
        <translation>一个随写入内容增长的文件。</translation>
    </message>
    <message>
        <source>Hyper-V, generation 2 (VHDX)</source>
        <translation>Hyper-V 第 2 代（VHDX）</translation>
    </message>
    <message>
        <source>Dynamic: grows with what is written.</source>
        <translation>动态：随写入内容增长。</translation>
    </message>
    <message>
        <source>Older Hyper-V, Xen (VHD)</source>
        <translation>较旧的 Hyper-V、Xen（VHD）</translation>
    </message>
    <message>
        <source>Dynamic, with the exact size kept. At most 2040 GiB.</source>
        <translation>动态，并保持精确的大小。最大 2040 GiB。</translation>
    </message>
</context>
<context>
    <name>CopyJob</name>
    <message>
        <source>copy a file</source>
        <translation>复制文件</translation>
    </message>
    <message>
        <source>%1 (process %2) has %3 open for writing</source>
        <translation>%1（进程 %2）以写入方式打开了 %3</translation>
    </message>
    <message>
        <source>the result is not compared with the source</source>
        <translation>不会将结果与源进行比较</translation>
    </message>
    <message>
        <source>the target&apos;s file system does not say what is free</source>
        <translation>目标所在的文件系统没有说明可用空间</translation>
    </message>
    <message>
        <source>%1 → %2 (copy)</source>
        <comment>source, target</comment>
        <translation>%1 → %2（复制）</translation>
    </message>
    <message>
        <source>it is not what it was when the plan was made</source>
        <translation>它与制定计划时已不相同</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>请重新制定计划</translation>
    </message>
    <message>
        <source>%1 copied: %2</source>
        <translation>已复制 %1：%2</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>%1: %2, %3 on the disk</source>
        <translation>%1：%2，占用磁盘 %3</translation>
    </message>
    <message>
        <source>%1; it holds what the source holds</source>
        <translation>%1；其内容与源相同</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>copy a file byte for byte, holes as holes, and prove it the same</source>
        <translation>逐字节复制文件，保留空洞，并证明内容相同</translation>
    </message>
    <message>
        <source>SOURCE TARGET</source>
        <translation>源 目标</translation>
    </message>
    <message>
        <source>a source and a target must be named</source>
        <translation>必须指定源和目标</translation>
    </message>
    <message>
        <source>See “fathomctl copy --help”</source>
        <translation>请参阅“fathomctl copy --help”</translation>
    </message>
</context>
<context>
    <name>DeclaredFormat</name>
    <message>
        <source>The file is of this format (raw, qcow2, vmdk, …), whatever it looks like.</source>
        <translation>无论文件看起来像什么，都视为此格式（raw、qcow2、vmdk……）。</translation>
    </message>
    <message>
        <source>FMT</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>understand the format</source>
        <translation>识别格式</translation>
    </message>
    <message>
        <source>nobody knows it</source>
        <translation>这是未知的格式</translation>
    </message>
    <message>
        <source>Known are: %1</source>
        <translation>已知格式：%1</translation>
    </message>
</context>
<context>
    <name>DemoEstate</name>
    <message>
        <source>make the demo estate</source>
        <translation>创建演示资产</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>its directory cannot be written to</source>
        <translation>其目录不可写</translation>
    </message>
    <message>
        <source>something else lies there already</source>
        <translation>那里已有其他内容</translation>
    </message>
    <message>
        <source>Move it away</source>
        <translation>请将其移走</translation>
    </message>
    <message>
        <source>make a directory of the demo estate</source>
        <translation>创建演示资产的目录</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Made from image</source>
        <translation>来源镜像</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>made from an image that no store here holds</source>
        <translation>来源镜像不在此处的任何存储中</translation>
    </message>
    <message>
        <source>Glance image</source>
        <translation>Glance 镜像</translation>
    </message>
    <message>
        <source>UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Base file on %1</source>
        <translation>%1 上的基础文件</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Name in libvirt</source>
        <translation>libvirt 中的名称</translation>
    </message>
    <message>
        <source>Nova version</source>
        <translation>Nova 版本</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>信息来源</translation>
    </message>
    <message>
        <source>no domain XML was found</source>
        <translation>未找到域 XML</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Flavor</source>
        <translation>实例类型</translation>
    </message>
    <message>
        <source>Flavor&apos;s root disk</source>
        <translation>实例类型的根磁盘</translation>
    </message>
    <message>
        <source>as large as the image</source>
        <translation>与镜像一样大</translation>
    </message>
    <message>
        <source>Flavor&apos;s ephemeral disk</source>
        <translation>实例类型的临时盘</translation>
    </message>
    <message>
        <source>Flavor&apos;s swap</source>
        <translation>实例类型的交换盘</translation>
    </message>
    <message>
        <source>Virtual CPUs</source>
        <translation>虚拟 CPU 数</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC 地址</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>listens on every address of the host</source>
        <translation>在主机的所有地址上监听</translation>
    </message>
    <message>
        <source>Image by the domain XML</source>
        <translation>域 XML 所示镜像</translation>
    </message>
    <message>
        <source>Instance on %1</source>
        <translation>%1 上的实例</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Virtual size</source>
        <translation>虚拟大小</translation>
    </message>
    <message>
        <source>Disk size without base</source>
        <translation>占用空间（不含基础文件）</translation>
    </message>
    <message>
        <source>Disk size with base</source>
        <translation>占用空间（含基础文件）</translation>
    </message>
    <message>
        <source>Chain depth</source>
        <translation>链深度</translation>
    </message>
    <message>
        <source>Console log</source>
        <translation>控制台日志</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a disk of an instance</comment>
        <translation>%2 的%1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>占用空间</translation>
    </message>
    <message>
        <source>File length</source>
        <translation>文件长度</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Hard links</source>
        <translation>硬链接数</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>不可读</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全性</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>breaks no rule</source>
        <translation>未违反任何规则</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>none that was found</source>
        <translation>未发现</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Disk: %1 (%2)</source>
        <extracomment>A disk of an instance: what it is for, and its file&apos;s name.</extracomment>
        <translation>磁盘：%1（%2）</translation>
    </message>
    <message>
        <source>Declared format</source>
        <translation>声明的格式</translation>
    </message>
    <message>
        <source>Disk size, all layers</source>
        <translation>占用空间（所有层）</translation>
    </message>
    <message>
        <source>%1 – %2, %3</source>
        <extracomment>A layer of a disk: its file, its format, its size on the disk.</extracomment>
        <translation>%1 – %2，%3</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a layer and its state</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Top layer</source>
        <translation>顶层</translation>
    </message>
    <message>
        <source>stands on</source>
        <translation>基于</translation>
    </message>
    <message>
        <source>made from image</source>
        <translation>来源镜像</translation>
    </message>
    <message>
        <source>in the future</source>
        <translation>在未来</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Virtual size of all disks</source>
        <translation>所有磁盘的虚拟大小</translation>
    </message>
    <message>
        <source>Disk size of the instances</source>
        <translation>实例的占用空间</translation>
    </message>
    <message>
        <source>Disk size of the base cache</source>
        <translation>基础文件缓存的占用空间</translation>
    </message>
    <message>
        <source>Disk size together</source>
        <translation>总占用空间</translation>
    </message>
    <message>
        <source>Share of the virtual size</source>
        <translation>虚拟大小占比</translation>
    </message>
    <message>
        <source>Base files</source>
        <translation>基础文件</translation>
    </message>
    <message numerus="yes">
        <source>used by %n instance(s)</source>
        <translation>
            <numerusform>被 %n 个实例使用</numerusform>
        </translation>
    </message>
    <message>
        <source>Project on %1</source>
        <translation>%1 上的项目</translation>
    </message>
    <message>
        <source>Points to</source>
        <translation>指向</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目数</translation>
    </message>
    <message>
        <source>Disk size with all below</source>
        <translation>占用空间（含所有下级）</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>基于</translation>
    </message>
    <message>
        <source>Carries</source>
        <translation>承载</translation>
    </message>
    <message>
        <source>Image store</source>
        <translation>镜像存储</translation>
    </message>
    <message>
        <source>Instances directory</source>
        <translation>实例目录</translation>
    </message>
    <message>
        <source>Domain XML</source>
        <translation>域 XML</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>%1, being read</source>
        <comment>a directory</comment>
        <translation>%1，正在读取</translation>
    </message>
    <message>
        <source>%1, read in part, %2</source>
        <comment>a directory, when</comment>
        <translation>%1，只读取了一部分，%2</translation>
    </message>
    <message>
        <source>%1, not readable, %2</source>
        <comment>a directory, when</comment>
        <translation>%1，无法读取，%2</translation>
    </message>
    <message>
        <source>%1, read %2</source>
        <comment>a directory, when</comment>
        <translation>%1，读取于 %2</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>信息来源</translation>
    </message>
    <message>
        <source>Directory in quarantine</source>
        <translation>隔离区中的目录</translation>
    </message>
    <message>
        <source>File in quarantine</source>
        <translation>隔离区中的文件</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>隔离区</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>原位置</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>现位于</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移动时间</translation>
    </message>
    <message>
        <source>Moved by</source>
        <translation>移动者</translation>
    </message>
    <message>
        <source>What it was used for</source>
        <translation>曾作何用</translation>
    </message>
    <message>
        <source>Who was asked then</source>
        <translation>当时询问了谁</translation>
    </message>
    <message>
        <source>Who did not answer then</source>
        <translation>当时谁没有回答</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再显示 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DirectoryListing</name>
    <message>
        <source>list the directory</source>
        <translation>列出目录</translation>
    </message>
    <message>
        <source>look at</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>DirectoryModel</name>
    <message>
        <source>unreadable</source>
        <translation>不可读</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Virtual size</source>
        <translation>虚拟大小</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>占用空间</translation>
    </message>
    <message>
        <source>File length</source>
        <translation>文件长度</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>instances of %1</source>
        <translation>%1 的实例</translation>
    </message>
</context>
<context>
    <name>DiskInfo</name>
    <message>
        <source>understand the file</source>
        <translation>解析文件</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>它不是 JSON</translation>
    </message>
    <message>
        <source>it is not one JSON object</source>
        <translation>它不是单个 JSON 对象</translation>
    </message>
    <message>
        <source>it says something twice, so that programs may understand it differently</source>
        <translation>其中有重复的内容，不同程序可能有不同的理解</translation>
    </message>
    <message>
        <source>it names %1, which is no plain absolute path</source>
        <translation>它指定了 %1，这不是规范的绝对路径</translation>
    </message>
    <message>
        <source>it gives no word as the format of %1</source>
        <translation>它给出的 %1 的格式不是字符串</translation>
    </message>
    <message>
        <source>it gives “%1” as the format of %2, which is no format that is known</source>
        <translation>它将 %2 的格式写为“%1”，这不是已知格式</translation>
    </message>
    <message>
        <source>it gives no time for the host %1</source>
        <translation>它没有给出主机 %1 的时间</translation>
    </message>
    <message>
        <source>it is longer than Nova ever writes it</source>
        <translation>比 Nova 写出的任何内容都长</translation>
    </message>
</context>
<context>
    <name>DmgProbe</name>
    <message>
        <source>read the trailer of the Apple disk image</source>
        <translation>读取 Apple 磁盘映像的尾部</translation>
    </message>
    <message>
        <source>the data lie outside the file</source>
        <translation>数据位于文件之外</translation>
    </message>
    <message>
        <source>the resources lie outside the file</source>
        <translation>资源位于文件之外</translation>
    </message>
    <message>
        <source>the property list lies outside the file</source>
        <translation>属性列表位于文件之外</translation>
    </message>
    <message>
        <source>it does not say where the disk&apos;s pieces are</source>
        <translation>它没有说明磁盘的各部分在哪里</translation>
    </message>
    <message>
        <source>a property list of %1 bytes is too long</source>
        <translation>%1 字节的属性列表过长</translation>
    </message>
    <message>
        <source>the disk is larger than any can be</source>
        <translation>磁盘大于可能的最大值</translation>
    </message>
</context>
<context>
    <name>DomainXml</name>
    <message>
        <source>read the domain&apos;s XML</source>
        <translation>读取域的 XML</translation>
    </message>
    <message>
        <source>it is larger than %1, which no domain needs</source>
        <translation>它大于 %1，任何域都无需这么大</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>it has a document type, which no domain needs</source>
        <translation>它包含文档类型声明，任何域都不需要</translation>
    </message>
    <message>
        <source>it uses an entity that is not defined</source>
        <translation>它使用了未定义的实体</translation>
    </message>
    <message>
        <source>elements are nested deeper than any domain needs</source>
        <translation>元素嵌套过深，任何域都无需这么深</translation>
    </message>
    <message>
        <source>it begins with &lt;%1&gt;, not with &lt;domain&gt;</source>
        <translation>它以 &lt;%1&gt; 开头，而不是 &lt;domain&gt;</translation>
    </message>
    <message>
        <source>a tag, comment or text is longer than any domain needs</source>
        <translation>标签、注释或文本比任何域所需的都长</translation>
    </message>
    <message>
        <source>it has more disks than any domain has</source>
        <translation>磁盘数比任何域都多</translation>
    </message>
</context>
<context>
    <name>EmbeddedName</name>
    <message>
        <source>the name %1 contains a zero byte</source>
        <translation>名称 %1 包含零字节</translation>
    </message>
    <message>
        <source>the backing file name is %1 bytes long, and %2 are allowed</source>
        <translation>后备文件名长 %1 字节，而上限为 %2 字节</translation>
    </message>
    <message>
        <source>the backing file name lies past the largest offset</source>
        <translation>后备文件名位于最大偏移量之外</translation>
    </message>
    <message>
        <source>the backing file name</source>
        <translation>后备文件名</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Could not %1</source>
        <translation>无法%1</translation>
    </message>
    <message>
        <source>Could not %1: %2</source>
        <translation>无法%1：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (at byte %2)</source>
        <translation>%1（位于字节 %2）</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1%2。</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>它不存在</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Run as root, or as a member of the group that owns it</source>
        <translation>请以 root 或其所属组成员的身份运行</translation>
    </message>
    <message>
        <source>it is a symbolic link, which is not followed</source>
        <translation>它是符号链接，不予跟随</translation>
    </message>
    <message>
        <source>the file system is full</source>
        <translation>文件系统已满</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>Check the path</source>
        <translation>请检查路径</translation>
    </message>
</context>
<context>
    <name>Estate</name>
    <message>
        <source>sound</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>kept until a resize is confirmed</source>
        <translation>保留至调整大小得到确认</translation>
    </message>
    <message>
        <source>being deleted</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>no disks</source>
        <translation>无磁盘</translation>
    </message>
    <message>
        <source>broken chain</source>
        <translation>链断裂</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>不可读</translation>
    </message>
    <message>
        <source>a layer was not opened</source>
        <translation>有一层未打开</translation>
    </message>
    <message>
        <source>stands on a file outside</source>
        <translation>位于外部文件之上</translation>
    </message>
</context>
<context>
    <name>EstateBuilder</name>
    <message>
        <source>shared by %1</source>
        <translation>由 %1 共享</translation>
    </message>
    <message>
        <source>%1 stands on %2: %3.</source>
        <translation>%1 基于 %2：%3。</translation>
    </message>
    <message>
        <source>Disk %1 lies elsewhere and was not read: %2 (%3).</source>
        <translation>磁盘 %1 位于别处，未读取：%2（%3）。</translation>
    </message>
</context>
<context>
    <name>EstateOpening</name>
    <message>
        <source>it is no directory</source>
        <translation>它不是目录</translation>
    </message>
    <message>
        <source>For a single file there are “fathomctl inspect” and “fathomctl chain”</source>
        <translation>对于单个文件，请使用“fathomctl inspect”和“fathomctl chain”</translation>
    </message>
    <message>
        <source>read everything</source>
        <translation>读取全部内容</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>What had been read is shown</source>
        <translation>已显示读取到的内容</translation>
    </message>
    <message>
        <source>find an image store or an instances directory in the usual places</source>
        <translation>在常用位置找到镜像存储或实例目录</translation>
    </message>
    <message>
        <source>Name one with --images, --instances, --glance-conf or --nova-conf, give the directory itself, or try --demo</source>
        <translation>请用 --images、--instances、--glance-conf 或 --nova-conf 指定，或直接给出目录，或试试 --demo</translation>
    </message>
</context>
<context>
    <name>EstateOptions</name>
    <message>
        <source>DIR</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>A directory of Glance&apos;s image store; may be given several times.</source>
        <translation>Glance 镜像存储的目录；可多次指定。</translation>
    </message>
    <message>
        <source>An instances directory of Nova; may be given several times.</source>
        <translation>Nova 的实例目录；可多次指定。</translation>
    </message>
    <message>
        <source>A directory of libvirt&apos;s domain XML files; may be given several times.</source>
        <translation>libvirt 域 XML 文件的目录；可多次指定。</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>A glance-api.conf, which names the image store.</source>
        <translation>指明镜像存储的 glance-api.conf。</translation>
    </message>
    <message>
        <source>A nova.conf, which names the instances directory.</source>
        <translation>指明实例目录的 nova.conf。</translation>
    </message>
    <message>
        <source>The demo estate: real files, made in the cache directory when they are not there.</source>
        <translation>演示资产：真实的文件，不存在时在缓存目录中创建。</translation>
    </message>
</context>
<context>
    <name>EstateScan</name>
    <message>
        <source>read everything</source>
        <translation>读取全部内容</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>Refresh to read the rest</source>
        <translation>请刷新以读取其余部分</translation>
    </message>
</context>
<context>
    <name>EstateSources</name>
    <message>
        <source>list the images of the store</source>
        <translation>列出存储中的镜像</translation>
    </message>
    <message>
        <source>list the disks of the back end</source>
        <translation>列出后端中的磁盘</translation>
    </message>
</context>
<context>
    <name>ExitCodes</name>
    <message>
        <source>everything asked for was told</source>
        <translation>所要求的信息已全部给出</translation>
    </message>
    <message>
        <source>it was told, and it is broken: a chain is not whole</source>
        <translation>信息已给出，但有损坏：某条链不完整</translation>
    </message>
    <message>
        <source>the command line makes no sense</source>
        <translation>命令行无效</translation>
    </message>
    <message>
        <source>a file or directory does not exist</source>
        <translation>文件或目录不存在</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>a file breaks the rules of its format</source>
        <translation>文件违反其格式的规则</translation>
    </message>
    <message>
        <source>refused, because it would not be safe</source>
        <translation>因不安全而拒绝</translation>
    </message>
    <message>
        <source>nothing that Fathom can read</source>
        <translation>没有 Fathom 能读取的内容</translation>
    </message>
    <message>
        <source>the disk or the network failed</source>
        <translation>磁盘或网络故障</translation>
    </message>
    <message>
        <source>a directory, FIFO, socket or device instead of a file</source>
        <translation>是目录、FIFO、套接字或设备，而不是文件</translation>
    </message>
    <message>
        <source>any other failure</source>
        <translation>其他任何失败</translation>
    </message>
    <message>
        <source>cancelled by Ctrl+C</source>
        <translation>被 Ctrl+C 取消</translation>
    </message>
</context>
<context>
    <name>FactLabels</name>
    <message>
        <source>Compatibility level</source>
        <translation>兼容级别</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>Lazy reference counts</source>
        <translation>惰性引用计数</translation>
    </message>
    <message>
        <source>Reference count width</source>
        <translation>引用计数宽度</translation>
    </message>
    <message>
        <source>Marked as corrupt</source>
        <translation>标记为损坏</translation>
    </message>
    <message>
        <source>Extended L2 entries</source>
        <translation>扩展 L2 表项</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>数据文件</translation>
    </message>
    <message>
        <source>Data file is raw</source>
        <translation>数据文件为 raw</translation>
    </message>
    <message>
        <source>Bitmaps</source>
        <translation>位图</translation>
    </message>
    <message>
        <source>Bitmap %1</source>
        <translation>位图 %1</translation>
    </message>
    <message>
        <source>Granularity</source>
        <translation>粒度</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Bitmaps are out of date</source>
        <translation>位图已过期</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>密码算法</translation>
    </message>
    <message>
        <source>Cipher mode</source>
        <translation>密码模式</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>IV generator</source>
        <translation>IV 生成器</translation>
    </message>
    <message>
        <source>IV generator&apos;s hash</source>
        <translation>IV 生成器的哈希</translation>
    </message>
    <message>
        <source>Header is a file of its own</source>
        <translation>头部为独立文件</translation>
    </message>
    <message>
        <source>Data begin at</source>
        <translation>数据起始于</translation>
    </message>
    <message>
        <source>Master key iterations</source>
        <translation>主密钥迭代次数</translation>
    </message>
    <message>
        <source>Key slots</source>
        <translation>密钥槽</translation>
    </message>
    <message>
        <source>Key slot %1</source>
        <translation>密钥槽 %1</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>Key material at</source>
        <translation>密钥材料位于</translation>
    </message>
    <message>
        <source>Stripes</source>
        <translation>条带数</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>槽</translation>
    </message>
    <message>
        <source>Key derivation</source>
        <translation>密钥派生</translation>
    </message>
    <message>
        <source>Key size</source>
        <translation>密钥长度</translation>
    </message>
    <message>
        <source>Subsystem</source>
        <translation>子系统</translation>
    </message>
    <message>
        <source>Content ID</source>
        <translation>内容 ID</translation>
    </message>
    <message>
        <source>Parent&apos;s content ID</source>
        <translation>父内容 ID</translation>
    </message>
    <message>
        <source>Create type</source>
        <translation>创建类型</translation>
    </message>
    <message>
        <source>Create type in the descriptor</source>
        <translation>描述符中的创建类型</translation>
    </message>
    <message>
        <source>Extents</source>
        <translation>区段</translation>
    </message>
    <message>
        <source>Extent %1</source>
        <translation>区段 %1</translation>
    </message>
    <message>
        <source>Extents in the descriptor</source>
        <translation>描述符中的区段</translation>
    </message>
    <message>
        <source>Descriptor&apos;s extent %1</source>
        <translation>描述符区段 %1</translation>
    </message>
    <message>
        <source>Is one extent of a larger disk</source>
        <translation>是更大磁盘的一个区段</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>Virtual hardware version</source>
        <translation>虚拟硬件版本</translation>
    </message>
    <message>
        <source>Tools version</source>
        <translation>工具版本</translation>
    </message>
    <message>
        <source>Header stands at the end</source>
        <translation>头部位于末尾</translation>
    </message>
    <message>
        <source>Not closed cleanly</source>
        <translation>未正常关闭</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问方式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>起始于</translation>
    </message>
    <message>
        <source>Virtual size</source>
        <translation>虚拟大小</translation>
    </message>
    <message>
        <source>Cluster size</source>
        <translation>簇大小</translation>
    </message>
    <message>
        <source>Compressed</source>
        <translation>已压缩</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>块数</translation>
    </message>
    <message>
        <source>Blocks in use</source>
        <translation>已用块数</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>簇数</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>几何参数</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>Snapshot&apos;s UUID</source>
        <translation>快照 UUID</translation>
    </message>
    <message>
        <source>Linked UUID</source>
        <translation>链接 UUID</translation>
    </message>
    <message>
        <source>Parent&apos;s UUID</source>
        <translation>父 UUID</translation>
    </message>
    <message>
        <source>Parent&apos;s name</source>
        <translation>父名称</translation>
    </message>
    <message>
        <source>Parent locators</source>
        <translation>父定位符</translation>
    </message>
    <message>
        <source>Parent locator %1</source>
        <translation>父定位符 %1</translation>
    </message>
    <message>
        <source>Parent locator</source>
        <translation>父定位符</translation>
    </message>
    <message>
        <source>Parent locator&apos;s type</source>
        <translation>父定位符类型</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>创建程序</translation>
    </message>
    <message>
        <source>Maker&apos;s version</source>
        <translation>创建程序版本</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>创建平台</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Original size</source>
        <translation>原始大小</translation>
    </message>
    <message>
        <source>Current size</source>
        <translation>当前大小</translation>
    </message>
    <message>
        <source>Belongs to a saved machine state</source>
        <translation>属于已保存的机器状态</translation>
    </message>
    <message>
        <source>One of its two footers is missing</source>
        <translation>两个尾部缺失其一</translation>
    </message>
    <message>
        <source>One of its two headers is missing</source>
        <translation>两个头部缺失其一</translation>
    </message>
    <message>
        <source>Log must be replayed</source>
        <translation>需要重放日志</translation>
    </message>
    <message>
        <source>Logical sector size</source>
        <translation>逻辑扇区大小</translation>
    </message>
    <message>
        <source>Physical sector size</source>
        <translation>物理扇区大小</translation>
    </message>
    <message>
        <source>Sequence number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Disk ID</source>
        <translation>磁盘 ID</translation>
    </message>
    <message>
        <source>Marked as in use</source>
        <translation>标记为使用中</translation>
    </message>
    <message>
        <source>Has an extension</source>
        <translation>带有扩展</translation>
    </message>
    <message>
        <source>Sector size</source>
        <translation>扇区大小</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Partition %1</source>
        <translation>分区 %1</translation>
    </message>
    <message>
        <source>Bootable</source>
        <translation>可引导</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>卷标</translation>
    </message>
    <message>
        <source>UDF label</source>
        <translation>UDF 卷标</translation>
    </message>
    <message>
        <source>UDF block size</source>
        <translation>UDF 块大小</translation>
    </message>
    <message>
        <source>UDF revision</source>
        <translation>UDF 修订版</translation>
    </message>
    <message>
        <source>Block size</source>
        <translation>块大小</translation>
    </message>
    <message>
        <source>File system size</source>
        <translation>文件系统大小</translation>
    </message>
    <message>
        <source>File ends too early</source>
        <translation>文件过早结束</translation>
    </message>
    <message>
        <source>Last mounted on</source>
        <translation>上次挂载于</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备数</translation>
    </message>
    <message>
        <source>FAT entry width</source>
        <translation>FAT 表项宽度</translation>
    </message>
    <message>
        <source>RAID level</source>
        <translation>RAID 级别</translation>
    </message>
    <message>
        <source>RAID disks</source>
        <translation>RAID 磁盘数</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>Joliet names</source>
        <translation>Joliet 名称</translation>
    </message>
    <message>
        <source>Boots (El Torito)</source>
        <translation>可引导（El Torito）</translation>
    </message>
    <message>
        <source>Kernel version</source>
        <translation>内核版本</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>内核大小</translation>
    </message>
    <message>
        <source>Boot protocol</source>
        <translation>引导协议</translation>
    </message>
    <message>
        <source>Processor microcode</source>
        <translation>处理器微码</translation>
    </message>
    <message>
        <source>Used of it</source>
        <translation>已使用</translation>
    </message>
</context>
<context>
    <name>FailedSources</name>
    <message>
        <source>You may not read the image store</source>
        <translation>您没有读取镜像存储的权限</translation>
    </message>
    <message>
        <source>The image store could not be read</source>
        <translation>无法读取镜像存储</translation>
    </message>
    <message>
        <source>You may not read the instances directory</source>
        <translation>您没有读取实例目录的权限</translation>
    </message>
    <message>
        <source>The instances directory could not be read</source>
        <translation>无法读取实例目录</translation>
    </message>
    <message>
        <source>You may not read it</source>
        <translation>您没有读取权限</translation>
    </message>
    <message>
        <source>It could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n entries)</source>
        <comment>a directory</comment>
        <translation>
            <numerusform>%1（%n 个条目）</numerusform>
        </translation>
    </message>
    <message>
        <source>Read all the same: %1.</source>
        <translation>仍然读到了：%1。</translation>
    </message>
</context>
<context>
    <name>Fathom</name>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Speak this language: en or zh_CN.</source>
        <translation>界面语言：en 或 zh_CN。</translation>
    </message>
    <message>
        <source>CODE</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Look light, dark, or as the system does: light, dark, system.</source>
        <translation>界面外观为浅色、深色或跟随系统：light、dark、system。</translation>
    </message>
    <message>
        <source>THEME</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Render every page and dialog to PNG files in the directory, and end.</source>
        <translation>将所有页面和对话框渲染为该目录中的 PNG 文件，然后退出。</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Shows how deep an OpenStack cloud&apos;s disks go.</source>
        <translation>显示 OpenStack 云的磁盘有多深。</translation>
    </message>
    <message>
        <source>“%1” is no option; a directory is named with --images or --instances</source>
        <translation>“%1”不是选项；请用 --images 或 --instances 指定目录</translation>
    </message>
    <message>
        <source>there is no theme “%1”</source>
        <translation>没有主题“%1”</translation>
    </message>
    <message>
        <source>there is no page “%1”</source>
        <translation>没有页面“%1”</translation>
    </message>
    <message>
        <source>Begin on this page: images, instances, directories, chains, jobs or quarantine.</source>
        <translation>从此页面开始：images、instances、directories、chains、jobs 或 quarantine。</translation>
    </message>
</context>
<context>
    <name>Fathom::AboutDialog</name>
    <message>
        <source>About Fathom</source>
        <translation>关于 Fathom</translation>
    </message>
    <message>
        <source>Fathom %1</source>
        <translation>Fathom %1</translation>
    </message>
    <message>
        <source>Shows how deep an OpenStack cloud&apos;s disks go: what lies in Glance&apos;s image store and under every Nova instance, how the two hang together, and what it costs.</source>
        <translation>显示 OpenStack 云的磁盘有多深：Glance 镜像存储中和每个 Nova 实例之下有什么，两者如何关联，以及占用多少空间。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>自由软件，依据 GNU 通用公共许可证第 3 版或更高版本发布。不提供任何担保。</translation>
    </message>
    <message>
        <source>Built with Qt %1.</source>
        <translation>使用 Qt %1 构建。</translation>
    </message>
    <message>
        <source>It only reads, until it is unlocked: then jobs make new files, and never overwrite one.</source>
        <translation>它只读取，直到被解锁：之后作业会生成新文件，但绝不覆盖已有文件。</translation>
    </message>
</context>
<context>
    <name>Fathom::ChainView</name>
    <message>
        <source>Picture of the chains</source>
        <translation>链图</translation>
    </message>
    <message>
        <source>Arrow keys go from thing to thing. The same is told as text by the text tree.</source>
        <translation>使用方向键在各项之间移动。文本树以文字呈现相同的内容。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an action and its key</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100%</translation>
    </message>
    <message>
        <source>Fit into the window</source>
        <translation>适合窗口</translation>
    </message>
</context>
<context>
    <name>Fathom::ChainsPage</name>
    <message>
        <source>Picture</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>Text tree</source>
        <translation>文本树</translation>
    </message>
    <message>
        <source>Chains as a tree of text</source>
        <translation>以文本树显示的链</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Copies the chains as indented text</source>
        <translation>将链复制为缩进文本</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>zoom</comment>
        <translation>%1%</translation>
    </message>
    <message numerus="yes">
        <source>%n tree(s)</source>
        <translation>
            <numerusform>%n 棵树</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n tree(s)</source>
        <translation>
            <numerusform>%n 棵树中的 %1 棵</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the first %2 drawn; filter to see others</source>
        <comment>a count, a number</comment>
        <translation>%1，仅绘制前 %2 棵；可通过过滤查看其他树</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Chains appear as their layers are read.</source>
        <translation>链会随着各层的读取陆续显示。</translation>
    </message>
    <message>
        <source>No estate is open</source>
        <translation>未打开任何资产</translation>
    </message>
    <message>
        <source>Chains show which disk stands on which base, and which base was made from which image.</source>
        <translation>链显示哪个磁盘基于哪个基础文件，以及哪个基础文件由哪个镜像制成。</translation>
    </message>
    <message>
        <source>There are no chains</source>
        <translation>没有链</translation>
    </message>
    <message>
        <source>No instance disk and no base file was found among what is open.</source>
        <translation>在已打开的内容中未找到实例磁盘和基础文件。</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>链</translation>
    </message>
</context>
<context>
    <name>Fathom::ConvertDialog</name>
    <message>
        <source>Convert an image</source>
        <translation>转换镜像</translation>
    </message>
    <message>
        <source>&amp;Convert</source>
        <translation>转换(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Image:</source>
        <translation>镜像(&amp;I)：</translation>
    </message>
    <message>
        <source>Its &amp;format:</source>
        <translation>其格式(&amp;F)：</translation>
    </message>
    <message>
        <source>It is &amp;for:</source>
        <translation>用途(&amp;O)：</translation>
    </message>
    <message>
        <source>Write &amp;to:</source>
        <translation>写入到(&amp;T)：</translation>
    </message>
    <message>
        <source>Compare the result with the &amp;source</source>
        <translation>将结果与源进行比较(&amp;S)</translation>
    </message>
    <message>
        <source>-new</source>
        <comment>appended to a file&apos;s name</comment>
        <translation>-new</translation>
    </message>
    <message>
        <source>convert an image</source>
        <translation>转换镜像</translation>
    </message>
    <message>
        <source>Choose the image to convert.</source>
        <translation>请选择要转换的镜像。</translation>
    </message>
    <message>
        <source>Choose where to write the result.</source>
        <translation>请选择将结果写到哪里。</translation>
    </message>
</context>
<context>
    <name>Fathom::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Copy all details as text</source>
        <translation>将所有详情复制为文本</translation>
    </message>
    <message>
        <source>Copy all details</source>
        <translation>复制所有详情</translation>
    </message>
    <message>
        <source>Details of the selected thing</source>
        <translation>所选项的详情</translation>
    </message>
    <message>
        <source>Select something to see all that is known of it.</source>
        <translation>选择一项以查看其所有已知信息。</translation>
    </message>
    <message>
        <source>Show it in %1</source>
        <translation>在“%1”中显示</translation>
    </message>
    <message>
        <source>View %1: %2</source>
        <comment>a file&apos;s name and what it is</comment>
        <translation>查看 %1：%2</translation>
    </message>
</context>
<context>
    <name>Fathom::DirectoriesPage</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>目录</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n entries</source>
        <translation>
            <numerusform>%1 / %n 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no directory to show</source>
        <translation>没有可显示的目录</translation>
    </message>
    <message>
        <source>Neither an image store nor an instances directory is among what is open.</source>
        <translation>打开的内容中既没有镜像存储，也没有实例目录。</translation>
    </message>
</context>
<context>
    <name>Fathom::EmptyState</name>
    <message>
        <source>Nothing matches the filter</source>
        <translation>没有符合过滤条件的内容</translation>
    </message>
    <message>
        <source>No row holds every word of “%1”.</source>
        <translation>没有任何行同时包含“%1”中的所有词。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除过滤条件</translation>
    </message>
</context>
<context>
    <name>Fathom::EstateOpener</name>
    <message>
        <source>None of the usual places of Glance, Nova and libvirt is on this machine.</source>
        <translation>本机上没有 Glance、Nova 和 libvirt 的任何常用位置。</translation>
    </message>
    <message>
        <source>Open a directory of images or instances instead, or a configuration file that names it.</source>
        <translation>请改为打开镜像目录或实例目录，或指明该目录的配置文件。</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Choose a directory of images</source>
        <translation>选择镜像目录</translation>
    </message>
    <message>
        <source>Choose an instances directory</source>
        <translation>选择实例目录</translation>
    </message>
    <message>
        <source>Choose a configuration file</source>
        <translation>选择配置文件</translation>
    </message>
    <message>
        <source>Configuration files (*.conf)</source>
        <translation>配置文件 (*.conf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>title of an estate and what is added</comment>
        <translation>%1 和 %2</translation>
    </message>
</context>
<context>
    <name>Fathom::FileJobDialog</name>
    <message>
        <source>&amp;Image:</source>
        <translation>镜像(&amp;I)：</translation>
    </message>
    <message>
        <source>Its f&amp;ormat:</source>
        <translation>其格式(&amp;O)：</translation>
    </message>
    <message>
        <source>Write &amp;to:</source>
        <translation>写入到(&amp;T)：</translation>
    </message>
    <message>
        <source>-new</source>
        <comment>appended to a file&apos;s name</comment>
        <translation>-new</translation>
    </message>
    <message>
        <source>Fill in what is asked for: %1.</source>
        <translation>请填写所需内容：%1。</translation>
    </message>
    <message>
        <source>Choose where to write the result.</source>
        <translation>请选择将结果写到哪里。</translation>
    </message>
    <message>
        <source>&amp;Instance&apos;s directory:</source>
        <translation>实例目录(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;File or directory:</source>
        <translation>文件或目录(&amp;F)：</translation>
    </message>
    <message>
        <source>The base&apos;s fo&amp;rmat:</source>
        <translation>基础文件的格式(&amp;R)：</translation>
    </message>
    <message>
        <source>Choose the file.</source>
        <translation>请选择文件。</translation>
    </message>
</context>
<context>
    <name>Fathom::FilterCompletion</name>
    <message>
        <source>%1   %2</source>
        <comment>what is typed, and a column&apos;s title</comment>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>Shows the rows in which every word occurs somewhere.

format:vmdk        in that column only
format:=raw        nothing else there
virtual:&gt;50G       comparisons: &gt; &gt;= &lt; &lt;= =, sizes, dates, numbers, shares
modified:&lt;2024-05  before May 2024
-word, -format:raw not so
&quot;two words&quot;        together

Columns: %1</source>
        <translation>显示每个词都在某处出现的行。

format:vmdk        只在该列中查找
format:=raw        该列只有这个值
virtual:&gt;50G       比较：&gt; &gt;= &lt; &lt;= =，可用于大小、日期、数字、百分比
modified:&lt;2024-05  2024 年 5 月之前
-word、-format:raw 不含
&quot;two words&quot;        连在一起

列：%1</translation>
    </message>
</context>
<context>
    <name>Fathom::FilterLine</name>
    <message>
        <source>Filter (Ctrl+F)</source>
        <translation>过滤 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>过滤</translation>
    </message>
</context>
<context>
    <name>Fathom::FormatBox</name>
    <message>
        <source>As its bytes say</source>
        <translation>由其字节决定</translation>
    </message>
    <message>
        <source>Say “raw” for a disk whose bytes prove nothing; a guest can write what looks like qcow2</source>
        <translation>如果磁盘的字节不能证明任何格式，请选择“raw”；虚拟机可以写出看似 qcow2 的内容</translation>
    </message>
</context>
<context>
    <name>Fathom::GotoBox</name>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>A few letters of a name, UUID, hash, MAC address or path; arrow keys choose</source>
        <translation>输入名称、UUID、哈希、MAC 地址或路径的几个字母；用方向键选择</translation>
    </message>
    <message>
        <source>Go to … (%1)</source>
        <comment>a key</comment>
        <translation>转到…（%1）</translation>
    </message>
    <message>
        <source>Go to an image, instance, host, project, base, UUID, hash, MAC address or path (Ctrl+K)</source>
        <translation>转到镜像、实例、主机、项目、基础文件、UUID、哈希、MAC 地址或路径 (Ctrl+K)</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <comment>a thing, its place, how many</comment>
        <translation>%1，第 %2 个，共 %3 个</translation>
    </message>
</context>
<context>
    <name>Fathom::GotoModel</name>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>For screen readers: name, sort of thing, where it is.</extracomment>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>Fathom::GotoPopup</name>
    <message>
        <source>Found things</source>
        <translation>找到的内容</translation>
    </message>
    <message>
        <source>A few letters of a name, the beginning of a word, or a piece of a UUID, a hash, a MAC address or a path. A further word narrows it down: “web compute1”.</source>
        <translation>名称的几个字母、某个词的开头，或 UUID、哈希、MAC 地址、路径的一段。再加一个词可以缩小范围：“web compute1”。</translation>
    </message>
    <message>
        <source>No estate is open</source>
        <translation>未打开任何资产</translation>
    </message>
    <message>
        <source>Open one first: then everything in it can be gone to by a few letters.</source>
        <translation>请先打开一个环境，然后用几个字母就能转到其中的任何内容。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Looked at last</source>
        <translation>最近查看</translation>
    </message>
    <message>
        <source>Nothing is called “%1”</source>
        <translation>没有名为“%1”的内容</translation>
    </message>
    <message>
        <source>The best %1 of %2; more letters find less</source>
        <comment>two numbers</comment>
        <translation>最匹配的 %1 个，共 %2 个；多输入几个字母可缩小范围</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fathom::HeaderColumns</name>
    <message>
        <source>Usual columns and widths</source>
        <translation>默认列和列宽</translation>
    </message>
</context>
<context>
    <name>Fathom::ImagesPage</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s)</source>
        <translation>
            <numerusform>%n 个镜像中的 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>The image store is empty</source>
        <translation>镜像存储为空</translation>
    </message>
    <message>
        <source>Its directory holds no file.</source>
        <translation>其目录中没有文件。</translation>
    </message>
    <message>
        <source>No image store is open</source>
        <translation>未打开镜像存储</translation>
    </message>
    <message>
        <source>Glance keeps its images in a directory, usually /var/lib/glance/images, or names it in glance-api.conf.</source>
        <translation>Glance 将镜像保存在一个目录中，通常是 /var/lib/glance/images，或在 glance-api.conf 中指定。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
</context>
<context>
    <name>Fathom::InstancesPage</name>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n 个实例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n instance(s)</source>
        <translation>
            <numerusform>%n 个实例中的 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no instance</source>
        <translation>没有实例</translation>
    </message>
    <message>
        <source>The instances directory holds no directory of an instance.</source>
        <translation>实例目录中没有任何实例的目录。</translation>
    </message>
    <message>
        <source>No instances directory is open</source>
        <translation>未打开实例目录</translation>
    </message>
    <message>
        <source>Nova keeps instances&apos; disks in a directory of the compute node, usually /var/lib/nova/instances, or names it in nova.conf.</source>
        <translation>Nova 将实例的磁盘保存在计算节点的一个目录中，通常是 /var/lib/nova/instances，或在 nova.conf 中指定。</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
</context>
<context>
    <name>Fathom::JobDialog</name>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
    <message>
        <source>Fathom is locked and changes nothing.</source>
        <translation>Fathom 已锁定，不会更改任何内容。</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>将要执行的操作</translation>
    </message>
    <message>
        <source>Choose where to write it</source>
        <translation>选择写入位置</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Where to write it</source>
        <translation>写入位置</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose the directory</source>
        <translation>选择目录</translation>
    </message>
    <message>
        <source>Choose a directory</source>
        <translation>选择目录</translation>
    </message>
</context>
<context>
    <name>Fathom::JobOpener</name>
    <message>
        <source>&amp;Convert…</source>
        <translation>转换(&amp;C)…</translation>
    </message>
</context>
<context>
    <name>Fathom::JobSession</name>
    <message>
        <source>do a job again</source>
        <translation>重新执行作业</translation>
    </message>
    <message>
        <source>Fathom is locked</source>
        <translation>Fathom 已锁定</translation>
    </message>
    <message>
        <source>Unlock it in the tool bar</source>
        <translation>请在工具栏中解锁</translation>
    </message>
</context>
<context>
    <name>Fathom::JobStrip</name>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Progress of the first job</source>
        <translation>第一个作业的进度</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) wait</source>
        <translation>
            <numerusform>%n 个作业等待中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) run</source>
        <translation>
            <numerusform>%n 个作业运行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) run, %1 wait</source>
        <translation>
            <numerusform>%n 个作业运行中，%1 个等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how many jobs: the first one&apos;s title</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Shows the jobs</source>
        <translation>显示作业</translation>
    </message>
</context>
<context>
    <name>Fathom::JobsPage</name>
    <message>
        <source>Cancel job</source>
        <translation>取消作业</translation>
    </message>
    <message>
        <source>Stop it, and remove what it has begun (Del)</source>
        <translation>停止它，并删除它开始写入的内容（Del）</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>重新执行</translation>
    </message>
    <message>
        <source>Append the same job anew; its plan is made when it begins</source>
        <translation>重新追加同一作业；开始时再制定其计划</translation>
    </message>
    <message>
        <source>Sooner</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Before the job that waits above it</source>
        <translation>移到上面等待的作业之前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>After the job that waits below it</source>
        <translation>移到下面等待的作业之后</translation>
    </message>
    <message>
        <source>Copy command line</source>
        <translation>复制命令行</translation>
    </message>
    <message>
        <source>What does the same in a shell</source>
        <translation>在终端中执行相同操作的命令</translation>
    </message>
    <message>
        <source>Hold the queue</source>
        <translation>暂停队列</translation>
    </message>
    <message>
        <source>No other job begins; what runs goes on</source>
        <translation>不再开始其他作业；正在运行的继续</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n 个作业</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n job(s)</source>
        <translation>
            <numerusform>%1 个作业，共 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal of jobs cannot be read</source>
        <translation>无法读取作业日志</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>尚未更改任何内容</translation>
    </message>
    <message>
        <source>Conversions and everything else that changes a file appear here, and stay in the journal. Begin one with the Jobs menu, or with a right click on an image.</source>
        <translation>转换以及其他会更改文件的操作会显示在这里，并保留在日志中。可从“作业”菜单开始，或右键单击镜像。</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
</context>
<context>
    <name>Fathom::LockButton</name>
    <message>
        <source>Unlocked</source>
        <translation>已解锁</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Jobs may change files until Fathom is closed or locked again. Click to lock.</source>
        <translation>在关闭 Fathom 或再次锁定之前，作业可以更改文件。单击可锁定。</translation>
    </message>
    <message>
        <source>Read-only: Fathom looks at everything and changes nothing. Click to unlock.</source>
        <translation>只读：Fathom 查看一切，但不更改任何内容。单击可解锁。</translation>
    </message>
</context>
<context>
    <name>Fathom::MainWindow</name>
    <message>
        <source>No page shows this.</source>
        <translation>没有页面显示此项。</translation>
    </message>
    <message>
        <source>%1 does not show this.</source>
        <comment>a page</comment>
        <translation>%1不显示此项。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Details pane</source>
        <translation>详情窗格(&amp;D)</translation>
    </message>
    <message>
        <source>Back to what was looked at before (Alt+Left)</source>
        <translation>返回之前查看的内容 (Alt+Left)</translation>
    </message>
    <message>
        <source>Forward again (Alt+Right)</source>
        <translation>再次前进 (Alt+Right)</translation>
    </message>
    <message>
        <source>Read all sources again (F5)</source>
        <translation>重新读取所有来源 (F5)</translation>
    </message>
    <message>
        <source>Stop reading (Esc); what was read stays</source>
        <translation>停止读取 (Esc)；已读取的内容会保留</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a page and its key</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>&amp;Estate</source>
        <translation>资产(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Add to what is open</source>
        <translation>添加到已打开的资产(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Fathom</source>
        <translation>关于 Fathom(&amp;A)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>The estate that is open; opens another one</source>
        <translation>当前打开的资产；可打开其他资产</translation>
    </message>
    <message>
        <source>Add to what is open</source>
        <translation>添加到已打开的资产</translation>
    </message>
    <message>
        <source>Open an estate</source>
        <translation>打开资产</translation>
    </message>
    <message>
        <source>Fathom</source>
        <translation>Fathom</translation>
    </message>
    <message>
        <source>%1 – Fathom</source>
        <translation>%1 – Fathom</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>转到(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Keep up to date</source>
        <translation>保持最新(&amp;K)</translation>
    </message>
    <message>
        <source>Read a directory again as soon as it changes, and everything every few minutes</source>
        <translation>目录一有变化就重新读取，并每隔几分钟重新读取全部</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>作业(&amp;J)</translation>
    </message>
    <message>
        <source>Jobs are not finished</source>
        <translation>作业尚未完成</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not finished. If Fathom is closed now they are cancelled, and what they have begun is removed.</source>
        <translation>
            <numerusform>有 %n 个作业尚未完成。如果现在关闭 Fathom，它们将被取消，已开始写入的内容会被删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel the jobs and close</source>
        <translation>取消作业并关闭</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) had been interrupted.</source>
        <translation>
            <numerusform>有 %n 个作业曾被中断。</numerusform>
        </translation>
    </message>
    <message>
        <source>The page “Jobs” tells which, and what was removed, and does them again.</source>
        <translation>“作业”页面会说明是哪些作业、删除了什么，并可重新执行。</translation>
    </message>
    <message>
        <source>A job is done</source>
        <translation>作业已完成</translation>
    </message>
    <message>
        <source>A job ended</source>
        <translation>作业已结束</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>17 %; the usual title</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>Fathom::MessageRow</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>隐藏此消息</translation>
    </message>
    <message>
        <source>All problems</source>
        <translation>所有问题</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>a message and its hint</comment>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>Fathom::PlanView</name>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Looking at the source…</source>
        <translation>正在查看源…</translation>
    </message>
</context>
<context>
    <name>Fathom::QuarantinePage</name>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Remove for good…</source>
        <translation>彻底删除…</translation>
    </message>
    <message>
        <source>Tells what it frees, and asks first</source>
        <translation>先说明会释放多少空间，并请求确认</translation>
    </message>
    <message>
        <source>%1 is being brought back.</source>
        <translation>正在恢复 %1。</translation>
    </message>
    <message>
        <source>Move it back to where it was</source>
        <translation>移回原来的位置</translation>
    </message>
    <message>
        <source>Fathom is locked and changes nothing; unlock it in the tool bar</source>
        <translation>Fathom 已锁定，不会更改任何内容；可在工具栏中解锁</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s), %1</source>
        <comment>so many bytes</comment>
        <translation>
            <numerusform>%n 项，共 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n thing(s), %2 together</source>
        <translation>
            <numerusform>%1 / %n 项，共 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is in quarantine</source>
        <translation>隔离区为空</translation>
    </message>
    <message>
        <source>Files are not deleted but moved here, and can be brought back until they are removed for good. A right click on a file offers it.</source>
        <translation>文件不会被直接删除，而是移到这里；在彻底删除之前都可以恢复。右键单击文件即可使用。</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>隔离区</translation>
    </message>
</context>
<context>
    <name>Fathom::RowView</name>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
</context>
<context>
    <name>Fathom::ScanProgress</name>
    <message>
        <source>Progress of reading</source>
        <translation>读取进度</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
</context>
<context>
    <name>Fathom::Services</name>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>Fathom::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>转到页面</translation>
    </message>
    <message>
        <source>Filter the page</source>
        <translation>筛选页面</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>重新读取全部内容</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>Back and forward through what was looked at</source>
        <translation>在查看过的内容间后退和前进</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>显示或隐藏详情</translation>
    </message>
    <message>
        <source>Tables and trees</source>
        <translation>表格和树</translation>
    </message>
    <message>
        <source>Go to where the thing leads</source>
        <translation>转到该项指向的位置</translation>
    </message>
    <message>
        <source>Copy the selected rows, tabs between the columns</source>
        <translation>复制所选行，列间以制表符分隔</translation>
    </message>
    <message>
        <source>Open and close a branch</source>
        <translation>展开和折叠分支</translation>
    </message>
    <message>
        <source>Open a branch and all below it</source>
        <translation>展开分支及其下所有分支</translation>
    </message>
    <message>
        <source>Picture of the chains</source>
        <translation>链图</translation>
    </message>
    <message>
        <source>Walk from thing to thing</source>
        <translation>在各项之间移动</translation>
    </message>
    <message>
        <source>Zoom in and out, as Ctrl and the mouse wheel do</source>
        <translation>放大和缩小，与 Ctrl 加鼠标滚轮相同</translation>
    </message>
    <message>
        <source>Show it at 100 %</source>
        <translation>以 100 % 显示</translation>
    </message>
    <message>
        <source>Fit it into the window</source>
        <translation>适合窗口大小</translation>
    </message>
    <message>
        <source>Go to anything by a few letters</source>
        <translation>用几个字母转到任何内容</translation>
    </message>
    <message>
        <source>Show the details of what is highlighted</source>
        <translation>显示当前高亮内容的详细信息</translation>
    </message>
</context>
<context>
    <name>Fathom::SideBar</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>Fathom::SourceStrip</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fathom::TableMenus</name>
    <message numerus="yes">
        <source>%n row(s) exported to %1</source>
        <translation>
            <numerusform>已将 %n 行导出到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>CSV, for spreadsheets (*.csv)</source>
        <translation>CSV，用于电子表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON, for scripts (*.json)</source>
        <translation>JSON，用于脚本 (*.json)</translation>
    </message>
    <message>
        <source>Export what the table shows</source>
        <translation>导出表格显示的内容</translation>
    </message>
    <message>
        <source>&amp;Export all rows shown…</source>
        <translation>导出显示的所有行(&amp;E)…</translation>
    </message>
    <message>
        <source>Export &amp;selected rows…</source>
        <translation>导出所选行(&amp;S)…</translation>
    </message>
    <message>
        <source>Copy selected rows as &amp;CSV</source>
        <translation>将所选行复制为 &amp;CSV</translation>
    </message>
    <message>
        <source>Copy selected rows as &amp;JSON</source>
        <translation>将所选行复制为 &amp;JSON</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Filter, order and columns under a name</source>
        <translation>以一个名称保存筛选、排序和列</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Which columns are shown</source>
        <translation>显示哪些列</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>What the table shows, as CSV or JSON</source>
        <translation>表格显示的内容，导出为 CSV 或 JSON</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Open all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>The usual view</source>
        <translation>默认视图</translation>
    </message>
    <message>
        <source>&amp;Save this view as…</source>
        <translation>将此视图另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>保存此视图</translation>
    </message>
    <message>
        <source>&amp;Rename “%1”…</source>
        <translation>重命名“%1”(&amp;R)…</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>&amp;Delete “%1”</source>
        <translation>删除“%1”(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Begin with “%1”</source>
        <translation>以“%1”开始(&amp;B)</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称：</translation>
    </message>
</context>
<context>
    <name>Fathom::TablePage</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>What is found appears here as it comes in.</source>
        <translation>找到的内容会陆续显示在这里。</translation>
    </message>
    <message>
        <source>No estate is open</source>
        <translation>未打开任何资产</translation>
    </message>
    <message>
        <source>Fathom reads Glance&apos;s image stores and Nova&apos;s instance directories, and changes nothing in them. Where shall it look?</source>
        <translation>Fathom 读取 Glance 的镜像存储和 Nova 的实例目录，不更改其中任何内容。要查看哪里？</translation>
    </message>
</context>
<context>
    <name>Fathom::TextViewer</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a file and what it is</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>%1, read-only</source>
        <comment>a size</comment>
        <translation>%1，只读</translation>
    </message>
    <message>
        <source>The last %1 of %2, read-only</source>
        <translation>%2 的最后 %1，只读</translation>
    </message>
    <message>
        <source>The first %1 of %2, read-only</source>
        <translation>%2 的开头 %1，只读</translation>
    </message>
    <message>
        <source>%1; passwords in it are not shown</source>
        <comment>what is shown of a file</comment>
        <translation>%1；其中的密码不予显示</translation>
    </message>
</context>
<context>
    <name>FileCopy</name>
    <message>
        <source>copy a file</source>
        <translation>复制文件</translation>
    </message>
    <message>
        <source>write a copy</source>
        <translation>写入副本</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>it was changed while it was read</source>
        <translation>它在读取过程中被更改</translation>
    </message>
    <message>
        <source>Nothing was kept. Find out who writes to it, then try again</source>
        <translation>没有保留任何内容。请查明是谁在写入它，然后重试</translation>
    </message>
    <message>
        <source>the copy is not what the source holds</source>
        <translation>副本与源的内容不同</translation>
    </message>
    <message>
        <source>Nothing was kept. Check the disks, and that nobody writes to the source, then try again</source>
        <translation>没有保留任何内容。请检查磁盘，并确认没有程序写入源，然后重试</translation>
    </message>
</context>
<context>
    <name>FileDependents</name>
    <message>
        <source>see who needs a file</source>
        <translation>查看谁需要某个文件</translation>
    </message>
    <message>
        <source>it is no directory</source>
        <translation>它不是目录</translation>
    </message>
    <message>
        <source>%1 stands on it</source>
        <translation>%1 依赖于它</translation>
    </message>
    <message>
        <source>%1 stands on it (%2)</source>
        <comment>a disk; whose</comment>
        <translation>%1 依赖于它（%2）</translation>
    </message>
    <message>
        <source>%1 was made from it, and does not need it any more</source>
        <translation>%1 由它生成，已不再需要它</translation>
    </message>
    <message>
        <source>a domain&apos;s XML</source>
        <translation>域的 XML</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n domain(s) of libvirt</source>
        <translation>
            <numerusform>%1：%n 个 libvirt 域</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hosts use %1; what their guests have open is seen on each of them alone</source>
        <translation>
            <numerusform>有 %n 台主机使用 %1；它们的虚拟机打开了什么，只有在各自主机上才能看到</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n entries, read at %2</source>
        <translation>
            <numerusform>%1：%n 个条目，读取于 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not read to its end</source>
        <translation>%1 没有读完</translation>
    </message>
    <message>
        <source>Glance was not asked whether it still has this image</source>
        <translation>没有询问 Glance 是否仍有此镜像</translation>
    </message>
    <message>
        <source>Nova was not asked whether it still has this instance</source>
        <translation>没有询问 Nova 是否仍有此实例</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>it belongs to the instance %1</source>
        <translation>它属于实例 %1</translation>
    </message>
    <message>
        <source>libvirt&apos;s domain %1 is this instance</source>
        <translation>libvirt 的域 %1 就是此实例</translation>
    </message>
    <message>
        <source>a disk of libvirt&apos;s domain %1 stands on it, or is it</source>
        <translation>libvirt 的域 %1 的某个磁盘依赖于它，或者就是它</translation>
    </message>
    <message numerus="yes">
        <source>%n more could not be read there</source>
        <translation>
            <numerusform>那里另有 %n 项无法读取</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileFacts</name>
    <message>
        <source>look at</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>regular file</source>
        <translation>普通文件</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>symbolic link</source>
        <translation>符号链接</translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation>FIFO</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>character device</source>
        <translation>字符设备</translation>
    </message>
    <message>
        <source>block device</source>
        <translation>块设备</translation>
    </message>
</context>
<context>
    <name>FileHolders</name>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1（进程 %2）</translation>
    </message>
    <message>
        <source>the guest %1 (%2, process %3)</source>
        <translation>虚拟机 %1（%2，进程 %3）</translation>
    </message>
    <message>
        <source>see who works on a file</source>
        <translation>查看谁在使用文件</translation>
    </message>
    <message>
        <source>read a disk</source>
        <translation>读取磁盘</translation>
    </message>
    <message>
        <source>a guest holds it for writing; whose, only root can see</source>
        <translation>有虚拟机以写入方式占用它；只有 root 才能看到是哪一个</translation>
    </message>
    <message>
        <source>it is held for writing by %1</source>
        <translation>它被 %1 以写入方式占用</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Shut the guest down first, or take a snapshot of its disk</source>
        <translation>请先关闭虚拟机，或为其磁盘创建快照</translation>
    </message>
    <message>
        <source>change a disk</source>
        <translation>更改磁盘</translation>
    </message>
    <message>
        <source>a guest uses it; whose, only root can see</source>
        <translation>有虚拟机正在使用它；只有 root 才能看到是哪一个</translation>
    </message>
    <message>
        <source>it is used by %1</source>
        <translation>%1 正在使用它</translation>
    </message>
    <message>
        <source>Shut the guest down first, or wait for the program</source>
        <translation>请先关闭虚拟机，或等待该程序结束</translation>
    </message>
</context>
<context>
    <name>FilesBelow</name>
    <message>
        <source>look at a directory</source>
        <translation>查看目录</translation>
    </message>
    <message>
        <source>there are more than %1 files in it</source>
        <translation>其中的文件多于 %1 个</translation>
    </message>
</context>
<context>
    <name>FilterQuery</name>
    <message>
        <source>“%1” holds no numbers that could be compared.</source>
        <translation>“%1”不含可比较的数字。</translation>
    </message>
    <message>
        <source>“%1” is no size; write 50G, 1.5T or 4096.</source>
        <translation>“%1”不是大小；请写 50G、1.5T 或 4096。</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>“%1” is no share; write 80%.</source>
        <translation>“%1”不是百分比；请写 80%。</translation>
    </message>
    <message>
        <source>“%1” is no date; write 2024, 2024-05, 2024-05-12 or 2024-05-12T10:33.</source>
        <translation>“%1”不是日期；请写 2024、2024-05、2024-05-12 或 2024-05-12T10:33。</translation>
    </message>
    <message>
        <source>There is no column “%1”; the word is looked for as it stands.</source>
        <translation>没有名为“%1”的列；按原样查找这个词。</translation>
    </message>
</context>
<context>
    <name>FlattenJob</name>
    <message>
        <source>Flatten</source>
        <translation>扁平化</translation>
    </message>
    <message>
        <source>make one file of an overlay and all it stands on, and prove it the same</source>
        <translation>将覆盖层及其依赖的所有文件合并为一个文件，并证明内容相同</translation>
    </message>
    <message>
        <source>OVERLAY TARGET</source>
        <translation>覆盖层 目标</translation>
    </message>
</context>
<context>
    <name>GlanceConfig</name>
    <message>
        <source>understand the configuration</source>
        <translation>解析配置</translation>
    </message>
    <message>
        <source>“%1” in enabled_backends is not of the form name:type</source>
        <translation>enabled_backends 中的“%1”不符合 name:type 的形式</translation>
    </message>
    <message>
        <source>“%1” in enabled_backends is a name that Glance keeps for itself</source>
        <translation>enabled_backends 中的“%1”是 Glance 的保留名称</translation>
    </message>
    <message>
        <source>“%1” stands twice in enabled_backends</source>
        <translation>“%1”在 enabled_backends 中出现了两次</translation>
    </message>
    <message>
        <source>enabled_backends names “%1”, but there is no section of that name</source>
        <translation>enabled_backends 指定了“%1”，但没有该名称的配置节</translation>
    </message>
    <message>
        <source>enabled_backends is set, but default_backend in [glance_store] is not</source>
        <translation>已设置 enabled_backends，但未设置 [glance_store] 中的 default_backend</translation>
    </message>
    <message>
        <source>default_backend is “%1”, which enabled_backends does not name</source>
        <translation>default_backend 为“%1”，但 enabled_backends 中没有它</translation>
    </message>
    <message>
        <source>store “%1” sets both filesystem_store_datadir and filesystem_store_datadirs; Glance refuses to start like this</source>
        <translation>存储“%1”同时设置了 filesystem_store_datadir 和 filesystem_store_datadirs；这样 Glance 会拒绝启动</translation>
    </message>
    <message>
        <source>Both are listed here; remove one of them</source>
        <translation>两者均已在此列出；请移除其中之一</translation>
    </message>
    <message>
        <source>“%1” has no number as its priority</source>
        <translation>“%1”的优先级不是数字</translation>
    </message>
    <message>
        <source>“%1” is not an absolute path</source>
        <translation>“%1”不是绝对路径</translation>
    </message>
    <message>
        <source>“%1” is named twice, with different priorities</source>
        <translation>“%1”被指定了两次，且优先级不同</translation>
    </message>
    <message>
        <source>Name the directories of images themselves with --images DIR</source>
        <translation>请使用 --images DIR 直接指定镜像目录</translation>
    </message>
</context>
<context>
    <name>GlanceStores</name>
    <message>
        <source>The images are objects in an S3 bucket. They have no files on this machine: ask Glance&apos;s API for their sizes and formats.</source>
        <translation>镜像是 S3 存储桶中的对象，在本机上没有文件：请通过 Glance 的 API 查询其大小和格式。</translation>
    </message>
    <message>
        <source>The images are objects in the Swift container “%1”, large ones cut into segments. They have no files on this machine: ask Glance&apos;s API for their sizes and formats.</source>
        <translation>镜像是 Swift 容器“%1”中的对象，较大的镜像被切分为多段，在本机上没有文件：请通过 Glance 的 API 查询其大小和格式。</translation>
    </message>
    <message>
        <source>The images are block devices in the Ceph pool “%1”, and instances&apos; disks may be clones of them. They have no files on this machine: ask Glance&apos;s API, or rbd du.</source>
        <translation>镜像是 Ceph 存储池“%1”中的块设备，实例的磁盘可能是它们的克隆。它们在本机上没有文件：请通过 Glance 的 API 或 rbd du 查询。</translation>
    </message>
    <message>
        <source>The images are objects in a Sheepdog cluster. They have no files on this machine: ask Glance&apos;s API for their sizes and formats.</source>
        <translation>镜像是 Sheepdog 集群中的对象，在本机上没有文件：请通过 Glance 的 API 查询其大小和格式。</translation>
    </message>
    <message>
        <source>The images are volumes of Cinder (volume type “%1”), wherever Cinder keeps them. They have no files in an image store: ask Glance&apos;s API for their sizes and formats.</source>
        <translation>镜像是 Cinder 的卷（卷类型“%1”），位置由 Cinder 决定。它们在镜像存储中没有文件：请通过 Glance 的 API 查询其大小和格式。</translation>
    </message>
    <message>
        <source>The images are files below “%1” in the datastores of a vCenter. They have no files on this machine: ask Glance&apos;s API for their sizes and formats.</source>
        <translation>镜像是 vCenter 数据存储中“%1”之下的文件，在本机上没有文件：请通过 Glance 的 API 查询其大小和格式。</translation>
    </message>
    <message>
        <source>The images stay on other web servers; Glance keeps only their addresses and reads them when asked.</source>
        <translation>镜像保留在其他 Web 服务器上；Glance 只保存其地址，并在需要时读取。</translation>
    </message>
    <message>
        <source>Fathom does not know this kind of store. Where its images are, only Glance&apos;s API can tell.</source>
        <translation>Fathom 不了解此类存储。镜像的位置只有 Glance 的 API 才能给出。</translation>
    </message>
</context>
<context>
    <name>GotoIndex</name>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n 个实例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used by %n instance(s)</source>
        <translation>
            <numerusform>被 %n 个实例使用</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GotoKind</name>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Base file</source>
        <translation>基础文件</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>GuidPartitionTable</name>
    <message>
        <source>its entries are %1 bytes long, which is not allowed</source>
        <translation>其条目长度为 %1 字节，这是不允许的</translation>
    </message>
    <message>
        <source>it claims %1 entries</source>
        <translation>它声称有 %1 个条目</translation>
    </message>
    <message>
        <source>its entries lie outside the file</source>
        <translation>其条目位于文件之外</translation>
    </message>
    <message>
        <source>its entries&apos; checksum is wrong</source>
        <translation>其条目的校验和错误</translation>
    </message>
    <message>
        <source>partition %1 has an impossible extent</source>
        <translation>分区 %1 的区段不可能存在</translation>
    </message>
    <message>
        <source>the GPT header&apos;s checksum is wrong</source>
        <translation>GPT 头部的校验和错误</translation>
    </message>
    <message>
        <source>the MBR promises a GPT, but there is none</source>
        <translation>MBR 声明存在 GPT，但实际没有</translation>
    </message>
    <message>
        <source>the GPT header says that it lies at sector %1</source>
        <translation>GPT 头部声称自己位于扇区 %1</translation>
    </message>
    <message>
        <source>the GPT&apos;s second copy would lie past the end of the file</source>
        <translation>GPT 的第二份副本会超出文件末尾</translation>
    </message>
</context>
<context>
    <name>ImageFacts</name>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>dynamic</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>differencing</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>记录中</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bits</source>
        <translation>
            <numerusform>%n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation>快照 %1</translation>
    </message>
    <message>
        <source>Taken at</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Machine state</source>
        <translation>虚拟机状态</translation>
    </message>
    <message>
        <source>Machine had run for</source>
        <translation>虚拟机已运行时间</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Virtual size</source>
        <translation>虚拟大小</translation>
    </message>
    <message>
        <source>Instructions executed</source>
        <translation>已执行指令数</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>占用空间</translation>
    </message>
    <message>
        <source>File length</source>
        <translation>文件长度</translation>
    </message>
    <message>
        <source>Cluster size</source>
        <translation>簇大小</translation>
    </message>
    <message>
        <source>Backing file</source>
        <translation>后备文件</translation>
    </message>
    <message>
        <source>Backing format</source>
        <translation>后备格式</translation>
    </message>
    <message>
        <source>not told: whoever opens it must guess</source>
        <translation>未指明：打开者只能猜测</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>数据文件</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>Not closed cleanly</source>
        <translation>未正常关闭</translation>
    </message>
</context>
<context>
    <name>ImageProbe</name>
    <message>
        <source>It is used as raw, but its bytes look like %1: a guest may have written them to deceive a program that guesses formats</source>
        <translation>它作为 raw 使用，但其字节看起来像 %1：可能是客户机写入的，用来欺骗会猜测格式的程序</translation>
    </message>
    <message>
        <source>Its bytes are those of %1, but also those of an ISO: which one it is depends on who reads it</source>
        <translation>其字节既符合 %1，也符合 ISO：究竟是哪一种取决于由谁读取</translation>
    </message>
    <message>
        <source>read it as %1</source>
        <translation>按 %1 读取它</translation>
    </message>
    <message>
        <source>its bytes are %1</source>
        <translation>其字节为 %1</translation>
    </message>
    <message>
        <source>its bytes do not look like that format</source>
        <translation>其字节看起来不像该格式</translation>
    </message>
</context>
<context>
    <name>ImageStore</name>
    <message>
        <source>read the image</source>
        <translation>读取镜像</translation>
    </message>
    <message>
        <source>it is a symbolic link to %1, and links are not followed</source>
        <translation>它是指向 %1 的符号链接，不跟随链接</translation>
    </message>
    <message>
        <source>Open the directory that it leads to as well</source>
        <translation>请同时打开它指向的目录</translation>
    </message>
</context>
<context>
    <name>ImageTableModel</name>
    <message>
        <source>unreadable</source>
        <translation>不可读</translation>
    </message>
    <message>
        <source>%1 on disk of %2 virtual size</source>
        <translation>占用空间 %1，虚拟大小 %2</translation>
    </message>
    <message>
        <source>No instance that was found stands on it</source>
        <translation>找到的实例中没有基于它的</translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) stand on it</source>
        <translation>
            <numerusform>有 %n 个实例基于它</numerusform>
        </translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Virtual size</source>
        <translation>虚拟大小</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>占用空间</translation>
    </message>
    <message>
        <source>File length</source>
        <translation>文件长度</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全性</translation>
    </message>
</context>
<context>
    <name>ImagesCommand</name>
    <message>
        <source>list the files of Glance&apos;s image store</source>
        <translation>列出 Glance 镜像存储中的文件</translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>CONTENT</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>VIRTUAL</source>
        <translation>虚拟大小</translation>
    </message>
    <message>
        <source>DISK</source>
        <translation>占用空间</translation>
    </message>
    <message>
        <source>LENGTH</source>
        <translation>文件长度</translation>
    </message>
    <message>
        <source>USED BY</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>OWNER</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>MODE</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>MODIFIED</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>STORE</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>SAFETY</source>
        <translation>安全性</translation>
    </message>
    <message>
        <source>[PATH…]</source>
        <translation>[路径…]</translation>
    </message>
    <message>
        <source>No images.</source>
        <translation>没有镜像。</translation>
    </message>
</context>
<context>
    <name>InspectCommand</name>
    <message>
        <source>tell what files are, by their own bytes</source>
        <translation>根据文件自身的字节判断文件是什么</translation>
    </message>
    <message>
        <source>inspect an image</source>
        <translation>检查镜像</translation>
    </message>
    <message>
        <source>no file was named</source>
        <translation>未指定文件</translation>
    </message>
    <message>
        <source>See “fathomctl inspect --help”</source>
        <translation>请参阅“fathomctl inspect --help”</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全性</translation>
    </message>
    <message>
        <source>breaks no rule</source>
        <translation>未违反任何规则</translation>
    </message>
    <message>
        <source>Unsafe</source>
        <translation>不安全</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>FILE…</source>
        <translation>文件…</translation>
    </message>
</context>
<context>
    <name>InstanceTree</name>
    <message>
        <source>read %1</source>
        <translation>读取%1</translation>
    </message>
    <message>
        <source>it is a symbolic link to %1, and links in the tree are not followed</source>
        <translation>它是指向 %1 的符号链接，而目录树中的链接不会被跟随</translation>
    </message>
    <message>
        <source>If it is meant to be there, open the directory that it leads to as well</source>
        <translation>如果它本应在那里，请同时打开它指向的目录</translation>
    </message>
</context>
<context>
    <name>InstanceTreeModel</name>
    <message>
        <source>project unknown</source>
        <translation>项目未知</translation>
    </message>
    <message>
        <source>%1 vCPU, %2</source>
        <translation>%1 个 vCPU，%2</translation>
    </message>
    <message>
        <source>Virtual CPUs: %1</source>
        <translation>虚拟 CPU：%1</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>内存：%1</translation>
    </message>
    <message>
        <source>Root disk: %1 GiB</source>
        <translation>根磁盘：%1 GiB</translation>
    </message>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>%n 个有问题</numerusform>
        </translation>
    </message>
    <message>
        <source>with problems</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>%1, with problems</source>
        <translation>%1，有问题</translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n 个实例</numerusform>
        </translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>Nova</source>
        <translation>Nova</translation>
    </message>
    <message>
        <source>Flavor</source>
        <translation>实例类型</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Virtual size</source>
        <translation>虚拟大小</translation>
    </message>
    <message>
        <source>Chain depth</source>
        <translation>链深度</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>自有大小</translation>
    </message>
    <message>
        <source>With base</source>
        <translation>含基础文件</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>域</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC 地址</translation>
    </message>
</context>
<context>
    <name>InstancesCommand</name>
    <message>
        <source>list the instances of Nova&apos;s directories by host and project</source>
        <translation>按主机和项目列出 Nova 目录中的实例</translation>
    </message>
    <message>
        <source>HOST</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>PROJECT</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>NOVA</source>
        <translation>NOVA</translation>
    </message>
    <message>
        <source>FLAVOR</source>
        <translation>实例类型</translation>
    </message>
    <message>
        <source>DISKS</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>VIRTUAL</source>
        <translation>虚拟大小</translation>
    </message>
    <message>
        <source>OWN</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>WITH BASE</source>
        <translation>含基础文件</translation>
    </message>
    <message>
        <source>DEPTH</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>INSTANCES</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>OVERLAYS</source>
        <translation>叠加层</translation>
    </message>
    <message>
        <source>BASES</source>
        <translation>基础文件</translation>
    </message>
    <message>
        <source>TOGETHER</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>[PATH…]</source>
        <translation>[路径…]</translation>
    </message>
    <message>
        <source>No instances.</source>
        <translation>没有实例。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>InternalSnapshot</name>
    <message>
        <source>%1 “%2”</source>
        <comment>a snapshot&apos;s ID and name</comment>
        <translation>%1“%2”</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>several of its snapshots are called “%1”</source>
        <translation>有多个快照名为“%1”</translation>
    </message>
    <message>
        <source>Say the ID of one: %1</source>
        <translation>请指定其中一个的 ID：%1</translation>
    </message>
    <message>
        <source>it has no snapshot “%1”</source>
        <translation>它没有名为“%1”的快照</translation>
    </message>
    <message>
        <source>There are no snapshots in it</source>
        <translation>其中没有快照</translation>
    </message>
    <message>
        <source>There are %1</source>
        <translation>现有：%1</translation>
    </message>
    <message>
        <source>%1 “%2”, %3</source>
        <comment>a snapshot&apos;s ID, name and time</comment>
        <translation>%1“%2”，%3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a snapshot, its size</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, with a machine&apos;s state of %2</source>
        <translation>%1，含 %2 的虚拟机状态</translation>
    </message>
</context>
<context>
    <name>JobBook</name>
    <message>
        <source>Job %1 (%2): %3. To do it again: %4</source>
        <translation>作业 %1（%2）：%3。要重新执行：%4</translation>
    </message>
</context>
<context>
    <name>JobCommand</name>
    <message>
        <source>Tell what would be done, and do nothing.</source>
        <translation>只说明将要做什么，不执行任何操作。</translation>
    </message>
    <message>
        <source>%1: %2 on the disk, a virtual size of %3</source>
        <translation>%1：占用磁盘 %2，虚拟大小 %3</translation>
    </message>
</context>
<context>
    <name>JobForm</name>
    <message>
        <source>&amp;Flatten…</source>
        <translation>扁平化(&amp;F)…</translation>
    </message>
    <message>
        <source>Make one file of an overlay and its bases</source>
        <translation>将覆盖层及其基础合并为一个文件</translation>
    </message>
    <message>
        <source>&amp;Flatten</source>
        <translation>扁平化(&amp;F)</translation>
    </message>
    <message>
        <source>Look for damage inside an image</source>
        <translation>检查镜像内部是否损坏</translation>
    </message>
    <message>
        <source>&amp;Resize…</source>
        <translation>调整大小(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Resize</source>
        <translation>调整大小(&amp;R)</translation>
    </message>
    <message>
        <source>New si&amp;ze:</source>
        <translation>新大小(&amp;Z)：</translation>
    </message>
    <message>
        <source>20G, or +10G for so much more</source>
        <translation>20G，或用 +10G 表示增加的大小</translation>
    </message>
    <message>
        <source>List s&amp;napshots…</source>
        <translation>列出快照(&amp;N)…</translation>
    </message>
    <message>
        <source>List the snapshots inside an image</source>
        <translation>列出镜像中的快照</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>列出(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Extract a snapshot…</source>
        <translation>提取快照(&amp;E)…</translation>
    </message>
    <message>
        <source>Make an image of a snapshot inside another</source>
        <translation>用镜像中的快照生成镜像</translation>
    </message>
    <message>
        <source>&amp;Extract</source>
        <translation>提取(&amp;E)</translation>
    </message>
    <message>
        <source>S&amp;napshot:</source>
        <translation>快照(&amp;N)：</translation>
    </message>
    <message>
        <source>its name or ID</source>
        <translation>其名称或 ID</translation>
    </message>
    <message>
        <source>&amp;Delete a snapshot…</source>
        <translation>删除快照(&amp;D)…</translation>
    </message>
    <message>
        <source>Delete a snapshot inside an image, for good</source>
        <translation>永久删除镜像中的快照</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>C&amp;heck…</source>
        <translation>检查(&amp;H)…</translation>
    </message>
    <message>
        <source>C&amp;heck</source>
        <translation>检查(&amp;H)</translation>
    </message>
    <message>
        <source>Make an &amp;overlay…</source>
        <translation>创建覆盖层(&amp;O)…</translation>
    </message>
    <message>
        <source>Make a disk that stands on an image</source>
        <translation>创建以镜像为基础的磁盘</translation>
    </message>
    <message>
        <source>&amp;Make it</source>
        <translation>创建(&amp;M)</translation>
    </message>
    <message>
        <source>Co&amp;py…</source>
        <translation>复制(&amp;P)…</translation>
    </message>
    <message>
        <source>Copy a file byte for byte</source>
        <translation>逐字节复制文件</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>复制(&amp;P)</translation>
    </message>
    <message>
        <source>Ma&amp;ke checksums…</source>
        <translation>计算校验和(&amp;K)…</translation>
    </message>
    <message>
        <source>Make the checksums of a file</source>
        <translation>计算文件的校验和</translation>
    </message>
    <message>
        <source>&amp;Make</source>
        <translation>计算(&amp;M)</translation>
    </message>
    <message>
        <source>Give an image another virtual size</source>
        <translation>更改镜像的虚拟大小</translation>
    </message>
    <message>
        <source>It &amp;may become smaller</source>
        <translation>允许变小(&amp;M)</translation>
    </message>
    <message>
        <source>Re&amp;base…</source>
        <translation>变基(&amp;B)…</translation>
    </message>
    <message>
        <source>Let an overlay stand on another base</source>
        <translation>让覆盖层依赖另一个基础文件</translation>
    </message>
    <message>
        <source>Re&amp;base</source>
        <translation>变基(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;New base:</source>
        <translation>新的基础文件(&amp;N)：</translation>
    </message>
    <message>
        <source>the file that it shall stand on</source>
        <translation>它要依赖的文件</translation>
    </message>
    <message>
        <source>&amp;Both hold the same: prove it, and change the name only</source>
        <translation>两者内容相同：加以证明，只改名称(&amp;B)</translation>
    </message>
    <message>
        <source>Comm&amp;it…</source>
        <translation>提交(&amp;I)…</translation>
    </message>
    <message>
        <source>Put what an overlay holds into its base</source>
        <translation>把覆盖层的内容放入其基础文件</translation>
    </message>
    <message>
        <source>Comm&amp;it</source>
        <translation>提交(&amp;I)</translation>
    </message>
    <message>
        <source>Reco&amp;ver the instance…</source>
        <translation>恢复实例(&amp;V)…</translation>
    </message>
    <message>
        <source>Make plain files of an instance whose host or cloud is gone</source>
        <translation>主机或云已不存在时，把实例变成普通文件</translation>
    </message>
    <message>
        <source>Reco&amp;ver</source>
        <translation>恢复(&amp;V)</translation>
    </message>
    <message>
        <source>I have read below what nothing proves, and want it all the same</source>
        <translation>我已阅读下面未经证明的内容，仍要继续</translation>
    </message>
    <message>
        <source>Move into &amp;quarantine…</source>
        <translation>移入隔离区(&amp;Q)…</translation>
    </message>
    <message>
        <source>Move what nobody needs out of the way</source>
        <translation>把没有人需要的东西移开</translation>
    </message>
    <message>
        <source>&amp;Move it</source>
        <translation>移走(&amp;M)</translation>
    </message>
    <message>
        <source>I have read below who did not answer, and know that nobody needs it</source>
        <translation>我已阅读下面谁没有回答，并确知没有人需要它</translation>
    </message>
    <message>
        <source>&amp;Remove for good…</source>
        <translation>彻底删除(&amp;R)…</translation>
    </message>
    <message>
        <source>Remove for good what lies in quarantine</source>
        <translation>彻底删除隔离区中的内容</translation>
    </message>
    <message>
        <source>&amp;Remove for good</source>
        <translation>彻底删除(&amp;R)</translation>
    </message>
    <message>
        <source>I know that it cannot be brought back</source>
        <translation>我知道它无法恢复</translation>
    </message>
    <message>
        <source>Rep&amp;air…</source>
        <translation>修复(&amp;A)…</translation>
    </message>
    <message>
        <source>Repair a damaged image in a copy</source>
        <translation>在副本中修复损坏的镜像</translation>
    </message>
    <message>
        <source>Rep&amp;air</source>
        <translation>修复(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Only give back lost space</source>
        <translation>只归还丢失的空间(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Look inside…</source>
        <translation>查看内部(&amp;L)…</translation>
    </message>
    <message>
        <source>See the partitions and file systems on a disk</source>
        <translation>查看磁盘上的分区和文件系统</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>查看(&amp;L)</translation>
    </message>
    <message>
        <source>Take &amp;less space…</source>
        <translation>减少占用(&amp;L)…</translation>
    </message>
    <message>
        <source>Make an image take less space</source>
        <translation>让镜像占用更少空间</translation>
    </message>
    <message>
        <source>Make it &amp;smaller</source>
        <translation>使其变小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Compress its data, too (qcow2)</source>
        <translation>同时压缩其数据（qcow2）(&amp;C)</translation>
    </message>
</context>
<context>
    <name>JobJournal</name>
    <message>
        <source>remove what an interrupted job left</source>
        <translation>删除被中断的作业留下的内容</translation>
    </message>
    <message>
        <source>find the job</source>
        <translation>查找作业</translation>
    </message>
    <message>
        <source>the journal has none of this number</source>
        <translation>日志中没有这个编号</translation>
    </message>
    <message>
        <source>It was interrupted</source>
        <translation>它被中断了</translation>
    </message>
    <message>
        <source>%1; what it had begun was removed: %2</source>
        <translation>%1；已删除它开始写入的内容：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>keep the journal of jobs</source>
        <translation>记录作业日志</translation>
    </message>
    <message>
        <source>another program holds it</source>
        <translation>另一个程序正在占用它</translation>
    </message>
    <message>
        <source>a later version of Fathom has written it</source>
        <translation>它由更新版本的 Fathom 写入</translation>
    </message>
    <message>
        <source>Use that version, or move the file away</source>
        <translation>请使用那个版本，或将该文件移走</translation>
    </message>
    <message>
        <source>Move the file away; a new one will be made</source>
        <translation>请将该文件移走；将会新建一个</translation>
    </message>
    <message>
        <source>Free space in your home directory</source>
        <translation>请在您的主目录中释放空间</translation>
    </message>
    <message>
        <source>a program still writes to it</source>
        <translation>有程序仍在写入它</translation>
    </message>
    <message>
        <source>Check that its directory can be written and has room, or name another in XDG_STATE_HOME</source>
        <translation>请检查其目录是否可写且有可用空间，或用 XDG_STATE_HOME 指定另一个目录</translation>
    </message>
    <message>
        <source>It still waited when Fathom ended, and was not begun</source>
        <translation>Fathom 结束时它仍在等待，没有开始</translation>
    </message>
    <message>
        <source>nothing can be written beside it</source>
        <translation>无法在它旁边写入任何内容</translation>
    </message>
</context>
<context>
    <name>JobKinds</name>
    <message>
        <source>do a job again</source>
        <translation>重新执行作业</translation>
    </message>
    <message>
        <source>this version of Fathom knows no such job</source>
        <translation>此版本的 Fathom 不认识这种作业</translation>
    </message>
</context>
<context>
    <name>JobProgress</name>
    <message>
        <source>%1: %2 of %3, %4 %</source>
        <translation>%1：%2 / %3，%4 %</translation>
    </message>
    <message>
        <source>%1, %2/s, %3 s left</source>
        <translation>%1，%2/秒，剩余 %3 秒</translation>
    </message>
</context>
<context>
    <name>JobQueue</name>
    <message>
        <source>Fathom was closed before it began</source>
        <translation>在它开始之前 Fathom 已关闭</translation>
    </message>
    <message>
        <source>It was cancelled before it began</source>
        <translation>它在开始之前已被取消</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>In the journal</source>
        <translation>日志编号</translation>
    </message>
    <message>
        <source>On a command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>To do it again</source>
        <translation>重新执行</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>JobStage</name>
    <message>
        <source>Converting</source>
        <translation>正在转换</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>正在收尾</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Resizing</source>
        <translation>正在调整大小</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>Making checksums</source>
        <translation>正在计算校验和</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>正在复制</translation>
    </message>
    <message>
        <source>Making the overlay</source>
        <translation>正在创建覆盖层</translation>
    </message>
    <message>
        <source>Committing</source>
        <translation>正在提交</translation>
    </message>
    <message>
        <source>Rebasing</source>
        <translation>正在变基</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>正在修复</translation>
    </message>
</context>
<context>
    <name>JobState</name>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>被中断</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>JobTableModel</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
</context>
<context>
    <name>JobsCommand</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>To do it again</source>
        <translation>重新执行</translation>
    </message>
    <message>
        <source>list what Fathom has changed, or tell of one job all that is known</source>
        <translation>列出 Fathom 更改过的内容，或说明某个作业的全部信息</translation>
    </message>
    <message>
        <source>JOB</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>BEGAN</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>TOOK</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>WHAT</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>OUTCOME</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>No jobs.</source>
        <translation>没有作业。</translation>
    </message>
    <message>
        <source>[NUMBER | WORD…]</source>
        <translation>[编号 | 词语…]</translation>
    </message>
</context>
<context>
    <name>JournalledJob</name>
    <message>
        <source>The job itself was done, whatever the journal says of it: %1</source>
        <translation>无论日志怎么记录，作业本身已完成：%1</translation>
    </message>
</context>
<context>
    <name>LayerLocation</name>
    <message>
        <source>find the layer</source>
        <translation>查找该层</translation>
    </message>
    <message>
        <source>open the layer</source>
        <translation>打开该层</translation>
    </message>
    <message>
        <source>it lies outside the directories that may be opened</source>
        <translation>它位于允许打开的目录之外</translation>
    </message>
    <message>
        <source>it is a symbolic link to %1, outside the directories that may be opened</source>
        <translation>它是指向 %1 的符号链接，位于允许打开的目录之外</translation>
    </message>
    <message>
        <source>If you trust it, add its directory to those that Fathom looks at</source>
        <translation>如果您信任它，请将其目录添加到 Fathom 查看的目录中</translation>
    </message>
    <message>
        <source>it is a symbolic link to %1, which does not exist</source>
        <translation>它是指向 %1 的符号链接，而后者不存在</translation>
    </message>
    <message>
        <source>Restore that file, or mend the link</source>
        <translation>请恢复该文件，或修复该链接</translation>
    </message>
    <message>
        <source>its symbolic links lead in a circle</source>
        <translation>其符号链接形成循环</translation>
    </message>
    <message>
        <source>it is the name of a file on Windows, which means nothing on this machine</source>
        <translation>它是 Windows 上的文件名，在本机上没有意义</translation>
    </message>
    <message>
        <source>Copy that file here, and rebase the disk onto the copy</source>
        <translation>请将该文件复制到此处，并将磁盘变基到该副本</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>它不存在</translation>
    </message>
    <message>
        <source>it does not exist (looked for at: %1)</source>
        <translation>它不存在（查找位置：%1）</translation>
    </message>
    <message>
        <source>Restore it from another host or a backup; a base in Nova&apos;s image cache is fetched again when the instance is rebooted hard, as long as Glance still has the image</source>
        <translation>请从其他主机或备份恢复；对于 Nova 镜像缓存中的基础文件，只要 Glance 仍有该镜像，硬重启实例时就会重新获取</translation>
    </message>
</context>
<context>
    <name>LookJob</name>
    <message>
        <source>partition %1</source>
        <translation>分区 %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>size, place</comment>
        <translation>%1，起于 %2</translation>
    </message>
    <message>
        <source>nothing that is known</source>
        <translation>没有已知的内容</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 of %2 used</source>
        <translation>已用 %1，共 %2</translation>
    </message>
    <message>
        <source>Look inside %1</source>
        <translation>查看 %1 的内部</translation>
    </message>
    <message>
        <source>it is smaller than a sector</source>
        <translation>它小于一个扇区</translation>
    </message>
    <message>
        <source>the same for the beginning of each partition, into files that are removed again</source>
        <translation>对每个分区的开头同样处理，写入随后删除的文件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a disk; its partition table</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n partition(s)</source>
        <translation>
            <numerusform>%1，%n 个分区</numerusform>
        </translation>
    </message>
    <message>
        <source>no partition table</source>
        <translation>没有分区表</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>查看内部</translation>
    </message>
    <message>
        <source>tell the partitions and file systems that a guest sees on a disk</source>
        <translation>说明虚拟机在磁盘上看到的分区和文件系统</translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>one disk must be named</source>
        <translation>必须指定一个磁盘</translation>
    </message>
    <message>
        <source>See “fathomctl look --help”</source>
        <translation>参见“fathomctl look --help”</translation>
    </message>
    <message>
        <source>look inside a disk</source>
        <translation>查看磁盘内部</translation>
    </message>
</context>
<context>
    <name>Luks2Header</name>
    <message>
        <source>read the LUKS2 header</source>
        <translation>读取 LUKS2 头部</translation>
    </message>
    <message>
        <source>the LUKS2 header</source>
        <translation>LUKS2 头部</translation>
    </message>
    <message>
        <source>there is no LUKS2 header</source>
        <translation>没有 LUKS2 头部</translation>
    </message>
    <message>
        <source>its length of %1 bytes is not allowed</source>
        <translation>其长度 %1 字节是不允许的</translation>
    </message>
    <message>
        <source>it says that it lies at byte %1</source>
        <translation>它声称自己位于字节 %1</translation>
    </message>
    <message>
        <source>its checksum is wrong</source>
        <translation>其校验和错误</translation>
    </message>
    <message>
        <source>its JSON is no object</source>
        <translation>其 JSON 不是对象</translation>
    </message>
    <message>
        <source>its JSON is broken: %1</source>
        <translation>其 JSON 已损坏：%1</translation>
    </message>
    <message>
        <source>its JSON is longer than any header needs</source>
        <translation>其 JSON 比任何头部所需的都长</translation>
    </message>
    <message>
        <source>it has more than %1 key slots</source>
        <translation>密钥槽超过 %1 个</translation>
    </message>
</context>
<context>
    <name>LuksHeader</name>
    <message>
        <source>read the LUKS header</source>
        <translation>读取 LUKS 头部</translation>
    </message>
    <message>
        <source>the cipher&apos;s name does not end</source>
        <translation>加密算法的名称没有结束符</translation>
    </message>
    <message>
        <source>the cipher&apos;s mode does not end</source>
        <translation>加密算法的模式没有结束符</translation>
    </message>
    <message>
        <source>the hash&apos;s name does not end</source>
        <translation>哈希算法的名称没有结束符</translation>
    </message>
    <message>
        <source>the cipher&apos;s mode is &quot;%1&quot;, without a dash</source>
        <translation>加密算法的模式为“%1”，缺少连字符</translation>
    </message>
    <message>
        <source>unknown cipher mode &quot;%1&quot;</source>
        <translation>未知的加密模式“%1”</translation>
    </message>
    <message>
        <source>unknown generator of start vectors &quot;%1&quot;</source>
        <translation>未知的初始向量生成器“%1”</translation>
    </message>
    <message>
        <source>unknown hash &quot;%1&quot; for start vectors</source>
        <translation>用于初始向量的未知哈希算法“%1”</translation>
    </message>
    <message>
        <source>unknown hash &quot;%1&quot;</source>
        <translation>未知的哈希算法“%1”</translation>
    </message>
    <message numerus="yes">
        <source>unknown cipher &quot;%1&quot; with a key of %n byte(s)</source>
        <translation>
            <numerusform>未知的加密算法“%1”（密钥长度 %n 字节）</numerusform>
        </translation>
    </message>
    <message>
        <source>key slot %1 has %2 stripes instead of %3</source>
        <translation>密钥槽 %1 有 %2 个条带，而不是 %3 个</translation>
    </message>
    <message>
        <source>key slot %1 lies in the header itself</source>
        <translation>密钥槽 %1 位于头部之内</translation>
    </message>
    <message>
        <source>key slot %1 is neither in use nor free</source>
        <translation>密钥槽 %1 既非使用中也非空闲</translation>
    </message>
    <message>
        <source>key slot %1 has no iterations</source>
        <translation>密钥槽 %1 没有迭代次数</translation>
    </message>
    <message>
        <source>key slot %1 reaches into the encrypted data</source>
        <translation>密钥槽 %1 延伸到了加密数据中</translation>
    </message>
    <message>
        <source>key slots %1 and %2 overlap</source>
        <translation>密钥槽 %1 和 %2 重叠</translation>
    </message>
    <message>
        <source>it does not begin with LUKS&apos;s mark</source>
        <translation>它不以 LUKS 的标记开头</translation>
    </message>
    <message>
        <source>version %1 is none that qemu reads</source>
        <translation>版本 %1 不是 qemu 能读取的版本</translation>
    </message>
    <message>
        <source>the encrypted data begin inside the header</source>
        <translation>加密数据起始于头部之内</translation>
    </message>
    <message>
        <source>the master key has no iterations</source>
        <translation>主密钥没有迭代次数</translation>
    </message>
    <message>
        <source>there is no room for it</source>
        <translation>没有容纳它的空间</translation>
    </message>
    <message>
        <source>the LUKS header</source>
        <translation>LUKS 头部</translation>
    </message>
</context>
<context>
    <name>LuksProbe</name>
    <message>
        <source>read the LUKS header</source>
        <translation>读取 LUKS 头部</translation>
    </message>
    <message>
        <source>the encrypted data would begin past the end of the file</source>
        <translation>加密数据的起始位置会超出文件末尾</translation>
    </message>
</context>
<context>
    <name>MasterBootRecord</name>
    <message>
        <source>the extended partition&apos;s record at sector %1 has no signature</source>
        <translation>扇区 %1 处的扩展分区记录没有签名</translation>
    </message>
    <message>
        <source>the extended partition&apos;s records run in a circle</source>
        <translation>扩展分区的记录形成循环</translation>
    </message>
    <message numerus="yes">
        <source>it has more than %n logical partition(s)</source>
        <translation>
            <numerusform>它有超过 %n 个逻辑分区</numerusform>
        </translation>
    </message>
    <message>
        <source>partition %1&apos;s boot mark is %2</source>
        <translation>分区 %1 的引导标记为 %2</translation>
    </message>
    <message>
        <source>the entry that protects the GPT begins at sector %1, not at sector 1</source>
        <translation>保护 GPT 的条目起始于扇区 %1，而不是扇区 1</translation>
    </message>
    <message>
        <source>the entry that protects the GPT names another start in its CHS field</source>
        <translation>保护 GPT 的条目在其 CHS 字段中指定了不同的起始位置</translation>
    </message>
    <message>
        <source>partition %1 begins at the table itself</source>
        <translation>分区 %1 起始于分区表自身</translation>
    </message>
    <message>
        <source>it has a boot signature, but no partition</source>
        <translation>它有引导签名，但没有分区</translation>
    </message>
    <message numerus="yes">
        <source>%n partitions are marked bootable</source>
        <translation>
            <numerusform>%n 个分区被标记为可引导</numerusform>
        </translation>
    </message>
    <message>
        <source>it names partitions of its own next to the entry that protects the GPT</source>
        <translation>除保护 GPT 的条目外，它还指定了自己的分区</translation>
    </message>
    <message>
        <source>partition %1 reaches past the end of the file</source>
        <translation>分区 %1 超出文件末尾</translation>
    </message>
    <message>
        <source>partitions %1 and %2 overlap</source>
        <translation>分区 %1 和 %2 重叠</translation>
    </message>
</context>
<context>
    <name>NovaConfig</name>
    <message>
        <source>“%1” is neither true nor false</source>
        <translation>“%1”既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>“%1” is not a number of seconds</source>
        <translation>“%1”不是秒数</translation>
    </message>
    <message>
        <source>use the option %1</source>
        <translation>使用选项 %1</translation>
    </message>
    <message>
        <source>“%1” is no kind of disk that Nova knows</source>
        <translation>“%1”不是 Nova 已知的磁盘类型</translation>
    </message>
    <message>
        <source>The disks are logical volumes (/dev/%1/&lt;uuid&gt;_disk); the instance directories hold only their companions, and Fathom does not see the disks&apos; sizes there.</source>
        <translation>磁盘是逻辑卷 (/dev/%1/&lt;uuid&gt;_disk)；实例目录中只有其附属文件，Fathom 无法在其中看到磁盘的大小。</translation>
    </message>
    <message>
        <source>The disks are Ceph images (%1/&lt;uuid&gt;_disk); the instance directories hold only their companions, and Fathom does not see the disks&apos; sizes there.</source>
        <translation>磁盘是 Ceph 镜像 (%1/&lt;uuid&gt;_disk)；实例目录中只有其附属文件，Fathom 无法在其中看到磁盘的大小。</translation>
    </message>
    <message>
        <source>images_type is lvm, but no volume group is named</source>
        <translation>images_type 为 lvm，但未指定卷组</translation>
    </message>
    <message>
        <source>“%1” is not an absolute path</source>
        <translation>“%1”不是绝对路径</translation>
    </message>
    <message>
        <source>“%1” is not the name of one directory</source>
        <translation>“%1”不是单个目录的名称</translation>
    </message>
    <message>
        <source>Name the instances directory itself with --instances DIR</source>
        <translation>请使用 --instances DIR 直接指定实例目录</translation>
    </message>
</context>
<context>
    <name>NovaPaths</name>
    <message>
        <source>image store</source>
        <translation>镜像存储</translation>
    </message>
    <message>
        <source>Glance&apos;s file system store: one file per image, named by the image&apos;s UUID.</source>
        <translation>Glance 的文件系统存储：每个镜像一个文件，以镜像的 UUID 命名。</translation>
    </message>
    <message>
        <source>image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>An image as it was uploaded to Glance; its name is the image&apos;s UUID.</source>
        <translation>上传到 Glance 时的原始镜像；其名称为镜像的 UUID。</translation>
    </message>
    <message>
        <source>instances directory</source>
        <translation>实例目录</translation>
    </message>
    <message>
        <source>Where Nova keeps the disks of this host&apos;s instances and the base files that they stand on.</source>
        <translation>Nova 保存本主机实例的磁盘及其所基于的基础文件的位置。</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>The files of one instance; the directory is named by its UUID, by old Novas instance-XXXXXXXX.</source>
        <translation>一个实例的文件；目录以其 UUID 命名，旧版 Nova 则以 instance-XXXXXXXX 命名。</translation>
    </message>
    <message>
        <source>original of a resize</source>
        <translation>调整大小前的原实例</translation>
    </message>
    <message>
        <source>The instance as it was before a resize or migration; Nova removes it when the resize is confirmed.</source>
        <translation>调整大小或迁移之前的实例；确认调整大小后 Nova 会将其移除。</translation>
    </message>
    <message>
        <source>instance being deleted</source>
        <translation>正在删除的实例</translation>
    </message>
    <message>
        <source>Renamed for deletion; Nova tries to remove it five times, every 300 seconds, and then leaves it.</source>
        <translation>已为删除而重命名；Nova 会尝试移除五次，每 300 秒一次，之后便不再处理。</translation>
    </message>
    <message>
        <source>image cache</source>
        <translation>镜像缓存</translation>
    </message>
    <message>
        <source>The base files of this host: each is kept once, however many instances&apos; disks stand on it.</source>
        <translation>本主机的基础文件：无论有多少实例的磁盘基于它，每个只保存一份。</translation>
    </message>
    <message>
        <source>locks</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Lock files that keep two Nova processes from making the same base file.</source>
        <translation>防止两个 Nova 进程同时创建同一基础文件的锁文件。</translation>
    </message>
    <message>
        <source>snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Room for images that are being made from running instances; empty when no snapshot is taken.</source>
        <translation>存放正在从运行中的实例创建的镜像；没有创建快照时为空。</translation>
    </message>
    <message>
        <source>compute nodes</source>
        <translation>计算节点</translation>
    </message>
    <message>
        <source>The hosts that use this directory and when each last said so; more than one means shared storage.</source>
        <translation>使用此目录的主机及各自最近一次上报的时间；多于一个表示共享存储。</translation>
    </message>
    <message>
        <source>root disk</source>
        <translation>根磁盘</translation>
    </message>
    <message>
        <source>What the instance boots from: usually an overlay on a base file in _base.</source>
        <translation>实例的引导磁盘：通常是 _base 中某个基础文件之上的叠加层。</translation>
    </message>
    <message>
        <source>local disk</source>
        <translation>本地磁盘</translation>
    </message>
    <message>
        <source>The ephemeral disk as old Novas named it: empty space that lives as long as the instance.</source>
        <translation>旧版 Nova 命名方式的临时盘：与实例共存亡的空白空间。</translation>
    </message>
    <message>
        <source>ephemeral disk</source>
        <translation>临时盘</translation>
    </message>
    <message>
        <source>Additional empty space of the flavor, an overlay on _base/ephemeral_…; it lives as long as the instance.</source>
        <translation>实例类型附加的空白空间，是 _base/ephemeral_… 之上的叠加层；与实例共存亡。</translation>
    </message>
    <message>
        <source>swap disk</source>
        <translation>交换盘</translation>
    </message>
    <message>
        <source>Swap space of the flavor, an overlay on _base/swap_…</source>
        <translation>实例类型的交换空间，是 _base/swap_… 之上的叠加层</translation>
    </message>
    <message>
        <source>config drive</source>
        <translation>配置驱动盘</translation>
    </message>
    <message>
        <source>Metadata and user data for the guest, an ISO or FAT image that Nova writes at the first boot.</source>
        <translation>供客户机使用的元数据和用户数据，是 Nova 在首次引导时写入的 ISO 或 FAT 镜像。</translation>
    </message>
    <message>
        <source>rescue disk</source>
        <translation>救援盘</translation>
    </message>
    <message>
        <source>What the instance boots from while it is in rescue mode; removed at the end of it.</source>
        <translation>实例处于救援模式时的引导磁盘；救援结束时移除。</translation>
    </message>
    <message>
        <source>config drive for rescue</source>
        <translation>救援用配置驱动盘</translation>
    </message>
    <message>
        <source>The config drive of the rescue mode, with the rescue password; removed at the end of it.</source>
        <translation>救援模式的配置驱动盘，含救援密码；救援结束时移除。</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>The Linux kernel that the host boots the guest with (an image with kernel_id).</source>
        <translation>主机用来引导客户机的 Linux 内核（带有 kernel_id 的镜像）。</translation>
    </message>
    <message>
        <source>ramdisk</source>
        <translation>初始内存盘</translation>
    </message>
    <message>
        <source>The initial RAM disk that goes with the kernel (an image with ramdisk_id).</source>
        <translation>与内核配套的初始内存盘（带有 ramdisk_id 的镜像）。</translation>
    </message>
    <message>
        <source>rescue kernel</source>
        <translation>救援内核</translation>
    </message>
    <message>
        <source>The kernel of the rescue mode; removed at the end of it.</source>
        <translation>救援模式的内核；救援结束时移除。</translation>
    </message>
    <message>
        <source>rescue ramdisk</source>
        <translation>救援初始内存盘</translation>
    </message>
    <message>
        <source>The initial RAM disk of the rescue mode; removed at the end of it.</source>
        <translation>救援模式的初始内存盘；救援结束时移除。</translation>
    </message>
    <message>
        <source>console log</source>
        <translation>控制台日志</translation>
    </message>
    <message>
        <source>What the guest wrote to its serial console; written by QEMU or virtlogd.</source>
        <translation>客户机写入串行控制台的内容；由 QEMU 或 virtlogd 写入。</translation>
    </message>
    <message>
        <source>disk formats</source>
        <translation>磁盘格式</translation>
    </message>
    <message>
        <source>The formats of the disks as Nova made them, so that no guest can pass its disk off as another format; never change or delete it.</source>
        <translation>Nova 创建各磁盘时所用的格式，使客户机无法将其磁盘冒充为其他格式；切勿更改或删除。</translation>
    </message>
    <message>
        <source>domain XML</source>
        <translation>域 XML</translation>
    </message>
    <message>
        <source>The domain as Nova up to 14.0.2 gave it to libvirt; a copy for reading, changes here have no effect.</source>
        <translation>14.0.2 及更早版本的 Nova 提供给 libvirt 的域；仅供阅读的副本，在此更改不起作用。</translation>
    </message>
    <message>
        <source>domain XML for unrescue</source>
        <translation>用于退出救援的域 XML</translation>
    </message>
    <message>
        <source>The domain as it was before the rescue mode; Nova returns to it.</source>
        <translation>进入救援模式之前的域；Nova 会恢复到该域。</translation>
    </message>
    <message>
        <source>UEFI variables</source>
        <translation>UEFI 变量</translation>
    </message>
    <message>
        <source>The guest firmware&apos;s own settings (boot order, Secure Boot keys).</source>
        <translation>客户机固件自身的设置（引导顺序、安全启动密钥）。</translation>
    </message>
    <message>
        <source>virtual TPM</source>
        <translation>虚拟 TPM</translation>
    </message>
    <message>
        <source>The state of the guest&apos;s virtual TPM, encrypted; disks that the guest sealed with it are lost without it.</source>
        <translation>客户机虚拟 TPM 的状态，已加密；若丢失，客户机用其密封的磁盘也将无法恢复。</translation>
    </message>
    <message>
        <source>base file</source>
        <translation>基础文件</translation>
    </message>
    <message>
        <source>A Glance image as the host unpacked it (usually to raw); its name is the SHA-1 of the image&apos;s UUID.</source>
        <translation>主机解包后的 Glance 镜像（通常为 raw）；其名称是镜像 UUID 的 SHA-1。</translation>
    </message>
    <message>
        <source>resized base file</source>
        <translation>已调整大小的基础文件</translation>
    </message>
    <message>
        <source>A base file that an old Nova enlarged for one flavor; the number is the size in GiB.</source>
        <translation>旧版 Nova 为某个实例类型扩大的基础文件；数字为以 GiB 计的大小。</translation>
    </message>
    <message>
        <source>small base file</source>
        <translation>小型基础文件</translation>
    </message>
    <message>
        <source>A base file that an old Nova kept for the smallest flavor.</source>
        <translation>旧版 Nova 为最小的实例类型保留的基础文件。</translation>
    </message>
    <message>
        <source>swap base</source>
        <translation>交换盘基础文件</translation>
    </message>
    <message>
        <source>Formatted swap space that swap disks of this size (in MiB) stand on.</source>
        <translation>已格式化的交换空间，此大小（以 MiB 计）的交换盘以其为基础。</translation>
    </message>
    <message>
        <source>ephemeral base</source>
        <translation>临时盘基础文件</translation>
    </message>
    <message>
        <source>An empty formatted file system that ephemeral disks of this size (in GiB) and file system stand on.</source>
        <translation>已格式化的空文件系统，此大小（以 GiB 计）和文件系统的临时盘以其为基础。</translation>
    </message>
    <message>
        <source>cached kernel or ramdisk</source>
        <translation>缓存的内核或初始内存盘</translation>
    </message>
    <message>
        <source>A kernel or ramdisk image as it was downloaded; its name is the image&apos;s own UUID.</source>
        <translation>按下载原样保存的内核或初始内存盘镜像；其名称是镜像自身的 UUID。</translation>
    </message>
    <message>
        <source>download in progress</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>An image that is being downloaded from Glance; an old one is left over from a download that broke off.</source>
        <translation>正在从 Glance 下载的镜像；若文件较旧，则是下载中断后遗留的。</translation>
    </message>
    <message>
        <source>conversion in progress</source>
        <translation>正在转换</translation>
    </message>
    <message>
        <source>An image that is being converted to raw; an old one is left over from a conversion that broke off.</source>
        <translation>正在转换为 raw 的镜像；若文件较旧，则是转换中断后遗留的。</translation>
    </message>
    <message>
        <source>lock file</source>
        <translation>锁文件</translation>
    </message>
    <message>
        <source>An empty file that a Nova process locks while it works on the base file of this name; it takes no space.</source>
        <translation>Nova 进程处理此名称的基础文件时锁定的空文件；不占用空间。</translation>
    </message>
    <message>
        <source>snapshot in progress</source>
        <translation>正在创建快照</translation>
    </message>
    <message>
        <source>Made while one snapshot is taken; an old one is left over from a snapshot that broke off.</source>
        <translation>在创建单个快照期间生成；若文件较旧，则是快照中断后遗留的。</translation>
    </message>
    <message>
        <source>snapshot&apos;s copy</source>
        <translation>快照的副本</translation>
    </message>
    <message>
        <source>The copy of a running instance&apos;s disk from which the snapshot is extracted.</source>
        <translation>正在运行的实例的磁盘副本，快照从中提取。</translation>
    </message>
    <message>
        <source>extracted snapshot</source>
        <translation>已提取的快照</translation>
    </message>
    <message>
        <source>The finished snapshot, on its way to Glance.</source>
        <translation>已完成的快照，即将上传到 Glance。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Neither Glance nor Nova gives this name; somebody else put it here.</source>
        <translation>Glance 和 Nova 都不使用此名称；是其他人放在这里的。</translation>
    </message>
    <message>
        <source>quarantine</source>
        <translation>隔离区</translation>
    </message>
    <message>
        <source>What Fathom moved out of the way instead of deleting it; it takes its room until it is removed for good.</source>
        <translation>Fathom 移开而没有删除的内容；在彻底删除之前仍占用空间。</translation>
    </message>
</context>
<context>
    <name>OpenChoice</name>
    <message>
        <source>This machine&apos;s usual places</source>
        <translation>本机的常用位置</translation>
    </message>
    <message>
        <source>Directory of images…</source>
        <translation>镜像目录…</translation>
    </message>
    <message>
        <source>Instances directory…</source>
        <translation>实例目录…</translation>
    </message>
    <message>
        <source>Glance&apos;s configuration file…</source>
        <translation>Glance 的配置文件…</translation>
    </message>
    <message>
        <source>Nova&apos;s configuration file…</source>
        <translation>Nova 的配置文件…</translation>
    </message>
    <message>
        <source>Demo estate</source>
        <translation>演示资产</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
</context>
<context>
    <name>OsloConfig</name>
    <message>
        <source>it is indented, but there is no option that it could continue</source>
        <translation>该行有缩进，但没有可供其续接的选项</translation>
    </message>
    <message>
        <source>a section&apos;s name does not end with “]”</source>
        <translation>节的名称未以“]”结尾</translation>
    </message>
    <message>
        <source>a section has no name</source>
        <translation>有一个节没有名称</translation>
    </message>
    <message>
        <source>it is neither a section nor an option (“=” or “:” is missing)</source>
        <translation>该行既不是节也不是选项（缺少“=”或“:”）</translation>
    </message>
    <message>
        <source>an option has no name</source>
        <translation>有一个选项没有名称</translation>
    </message>
    <message>
        <source>read the configuration</source>
        <translation>读取配置</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>The services refuse such a file too: mend the line, or name the directories themselves</source>
        <translation>服务同样会拒绝这样的文件：请修正该行，或自行指定各目录</translation>
    </message>
    <message>
        <source>the configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>the option is too long</source>
        <translation>选项太长</translation>
    </message>
    <message>
        <source>there are more sections than any service has</source>
        <translation>节数比任何服务都多</translation>
    </message>
    <message>
        <source>options are repeated more often than any service needs</source>
        <translation>选项的重复次数超过任何服务所需</translation>
    </message>
</context>
<context>
    <name>OverlayJob</name>
    <message>
        <source>make an overlay</source>
        <translation>创建覆盖层</translation>
    </message>
    <message>
        <source>its virtual size is %1, and an overlay of %2 would hide the end of it</source>
        <translation>其虚拟大小为 %1，而 %2 的覆盖层会遮住其末尾</translation>
    </message>
    <message>
        <source>Leave the size out, or name a larger one</source>
        <translation>请省略大小，或指定更大的大小</translation>
    </message>
    <message>
        <source>qemu-img made another overlay than it was told to</source>
        <translation>qemu-img 创建的覆盖层与要求的不同</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <comment>a new file over a base</comment>
        <translation>%1 覆盖于 %2</translation>
    </message>
    <message>
        <source>its name is longer than the %1 bytes that a qcow2 has room for</source>
        <translation>其名称超过 qcow2 可容纳的 %1 字节</translation>
    </message>
    <message>
        <source>Name it through a symbolic link</source>
        <translation>请通过符号链接来指定它</translation>
    </message>
    <message>
        <source>from now on nobody may write to %1, or the overlay is spoilt</source>
        <translation>从现在起任何人都不得写入 %1，否则覆盖层会损坏</translation>
    </message>
    <message>
        <source>it is not what it was when the plan was made</source>
        <translation>它与制定计划时已不相同</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>请重新制定计划</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>%1: stands on %2, a virtual size of %3</source>
        <translation>%1：以 %2 为基础，虚拟大小 %3</translation>
    </message>
    <message>
        <source>See “fathomctl overlay --help”</source>
        <translation>请参阅“fathomctl overlay --help”</translation>
    </message>
    <message>
        <source>a base and a target must be named</source>
        <translation>必须指定基础和目标</translation>
    </message>
    <message>
        <source>“%1” is no size; “20G” is</source>
        <translation>“%1”不是大小；“20G”才是</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>覆盖层</translation>
    </message>
    <message>
        <source>make a new, empty qcow2 that stands on another image</source>
        <translation>创建以另一镜像为基础的新的空 qcow2</translation>
    </message>
    <message>
        <source>BASE TARGET</source>
        <translation>基础 目标</translation>
    </message>
    <message>
        <source>The virtual size, if it is to be larger than the base&apos;s: 20G.</source>
        <translation>虚拟大小（如果要大于基础的大小）：20G。</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>PartitionTable</name>
    <message>
        <source>The partition table makes no sense: %1</source>
        <translation>分区表不合理：%1</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>make room</source>
        <translation>腾出空间</translation>
    </message>
    <message>
        <source>%1 are needed, %2 are free</source>
        <translation>需要 %1，可用 %2</translation>
    </message>
    <message>
        <source>Choose a directory on another file system, or free space there</source>
        <translation>请选择另一个文件系统上的目录，或在那里释放空间</translation>
    </message>
</context>
<context>
    <name>PlanText</name>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>可用 %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>needs %1, %2</source>
        <translation>需要 %1，%2</translation>
    </message>
    <message>
        <source>needs about %1, %2</source>
        <translation>大约需要 %1，%2</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a file; its length</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Removes</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>%1 for good (%2 on the disk)</source>
        <translation>彻底删除 %1（占用磁盘 %2）</translation>
    </message>
    <message>
        <source>%1 → %2 (%3 on the disk)</source>
        <translation>%1 → %2（占用磁盘 %3）</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
</context>
<context>
    <name>PloopProbe</name>
    <message>
        <source>read the Parallels header</source>
        <translation>读取 Parallels 头部</translation>
    </message>
    <message>
        <source>the Parallels header</source>
        <translation>Parallels 头部</translation>
    </message>
    <message>
        <source>its version is %1, known is %2</source>
        <translation>其版本为 %1，已知版本为 %2</translation>
    </message>
    <message>
        <source>a cluster of %1 sectors is not between 1 and %2</source>
        <translation>簇大小 %1 个扇区不在 1 到 %2 之间</translation>
    </message>
    <message>
        <source>%1 clusters are more than there is room for</source>
        <translation>%1 个簇超出了可容纳的数量</translation>
    </message>
    <message>
        <source>the block table lies outside the file</source>
        <translation>块表位于文件之外</translation>
    </message>
    <message>
        <source>%1 clusters do not hold the disk</source>
        <translation>%1 个簇容纳不下该磁盘</translation>
    </message>
    <message>
        <source>the disk is larger than any can be</source>
        <translation>磁盘大于可能的最大值</translation>
    </message>
    <message>
        <source>the data lie outside the file</source>
        <translation>数据位于文件之外</translation>
    </message>
    <message>
        <source>the extension lies outside the file</source>
        <translation>扩展位于文件之外</translation>
    </message>
</context>
<context>
    <name>ProblemText</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) could not be read</source>
        <translation>
            <numerusform>%n 个来源无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) could be read in part only</source>
        <translation>
            <numerusform>%n 个来源只能部分读取</numerusform>
        </translation>
    </message>
    <message>
        <source>Run as root to read everything</source>
        <translation>以 root 身份运行以读取全部内容</translation>
    </message>
</context>
<context>
    <name>Qcow2Bitmaps</name>
    <message>
        <source>a bitmap&apos;s table does not start at a cluster</source>
        <translation>某个位图的表未从簇边界开始</translation>
    </message>
    <message>
        <source>a bitmap&apos;s table has %1 entries</source>
        <translation>某个位图的表有 %1 个条目</translation>
    </message>
    <message>
        <source>a bitmap has unknown flags</source>
        <translation>某个位图有未知标志</translation>
    </message>
    <message>
        <source>a bitmap is of the unknown type %1</source>
        <translation>某个位图的类型 %1 未知</translation>
    </message>
    <message>
        <source>a bitmap&apos;s granularity of 2^%1 bytes is not allowed</source>
        <translation>某个位图的粒度 2^%1 字节不被允许</translation>
    </message>
    <message>
        <source>a bitmap&apos;s name is %1 bytes long</source>
        <translation>某个位图的名称长达 %1 字节</translation>
    </message>
    <message>
        <source>a bitmap has extra data, which nobody defined</source>
        <translation>某个位图带有未经定义的附加数据</translation>
    </message>
    <message>
        <source>a bitmap&apos;s table is too small for the disk</source>
        <translation>某个位图的表对该磁盘而言太小</translation>
    </message>
    <message>
        <source>read the bitmap directory</source>
        <translation>读取位图目录</translation>
    </message>
    <message>
        <source>the bitmap directory</source>
        <translation>位图目录</translation>
    </message>
    <message>
        <source>there are more bitmaps than the header counts</source>
        <translation>位图数量多于头部所记</translation>
    </message>
    <message>
        <source>an entry reaches out of the directory</source>
        <translation>有一个条目超出了目录</translation>
    </message>
    <message>
        <source>there are fewer bitmaps than the header counts</source>
        <translation>位图数量少于头部所记</translation>
    </message>
    <message>
        <source>it lists more than any sound image has</source>
        <translation>列出的条目比任何完好的镜像都多</translation>
    </message>
</context>
<context>
    <name>Qcow2Extensions</name>
    <message>
        <source>the header extensions</source>
        <translation>头部扩展</translation>
    </message>
    <message>
        <source>read the qcow2 header extensions</source>
        <translation>读取 qcow2 头部扩展</translation>
    </message>
    <message>
        <source>an extension of %1 reaches out of the first cluster or into the backing file name</source>
        <translation>长度为 %1 的扩展超出了第一个簇或伸入了后备文件名</translation>
    </message>
    <message>
        <source>the backing format&apos;s name is %1 bytes long, and %2 are allowed</source>
        <translation>后备格式的名称长 %1 字节，最多允许 %2 字节</translation>
    </message>
    <message>
        <source>the bitmaps extension is %1 bytes long instead of %2</source>
        <translation>位图扩展的长度为 %1 字节，而不是 %2 字节</translation>
    </message>
    <message>
        <source>it claims %1 bitmaps; 1 to %2 are allowed</source>
        <translation>声称有 %1 个位图；允许 1 到 %2 个</translation>
    </message>
    <message>
        <source>a reserved field of the bitmaps extension is not zero</source>
        <translation>位图扩展的某个保留字段不为零</translation>
    </message>
    <message>
        <source>the bitmap directory claims %1 bytes; 1 to %2 are allowed</source>
        <translation>位图目录声称占 %1 字节；允许 1 到 %2 字节</translation>
    </message>
    <message>
        <source>the bitmap directory does not start at a cluster</source>
        <translation>位图目录未从簇边界开始</translation>
    </message>
    <message>
        <source>there is a LUKS header, but the image is not encrypted with LUKS</source>
        <translation>存在 LUKS 头部，但镜像未使用 LUKS 加密</translation>
    </message>
    <message>
        <source>the encryption extension is %1 bytes long instead of %2</source>
        <translation>加密扩展的长度为 %1 字节，而不是 %2 字节</translation>
    </message>
    <message>
        <source>the LUKS header does not start at a cluster, or reaches past the largest offset</source>
        <translation>LUKS 头部未从簇边界开始，或超出了最大偏移量</translation>
    </message>
</context>
<context>
    <name>Qcow2Header</name>
    <message>
        <source>read the qcow2 header</source>
        <translation>读取 qcow2 头部</translation>
    </message>
    <message>
        <source>the file ends inside the header</source>
        <translation>文件在头部内结束</translation>
    </message>
    <message>
        <source>the header claims to be %1 bytes long; version 3 needs %2</source>
        <translation>头部声称长 %1 字节；版本 3 需要 %2 字节</translation>
    </message>
    <message>
        <source>the header claims to be %1 bytes long, more than a cluster</source>
        <translation>头部声称长 %1 字节，超过一个簇</translation>
    </message>
    <message>
        <source>reference counts of 2^%1 bits are wider than the 64 bits allowed</source>
        <translation>2^%1 位的引用计数超过了允许的 64 位</translation>
    </message>
    <message>
        <source>the feature bits announce a compression type, but none is given</source>
        <translation>特性位声明了压缩类型，但未给出类型</translation>
    </message>
    <message>
        <source>compression type %1 is given without its feature bit</source>
        <translation>给出了压缩类型 %1，却没有相应的特性位</translation>
    </message>
    <message>
        <source>the backing file name lies outside the first cluster</source>
        <translation>后备文件名位于第一个簇之外</translation>
    </message>
    <message>
        <source>the backing file name, %1 bytes long, reaches out of the first cluster</source>
        <translation>后备文件名长 %1 字节，超出了第一个簇</translation>
    </message>
    <message>
        <source>%1 lies past the largest offset</source>
        <translation>%1超出了最大偏移量</translation>
    </message>
    <message>
        <source>%1 does not start at a cluster</source>
        <translation>%1未从簇边界开始</translation>
    </message>
    <message>
        <source>it has no reference count table</source>
        <translation>没有引用计数表</translation>
    </message>
    <message>
        <source>the reference count table claims %1, and %2 are allowed</source>
        <translation>引用计数表声称占 %1，最多允许 %2</translation>
    </message>
    <message>
        <source>it claims %1 snapshots, and %2 are allowed</source>
        <translation>声称有 %1 个快照，最多允许 %2 个</translation>
    </message>
    <message>
        <source>the L1 table claims %1, and %2 are allowed</source>
        <translation>L1 表声称占 %1，最多允许 %2</translation>
    </message>
    <message>
        <source>the reference count table</source>
        <translation>引用计数表</translation>
    </message>
    <message>
        <source>the snapshot table</source>
        <translation>快照表</translation>
    </message>
    <message>
        <source>the L1 table</source>
        <translation>L1 表</translation>
    </message>
    <message>
        <source>the virtual size, %1 bytes, is larger than any file can be</source>
        <translation>虚拟大小 %1 字节大于任何文件可能的大小</translation>
    </message>
    <message>
        <source>a disk of %1 needs an L1 table of %2 entries, and it has %3</source>
        <translation>%1 的磁盘需要有 %2 个条目的 L1 表，而它只有 %3 个</translation>
    </message>
    <message>
        <source>there is no version 0</source>
        <translation>不存在版本 0</translation>
    </message>
    <message>
        <source>it has version %1; only 2 and 3 are known</source>
        <translation>版本为 %1；已知的只有 2 和 3</translation>
    </message>
    <message>
        <source>clusters of 2^%1 bytes are not allowed: 2^9 (512) to 2^21 (2 MiB) are</source>
        <translation>不允许 2^%1 字节的簇：允许 2^9（512）到 2^21（2 MiB）</translation>
    </message>
    <message>
        <source>extended L2 entries need clusters of at least 16 KiB</source>
        <translation>扩展 L2 条目要求簇至少为 16 KiB</translation>
    </message>
    <message>
        <source>encryption method %1 is not known</source>
        <translation>加密方法 %1 未知</translation>
    </message>
</context>
<context>
    <name>Qcow2Probe</name>
    <message>
        <source>“%1” (bit %2)</source>
        <translation>“%1”（位 %2）</translation>
    </message>
    <message>
        <source>bit %1</source>
        <translation>位 %1</translation>
    </message>
    <message>
        <source>It uses features that nobody here knows: %1</source>
        <translation>使用了此处未知的特性：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>It uses the unknown compression type %1</source>
        <translation>使用了未知的压缩类型 %1</translation>
    </message>
    <message>
        <source>It uses extended L2 entries, which QEMU reads but OpenStack&apos;s own inspection refuses</source>
        <translation>使用了扩展 L2 条目，QEMU 可以读取，但 OpenStack 自身的检查会拒绝</translation>
    </message>
    <message>
        <source>Its reference count table lies over its own header</source>
        <translation>引用计数表与自身的头部重叠</translation>
    </message>
    <message>
        <source>The file ends before or inside its reference count table</source>
        <translation>文件在引用计数表之前或之内结束</translation>
    </message>
    <message>
        <source>Its L1 table lies over its own header</source>
        <translation>L1 表与自身的头部重叠</translation>
    </message>
    <message>
        <source>The file ends before or inside its L1 table</source>
        <translation>文件在 L1 表之前或之内结束</translation>
    </message>
    <message>
        <source>Its snapshot table lies over its own header</source>
        <translation>快照表与自身的头部重叠</translation>
    </message>
    <message>
        <source>read the qcow2 header</source>
        <translation>读取 qcow2 头部</translation>
    </message>
    <message>
        <source>Its header points to a backing file name, but the name is empty</source>
        <translation>头部指向一个后备文件名，但该名称为空</translation>
    </message>
    <message>
        <source>Its data lie in another file that it does not name</source>
        <translation>数据位于另一个文件中，但未指明是哪个文件</translation>
    </message>
    <message>
        <source>It names the external data file “%1” but does not say that it uses one</source>
        <translation>指定了外部数据文件“%1”，但未声明使用外部数据文件</translation>
    </message>
    <message>
        <source>read the qcow2 header extensions</source>
        <translation>读取 qcow2 头部扩展</translation>
    </message>
    <message>
        <source>it is encrypted with LUKS, but has no LUKS header</source>
        <translation>使用 LUKS 加密，但没有 LUKS 头部</translation>
    </message>
</context>
<context>
    <name>Qcow2Snapshots</name>
    <message>
        <source>read the snapshot table</source>
        <translation>读取快照表</translation>
    </message>
    <message>
        <source>a size of %1 bytes is larger than any file can be</source>
        <translation>大小 %1 字节大于任何文件可能的大小</translation>
    </message>
    <message>
        <source>the snapshot table</source>
        <translation>快照表</translation>
    </message>
    <message>
        <source>a snapshot has %1 bytes of extra data, and %2 are allowed</source>
        <translation>某个快照有 %1 字节的附加数据，最多允许 %2 字节</translation>
    </message>
    <message>
        <source>it lists more than any sound image has</source>
        <translation>列出的条目比任何完好的镜像都多</translation>
    </message>
</context>
<context>
    <name>QcowProbe</name>
    <message>
        <source>read the qcow header</source>
        <translation>读取 qcow 头部</translation>
    </message>
    <message>
        <source>the file ends inside the header</source>
        <translation>文件在头部内结束</translation>
    </message>
    <message>
        <source>a virtual size of %1 bytes is too small</source>
        <translation>虚拟大小 %1 字节太小</translation>
    </message>
    <message>
        <source>the virtual size, %1 bytes, is larger than any file can be</source>
        <translation>虚拟大小 %1 字节大于任何文件可能的大小</translation>
    </message>
    <message>
        <source>clusters of 2^%1 bytes are not allowed: 2^9 (512) to 2^16 (64 KiB) are</source>
        <translation>不允许 2^%1 字节的簇：允许 2^9（512）到 2^16（64 KiB）</translation>
    </message>
    <message>
        <source>L2 tables of 2^%1 entries are not allowed: 2^6 to 2^13 are</source>
        <translation>不允许有 2^%1 个条目的 L2 表：允许 2^6 到 2^13 个</translation>
    </message>
    <message>
        <source>encryption method %1 is not known</source>
        <translation>加密方法 %1 未知</translation>
    </message>
    <message>
        <source>a disk of %1 needs a larger L1 table than is allowed</source>
        <translation>%1 的磁盘需要的 L1 表大于允许的大小</translation>
    </message>
    <message>
        <source>the L1 table lies past the largest offset</source>
        <translation>L1 表超出了最大偏移量</translation>
    </message>
    <message>
        <source>Its header points to a backing file name, but the name is empty</source>
        <translation>头部指向一个后备文件名，但该名称为空</translation>
    </message>
    <message>
        <source>The file ends before or inside its L1 table</source>
        <translation>文件在 L1 表之前或之内结束</translation>
    </message>
    <message>
        <source>Its L1 table lies over its own header</source>
        <translation>L1 表与自身的头部重叠</translation>
    </message>
</context>
<context>
    <name>QedProbe</name>
    <message>
        <source>read the QED header</source>
        <translation>读取 QED 头部</translation>
    </message>
    <message>
        <source>the file ends inside the header</source>
        <translation>文件在头部内结束</translation>
    </message>
    <message>
        <source>clusters of %1 bytes are not allowed: powers of two from 4 KiB to 64 MiB are</source>
        <translation>不允许 %1 字节的簇：允许 4 KiB 到 64 MiB 之间的 2 的幂</translation>
    </message>
    <message>
        <source>tables of %1 clusters are not allowed: 1, 2, 4, 8 and 16 are</source>
        <translation>不允许 %1 个簇的表：允许 1、2、4、8 和 16 个</translation>
    </message>
    <message>
        <source>the virtual size, %1 bytes, is not a whole number of sectors</source>
        <translation>虚拟大小 %1 字节不是扇区大小的整数倍</translation>
    </message>
    <message>
        <source>the virtual size, %1 bytes, is larger than its tables can map</source>
        <translation>虚拟大小 %1 字节大于其表所能映射的大小</translation>
    </message>
    <message>
        <source>the L1 table does not lie between the header and the end of the file</source>
        <translation>L1 表不在头部与文件末尾之间</translation>
    </message>
    <message>
        <source>the backing file name reaches out of the header</source>
        <translation>后备文件名超出了头部</translation>
    </message>
    <message>
        <source>Its header points to a backing file name, but the name is empty</source>
        <translation>头部指向一个后备文件名，但该名称为空</translation>
    </message>
    <message>
        <source>It uses features that nobody here knows: bits %1</source>
        <translation>使用了此处未知的特性：位 %1</translation>
    </message>
</context>
<context>
    <name>QemuImgRun</name>
    <message>
        <source>the file system is full</source>
        <translation>文件系统已满</translation>
    </message>
    <message>
        <source>Free space there, or choose another directory</source>
        <translation>请在那里释放空间，或选择另一个目录</translation>
    </message>
    <message>
        <source>the disk quota is used up</source>
        <translation>磁盘配额已用完</translation>
    </message>
    <message>
        <source>the file system takes no file of this length</source>
        <translation>文件系统不接受这么长的文件</translation>
    </message>
    <message>
        <source>Choose a directory on another file system</source>
        <translation>请选择另一个文件系统上的目录</translation>
    </message>
    <message>
        <source>the disk or its file system failed</source>
        <translation>磁盘或其文件系统出错</translation>
    </message>
    <message>
        <source>Look into the kernel&apos;s log, and copy what can be read to another disk</source>
        <translation>请查看内核日志，并将可读取的内容复制到另一块磁盘</translation>
    </message>
    <message>
        <source>a guest or another program uses it</source>
        <translation>有虚拟机或其他程序正在使用它</translation>
    </message>
    <message>
        <source>Wait for it, or shut the guest down</source>
        <translation>请等待其结束，或关闭虚拟机</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Run as root, or as a member of the group that owns it</source>
        <translation>请以 root 或其所属组成员的身份运行</translation>
    </message>
    <message>
        <source>it does not exist any more</source>
        <translation>它已不存在</translation>
    </message>
    <message>
        <source>Look who moved or removed it, and try again</source>
        <translation>请查明是谁移动或删除了它，然后重试</translation>
    </message>
    <message>
        <source>qemu-img needs more memory than it may take</source>
        <translation>qemu-img 需要的内存超出了允许的上限</translation>
    </message>
    <message>
        <source>Distrust the image: sound ones need little</source>
        <translation>请勿信任该镜像：正常的镜像只需很少内存</translation>
    </message>
    <message>
        <source>qemu-img failed with exit code %1</source>
        <translation>qemu-img 失败，退出码为 %1</translation>
    </message>
    <message>
        <source>%1; qemu-img says: %2</source>
        <translation>%1；qemu-img 的输出为：%2</translation>
    </message>
    <message>
        <source>exit code %1 after %2 ms</source>
        <translation>%2 毫秒后退出，退出码为 %1</translation>
    </message>
    <message>
        <source>qemu-img ended as if all were well, but complained</source>
        <translation>qemu-img 看似正常结束，但报告了问题</translation>
    </message>
</context>
<context>
    <name>Quarantine</name>
    <message>
        <source>work with the quarantine</source>
        <translation>使用隔离区</translation>
    </message>
    <message>
        <source>it lies in no quarantine</source>
        <translation>它不在任何隔离区中</translation>
    </message>
    <message>
        <source>“fathomctl quarantined” lists what does</source>
        <translation>“fathomctl quarantined”可列出隔离区中的内容</translation>
    </message>
    <message>
        <source>the manifest</source>
        <translation>清单文件</translation>
    </message>
    <message>
        <source>it lies on another file system than %1, and is moved by its name alone</source>
        <translation>它与 %1 不在同一文件系统上，而移动只是改名</translation>
    </message>
    <message>
        <source>Copy it away first, and remove it by hand</source>
        <translation>请先复制到别处，再手动删除</translation>
    </message>
    <message>
        <source>something else stands there by now</source>
        <translation>那里现在已有别的东西</translation>
    </message>
    <message>
        <source>Move that away first; nothing is ever overwritten</source>
        <translation>请先把它移走；绝不会覆盖任何内容</translation>
    </message>
    <message>
        <source>it cannot be moved into quarantine</source>
        <translation>它不能移入隔离区</translation>
    </message>
    <message>
        <source>it is not what it was when the plan was made</source>
        <translation>它与制定计划时已不相同</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>请重新制定计划</translation>
    </message>
</context>
<context>
    <name>QuarantineJob</name>
    <message>
        <source>move a file into quarantine</source>
        <translation>把文件移入隔离区</translation>
    </message>
    <message>
        <source>it is a %1</source>
        <translation>它是%1</translation>
    </message>
    <message>
        <source>Files are moved, and whole directories of instances</source>
        <translation>可以移动文件和整个实例目录</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message numerus="yes">
        <source>%1; and %n more</source>
        <translation>
            <numerusform>%1；以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>it is needed: %1</source>
        <translation>有人需要它：%1</translation>
    </message>
    <message>
        <source>Remove what needs it first</source>
        <translation>请先移除需要它的内容</translation>
    </message>
    <message>
        <source>%1 → quarantine</source>
        <comment>a file</comment>
        <translation>%1 → 隔离区</translation>
    </message>
    <message>
        <source>it is not what it was when the plan was made</source>
        <translation>它与制定计划时已不相同</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>请重新制定计划</translation>
    </message>
    <message>
        <source>%1 lies in %2 now; its %3 are free when that is emptied</source>
        <translation>%1 现位于 %2；清除后可释放其 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n witness(es) did not say whether it is needed</source>
        <translation>
            <numerusform>有 %n 个来源没有说明是否需要它</numerusform>
        </translation>
    </message>
    <message>
        <source>Read above who did not, make sure, and confirm it (--evidence-read)</source>
        <translation>请阅读上面的说明，核实后加以确认（--evidence-read）</translation>
    </message>
    <message>
        <source>one file must be named</source>
        <translation>必须指定一个文件</translation>
    </message>
    <message>
        <source>See “fathomctl quarantine --help”</source>
        <translation>参见“fathomctl quarantine --help”</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>隔离区</translation>
    </message>
    <message>
        <source>move what nobody needs out of the way, to bring back at any time</source>
        <translation>把没有人需要的东西移开，随时可以恢复</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Look for what stands on it in this directory, too.</source>
        <translation>也在此目录中查找相关文件。</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>You have read in the plan who did not answer, and know that nobody needs it.</source>
        <translation>您已在计划中阅读谁没有回答，并确知没有人需要它。</translation>
    </message>
    <message>
        <source>it lies in a directory that Nova removes by itself</source>
        <translation>它位于 Nova 会自行删除的目录中</translation>
    </message>
    <message>
        <source>Wait for Nova, or remove it by hand</source>
        <translation>请等待 Nova 处理，或手动删除</translation>
    </message>
</context>
<context>
    <name>QuarantineManifest</name>
    <message>
        <source>read what is in quarantine</source>
        <translation>读取隔离区的内容</translation>
    </message>
    <message>
        <source>What lies beside it can be moved back by hand</source>
        <translation>可以手动把旁边的内容移回</translation>
    </message>
    <message>
        <source>it is not written by this version of Fathom</source>
        <translation>它不是由这个版本的 Fathom 写入的</translation>
    </message>
    <message>
        <source>it does not say when it was moved</source>
        <translation>它没有说明移动的时间</translation>
    </message>
    <message>
        <source>“%1” does not lie below the directory that the quarantine is in</source>
        <translation>“%1”不在隔离区所属的目录之下</translation>
    </message>
</context>
<context>
    <name>QuarantineTableModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Was in</source>
        <translation>原目录</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>占用空间</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移动时间</translation>
    </message>
    <message>
        <source>Moved by</source>
        <translation>移动者</translation>
    </message>
    <message>
        <source>Did not answer</source>
        <translation>没有回答</translation>
    </message>
</context>
<context>
    <name>QuarantinedCommand</name>
    <message>
        <source>list what lies in quarantine</source>
        <translation>列出隔离区中的内容</translation>
    </message>
    <message>
        <source>MOVED</source>
        <translation>移动时间</translation>
    </message>
    <message>
        <source>DISK</source>
        <translation>占用空间</translation>
    </message>
    <message>
        <source>WAS</source>
        <translation>原位置</translation>
    </message>
    <message>
        <source>LIES IN</source>
        <translation>现位于</translation>
    </message>
    <message>
        <source>Nothing lies in quarantine.</source>
        <translation>隔离区为空。</translation>
    </message>
    <message>
        <source>[DIR…]</source>
        <translation>[目录…]</translation>
    </message>
</context>
<context>
    <name>RebaseJob</name>
    <message>
        <source>the format %1 is not rebased</source>
        <translation>格式 %1 不能变基</translation>
    </message>
    <message>
        <source>qcow2 is; convert it first</source>
        <translation>qcow2 可以；请先转换</translation>
    </message>
    <message>
        <source>it stands on no other file</source>
        <translation>它不依赖其他文件</translation>
    </message>
    <message>
        <source>“fathomctl overlay” makes a new disk over a base</source>
        <translation>“fathomctl overlay”可在基础文件上新建磁盘</translation>
    </message>
    <message>
        <source>there are snapshots in it, and they would read the new base where they read the old one</source>
        <translation>其中有快照，它们将会读取新的基础文件而不是旧的</translation>
    </message>
    <message>
        <source>Extract or delete them first</source>
        <translation>请先提取或删除它们</translation>
    </message>
    <message>
        <source>its name is longer than the %1 bytes that a qcow2 has room for</source>
        <translation>其名称超过 qcow2 可容纳的 %1 字节</translation>
    </message>
    <message>
        <source>Name it through a symbolic link</source>
        <translation>请通过符号链接来指定它</translation>
    </message>
    <message>
        <source>it is the overlay itself, or stands on it</source>
        <translation>它就是覆盖层本身，或者依赖于它</translation>
    </message>
    <message>
        <source>the overlay stands on it already</source>
        <translation>覆盖层已经依赖于它</translation>
    </message>
    <message>
        <source>from now on nobody may write to %1, or the overlay is spoilt</source>
        <translation>从现在起任何人都不得写入 %1，否则覆盖层会损坏</translation>
    </message>
    <message>
        <source>the overlay as it was is kept beside it as %1, and takes its space until you remove it</source>
        <translation>原来的覆盖层保留在旁边，名为 %1，在您删除它之前占用空间</translation>
    </message>
    <message>
        <source>the overlay as it was is not kept</source>
        <translation>原来的覆盖层不会保留</translation>
    </message>
    <message>
        <source>%1 stands on it, and stays as it is: what it reads there does not change</source>
        <translation>%1 依赖于它，并保持不变：从中读到的内容不变</translation>
    </message>
    <message>
        <source>%1 is larger (%2): what it holds behind the overlay&apos;s end is hidden</source>
        <translation>%1 更大（%2）：超出覆盖层末尾的内容被隐藏</translation>
    </message>
    <message>
        <source>%1 is smaller (%2): behind its end the overlay stands on nothing</source>
        <translation>%1 更小（%2）：超出其末尾之后，覆盖层没有任何依赖</translation>
    </message>
    <message>
        <source>%1 does not lie in Nova&apos;s image cache (_base): Nova neither finds it nor brings it along when it moves the instance</source>
        <translation>%1 不在 Nova 的镜像缓存（_base）中：Nova 找不到它，迁移实例时也不会带上它</translation>
    </message>
    <message>
        <source>when Nova moves the instance to another host, it puts the Glance image of the instance there under the name %1, whatever it holds here</source>
        <translation>Nova 把实例迁移到另一台主机时，会把该实例的 Glance 镜像以 %1 为名放到那里，无论这里的内容是什么</translation>
    </message>
    <message>
        <source>it grows by what the two bases hold differently</source>
        <translation>它会因两个基础文件的差异而增大</translation>
    </message>
    <message>
        <source>the copy that is worked on may be larger than what is free</source>
        <translation>要处理的副本可能大于可用空间</translation>
    </message>
    <message>
        <source>qemu-img made another overlay than it was told to</source>
        <translation>qemu-img 创建的覆盖层与要求的不同</translation>
    </message>
    <message>
        <source>over the new base it holds something else</source>
        <translation>在新的基础文件之上，其内容不同</translation>
    </message>
    <message>
        <source>The overlay is as it was. Check the disks, and that nobody writes to its bases</source>
        <translation>覆盖层保持原样。请检查磁盘，并确认没有程序在写入其基础文件</translation>
    </message>
    <message>
        <source>it is not what it was when the plan was made</source>
        <translation>它与制定计划时已不相同</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>请重新制定计划</translation>
    </message>
    <message>
        <source>its base and the new one do not hold the same</source>
        <translation>原基础文件与新的内容不同</translation>
    </message>
    <message>
        <source>Without “--unsafe” what they hold differently is copied</source>
        <translation>不加“--unsafe”时会复制两者的差异</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>%1 stands on %2 now, and holds what it held</source>
        <translation>%1 现在依赖 %2，内容不变</translation>
    </message>
    <message>
        <source>%1. As it was it is kept as %2: remove that once the guest has started</source>
        <comment>what was done, a path</comment>
        <translation>%1。原来的文件保留为 %2：虚拟机启动之后可以删除</translation>
    </message>
    <message>
        <source>%1 onto %2</source>
        <comment>an overlay, another base</comment>
        <translation>%1 变基到 %2</translation>
    </message>
    <message>
        <source>an overlay and its new base must be named</source>
        <translation>必须指定覆盖层及其新的基础文件</translation>
    </message>
    <message>
        <source>“fathomctl flatten” makes a disk that stands on none; see “fathomctl rebase --help”</source>
        <translation>“fathomctl flatten”可生成不依赖其他文件的磁盘；参见“fathomctl rebase --help”</translation>
    </message>
    <message>
        <source>rebase an overlay</source>
        <translation>对覆盖层变基</translation>
    </message>
    <message>
        <source>Rebase</source>
        <translation>变基</translation>
    </message>
    <message>
        <source>let an overlay stand on another base, and prove that it holds the same</source>
        <translation>让覆盖层依赖另一个基础文件，并证明内容不变</translation>
    </message>
    <message>
        <source>IMAGE NEW_BASE</source>
        <translation>镜像 新基础文件</translation>
    </message>
    <message>
        <source>The new base is of this format.</source>
        <translation>新的基础文件是这种格式。</translation>
    </message>
    <message>
        <source>FMT</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Change only the base&apos;s name, after proof that both bases hold the same.</source>
        <translation>证明两个基础文件内容相同之后，只更改名称。</translation>
    </message>
    <message>
        <source>Do not keep the overlay as it was.</source>
        <translation>不保留原来的覆盖层。</translation>
    </message>
</context>
<context>
    <name>RecoverBase</name>
    <message>
        <source>recover an instance</source>
        <translation>恢复实例</translation>
    </message>
    <message>
        <source>it stands on another file itself</source>
        <translation>它自己也依赖其他文件</translation>
    </message>
    <message>
        <source>Flatten it first</source>
        <translation>请先合并它</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>它已不存在</translation>
    </message>
    <message>
        <source>its name is the sha1 of the image %1, from which the instance&apos;s domain says that it was made</source>
        <translation>它的名称是镜像 %1 的 sha1，实例的域说明它由该镜像生成</translation>
    </message>
    <message>
        <source>its name is not the sha1 of the image %1, which the instance&apos;s domain names</source>
        <translation>它的名称不是实例的域所指镜像 %1 的 sha1</translation>
    </message>
    <message>
        <source>it has the name that the disk knows; nothing else tells of it</source>
        <translation>它的名称与磁盘记录的相同；没有其他依据</translation>
    </message>
    <message>
        <source>it is larger (%1) than the disk that stands on it (%2), which Nova never makes</source>
        <translation>它（%1）大于依赖它的磁盘（%2），而 Nova 从不这样做</translation>
    </message>
    <message>
        <source>it lies where the disk says</source>
        <translation>它位于磁盘所记录的位置</translation>
    </message>
    <message>
        <source>the sha1 of its UUID is the name that the disk knows</source>
        <translation>它的 UUID 的 sha1 就是磁盘记录的名称</translation>
    </message>
    <message>
        <source>it was chosen; nothing proves that it is the right one</source>
        <translation>它是人工选择的；没有证据表明它是正确的</translation>
    </message>
    <message>
        <source>find the base of a disk</source>
        <translation>查找磁盘的基础文件</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>它不存在</translation>
    </message>
    <message>
        <source>neither it nor the image that it was made from is in %1</source>
        <translation>%1 中既没有它，也没有生成它的镜像</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Name a directory that has it (--look-in), or the file itself (--base); a disk that is not needed can be left out (--without)</source>
        <translation>请指定包含它的目录（--look-in）或文件本身（--base）；不需要的磁盘可以略去（--without）</translation>
    </message>
</context>
<context>
    <name>RecoverJob</name>
    <message>
        <source>write a file</source>
        <translation>写入文件</translation>
    </message>
    <message>
        <source>it is not what it was when the plan was made</source>
        <translation>它与制定计划时已不相同</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>请重新制定计划</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>its name is no UTF-8</source>
        <translation>它的名称不是 UTF-8</translation>
    </message>
    <message>
        <source>its disks stand on two different files called %1</source>
        <translation>它的磁盘依赖两个同名为 %1 的不同文件</translation>
    </message>
    <message>
        <source>Leave one of the disks out, and recover it by itself</source>
        <translation>请略去其中一个磁盘，再单独恢复它</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file; why it is the right one</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>nothing proves that %1 is the file that the disk stood on: %2</source>
        <translation>没有证据表明 %1 就是磁盘所依赖的文件：%2</translation>
    </message>
    <message>
        <source>no XML of its domain was found: memory and processors are guessed</source>
        <translation>没有找到其域的 XML：内存和处理器数是猜测的</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>略去：%1</translation>
    </message>
    <message>
        <source>nothing proves that a base is the right one, and on a wrong one a disk is rubbish</source>
        <translation>没有证据表明某个基础文件是正确的，而在错误的基础文件上磁盘毫无用处</translation>
    </message>
    <message>
        <source>Read above which, make sure, and confirm it (--evidence-read)</source>
        <translation>请阅读上面是哪一个，核实后加以确认（--evidence-read）</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n disk(s), each with all it stood on; report.txt tells what was found, and domain.xml starts them</source>
        <translation>
            <numerusform>%1：%n 个磁盘，各自包含所依赖的全部内容；report.txt 说明所发现的情况，domain.xml 用于启动</numerusform>
        </translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复实例</translation>
    </message>
    <message>
        <source>make plain files of an instance whose host or cloud is gone</source>
        <translation>主机或云已不存在时，把实例变成普通文件</translation>
    </message>
    <message>
        <source>DIRECTORY TARGET</source>
        <translation>目录 目标</translation>
    </message>
    <message>
        <source>there is no such disk to be left out</source>
        <translation>没有可略去的这个磁盘</translation>
    </message>
    <message>
        <source>it holds no disk that could be recovered</source>
        <translation>其中没有可以恢复的磁盘</translation>
    </message>
    <message>
        <source>Name the directory of one instance; its disks are called “disk”, “disk.eph0”, …</source>
        <translation>请指定一个实例的目录；其磁盘名为“disk”、“disk.eph0”等</translation>
    </message>
    <message>
        <source>a domain&apos;s XML</source>
        <translation>域的 XML</translation>
    </message>
    <message>
        <source>%1 is no file</source>
        <translation>%1 不是文件</translation>
    </message>
    <message>
        <source>%1, as it was wished</source>
        <translation>%1，按要求略去</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file; what it is</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>recover an instance</source>
        <translation>恢复实例</translation>
    </message>
    <message>
        <source>Recover %1 → %2</source>
        <comment>an instance&apos;s directory, a new one</comment>
        <translation>恢复 %1 → %2</translation>
    </message>
    <message>
        <source>Write this format: raw or qcow2.</source>
        <translation>写成这种格式：raw 或 qcow2。</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Look for what stands on it in this directory, too.</source>
        <translation>也在此目录中查找相关文件。</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>The disk stands on this file.</source>
        <translation>磁盘依赖这个文件。</translation>
    </message>
    <message>
        <source>[DISK=]FILE</source>
        <translation>[磁盘=]文件</translation>
    </message>
    <message>
        <source>Leave this disk out.</source>
        <translation>略去这个磁盘。</translation>
    </message>
    <message>
        <source>DISK</source>
        <translation>占用空间</translation>
    </message>
    <message>
        <source>You have read in the plan which base nothing proves, and want it all the same.</source>
        <translation>您已在计划中阅读哪个基础文件未经证明，仍要继续。</translation>
    </message>
    <message>
        <source>See “fathomctl recover --help”</source>
        <translation>参见“fathomctl recover --help”</translation>
    </message>
    <message>
        <source>an instance&apos;s directory and a new directory must be named</source>
        <translation>必须指定实例的目录和一个新目录</translation>
    </message>
    <message>
        <source>“%1” is not written here; raw and qcow2 are</source>
        <translation>这里不能写成“%1”；可以写成 raw 和 qcow2</translation>
    </message>
    <message>
        <source>it is a %1</source>
        <translation>它是%1</translation>
    </message>
    <message>
        <source>there is no such disk that could stand on a file</source>
        <translation>没有可以依赖文件的这个磁盘</translation>
    </message>
    <message>
        <source>it lies in the instance&apos;s directory, in which nothing is touched</source>
        <translation>它位于实例的目录中，那里的内容绝不改动</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>请选择其他位置</translation>
    </message>
</context>
<context>
    <name>RecoveryReport</name>
    <message>
        <source>Disks</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>%1: %2, a virtual size of %3; it was %4</source>
        <comment>the new file; what it is; size; the old file</comment>
        <translation>%1：%2，虚拟大小 %3；原为 %4</translation>
    </message>
    <message>
        <source>it stood on %1, found as %2</source>
        <translation>它依赖 %1，找到的是 %2</translation>
    </message>
    <message>
        <source>proven: %1</source>
        <translation>已证明：%1</translation>
    </message>
    <message>
        <source>NOT PROVEN: %1</source>
        <translation>未证明：%1</translation>
    </message>
    <message>
        <source>made raw of an image of the format %1, as Nova does</source>
        <translation>由格式为 %1 的镜像转成 raw，与 Nova 的做法相同</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>域</translation>
    </message>
    <message>
        <source>No XML of it was found: memory and processors are guessed, and it has no network card.</source>
        <translation>没有找到它的 XML：内存和处理器数是猜测的，并且没有网卡。</translation>
    </message>
    <message>
        <source>Its facts come from %1.</source>
        <translation>其信息来自 %1。</translation>
    </message>
    <message>
        <source>Its machine was %1; it is the present one of that family now.</source>
        <translation>其机器类型原为 %1；现为同一系列的当前类型。</translation>
    </message>
    <message>
        <source>Its network cards keep their addresses and are put into libvirt&apos;s network “default”.</source>
        <translation>其网卡保留地址，并接入 libvirt 的“default”网络。</translation>
    </message>
    <message>
        <source>Recovery of %1</source>
        <translation>%1 的恢复报告</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>生成于 %1</translation>
    </message>
    <message>
        <source>Instance %1</source>
        <translation>实例 %1</translation>
    </message>
    <message>
        <source>Name %1</source>
        <translation>名称 %1</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>略去的内容</translation>
    </message>
    <message>
        <source>How to go on</source>
        <translation>后续步骤</translation>
    </message>
    <message>
        <source>The files in “bases” are copies of what the disks stood on. Nothing needs them; once the guest has started they can go.</source>
        <translation>“bases”中的文件是磁盘所依赖文件的副本。没有任何东西需要它们；虚拟机启动之后可以删除。</translation>
    </message>
</context>
<context>
    <name>RemoveJob</name>
    <message>
        <source>it is not what it was when the plan was made</source>
        <translation>它与制定计划时已不相同</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>请重新制定计划</translation>
    </message>
    <message>
        <source>Remove %1 for good</source>
        <translation>彻底删除 %1</translation>
    </message>
    <message>
        <source>it cannot be brought back</source>
        <translation>它将无法恢复</translation>
    </message>
    <message>
        <source>Confirm it (--for-good)</source>
        <translation>请加以确认（--for-good）</translation>
    </message>
    <message>
        <source>%1 is gone for good; %2 are free</source>
        <translation>%1 已彻底删除；释放了 %2</translation>
    </message>
    <message>
        <source>remove something from quarantine for good</source>
        <translation>从隔离区彻底删除</translation>
    </message>
    <message>
        <source>work with the quarantine</source>
        <translation>使用隔离区</translation>
    </message>
    <message>
        <source>one thing in quarantine must be named; “fathomctl quarantined” lists them</source>
        <translation>必须指定隔离区中的一项；“fathomctl quarantined”可列出</translation>
    </message>
    <message>
        <source>See “fathomctl remove --help”</source>
        <translation>参见“fathomctl remove --help”</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>remove for good what lies in quarantine</source>
        <translation>彻底删除隔离区中的内容</translation>
    </message>
    <message>
        <source>THING</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>You know that it cannot be brought back.</source>
        <translation>您知道它无法恢复。</translation>
    </message>
</context>
<context>
    <name>RepairJob</name>
    <message>
        <source>qemu-img does not repair the format %1</source>
        <translation>qemu-img 不能修复格式 %1</translation>
    </message>
    <message>
        <source>It repairs qcow2, VHDX, Parallels and QED</source>
        <translation>它可修复 qcow2、VHDX、Parallels 和 QED</translation>
    </message>
    <message>
        <source>nothing is wrong with it</source>
        <translation>它没有问题</translation>
    </message>
    <message>
        <source>more is wrong with it than lost space: %1</source>
        <translation>它不只是丢失空间：%1</translation>
    </message>
    <message>
        <source>Without “--leaks” all is repaired</source>
        <translation>不加“--leaks”时修复全部</translation>
    </message>
    <message>
        <source>what was last written to it did not come to its place</source>
        <translation>最后写入的内容没有到位</translation>
    </message>
    <message numerus="yes">
        <source>found in it: %1; %n parts could not be read</source>
        <translation>
            <numerusform>在其中发现：%1；有 %n 处无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is wrong with it but the mark that something might be</source>
        <translation>除了可能有问题的标记外，没有问题</translation>
    </message>
    <message>
        <source>found in it: %1</source>
        <translation>在其中发现：%1</translation>
    </message>
    <message>
        <source>the image as it was is kept beside it as %1, and takes its space until you remove it</source>
        <translation>原来的镜像保留在旁边，名为 %1，在您删除它之前占用空间</translation>
    </message>
    <message>
        <source>a guest may see something else afterwards: what damaged tables led to may be lost, and file systems inside are not looked at</source>
        <translation>之后虚拟机看到的内容可能不同：损坏的表所指的内容可能丢失，并且不检查内部的文件系统</translation>
    </message>
    <message>
        <source>not all that it stands on can be read: it is repaired, but not compared with what it was</source>
        <translation>它所依赖的内容不能全部读取：会修复，但不与原来比较</translation>
    </message>
    <message>
        <source>%1 stands on it, and reads what is repaired</source>
        <translation>%1 依赖于它，会读到修复后的内容</translation>
    </message>
    <message>
        <source>Glance knows it by a size and a checksum that will not be its own any more</source>
        <translation>Glance 记录的大小和校验和将不再与它相符</translation>
    </message>
    <message>
        <source>the copy that is worked on may be larger than what is free</source>
        <translation>要处理的副本可能大于可用空间</translation>
    </message>
    <message>
        <source>%1 were repaired, and %2 are left</source>
        <comment>what a check counts, twice</comment>
        <translation>已修复 %1，还剩 %2</translation>
    </message>
    <message>
        <source>The image is as it was. Save what can be read of it: “fathomctl convert”</source>
        <translation>镜像保持原样。请挽救可读的内容：“fathomctl convert”</translation>
    </message>
    <message>
        <source>qemu-img made something else of it</source>
        <translation>qemu-img 生成了别的东西</translation>
    </message>
    <message>
        <source>whether a guest sees the same is not known, for not all that it stands on can be read</source>
        <translation>不知道虚拟机看到的是否相同，因为它所依赖的内容不能全部读取</translation>
    </message>
    <message>
        <source>a guest sees what it saw before</source>
        <translation>虚拟机看到的内容与以前相同</translation>
    </message>
    <message>
        <source>a guest sees something else than before; qemu-img says: %1</source>
        <translation>虚拟机看到的内容与以前不同；qemu-img 说：%1</translation>
    </message>
    <message>
        <source>whether a guest sees the same is not known; qemu-img says: %1</source>
        <translation>不知道虚拟机看到的是否相同；qemu-img 说：%1</translation>
    </message>
    <message>
        <source>it is not what it was when the plan was made</source>
        <translation>它与制定计划时已不相同</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>请重新制定计划</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>%1 were repaired</source>
        <comment>2 errors</comment>
        <translation>已修复 %1</translation>
    </message>
    <message>
        <source>its mark is gone</source>
        <translation>其标记已清除</translation>
    </message>
    <message>
        <source>%1: %2, and nothing is wrong with it any more; %3. As it was it is kept as %4</source>
        <comment>an image, what was done, whether its content is the same, a path</comment>
        <translation>%1：%2，已没有问题；%3。原来的文件保留为 %4</translation>
    </message>
    <message>
        <source>Repair %1</source>
        <translation>修复 %1</translation>
    </message>
    <message>
        <source>one image must be named</source>
        <translation>必须指定一个镜像</translation>
    </message>
    <message>
        <source>See “fathomctl repair --help”</source>
        <translation>参见“fathomctl repair --help”</translation>
    </message>
    <message>
        <source>repair an image</source>
        <translation>修复镜像</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>repair an image&apos;s own tables in a copy, which takes its place if it is sound</source>
        <translation>在副本中修复镜像自身的表，完好之后替换原文件</translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Only give back lost space, where nothing else is wrong.</source>
        <translation>没有其他问题时，只归还丢失的空间。</translation>
    </message>
</context>
<context>
    <name>ReplacingCopy</name>
    <message numerus="yes">
        <source>it has %n name(s) (hard links), of which only this one would be of the changed file</source>
        <translation>
            <numerusform>它有 %n 个名称（硬链接），其中只有这一个会指向更改后的文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy it first, and change the copy</source>
        <translation>请先复制，再更改副本</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation>它是只读的</translation>
    </message>
    <message>
        <source>Find out why before you make it writable</source>
        <translation>请先弄清原因，再设为可写</translation>
    </message>
    <message>
        <source>it belongs to somebody else, and what takes its place could not</source>
        <translation>它属于其他用户，而替代它的文件无法属于该用户</translation>
    </message>
    <message>
        <source>Run as root</source>
        <translation>请以 root 身份运行</translation>
    </message>
    <message>
        <source>give the changed file its owner and group</source>
        <translation>为更改后的文件设置所有者和组</translation>
    </message>
</context>
<context>
    <name>ResizeJob</name>
    <message>
        <source>resize an image</source>
        <translation>调整镜像大小</translation>
    </message>
    <message>
        <source>the format %1 is not resized</source>
        <translation>%1 格式不支持调整大小</translation>
    </message>
    <message>
        <source>raw and qcow2 are; convert it first</source>
        <translation>raw 和 qcow2 支持；请先转换</translation>
    </message>
    <message>
        <source>it is a qcow2 of the old version (compat 0.10) with snapshots in it, of which each would have to keep a size of its own</source>
        <translation>它是旧版本（compat 0.10）的 qcow2，且包含快照，每个快照都必须保留各自的大小</translation>
    </message>
    <message>
        <source>Delete the snapshots, or convert it to a new qcow2</source>
        <translation>请删除快照，或将其转换为新的 qcow2</translation>
    </message>
    <message>
        <source>no disk is so large</source>
        <translation>没有这么大的磁盘</translation>
    </message>
    <message>
        <source>%1 bytes are no whole number of sectors of %2 bytes</source>
        <translation>%1 字节不是 %2 字节扇区的整数倍</translation>
    </message>
    <message>
        <source>Take %1 bytes</source>
        <translation>请使用 %1 字节</translation>
    </message>
    <message>
        <source>it has that virtual size already</source>
        <translation>它的虚拟大小已是如此</translation>
    </message>
    <message>
        <source>%1 (process %2) is reading it</source>
        <translation>%1（进程 %2）正在读取它</translation>
    </message>
    <message>
        <source>%1 stands on it, and keeps its own virtual size</source>
        <translation>%1 以它为基础，并保持自己的虚拟大小</translation>
    </message>
    <message>
        <source>it lies in Nova&apos;s image cache: disks of instances may stand on it</source>
        <translation>它位于 Nova 的镜像缓存中：实例的磁盘可能以它为基础</translation>
    </message>
    <message>
        <source>going back to one of its snapshots brings back the size of then</source>
        <translation>恢复到它的某个快照会恢复当时的大小</translation>
    </message>
    <message>
        <source>it grows by %1, and %2 are free: when a guest fills it, the file system will be full first</source>
        <translation>它增大 %1，而可用空间为 %2：虚拟机写满之前，文件系统会先满</translation>
    </message>
    <message>
        <source>Resize %1: %2</source>
        <comment>an image, a size or what comes to it</comment>
        <translation>调整 %1 的大小：%2</translation>
    </message>
    <message>
        <source>it is not what it was when the plan was made</source>
        <translation>它与制定计划时已不相同</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>请重新制定计划</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>the result has a virtual size of %1 bytes instead of %2</source>
        <translation>结果的虚拟大小为 %1 字节，而不是 %2</translation>
    </message>
    <message>
        <source>%1: a virtual size of %2, %3 before</source>
        <translation>%1：虚拟大小 %2，之前为 %3</translation>
    </message>
    <message>
        <source>See “fathomctl resize --help”</source>
        <translation>请参阅“fathomctl resize --help”</translation>
    </message>
    <message>
        <source>an image and a size must be named</source>
        <translation>必须指定镜像和大小</translation>
    </message>
    <message>
        <source>“%1” is no size; “20G” is, and “+10G”</source>
        <translation>“%1”不是大小；“20G”和“+10G”才是</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>调整大小</translation>
    </message>
    <message>
        <source>IMAGE SIZE</source>
        <translation>镜像 大小</translation>
    </message>
    <message>
        <source>its virtual size is %1, and a disk is made smaller only where that is asked for</source>
        <translation>它的虚拟大小是 %1，只有明确要求时磁盘才会变小</translation>
    </message>
    <message>
        <source>“--shrink” asks for it; what lies behind the new end must be empty</source>
        <translation>“--shrink”可以要求变小；新末尾之后必须为空</translation>
    </message>
    <message>
        <source>give an image another virtual size</source>
        <translation>更改镜像的虚拟大小</translation>
    </message>
    <message>
        <source>Make it smaller, too, where nothing but zeros lies behind the new end.</source>
        <translation>新末尾之后全为零时，也允许变小。</translation>
    </message>
</context>
<context>
    <name>RestoreJob</name>
    <message>
        <source>it is not what it was when the plan was made</source>
        <translation>它与制定计划时已不相同</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>请重新制定计划</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>%1 is where it was</source>
        <translation>%1 已回到原处</translation>
    </message>
    <message>
        <source>bring something back from quarantine</source>
        <translation>从隔离区恢复</translation>
    </message>
    <message>
        <source>work with the quarantine</source>
        <translation>使用隔离区</translation>
    </message>
    <message>
        <source>one thing in quarantine must be named; “fathomctl quarantined” lists them</source>
        <translation>必须指定隔离区中的一项；“fathomctl quarantined”可列出</translation>
    </message>
    <message>
        <source>See “fathomctl restore --help”</source>
        <translation>参见“fathomctl restore --help”</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>bring back what was moved into quarantine</source>
        <translation>恢复移入隔离区的内容</translation>
    </message>
    <message>
        <source>THING</source>
        <translation>项目</translation>
    </message>
</context>
<context>
    <name>RootListing</name>
    <message>
        <source>list the directory</source>
        <translation>列出目录</translation>
    </message>
    <message>
        <source>no file name contains a zero byte</source>
        <translation>文件名不能包含零字节</translation>
    </message>
    <message>
        <source>it is a %1, not a directory</source>
        <translation>这是%1，而不是目录</translation>
    </message>
    <message>
        <source>Name the directory that it lies in</source>
        <translation>请指定其所在的目录</translation>
    </message>
</context>
<context>
    <name>RowExport</name>
    <message>
        <source>export the rows</source>
        <translation>导出这些行</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
</context>
<context>
    <name>SafetyRule</name>
    <message>
        <source>An image that stands on another file shows its reader whatever that file holds: it can name any file of the host, or a server</source>
        <translation>建立在另一个文件之上的镜像会向读取者展示该文件的任何内容：它可以指向主机上的任何文件，或某个服务器</translation>
    </message>
    <message>
        <source>An image that keeps its data in another file shows its reader whatever that file holds</source>
        <translation>将数据保存在另一个文件中的镜像会向读取者展示该文件的任何内容</translation>
    </message>
    <message>
        <source>An incompatible feature that is not known may change the meaning of everything else in the file</source>
        <translation>未知的不兼容特性可能改变文件中其他一切内容的含义</translation>
    </message>
    <message>
        <source>OpenStack refuses images with features that its inspection does not know</source>
        <translation>OpenStack 拒绝带有其检查所不认识的特性的镜像</translation>
    </message>
    <message>
        <source>Version 1 of qcow is no longer maintained, and OpenStack refuses it; convert it to qcow2</source>
        <translation>qcow 版本 1 已不再维护，且会被 OpenStack 拒绝；请转换为 qcow2</translation>
    </message>
    <message>
        <source>QED is no longer maintained, and OpenStack refuses it; convert it to qcow2</source>
        <translation>QED 已不再维护，且会被 OpenStack 拒绝；请转换为 qcow2</translation>
    </message>
    <message>
        <source>OpenStack and QEMU read LUKS version 1 only; the header of version 2 is more than they can check</source>
        <translation>OpenStack 和 QEMU 只读取 LUKS 版本 1；版本 2 的头部超出了它们的检查能力</translation>
    </message>
    <message>
        <source>QEMU has marked the image as damaged; repair it before anybody uses it</source>
        <translation>QEMU 已将该镜像标记为损坏；使用前请先修复</translation>
    </message>
    <message>
        <source>The file is shorter than its own header says: a copy or an upload may have ended too early</source>
        <translation>文件短于其自身头部所述：复制或上传可能过早结束</translation>
    </message>
    <message>
        <source>Where parts of an image lie over each other, what is written to one harms another, and two programs may read two different disks</source>
        <translation>若镜像的各部分相互重叠，写入其中一部分会破坏另一部分，而且两个程序可能读出两个不同的磁盘</translation>
    </message>
    <message>
        <source>VMDK files of other kinds than streamOptimized and monolithicSparse keep their data in further files, which can be any file of the host</source>
        <translation>除 streamOptimized 和 monolithicSparse 之外的 VMDK 文件将数据保存在其他文件中，这些文件可以是主机上的任何文件</translation>
    </message>
    <message>
        <source>An extent can name any file of the host, whose content then becomes the disk</source>
        <translation>区段可以指向主机上的任何文件，该文件的内容便会成为磁盘内容</translation>
    </message>
    <message>
        <source>A partition table that makes no sense was not written by a partitioning tool</source>
        <translation>不合理的分区表不是由分区工具写入的</translation>
    </message>
    <message>
        <source>A raw disk whose first bytes look like another format deceives every program that guesses formats</source>
        <translation>开头字节看似其他格式的 raw 磁盘会欺骗所有靠猜测判断格式的程序</translation>
    </message>
    <message>
        <source>Bytes that are two formats at once are checked as one and used as the other</source>
        <translation>同时符合两种格式的数据会按一种格式接受检查，却按另一种格式使用</translation>
    </message>
    <message>
        <source>A header can ask for so much key stretching that opening it keeps a host busy for hours</source>
        <translation>头部可以要求极大量的密钥拉伸，使打开操作让主机忙上数小时</translation>
    </message>
    <message>
        <source>OpenStack knows no disk format of this kind and would hand the file out as it is; convert it to qcow2 or raw</source>
        <translation>OpenStack 没有这种磁盘格式，会原样分发该文件；请转换为 qcow2 或 raw</translation>
    </message>
</context>
<context>
    <name>SafetyVerdict</name>
    <message>
        <source>It does not say what kind of VMDK it is; streamOptimized and monolithicSparse are accepted</source>
        <translation>未说明 VMDK 的类型；接受 streamOptimized 和 monolithicSparse</translation>
    </message>
    <message>
        <source>It is a VMDK of the kind “%1”; streamOptimized and monolithicSparse are accepted</source>
        <translation>这是“%1”类型的 VMDK；接受 streamOptimized 和 monolithicSparse</translation>
    </message>
    <message numerus="yes">
        <source>Its data lie in %n files</source>
        <translation>
            <numerusform>数据位于 %n 个文件中</numerusform>
        </translation>
    </message>
    <message>
        <source>Its LUKS header asks for %1 rounds of key stretching, which keeps busy whoever opens it</source>
        <translation>LUKS 头部要求 %1 轮密钥拉伸，会让打开它的程序长时间忙碌</translation>
    </message>
    <message>
        <source>It stands on another file: “%1”</source>
        <translation>建立在另一个文件之上：“%1”</translation>
    </message>
    <message>
        <source>Its data lie in another file: “%1”</source>
        <translation>数据位于另一个文件中：“%1”</translation>
    </message>
    <message>
        <source>It is marked as corrupt</source>
        <translation>已被标记为损坏</translation>
    </message>
    <message>
        <source>It has version 1 of the qcow format</source>
        <translation>采用 qcow 格式版本 1</translation>
    </message>
    <message>
        <source>It has the QED format</source>
        <translation>采用 QED 格式</translation>
    </message>
    <message>
        <source>It is encrypted with version 2 of LUKS</source>
        <translation>使用 LUKS 版本 2 加密</translation>
    </message>
    <message>
        <source>It has the format %1, which Glance does not accept</source>
        <translation>它的格式是 %1，Glance 不接受</translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>Note</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>损坏</translation>
    </message>
</context>
<context>
    <name>ShrinkProof</name>
    <message>
        <source>it became shorter while it was read</source>
        <translation>它在读取过程中变短了</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>qemu-img did not tell what lies behind the new end</source>
        <translation>qemu-img 没有说明新末尾之后有什么</translation>
    </message>
    <message>
        <source>Make it smaller inside the guest first, or take a larger size</source>
        <translation>请先在虚拟机内缩小，或选择更大的大小</translation>
    </message>
    <message>
        <source>the file system on it has %1, more than the new size</source>
        <translation>其上的文件系统有 %1，大于新的大小</translation>
    </message>
    <message>
        <source>its partition %1 ends at %2, behind the new end</source>
        <translation>其分区 %1 结束于 %2，超出新的末尾</translation>
    </message>
    <message>
        <source>up to %1 of data lie behind the new end, the last at %2</source>
        <translation>新末尾之后最多有 %1 数据，最后一处在 %2</translation>
    </message>
    <message>
        <source>The smallest size that loses nothing is %1 bytes</source>
        <translation>不丢失内容的最小大小是 %1 字节</translation>
    </message>
    <message>
        <source>They reach to its very end, where a GPT has its copy: it cannot become smaller</source>
        <translation>数据一直到末尾，那里有 GPT 的副本：它不能变小</translation>
    </message>
    <message>
        <source>partitions and file systems inside are not known: one that claims more than the new size breaks, though nothing is written there yet</source>
        <translation>内部的分区和文件系统未知：若其声称的大小超过新的大小就会损坏，即使那里尚未写入内容</translation>
    </message>
    <message>
        <source>%1 below it is larger: what it holds behind the new end is hidden</source>
        <translation>其下方的 %1 更大：超出新末尾的内容被隐藏</translation>
    </message>
</context>
<context>
    <name>SmallFile</name>
    <message>
        <source>read %1</source>
        <translation>读取%1</translation>
    </message>
    <message>
        <source>it is %1 long; no sound file of this kind is longer than %2</source>
        <translation>长度为 %1；此类正常文件不会超过 %2</translation>
    </message>
</context>
<context>
    <name>SnapshotDeleteJob</name>
    <message>
        <source>delete a snapshot</source>
        <translation>删除快照</translation>
    </message>
    <message>
        <source>qemu-img finds a snapshot by its name, and would take another for %1</source>
        <translation>qemu-img 按名称查找快照，会把另一个当作 %1</translation>
    </message>
    <message>
        <source>Nothing was changed. Copy what is needed with “fathomctl snapshot-extract” instead</source>
        <translation>没有更改任何内容。请改用“fathomctl snapshot-extract”复制所需内容</translation>
    </message>
    <message>
        <source>Delete the snapshot “%1” in %2</source>
        <translation>删除 %2 中的快照“%1”</translation>
    </message>
    <message>
        <source>the snapshot is %1</source>
        <translation>快照为 %1</translation>
    </message>
    <message>
        <source>what only the snapshot holds is lost for good</source>
        <translation>只有该快照保存的内容将永久丢失</translation>
    </message>
    <message>
        <source>it is not what it was when the plan was made</source>
        <translation>它与制定计划时已不相同</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>请重新制定计划</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>other snapshots than expected are in it now</source>
        <translation>其中的快照与预期不同</translation>
    </message>
    <message>
        <source>Look at them with “fathomctl snapshots”</source>
        <translation>请用“fathomctl snapshots”查看</translation>
    </message>
    <message>
        <source>%1: the snapshot %2 is gone</source>
        <translation>%1：快照 %2 已删除</translation>
    </message>
    <message>
        <source>the format %1 has no snapshots in it</source>
        <translation>%1 格式不包含快照</translation>
    </message>
    <message>
        <source>an image and a snapshot must be named</source>
        <translation>必须指定镜像和快照</translation>
    </message>
    <message>
        <source>See “fathomctl snapshot-delete --help”</source>
        <translation>请参阅“fathomctl snapshot-delete --help”</translation>
    </message>
    <message>
        <source>Delete a snapshot</source>
        <translation>删除快照</translation>
    </message>
    <message>
        <source>delete a snapshot inside a qcow2 image, for good</source>
        <translation>永久删除 qcow2 镜像中的快照</translation>
    </message>
    <message>
        <source>IMAGE SNAPSHOT</source>
        <translation>镜像 快照</translation>
    </message>
</context>
<context>
    <name>SnapshotsJob</name>
    <message>
        <source>Snapshots in %1</source>
        <translation>%1 中的快照</translation>
    </message>
    <message>
        <source>list snapshots</source>
        <translation>列出快照</translation>
    </message>
    <message>
        <source>the format %1 has no snapshots in it</source>
        <translation>%1 格式不包含快照</translation>
    </message>
    <message>
        <source>qcow2 has</source>
        <translation>qcow2 包含</translation>
    </message>
    <message>
        <source>%1: no snapshots</source>
        <translation>%1：没有快照</translation>
    </message>
    <message>
        <source>one image must be named</source>
        <translation>必须指定一个镜像</translation>
    </message>
    <message>
        <source>See “fathomctl snapshots --help”</source>
        <translation>请参阅“fathomctl snapshots --help”</translation>
    </message>
    <message>
        <source>List snapshots</source>
        <translation>列出快照</translation>
    </message>
    <message>
        <source>list the snapshots inside a qcow2 image</source>
        <translation>列出 qcow2 镜像中的快照</translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Extract a snapshot</source>
        <translation>提取快照</translation>
    </message>
    <message>
        <source>make a new image of a snapshot inside a qcow2 image</source>
        <translation>用 qcow2 镜像中的快照生成新镜像</translation>
    </message>
    <message>
        <source>IMAGE SNAPSHOT TARGET</source>
        <translation>镜像 快照 目标</translation>
    </message>
</context>
<context>
    <name>SourceChain</name>
    <message>
        <source>“fathomctl chain” shows what the disk stands on</source>
        <translation>“fathomctl chain”显示磁盘依赖的文件</translation>
    </message>
    <message>
        <source>qemu-img does not follow what a %1 stands on</source>
        <translation>qemu-img 不会跟随 %1 所依赖的文件</translation>
    </message>
</context>
<context>
    <name>SourceImage</name>
    <message>
        <source>Only an image that is whole in itself and breaks no rule is given to qemu-img</source>
        <translation>只有自身完整且不违反任何规则的镜像才会交给 qemu-img</translation>
    </message>
    <message>
        <source>its bytes look like no format that is known, and nobody said what it is</source>
        <translation>其字节不像任何已知格式，也没有人说明它是什么</translation>
    </message>
    <message>
        <source>Say -f raw if it is a raw disk</source>
        <translation>如果它是原始磁盘，请使用 -f raw</translation>
    </message>
    <message>
        <source>it is encrypted, and Fathom does not ask for its key</source>
        <translation>它已加密，而 Fathom 不会询问其密钥</translation>
    </message>
    <message>
        <source>Copy the file as it is</source>
        <translation>请原样复制该文件</translation>
    </message>
    <message>
        <source>it was changed while it was read</source>
        <translation>它在读取过程中被更改</translation>
    </message>
    <message>
        <source>Nothing was kept. Find out who writes to it, then try again</source>
        <translation>没有保留任何内容。请查明是谁在写入它，然后重试</translation>
    </message>
    <message>
        <source>Rename it, or name it through a symbolic link</source>
        <translation>请重命名，或通过符号链接来指定它</translation>
    </message>
    <message>
        <source>Only what breaks no rule of safety is given to qemu-img</source>
        <translation>只有不违反任何安全规则的内容才会交给 qemu-img</translation>
    </message>
    <message>
        <source>its name is no UTF-8, and can be given neither to a program nor to the journal</source>
        <translation>其名称不是 UTF-8，既不能交给程序，也不能写入日志</translation>
    </message>
</context>
<context>
    <name>SourceStrip</name>
    <message>
        <source>Images %1</source>
        <translation>镜像 %1</translation>
    </message>
    <message>
        <source>Instances %1</source>
        <translation>实例 %1</translation>
    </message>
    <message>
        <source>Instances on %1</source>
        <translation>%1 上的实例</translation>
    </message>
    <message>
        <source>Domain XML %1</source>
        <translation>域 XML %1</translation>
    </message>
    <message>
        <source>Configuration %1</source>
        <translation>配置 %1</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>%1读取</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>health and age of a source</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a source and how it stands</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n entries read</source>
        <translation>
            <numerusform>已读取 %n 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>read in part</source>
        <translation>部分读取</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>Read again as soon as it changes</source>
        <translation>一有变化就重新读取</translation>
    </message>
    <message>
        <source>Read again every few minutes: not every change of it can be heard</source>
        <translation>每隔几分钟重新读取：并非每次变化都能得到通知</translation>
    </message>
</context>
<context>
    <name>SpaceEstimate</name>
    <message>
        <source>qemu-img did not tell where its data lie</source>
        <translation>qemu-img 没有说明数据在哪里</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
</context>
<context>
    <name>SparseFile</name>
    <message>
        <source>write a file of the demo estate</source>
        <translation>写入演示资产的文件</translation>
    </message>
</context>
<context>
    <name>StagedDirectory</name>
    <message>
        <source>make a directory</source>
        <translation>创建目录</translation>
    </message>
</context>
<context>
    <name>StagedFile</name>
    <message>
        <source>write a file</source>
        <translation>写入文件</translation>
    </message>
    <message>
        <source>it exists already, and nothing is ever overwritten</source>
        <translation>它已经存在，而任何内容都不会被覆盖</translation>
    </message>
    <message>
        <source>Choose another name, or move the old file away</source>
        <translation>请换一个名称，或将旧文件移走</translation>
    </message>
    <message>
        <source>its temporary file was moved or replaced by somebody else</source>
        <translation>其临时文件被他人移动或替换</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>请重试</translation>
    </message>
    <message>
        <source>it was moved or replaced by somebody else</source>
        <translation>它已被他人移动或替换</translation>
    </message>
</context>
<context>
    <name>StandardInput</name>
    <message>
        <source>read standard input</source>
        <translation>读取标准输入</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>操作已取消</translation>
    </message>
    <message>
        <source>more than %1 came through the pipe</source>
        <translation>管道传来的数据超过 %1</translation>
    </message>
    <message>
        <source>Name the file, or redirect it with “&lt;”</source>
        <translation>请指定文件，或用“&lt;”重定向</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
</context>
<context>
    <name>TourJournal</name>
    <message>
        <source>%1: %2, %3 on the disk; it holds what the source holds</source>
        <translation>%1：%2，占用磁盘 %3；其内容与源相同</translation>
    </message>
    <message>
        <source>The disk of %1 is full; nothing was kept.</source>
        <translation>%1 所在的磁盘已满；没有保留任何内容。</translation>
    </message>
    <message>
        <source>It was cancelled; nothing was kept.</source>
        <translation>它已取消；没有保留任何内容。</translation>
    </message>
</context>
<context>
    <name>TreeCommand</name>
    <message>
        <source>show the directories as a tree, with what every entry is for</source>
        <translation>以树形显示目录，并说明每个条目的用途</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>MEANING</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>VIRTUAL</source>
        <translation>虚拟大小</translation>
    </message>
    <message>
        <source>DISK</source>
        <translation>占用空间</translation>
    </message>
    <message>
        <source>LENGTH</source>
        <translation>文件长度</translation>
    </message>
    <message>
        <source>OWNER</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>MODE</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>[PATH…]</source>
        <translation>[路径…]</translation>
    </message>
</context>
<context>
    <name>VdiProbe</name>
    <message>
        <source>read the VDI header</source>
        <translation>读取 VDI 头部</translation>
    </message>
    <message>
        <source>its sectors have %1 bytes, not 512</source>
        <translation>其扇区为 %1 字节，而不是 512 字节</translation>
    </message>
    <message>
        <source>a block of %1 bytes is no power of two sectors</source>
        <translation>块大小 %1 字节不是 2 的幂个扇区</translation>
    </message>
    <message>
        <source>the block map does not begin at a sector</source>
        <translation>块映射未从扇区边界开始</translation>
    </message>
    <message>
        <source>the data do not begin at a sector</source>
        <translation>数据未从扇区边界开始</translation>
    </message>
    <message>
        <source>the disk is larger than a VDI can be</source>
        <translation>磁盘大于 VDI 可能的大小</translation>
    </message>
    <message>
        <source>%1 blocks are more than a VDI can have</source>
        <translation>%1 个块超过了 VDI 所能拥有的数量</translation>
    </message>
    <message>
        <source>%1 blocks do not hold the disk</source>
        <translation>%1 个块容纳不下该磁盘</translation>
    </message>
    <message>
        <source>the block map lies outside the file</source>
        <translation>块映射位于文件之外</translation>
    </message>
    <message>
        <source>the data lie outside the file</source>
        <translation>数据位于文件之外</translation>
    </message>
    <message>
        <source>its blocks have %1, only %2 is supported</source>
        <translation>其块大小为 %1，仅支持 %2</translation>
    </message>
    <message>
        <source>the VDI header</source>
        <translation>VDI 头部</translation>
    </message>
    <message>
        <source>its version is %1.%2, known is 1.1</source>
        <translation>其版本为 %1.%2，已知版本为 1.1</translation>
    </message>
    <message>
        <source>there is no image type %1</source>
        <translation>不存在镜像类型 %1</translation>
    </message>
    <message>
        <source>It holds only the differences to another image, which it names by a UUID alone</source>
        <translation>仅包含与另一个镜像的差异，且只用 UUID 指明该镜像</translation>
    </message>
</context>
<context>
    <name>VhdParent</name>
    <message>
        <source>read a parent locator of the VHD</source>
        <translation>读取 VHD 的父定位器</translation>
    </message>
    <message>
        <source>a name of %1 bytes is too long</source>
        <translation>%1 字节的名称太长</translation>
    </message>
    <message>
        <source>it lies outside the file</source>
        <translation>位于文件之外</translation>
    </message>
    <message>
        <source>a parent locator of the VHD</source>
        <translation>VHD 的父定位器</translation>
    </message>
    <message>
        <source>It holds only the differences to another image, which it names by a UUID alone</source>
        <translation>仅包含与另一个镜像的差异，且只用 UUID 指明该镜像</translation>
    </message>
</context>
<context>
    <name>VhdProbe</name>
    <message>
        <source>read the VHD footer</source>
        <translation>读取 VHD 尾部</translation>
    </message>
    <message>
        <source>it differs from its copy at the start</source>
        <translation>与开头的副本不同</translation>
    </message>
    <message>
        <source>its checksum is wrong</source>
        <translation>其校验和错误</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>read the VHD header</source>
        <translation>读取 VHD 头部</translation>
    </message>
    <message>
        <source>it lies outside the file</source>
        <translation>位于文件之外</translation>
    </message>
    <message>
        <source>the VHD header</source>
        <translation>VHD 头部</translation>
    </message>
    <message>
        <source>it does not begin with &quot;cxsparse&quot;</source>
        <translation>未以 &quot;cxsparse&quot; 开头</translation>
    </message>
    <message>
        <source>its version is unknown</source>
        <translation>版本未知</translation>
    </message>
    <message>
        <source>a block of %1 bytes is no power of two sectors</source>
        <translation>块大小 %1 字节不是 2 的幂个扇区</translation>
    </message>
    <message>
        <source>%1 blocks are more than a VHD can have</source>
        <translation>%1 个块超过了 VHD 所能拥有的数量</translation>
    </message>
    <message>
        <source>%1 blocks do not hold the disk</source>
        <translation>%1 个块容纳不下该磁盘</translation>
    </message>
    <message>
        <source>the block table lies outside the file</source>
        <translation>块表位于文件之外</translation>
    </message>
    <message>
        <source>the block table overlaps a header</source>
        <translation>块表与某个头部重叠</translation>
    </message>
    <message>
        <source>there is no disk type %1</source>
        <translation>不存在磁盘类型 %1</translation>
    </message>
    <message>
        <source>the disk is larger than a VHD can be</source>
        <translation>磁盘大于 VHD 可能的大小</translation>
    </message>
    <message>
        <source>a fixed disk has its footer at the end</source>
        <translation>固定磁盘的尾部应位于末尾</translation>
    </message>
    <message>
        <source>it promises %1, but the file was cut off after %2</source>
        <translation>应有 %1，但文件在 %2 之后被截断</translation>
    </message>
</context>
<context>
    <name>VhdxMetadata</name>
    <message>
        <source>read the VHDX metadata</source>
        <translation>读取 VHDX 元数据</translation>
    </message>
    <message>
        <source>the VHDX metadata</source>
        <translation>VHDX 元数据</translation>
    </message>
    <message>
        <source>it does not begin with &quot;metadata&quot;</source>
        <translation>未以 &quot;metadata&quot; 开头</translation>
    </message>
    <message>
        <source>%1 entries are more than there is room for</source>
        <translation>%1 个条目超出了可容纳的数量</translation>
    </message>
    <message>
        <source>an item of unknown kind is required, %1</source>
        <translation>要求支持未知类型的项 %1</translation>
    </message>
    <message>
        <source>the item %1 stands there twice</source>
        <translation>项 %1 出现了两次</translation>
    </message>
    <message>
        <source>the item %1 lies outside the metadata</source>
        <translation>项 %1 位于元数据之外</translation>
    </message>
    <message>
        <source>the item %1 has %2 bytes</source>
        <translation>项 %1 有 %2 字节</translation>
    </message>
    <message>
        <source>read the parent locator of the VHDX</source>
        <translation>读取 VHDX 的父定位器</translation>
    </message>
    <message>
        <source>entry %1 lies outside it</source>
        <translation>条目 %1 位于其外</translation>
    </message>
    <message>
        <source>the item %1 is missing</source>
        <translation>缺失项 %1</translation>
    </message>
    <message>
        <source>a block of %1 bytes is no power of two between 1 MiB and 256 MiB</source>
        <translation>块大小 %1 字节不是 1 MiB 到 256 MiB 之间的 2 的幂</translation>
    </message>
    <message>
        <source>a logical sector of %1 bytes is neither 512 nor 4096</source>
        <translation>逻辑扇区大小 %1 字节既不是 512 也不是 4096</translation>
    </message>
    <message>
        <source>a physical sector of %1 bytes is neither 512 nor 4096</source>
        <translation>物理扇区大小 %1 字节既不是 512 也不是 4096</translation>
    </message>
    <message>
        <source>the disk is larger than a VHDX can be</source>
        <translation>磁盘大于 VHDX 可能的大小</translation>
    </message>
    <message>
        <source>the disk does not end with a whole sector</source>
        <translation>磁盘未以完整的扇区结尾</translation>
    </message>
    <message>
        <source>it has a parent, but nothing tells which</source>
        <translation>有父镜像，但未指明是哪一个</translation>
    </message>
</context>
<context>
    <name>VhdxProbe</name>
    <message>
        <source>It holds only the differences to another image, of which it does not tell the name</source>
        <translation>仅包含与另一个镜像的差异，且未给出该镜像的名称</translation>
    </message>
    <message>
        <source>read the VHDX block table</source>
        <translation>读取 VHDX 块表</translation>
    </message>
    <message>
        <source>it has no room for the blocks of the disk</source>
        <translation>容纳不下该磁盘的块</translation>
    </message>
</context>
<context>
    <name>VhdxRegions</name>
    <message>
        <source>read the VHDX header</source>
        <translation>读取 VHDX 头部</translation>
    </message>
    <message>
        <source>read the VHDX region table</source>
        <translation>读取 VHDX 区域表</translation>
    </message>
    <message>
        <source>%1 regions are more than there is room for</source>
        <translation>%1 个区域超出了可容纳的数量</translation>
    </message>
    <message>
        <source>it requires a region of unknown kind, %1</source>
        <translation>要求支持未知类型的区域 %1</translation>
    </message>
    <message>
        <source>it names the region %1 twice</source>
        <translation>区域 %1 被列出两次</translation>
    </message>
    <message>
        <source>the region %1 lies outside the file or is not aligned</source>
        <translation>区域 %1 位于文件之外或未对齐</translation>
    </message>
    <message>
        <source>it lacks the block table or the metadata</source>
        <translation>缺少块表或元数据</translation>
    </message>
    <message>
        <source>its regions overlap</source>
        <translation>其区域相互重叠</translation>
    </message>
    <message>
        <source>the VHDX header</source>
        <translation>VHDX 头部</translation>
    </message>
    <message>
        <source>both its copies are broken</source>
        <translation>两个副本都已损坏</translation>
    </message>
    <message>
        <source>its two copies differ, but have the same sequence number</source>
        <translation>两个副本不同，但序列号相同</translation>
    </message>
    <message>
        <source>the log&apos;s version is unknown</source>
        <translation>日志的版本未知</translation>
    </message>
    <message>
        <source>the log lies outside the file or is not aligned</source>
        <translation>日志位于文件之外或未对齐</translation>
    </message>
    <message>
        <source>the VHDX region table</source>
        <translation>VHDX 区域表</translation>
    </message>
</context>
<context>
    <name>VmdkDescriptor</name>
    <message>
        <source>read the VMDK descriptor</source>
        <translation>读取 VMDK 描述符</translation>
    </message>
    <message>
        <source>more text is hidden behind its end, a zero byte</source>
        <translation>在其末尾的零字节之后还隐藏着文本</translation>
    </message>
    <message>
        <source>the line is no sound extent: %1</source>
        <translation>该行不是有效的区段：%1</translation>
    </message>
    <message>
        <source>its extents are more than any disk has</source>
        <translation>区段数量超过任何磁盘可能的数量</translation>
    </message>
    <message>
        <source>the CID is no hexadecimal number</source>
        <translation>CID 不是十六进制数</translation>
    </message>
    <message>
        <source>the parent CID is no hexadecimal number</source>
        <translation>父 CID 不是十六进制数</translation>
    </message>
    <message>
        <source>the create type is too long</source>
        <translation>创建类型太长</translation>
    </message>
    <message>
        <source>the parent&apos;s name is too long</source>
        <translation>父镜像的名称太长</translation>
    </message>
    <message>
        <source>its settings are more than any disk has</source>
        <translation>设置项比任何磁盘都多</translation>
    </message>
</context>
<context>
    <name>VmdkProbe</name>
    <message>
        <source>An extent leads out of its directory: %1</source>
        <translation>有区段指向所在目录之外：%1</translation>
    </message>
    <message>
        <source>An extent lies in another file: %1</source>
        <translation>有区段位于另一个文件中：%1</translation>
    </message>
    <message>
        <source>An extent is not part of this file: %1</source>
        <translation>有区段不属于此文件：%1</translation>
    </message>
    <message numerus="yes">
        <source>It names %n extents, but holds only one</source>
        <translation>
            <numerusform>列出了 %n 个区段，但只包含一个</numerusform>
        </translation>
    </message>
    <message>
        <source>Its descriptor names no extent</source>
        <translation>描述符未列出区段</translation>
    </message>
    <message>
        <source>Its descriptor has a line of unknown kind: %1</source>
        <translation>描述符中有未知类型的行：%1</translation>
    </message>
    <message>
        <source>Its descriptor tells the create type more than once</source>
        <translation>描述符多次给出创建类型</translation>
    </message>
    <message>
        <source>It says %1, but is only a descriptor without data</source>
        <translation>声明为 %1，但只是没有数据的描述符</translation>
    </message>
    <message>
        <source>Its descriptor tells no create type</source>
        <translation>描述符未给出创建类型</translation>
    </message>
    <message>
        <source>Its descriptor says %1, its header does not</source>
        <translation>描述符声明为 %1，但头部并非如此</translation>
    </message>
    <message>
        <source>Its descriptor names a parent more than once</source>
        <translation>描述符多次指定父镜像</translation>
    </message>
    <message>
        <source>read the VMDK descriptor</source>
        <translation>读取 VMDK 描述符</translation>
    </message>
    <message>
        <source>it has no parent CID</source>
        <translation>没有父 CID</translation>
    </message>
    <message>
        <source>it has no CID</source>
        <translation>没有 CID</translation>
    </message>
    <message>
        <source>It is one extent of a disk that another file describes</source>
        <translation>这是由另一个文件描述的磁盘的一个区段</translation>
    </message>
    <message>
        <source>the VMDK descriptor</source>
        <translation>VMDK 描述符</translation>
    </message>
    <message>
        <source>it is longer than %1</source>
        <translation>长度超过 %1</translation>
    </message>
</context>
<context>
    <name>VmdkSparseHeader</name>
    <message>
        <source>read the VMDK header</source>
        <translation>读取 VMDK 头部</translation>
    </message>
    <message>
        <source>read the VMDK footer</source>
        <translation>读取 VMDK 尾部</translation>
    </message>
    <message>
        <source>the file does not end with a whole sector</source>
        <translation>文件未以完整的扇区结尾</translation>
    </message>
    <message>
        <source>the VMDK footer</source>
        <translation>VMDK 尾部</translation>
    </message>
    <message>
        <source>there is no footer marker before it</source>
        <translation>其前没有尾部标记</translation>
    </message>
    <message>
        <source>it does not begin with &quot;KDMV&quot;</source>
        <translation>未以 &quot;KDMV&quot; 开头</translation>
    </message>
    <message>
        <source>there is no end-of-stream marker after it</source>
        <translation>其后没有流结束标记</translation>
    </message>
    <message>
        <source>it contradicts the header at the start</source>
        <translation>与开头的头部矛盾</translation>
    </message>
    <message>
        <source>it sends the reader to the footer again</source>
        <translation>再次将读取者引向尾部</translation>
    </message>
    <message>
        <source>the VMDK header</source>
        <translation>VMDK 头部</translation>
    </message>
    <message>
        <source>its version is %1, known are 1 to 3</source>
        <translation>其版本为 %1，已知版本为 1 到 3</translation>
    </message>
    <message>
        <source>its line ends were changed, as by a transfer in text mode</source>
        <translation>换行符已被更改，如同以文本模式传输过</translation>
    </message>
    <message>
        <source>the capacity is more than any disk has</source>
        <translation>容量超过任何磁盘可能的大小</translation>
    </message>
    <message>
        <source>the grain size of %1 sectors is not between 1 and %2</source>
        <translation>颗粒大小 %1 个扇区不在 1 到 %2 之间</translation>
    </message>
    <message>
        <source>%1 entries in a grain table are not between 1 and %2</source>
        <translation>颗粒表的条目数 %1 不在 1 到 %2 之间</translation>
    </message>
    <message>
        <source>it would need %1 grain tables, which nobody reads</source>
        <translation>需要 %1 个颗粒表，没有程序会读取这么多</translation>
    </message>
    <message>
        <source>the file was cut off before its data begin</source>
        <translation>文件在数据开始之前被截断</translation>
    </message>
    <message>
        <source>the grain directory lies outside the file</source>
        <translation>颗粒目录位于文件之外</translation>
    </message>
    <message>
        <source>the second grain directory lies outside the file</source>
        <translation>第二颗粒目录位于文件之外</translation>
    </message>
    <message>
        <source>the descriptor does not follow the header</source>
        <translation>描述符未紧跟头部</translation>
    </message>
    <message>
        <source>the descriptor is longer than %1</source>
        <translation>描述符长度超过 %1</translation>
    </message>
    <message>
        <source>%1 grain tables do not hold the capacity</source>
        <translation>%1 个颗粒表容纳不下该容量</translation>
    </message>
</context>
</TS>
