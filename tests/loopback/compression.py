"""The two ways in which Discord compresses what its gateway sends; the client names one of them in the address."""

from __future__ import annotations

import importlib
import zlib
from collections.abc import Callable

Compress = Callable[[bytes], bytes]


def compressor(name: str | None) -> Compress | None:
    """Return what compresses the messages of one connection; None where the client asked for none."""
    match name:
        case None:
            return None
        case "zlib-stream":
            return _zlib()
        case "zstd-stream":
            return _zstd()
    raise ValueError(name)


def _zlib() -> Compress:
    stream = zlib.compressobj()
    return lambda data: stream.compress(data) + stream.flush(zlib.Z_SYNC_FLUSH)


def _zstd() -> Compress:
    """Return what the standard library has since 3.14; a client on an older Python does not ask for it."""
    compressor = importlib.import_module("compression.zstd").ZstdCompressor()

    def compress(data: bytes) -> bytes:
        packed: bytes = compressor.compress(data, compressor.FLUSH_BLOCK)
        return packed

    return compress
