#!/usr/bin/env bash
# Completions and the manual, in the folders in which systems look for them: packaging/share.sh PROGRAM FOLDER
set -euo pipefail
program=$1
folder=$2
mkdir -p "$folder"/{bash-completion/completions,cmad,fish/vendor_completions.d,man/man1,zsh/site-functions}
# The same commit gives the same files.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH
"$program" completions bash > "$folder/bash-completion/completions/cmad"
"$program" completions zsh > "$folder/zsh/site-functions/_cmad"
"$program" completions fish > "$folder/fish/vendor_completions.d/cmad.fish"
# No folder is theirs: a line in one's own settings reads them.
"$program" completions elvish > "$folder/cmad/completions.elv"
"$program" completions powershell > "$folder/cmad/completions.ps1"
"$program" man "$folder/man/man1" > /dev/null
