# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of fathom's options for fish; tests hold it against its --help.
complete -c fathom -f
complete -c fathom -l images -x -a '(__fish_complete_directories)' -d 'A directory of the image store'
complete -c fathom -l instances -x -a '(__fish_complete_directories)' -d 'An instances directory'
complete -c fathom -l domains -x -a '(__fish_complete_directories)' -d 'A directory of domain XML files'
complete -c fathom -l glance-conf -r -F -d 'A glance-api.conf'
complete -c fathom -l nova-conf -r -F -d 'A nova.conf'
complete -c fathom -l demo -d 'The demo estate'
complete -c fathom -l page -x -a 'images instances directories chains jobs quarantine' -d 'Begin on this page'
complete -c fathom -l language -x -a 'en zh_CN' -d 'Speak this language'
complete -c fathom -l theme -x -a 'light dark system' -d 'Look light, dark or as the system does'
complete -c fathom -l tour -x -a '(__fish_complete_directories)' -d 'Render every page to pictures and end'
complete -c fathom -s h -l help -d 'Show the options'
complete -c fathom -l help-all -d 'Show the options, those of Qt too'
complete -c fathom -s v -l version -d 'Show the version'
