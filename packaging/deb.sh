#!/usr/bin/env bash
# The Debian package, out of target/dist/cmad: packaging/deb.sh FOLDER. CMAD_MAINTAINER is NAME <ADDRESS>.
# packaging/deb.sh FOLDER release takes target/release/cmad.
# It needs cargo-deb: cargo install --locked cargo-deb
set -euo pipefail
mkdir -p "$1"
folder=$(realpath "$1")
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
profile=${2:-dist}
rm -rf target/share
packaging/share.sh "$target/$profile/cmad" target/share
cargo deb --no-build --locked --profile "$profile" --output "$folder" --maintainer "${CMAD_MAINTAINER:-$(git log -1 --format='%an <%ae>')}"
