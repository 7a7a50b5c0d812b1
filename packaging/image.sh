#!/usr/bin/env bash
# The container image, out of programs that were built: the Dockerfile's last stage, with these in place of its first.
# packaging/image.sh FOLDER NAME VERSION SOURCE, where FOLDER has image-TARGET/cmad for each TARGET.
# Prints `name=…` and `digest=…` into $GITHUB_OUTPUT.
set -euo pipefail
folder=$1 name=$2 version=$3 source=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
docker buildx create --use --driver docker-container > /dev/null
images=()
for pair in amd64:x86_64 arm64:aarch64; do
    stage=$work/${pair%:*}
    mkdir -p "$stage/src/out/data"
    install -m 755 "$folder/image-${pair#*:}-unknown-linux-gnu/cmad" "$stage/src/out/cmad"
    # Nothing is run in the last stage, so that one machine builds it for both.
    docker buildx build . --platform "linux/${pair%:*}" --build-context "build=$stage" \
        --label "org.opencontainers.image.version=$version" --label "org.opencontainers.image.source=$source" \
        --label "org.opencontainers.image.licenses=MIT OR Apache-2.0" --sbom=true --provenance=mode=max \
        --tag "$name:$version-${pair%:*}" --push
    images+=("$name:$version-${pair%:*}")
done
tags=(--tag "$name:$version")
[[ $version == *-* ]] || tags+=(--tag "$name:latest")
docker buildx imagetools create "${tags[@]}" "${images[@]}"
digest=$(docker buildx imagetools inspect "$name:$version" --format '{{json .Manifest.Digest}}' | tr -d '"')
printf 'name=%s\ndigest=%s\n' "$name" "$digest" >> "${GITHUB_OUTPUT:-/dev/stdout}"
