#!/usr/bin/env bash
# The version that is released, as `version=1.2.3`: the tag, Cargo.toml and the changelog must agree.
set -euo pipefail
cd "$(dirname "$0")/.."
fail() { echo "release: $*" >&2; exit 1; }

version=$(sed -n '/^\[workspace.package\]/,/^$/s/^version = "\(.*\)"$/\1/p' Cargo.toml)
[[ -n $version ]] || fail "Cargo.toml has no version"
if [[ ${GITHUB_REF_TYPE:-} == tag ]]; then
    [[ $GITHUB_REF_NAME == "v$version" ]] || fail "the tag is $GITHUB_REF_NAME, and Cargo.toml says $version"
    grep -q "^## \[$version\] - [0-9]\{4\}-[0-9][0-9]-[0-9][0-9]$" CHANGELOG.md || fail "CHANGELOG.md has no \"## [$version] - YYYY-MM-DD\""
    # Only `cargo binstall` reads it; nothing else needs to know where the repository is.
    repository=$GITHUB_SERVER_URL/$GITHUB_REPOSITORY
    grep -q "^repository = \"$repository\"$" Cargo.toml || echo "::warning::without repository = \"$repository\" in Cargo.toml, cargo binstall does not find the archives" >&2
fi
echo "version=$version"
