#!/usr/bin/env bash
# What a release has besides its archives: the installer, the checksums, and the notes (notes.md, in this folder):
# packaging/finish.sh FOLDER ADDRESS-OF-THE-REPOSITORY TAG
set -euo pipefail
folder=$(realpath "$1")
from=$2/releases/download/$3
root=$(realpath "$(dirname "$0")/..")
version=${3#v}

sed "s|@DOWNLOAD_FROM@|$from|" "$root/packaging/install.sh" > "$folder/cmad-installer.sh"
(cd "$folder" && rm -f SHA256SUMS && sha256sum -- * > ../SHA256SUMS.new && mv ../SHA256SUMS.new SHA256SUMS)
{
    # This version's part of the changelog.
    awk -v heading="## [$version]" 'index($0, "## ") == 1 { here = index($0, heading) == 1; next } here' "$root/CHANGELOG.md"
    cat <<END

## Install

Linux (glibc 2.35 or newer: Debian 12, Ubuntu 22.04) and macOS, for one person, below \`~/.local\`:

\`\`\`console
\$ curl --proto '=https' -fsSL $from/cmad-installer.sh | sh
\$ cmad rehearse
\`\`\`

Debian and Ubuntu, as a service: \`apt install ./cmad_${version}-1_amd64.deb\` (or \`arm64\`). Windows: the \`.zip\`.
\`gh attestation verify FILE --repo ${2#*://*/}\` says which commit and which workflow made a file.
END
} > notes.md
