#!/usr/bin/env bash
# Looks at pages and mails as their readers do: in Chromium at three widths, in light and dark, with axe-core. Needs node with
# npm and chromium; axe-core is installed below the target folder.
#   tests/pages/run.sh FOLDER OR FILE...
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=$(realpath -m "$here/../../target/pages")
if ! cmp -s "$here/package-lock.json" "$target/package-lock.json" || ! [ -e "$target/node_modules/.package-lock.json" ]; then
    mkdir -p "$target"
    cp "$here/package.json" "$here/package-lock.json" "$target/"
    npm ci --silent --prefix "$target"
fi
cp "$here/check.js" "$target/"
exec node "$target/check.js" "$@"
