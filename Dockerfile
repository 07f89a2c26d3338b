# Verbatim as a container. `docker build --tag verbatim .`, or see compose.yaml; how to check it without a container
# engine: `python scripts/prove_container.py`.

# The first stage installs; nothing of it is shipped but what the second one copies.
FROM python:3.13-slim-trixie AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /build

# What the bot stands on, exact and hashed. It comes first: it is installed anew only if the lock changes. No source
# archive is taken, since building one runs its code; and the bot's environment gets no pip, since it installs nothing.
COPY requirements.lock ./
RUN python -m venv --without-pip /app/.venv && \
    python -m pip --python /app/.venv/bin/python install \
        --require-hashes --only-binary :all: -r requirements.lock

# The build backend is for developers, so it stands in their lock; of that only the backend is taken, with its hashes.
# If it comes to need another package, pip refuses here, and that name belongs into the list.
COPY requirements-dev.lock ./
RUN python -m venv --without-pip tools && \
    awk '/^[^ ]/ { wanted = /^(hatchling|packaging|pathspec|pluggy|tomlkit|trove-classifiers)==/ } wanted' \
        requirements-dev.lock > tools.lock && \
    python -m pip --python tools/bin/python install \
        --require-hashes --only-binary :all: -r tools.lock

# The bot itself, with no way to a package index.
COPY pyproject.toml README.md ./
COPY bot bot
RUN python -m pip --python tools/bin/python wheel \
        --no-index --no-deps --no-build-isolation --wheel-dir dist . && \
    python -m pip --python /app/.venv/bin/python install --no-index --no-deps dist/*.whl

# What the bot reads has to be readable for its user, whatever mask it was checked out with.
COPY config.yaml ./
COPY seeds seeds
RUN chmod -R a+rX,go-w config.yaml seeds && mkdir data


# The second stage runs. It is the same image, so that the environment finds its Python at the same place.
FROM python:3.13-slim-trixie
WORKDIR /app
COPY --from=build /app/.venv .venv
COPY --from=build /build/config.yaml ./
COPY --from=build /build/seeds seeds
COPY --from=build --chown=10001:10001 /build/data data

# The state and the log go to data/verbatim, matplotlib's cache beside it. The token is given at the start: in a secret
# file that DISCORD_TOKEN_FILE names, as compose.yaml does, or in DISCORD_TOKEN. Without one the exit code is 78.
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    XDG_STATE_HOME=/app/data \
    MPLCONFIGDIR=/app/data/matplotlib

# Articles go in at seeds/, what outlives the container stays in data/; another config.yaml is mounted over this one.
VOLUME ["/app/seeds", "/app/data"]

# A fixed number, so that a mounted folder can be given to it.
USER 10001:10001
STOPSIGNAL SIGTERM

# The bot reports every 30 s; three misses mean that it hangs or lost Discord. A start may take a minute.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["verbatim", "health"]
CMD ["verbatim", "discord"]
