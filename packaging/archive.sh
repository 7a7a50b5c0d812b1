#!/usr/bin/env bash
# The archive that people download, out of a program that was built: packaging/archive.sh PROGRAM TARGET FOLDER
# It runs the program, so it runs on the system that the program is for.
set -euo pipefail
program=$(realpath "$1")
target=$2
mkdir -p "$3"
folder=$(realpath "$3")
cd "$(dirname "$0")/.."
name=cmad-$target
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/$name"/{config,docs,systemd}
cp "$program" LICENSE-* README.md CHANGELOG.md "$work/$name/"
cp config/*.toml "$work/$name/config/"
cp docs/*.md docs/*.json "$work/$name/docs/"
cp packaging/{cmad.service,env,as-cmad} "$work/$name/systemd/"
packaging/share.sh "$program" "$work/$name/share"
case $target in
    *windows*) archive=$folder/$name.zip && (cd "$work" && 7z a -bso0 "$archive" "$name") ;;
    *) archive=$folder/$name.tar.gz && tar -C "$work" -czf "$archive" "$name" ;;
esac
echo "$archive"
