# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of fathomctl's words for fish; tests hold it against its --help.
set -l commands images instances tree chain inspect convert flatten check resize snapshots snapshot-extract snapshot-delete checksum copy jobs
complete -c fathomctl -f
complete -c fathomctl -n "not __fish_seen_subcommand_from $commands" -a images -d 'The files of the image store'
complete -c fathomctl -n "not __fish_seen_subcommand_from $commands" -a instances -d 'The instances by host and project'
complete -c fathomctl -n "not __fish_seen_subcommand_from $commands" -a tree -d 'The directories as they are'
complete -c fathomctl -n "not __fish_seen_subcommand_from $commands" -a chain -d 'What a disk stands on'
complete -c fathomctl -n "not __fish_seen_subcommand_from $commands" -a inspect -d 'What files are'
complete -c fathomctl -n "not __fish_seen_subcommand_from $commands" -a convert -d 'A new image of another format'
complete -c fathomctl -n "not __fish_seen_subcommand_from $commands" -a flatten -d 'One file of an overlay and its bases'
complete -c fathomctl -n "not __fish_seen_subcommand_from $commands" -a check -d 'Look for damage inside an image'
complete -c fathomctl -n "not __fish_seen_subcommand_from $commands" -a resize -d 'A larger virtual size for an image'
complete -c fathomctl -n "not __fish_seen_subcommand_from $commands" -a snapshots -d 'The snapshots inside an image'
complete -c fathomctl -n "not __fish_seen_subcommand_from $commands" -a snapshot-extract -d 'A new image of a snapshot'
complete -c fathomctl -n "not __fish_seen_subcommand_from $commands" -a snapshot-delete -d 'Delete a snapshot inside an image'
complete -c fathomctl -n "not __fish_seen_subcommand_from $commands" -a checksum -d 'The SHA-256, SHA-512 and MD5 of files'
complete -c fathomctl -n "not __fish_seen_subcommand_from $commands" -a copy -d 'A copy of a file, byte for byte'
complete -c fathomctl -n "not __fish_seen_subcommand_from $commands" -a jobs -d 'What was changed'
complete -c fathomctl -n '__fish_seen_subcommand_from images instances tree' -a '(__fish_complete_directories)'
complete -c fathomctl -n '__fish_seen_subcommand_from chain inspect convert flatten check resize snapshots snapshot-extract snapshot-delete checksum copy' -F
complete -c fathomctl -l images -x -a '(__fish_complete_directories)' -d 'A directory of the image store'
complete -c fathomctl -l instances -x -a '(__fish_complete_directories)' -d 'An instances directory'
complete -c fathomctl -l domains -x -a '(__fish_complete_directories)' -d 'A directory of domain XML files'
complete -c fathomctl -l glance-conf -r -F -d 'A glance-api.conf'
complete -c fathomctl -l nova-conf -r -F -d 'A nova.conf'
complete -c fathomctl -l demo -d 'The demo estate'
complete -c fathomctl -l json -d 'Print JSON for scripts'
complete -c fathomctl -l exact -d 'Tell sizes in bytes'
complete -c fathomctl -s h -l help -d 'Show the options'
complete -c fathomctl -s v -l version -d 'Show the version'
complete -c fathomctl -n '__fish_seen_subcommand_from chain inspect convert flatten check resize snapshots snapshot-extract snapshot-delete' -s f -l format -x \
    -a 'raw qcow qcow2 qed vmdk vdi vpc vhdx parallels luks bochs cloop dmg' -d 'The file is of this format'
complete -c fathomctl -n '__fish_seen_subcommand_from convert flatten snapshot-extract' -s O -l output-format -x \
    -a 'raw qcow2 vmdk vdi vhd vhdx' -d 'Write this format'
complete -c fathomctl -n '__fish_seen_subcommand_from convert flatten snapshot-extract' -s c -l compress -d 'Compress'
complete -c fathomctl -n '__fish_seen_subcommand_from convert flatten check resize snapshots snapshot-extract snapshot-delete checksum copy' -l dry-run -d 'Tell what would be done'
complete -c fathomctl -n '__fish_seen_subcommand_from convert flatten copy' -l no-verify -d 'Do not compare with the source'
complete -c fathomctl -n '__fish_seen_subcommand_from checksum' -l against -x -d 'Fail unless the file has this checksum'
