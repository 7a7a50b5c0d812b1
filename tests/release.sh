#!/usr/bin/env bash
# Tries what a release consists of, with the program in target/dist (or of another profile: tests/release.sh release) and
# without GitHub:
#   1. the workflows, read by actionlint and zizmor, and the scripts, read by shellcheck
#   2. the archive and its installer, from a server on this machine: a whole download, a damaged one, a second one over it
#   3. the Debian package: installed, used, updated, removed and purged in a copy of this system
#   4. its unit, as systemd reads it and, where a systemd can be started in that copy (systemd-nspawn), as it starts the bot:
#      without a token not at all; without Discord again and again; and the whole rehearsal with the same few rights
# Not tried, because that needs GitHub: that the workflows run, the other systems, the image and the attestations.
#
# Needs root (for 3 and 4) and what .ci/run installs: cargo-deb, shellcheck, systemd, and the tools in target/tools.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
tools=$root/target/tools
profile=${1:-dist}
work=$(mktemp -d)
server=
finish() {
    [[ -z $server ]] || kill "$server" 2> /dev/null || true
    if mountpoint -q "$work/system"; then umount --recursive "$work/system"; fi
    if mountpoint -q "$work/changes"; then umount "$work/changes"; fi
    rm -rf "$work"
}
trap finish EXIT

say() { printf '\n-- %s\n' "$*"; }
fail() { printf 'release: %s\n' "$*" >&2; exit 1; }

say "workflows and scripts"
"$tools/bin/actionlint"
"$tools/bin/zizmor" --offline --quiet --config .github/zizmor.yml .github
git ls-files -z '*.sh' .ci/run packaging/as-cmad packaging/debian | xargs -0 shellcheck --severity=warning
packaging/version.sh
rust=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' Cargo.toml)
for file in Dockerfile .github/workflows/ci.yml; do
    grep -q "rust:$rust-" "$file" || fail "$file does not build with Rust $rust, the oldest that Cargo.toml names"
done
if GITHUB_REF_TYPE=tag GITHUB_REF_NAME=v0.0.0 packaging/version.sh 2> "$work/refused"; then fail "a wrong tag is taken"; fi
grep -q "the tag is v0.0.0" "$work/refused"
echo "nothing found"

say "the archive and its installer"
system=$(uname -m)-unknown-linux-gnu
address=https://example.org/someone/cmad
archive=$(packaging/archive.sh "target/$profile/cmad" "$system" "$work/out")
tar -tzf "$archive" > "$work/files"
for file in cmad README.md LICENSE-MIT config/cmad.toml docs/operations.md systemd/cmad.service share/man/man1/cmad-run.1 \
    share/bash-completion/completions/cmad share/zsh/site-functions/_cmad share/fish/vendor_completions.d/cmad.fish; do
    grep -q "^cmad-$system/$file$" "$work/files" || fail "the archive has no $file"
done
(cd "$work" && "$root/packaging/finish.sh" out "$address" v1.2.3)
grep -q "$address/releases/download/v1.2.3/cmad-installer.sh | sh" "$work/notes.md" || fail "the notes do not say how to install"
(cd "$work/out" && sha256sum --quiet --check SHA256SUMS)
grep -q cmad-installer.sh "$work/out/SHA256SUMS" || fail "the installer has no checksum"
python3 -u -m http.server --bind 127.0.0.1 --directory "$work/out" 0 > "$work/server" 2> /dev/null &
server=$!
for _ in $(seq 100); do port=$(sed -n 's/.*port \([0-9]*\).*/\1/p' "$work/server"); [[ -z $port ]] || break; sleep 0.1; done
[[ -n $port ]] || fail "no server: $(cat "$work/server")"
installer() { env -i HOME="$work/home" PATH="$PATH" CMAD_DOWNLOAD_FROM="http://127.0.0.1:$port" sh "$work/out/cmad-installer.sh"; }
mkdir "$work/home"
for _ in first second; do
    installer > "$work/said"
    grep -q "^cmad .* is in $work/home/.local/bin" "$work/said" || fail "$(cat "$work/said")"
done
[[ $("$work/home/.local/bin/cmad" day 2027) == 2027-01-25* ]]
MANPATH=$work/home/.local/share/man man -w cmad-rehearse > /dev/null
before=$(sha256sum "$work/home/.local/bin/cmad")
echo damaged >> "$archive"
if installer 2> "$work/refused"; then fail "a damaged download is installed"; fi
grep -q "checksum is not that of the release" "$work/refused"
[[ $(sha256sum "$work/home/.local/bin/cmad") == "$before" ]] || fail "a damaged download changed the program"
if env -u CMAD_DOWNLOAD_FROM sh packaging/install.sh 2> "$work/refused"; then fail "a copy without an address installs"; fi
grep -q "does not say where to download from" "$work/refused"
echo "installed, installed again, and a damaged one refused"

