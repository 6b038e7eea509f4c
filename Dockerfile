# One image for `ecotown serve` and `ecotown worker`. The database, the key and the
# backups live in the volume /data.
ARG BASE_IMAGE=debian:12-slim

FROM ${BASE_IMAGE} AS base
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates python3 python3-venv \
    && rm -rf /var/lib/apt/lists/*

FROM base AS build
WORKDIR /build
COPY requirements.lock requirements-run.lock ./
RUN python3 -m venv /app \
    && /app/bin/pip install --no-cache-dir --require-hashes -r requirements-run.lock
# The build backend comes from the same lock and stays out of the image.
RUN awk '/^setuptools==/ { take = 1 } take { print } take && !/\\$/ { exit }' \
        requirements.lock > backend.txt \
    && python3 -m venv /backend \
    && /backend/bin/pip install --no-cache-dir --require-hashes -r backend.txt
COPY pyproject.toml README.md LICENSE ./
COPY surveys surveys
COPY content content
COPY api api
COPY bot bot
RUN /backend/bin/pip wheel --no-deps --no-build-isolation --wheel-dir wheels . \
    && /app/bin/pip install --no-deps --no-index wheels/*.whl

FROM base
RUN groupadd --gid 10001 ecotown \
    && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin ecotown \
    && mkdir /data && chown ecotown:ecotown /data && chmod 700 /data
COPY --from=build /app /app
ENV PATH=/app/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    ECOTOWN_HOST=0.0.0.0 \
    ECOTOWN_PORT=8000 \
    ECOTOWN_DATA_DIR=/data
WORKDIR /data
VOLUME /data
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python3", "-c", "import os, urllib.request; urllib.request.urlopen(f\"http://127.0.0.1:{os.environ['ECOTOWN_PORT']}/healthz\", timeout=4)"]
STOPSIGNAL SIGTERM
CMD ["ecotown", "serve", "--prepare"]
