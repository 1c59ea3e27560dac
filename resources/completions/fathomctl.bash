# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of fathomctl's and fathom's words for bash; tests hold it against their --help.
_fathom_paths() { # directories or files that begin with the word, names with blanks included
  local IFS=$'\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$cur"))
}

_fathom_estate_value() { # completes the value of an option that both programs know; fails when it is none
  case $prev in
    --images | --instances | --domains) _fathom_paths -d ;;
    --glance-conf | --nova-conf) _fathom_paths -f ;;
    *) return 1 ;;
  esac
}

_fathomctl() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command= i
  local estate='--images --instances --domains --glance-conf --nova-conf --demo'
  local common="$estate --json --exact -h --help -v --version"
  local jobs='convert flatten check repair resize snapshots snapshot-extract snapshot-delete look checksum copy overlay rebase commit compress recover quarantine restore remove'
  local commands="images instances tree chain inspect $jobs quarantined jobs"
  local formats='raw qcow qcow2 qed vmdk vdi vpc vhdx parallels luks bochs cloop dmg'
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i - 1]} in --images | --instances | --domains | --glance-conf | --nova-conf) continue ;; esac
    [[ " $commands " == *" ${COMP_WORDS[i]} "* ]] && { command=${COMP_WORDS[i]}; break; }
  done
  _fathom_estate_value && return
  if [[ $prev == --look-in ]]; then
    _fathom_paths -d
  elif [[ $prev == -f || $prev == --format || $prev == --onto-format ]]; then
    COMPREPLY=($(compgen -W "$formats" -- "$cur"))
  elif [[ $command == recover && ($prev == -O || $prev == --output-format) ]]; then
    COMPREPLY=($(compgen -W 'raw qcow2' -- "$cur"))
  elif [[ $command == recover && $prev == --base ]]; then
    _fathom_paths -f
  elif [[ $command == @(convert|flatten|snapshot-extract) && ($prev == -O || $prev == --output-format) ]]; then
    COMPREPLY=($(compgen -W 'raw qcow2 vmdk vdi vhd vhdx' -- "$cur"))
  elif [[ $command == commit && $prev == --into ]]; then
    _fathom_paths -f
  elif [[ $cur == -* ]]; then
    case $command in chain | inspect | convert | flatten | check | repair | resize | snapshots | snapshot-extract | snapshot-delete | look | overlay | rebase | commit | compress) common+=' -f --format' ;; esac
    [[ -n $command && " $jobs " == *" $command "* ]] && common+=' --dry-run'
    [[ $command == @(convert|flatten|snapshot-extract) ]] && common+=' -O --output-format -c --compress'
    [[ $command == @(convert|flatten|copy) ]] && common+=' --no-verify'
    [[ $command == checksum ]] && common+=' --against'
    [[ $command == overlay ]] && common+=' --size'
    [[ $command == rebase ]] && common+=' --onto-format --unsafe --no-keep'
    [[ $command == commit ]] && common+=' --into'
    [[ $command == quarantine ]] && common+=' --look-in --evidence-read'
    [[ $command == recover ]] && common+=' -O --output-format --look-in --base --without --evidence-read'
    [[ $command == remove ]] && common+=' --for-good'
    [[ $command == compress ]] && common+=' -c --compress'
    [[ $command == repair ]] && common+=' --leaks'
    [[ $command == resize ]] && common+=' --shrink'
    COMPREPLY=($(compgen -W "$common" -- "$cur"))
  elif [[ -z $command ]]; then
    COMPREPLY=($(compgen -W "$commands" -- "$cur"))
  elif [[ " chain inspect $jobs " == *" $command "* ]]; then
    _fathom_paths -f
  elif [[ $command != jobs ]]; then
    _fathom_paths -d
  fi
}

_fathom() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
  local options='--images --instances --domains --glance-conf --nova-conf --demo --page --language --theme --tour
    -h --help --help-all -v --version'
  COMPREPLY=()
  _fathom_estate_value && return
  case $prev in
    --page) COMPREPLY=($(compgen -W 'images instances directories chains jobs quarantine' -- "$cur")) ;;
    --language) COMPREPLY=($(compgen -W 'en zh_CN' -- "$cur")) ;;
    --theme) COMPREPLY=($(compgen -W 'light dark system' -- "$cur")) ;;
    --tour) _fathom_paths -d ;;
    *) COMPREPLY=($(compgen -W "$options" -- "$cur")) ;;
  esac
}

complete -F _fathomctl fathomctl
complete -F _fathom fathom
