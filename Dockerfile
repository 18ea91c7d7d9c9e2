# docker build -t counterclaim . && docker run --rm -v "$PWD:/work" counterclaim check .
FROM debian:12 AS build
COPY . /src
WORKDIR /src
RUN scripts/packages && cmake --preset release \
 && cmake --build --preset release --target counterclaim documents \
 && DESTDIR=/out cmake --install build/release --prefix /usr --strip

FROM debian:12-slim
RUN apt-get update -q \
 && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends libcurl4 libsqlite3-0 libxml2 zlib1g ca-certificates \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /out/usr /usr
WORKDIR /work
ENTRYPOINT ["counterclaim"]
CMD ["--help"]
