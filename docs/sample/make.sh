#!/usr/bin/env bash
# Makes this folder's sample and the README's pictures again, from a rehearsal. Needs node, npm and Chromium; for the
# pictures fonts that have the words and signs in them (Debian: fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji).
#   CMAD=target/debug/cmad docs/sample/make.sh     takes this program and the digests in target/digest-samples, and builds none
set -euo pipefail
cd "$(dirname "$0")/../.."

program=${CMAD:-target/release/cmad}
if [ -z "${CMAD:-}" ]; then
    cargo build --locked --release
    cargo test --locked --lib digest::tests::samples
fi

rm -rf target/sample
mkdir -p target/sample
"$program" rehearse --quick --year 2027 --no-open --out target/sample > target/sample/outline.txt

# The same words give the same bytes, so a sample that is not older is not changed.
rm -rf docs/sample/cmad-2027-quick docs/sample/cmad-2027-quick.html
cp -r target/sample/cmad-2027-quick target/sample/cmad-2027-quick.html docs/sample/

npm install --silent --no-fund --no-audit --prefix target/sample puppeteer-core@25.16.0 pngjs@7.0.0 gifenc@1.0.3
cp docs/sample/pictures.mjs target/sample/
cp target/digest-samples/many.en.png docs/images/card.png
node target/sample/pictures.mjs "${CHROMIUM:-$(command -v chromium || command -v google-chrome)}" "$PWD"
ls -l docs/sample docs/images
