# The bot, small and without root. Build: docker build -t cmad .
FROM rust:1.95-slim-bookworm AS build
WORKDIR /src
RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*
COPY . .
RUN cargo build --release --locked && mkdir -p /out/data && cp target/release/cmad /out/cmad

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build --chown=nonroot:nonroot /out/data /data
COPY --from=build /out/cmad /usr/local/bin/cmad
ENV DATABASE_URL=sqlite:///data/cmad.db
VOLUME /data
ENTRYPOINT ["/usr/local/bin/cmad"]
CMD ["run"]
