#!/usr/bin/env bash
# Holds the simulated Discord to clients that others wrote: a bot each on serenity, discord.py and discord.js, used by
# simulated people. Needs python3 with venv, and node with npm; everything else is installed below the target folder.
set -euo pipefail
cd "$(dirname "$0")"
target=$(realpath -m ../../target/clients)
mkdir -p "$target"

# Installed anew only when what is pinned has changed.
if ! cmp -s discord-py/requirements.txt "$target/venv/requirements.txt"; then
    python3 -m venv --clear "$target/venv"
    "$target/venv/bin/pip" install --quiet --disable-pip-version-check --requirement discord-py/requirements.txt
    cp discord-py/requirements.txt "$target/venv/"
fi
# npm writes the last of these files when everything is there.
if ! cmp -s discord-js/package-lock.json "$target/discord-js/package-lock.json" ||
    ! [ -e "$target/discord-js/node_modules/.package-lock.json" ]; then
    mkdir -p "$target/discord-js"
    cp discord-js/package.json discord-js/package-lock.json "$target/discord-js/"
    npm ci --silent --prefix "$target/discord-js"
fi
cp discord-js/bot.js "$target/discord-js/"

export CARGO_TARGET_DIR=$target
cargo build --locked --quiet
exec "$target/debug/driver" \
    "serenity=$target/debug/serenity-bot" \
    "discord.py=$target/venv/bin/python discord-py/bot.py" \
    "discord.js=node $target/discord-js/bot.js"
