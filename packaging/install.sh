#!/bin/sh
# Installs cmad for one person: the program, its manual and completions below ~/.local, or below CMAD_PREFIX. Nothing is
# changed before the download is whole and runs here.
set -eu

# A release puts its own address here.
from=${CMAD_DOWNLOAD_FROM:-@DOWNLOAD_FROM@}
prefix=${CMAD_PREFIX:-$HOME/.local}

fail() {
    echo "cmad: $*" >&2
    exit 1
}

fetch() {
    if command -v curl > /dev/null; then
        curl --fail --silent --show-error --location --retry 3 --connect-timeout 20 --speed-limit 1024 --speed-time 30 \
            --output "$2" "$1"
    elif command -v wget > /dev/null; then
        wget --quiet --tries 3 --timeout 20 --output-document "$2" "$1"
    else
        fail "neither curl nor wget is installed"
    fi
}

checksum() {
    if command -v sha256sum > /dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

case $(uname -s) in
    Linux) system=unknown-linux-gnu ;;
    Darwin) system=apple-darwin ;;
    *) fail "there is no program for $(uname -s) here; see the release's page" ;;
esac
case $(uname -m) in
    x86_64 | amd64) machine=x86_64 ;;
    aarch64 | arm64) machine=aarch64 ;;
    *) fail "there is no program for $(uname -m)" ;;
esac
name=cmad-$machine-$system
case $from in
    http*://*) ;;
    *) fail "this copy does not say where to download from; take the one of a release" ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
fetch "$from/$name.tar.gz" "$work/$name.tar.gz"
fetch "$from/SHA256SUMS" "$work/SHA256SUMS"
wanted=$(sed -n "s/^\([0-9a-f]*\)  $name\.tar\.gz\$/\1/p" "$work/SHA256SUMS")
[ "$(checksum "$work/$name.tar.gz")" = "$wanted" ] || fail "the download is damaged: its checksum is not that of the release"
tar -C "$work" -xzf "$work/$name.tar.gz"
# A C library that is too old, or another one, is seen here.
version=$("$work/$name/cmad" --version) || fail "the program does not run on this system; build it from source"

mkdir -p "$prefix/bin" "$prefix/share"
cp "$work/$name/cmad" "$prefix/bin/.cmad.new"
# In one step: a bot that is running keeps its file.
mv "$prefix/bin/.cmad.new" "$prefix/bin/cmad"
cp -R "$work/$name/share/." "$prefix/share/"
echo "$version is in $prefix/bin. To see it: cmad rehearse"
case :$PATH: in
    *":$prefix/bin:"*) ;;
    *) echo "$prefix/bin is not on your PATH: add it, or call $prefix/bin/cmad." ;;
esac
