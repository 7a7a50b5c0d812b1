# The bot, small and without root: docker build -t cmad .
# tests/deploy.sh goes through these steps without an engine.
FROM rust:1.95-slim-bookworm AS build
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
WORKDIR /src
# Dependencies first, in a layer of their own: it is built anew only when they change.
COPY Cargo.toml Cargo.lock ./
COPY crates/discord-sim/Cargo.toml crates/discord-sim/
COPY crates/domain/Cargo.toml crates/domain/
COPY crates/typeset/Cargo.toml crates/typeset/
RUN mkdir -p src benches crates/{discord-sim,domain,typeset}/src && echo 'fn main() {}' > src/main.rs \
    && touch src/lib.rs crates/{discord-sim,domain,typeset}/src/lib.rs \
    && sed -n '/^\[\[bench\]\]/,/^$/s/^name = "\(.*\)"$/\1/p' Cargo.toml | xargs -I '{}' cp src/main.rs 'benches/{}.rs' \
    && cargo build --profile dist --locked --bin cmad && rm -rf src benches crates/*/src
COPY . .
# Cargo goes by times: what was copied may be older than what stood in its place.
RUN touch src/lib.rs src/main.rs crates/*/src/lib.rs && cargo build --profile dist --locked --bin cmad \
    && install -d -m 700 out/data && cp target/dist/cmad out/cmad

# Nothing but what a program needs to run: no shell, no package manager, a user without rights.
FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build --chown=nonroot:nonroot /src/out/data /data
COPY --from=build /src/out/cmad /usr/local/bin/cmad
# Data in one place, so that everything else can be read-only; health at an address that only this container reaches.
# (SQLite writes its file anew beside it, where there is room, and not in /tmp.)
ENV DATABASE_URL=sqlite:///data/cmad.db CMAD_HTTP_ADDR=127.0.0.1:8080 SQLITE_TMPDIR=/data
VOLUME /data
USER 65532:65532
HEALTHCHECK --interval=30s --timeout=6s --start-period=60s --retries=3 CMD ["/usr/local/bin/cmad", "health"]
ENTRYPOINT ["/usr/local/bin/cmad"]
CMD ["run"]