say "the Debian package, in a copy of this system"
[[ $(id -u) == 0 ]] || fail "this needs root, to install a package"
packaging/deb.sh "$work/deb" "$profile"
mkdir "$work/changes" "$work/system"
# What is installed there goes into memory, and is gone with it.
mount -t tmpfs changes "$work/changes"
mkdir "$work/changes"/{upper,work}
mount -t overlay overlay -o "lowerdir=/,upperdir=$work/changes/upper,workdir=$work/changes/work" "$work/system"
mount -t proc proc "$work/system/proc"
mount --bind /dev "$work/system/dev"
cp "$work"/deb/*.deb "$work/system/tmp/cmad.deb"
cat > "$work/system/tmp/inside" <<'INSIDE'
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
fail() { printf 'release: %s\n' "$*" >&2; exit 1; }
owned() { [[ $(stat -c '%U:%G %a' "$2") == "$1" ]] || fail "$2 belongs to $(stat -c '%U:%G %a' "$2"), not $1"; }
dpkg -i /tmp/cmad.deb
[[ $(dpkg-query -W -f '${Status}' cmad) == "install ok installed" ]]
owned "root:cmad 750" /etc/cmad
owned "root:cmad 640" /etc/cmad/env
owned "cmad:cmad 600" /etc/cmad/key/cmad_key
owned "cmad:cmad 700" /var/lib/cmad
[[ $(systemctl is-enabled cmad) == enabled ]]
systemd-analyze verify cmad.service
systemd-analyze security --offline=true --threshold=20 --no-pager cmad.service | tail -n 1
man --warnings=w cmad-run > /dev/null
test -s /usr/share/bash-completion/completions/cmad
# As the bot, with its settings and nothing else of ours. No one listens at port 9.
printf 'MTA.x.y' | install -o root -g cmad -m 640 /dev/stdin /etc/cmad/discord_token
[[ $(as-cmad day 2027) == 2027-01-25* ]]
as-cmad migrate
owned "cmad:cmad 600" /var/lib/cmad/cmad.db
as-cmad key status
as-cmad key rotate
owned "cmad:cmad 600" /etc/cmad/key/cmad_key
# An update keeps the operator's settings and the key; so does an end, which says what it leaves.
echo "DISCORD_API_BASE=http://127.0.0.1:9" >> /etc/cmad/env
before=$(cat /etc/cmad/env /etc/cmad/key/cmad_key)
dpkg -i /tmp/cmad.deb
[[ $(cat /etc/cmad/env /etc/cmad/key/cmad_key) == "$before" ]] || fail "an update changed the settings or the key"
if as-cmad run 2> /tmp/said; then fail "it runs without Discord"; fi
grep -q "cannot be reached" /tmp/said || fail "$(cat /tmp/said)"
dpkg -r cmad > /dev/null
test ! -e /usr/bin/cmad && test -e /etc/cmad/env
dpkg -P cmad > /tmp/said 2>&1
grep -q "what people wrote (/var/lib/cmad) and its key" /tmp/said || fail "$(cat /tmp/said)"
test -s /var/lib/cmad/cmad.db && test -s /etc/cmad/key/cmad_key
INSIDE
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot "$work/system" "$@"; }
inside bash /tmp/inside

say "its unit, started by systemd"
inside dpkg -i /tmp/cmad.deb > /dev/null
sed 's|^ExecStart=.*|ExecStart=/usr/bin/cmad rehearse --out /var/lib/cmad/rehearsal|; s|^Restart=.*|Type=oneshot|' \
    packaging/cmad.service > "$work/system/etc/systemd/system/rehearsed.service"
cat > "$work/system/etc/systemd/system/tried.service" <<'UNIT'
[Unit]
Requires=basic.target
After=basic.target
[Service]
Type=oneshot
ExecStart=/bin/bash /opt/tried
ExecStopPost=/bin/systemctl poweroff --force --force
UNIT
cat > "$work/system/opt/tried" <<'TRIED'
exec > /opt/said 2>&1
echo "systemd runs"
set -euo pipefail
said() { journalctl --sync; journalctl --unit "$1" --output cat --no-pager; }
mv /etc/cmad/discord_token /opt/
systemctl start cmad
[[ $(systemctl show --property ConditionResult --value cmad) == no ]]
mv /opt/discord_token /etc/cmad/
echo DISCORD_API_BASE=http://127.0.0.1:9 >> /etc/cmad/env
systemctl start cmad
for _ in $(seq 120); do
    [[ $(systemctl show --property NRestarts --value cmad) == 0 ]] || break
    sleep 1
done
systemctl stop cmad
said cmad
said cmad | grep "127.0.0.1:9 cannot be reached" > /dev/null
systemctl start rehearsed || { said rehearsed; exit 1; }
ls -l /var/lib/cmad /var/lib/cmad/rehearsal
test -s /var/lib/cmad/rehearsal/cmad-*.html
echo "all of it holds"
TRIED
umount "$work/system/dev" "$work/system/proc"
# It has its own network, in which nothing else is.
timeout --kill-after 10 600 systemd-nspawn --quiet --directory "$work/system" --register=no --keep-unit --boot --private-network \
    --link-journal=no -- --unit=tried.service > "$work/booted" 2>&1 < /dev/null || true
if ! grep -q "systemd runs" "$work/system/opt/said" 2> /dev/null; then
    echo "NOT TRIED: no systemd could be started here: $(tail -n 1 "$work/booted")"
elif ! grep -q "all of it holds" "$work/system/opt/said"; then
    fail "$(cat "$work/booted" "$work/system/opt/said")"
else
    echo "it waits for its token, is started again while Discord is away, and plays the rehearsal"
fi
say "release: all of that holds; nothing was published"
