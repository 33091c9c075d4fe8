"""Frames between the judge and a worker: a mark, a length, JSON.

All that arrives from a worker is an observation, written by a process that runs
foreign code. So a frame that is not exactly of this form is an error, at once,
and never a reason to wait.
"""

from __future__ import annotations

import json
import os
import struct
from typing import Any

_MARK = b"DOJO"
_HEADER = struct.Struct(">4sI")
LARGEST = 64 * 1024 * 1024
"""The most bytes that a frame may have."""


class ChannelError(Exception):
    """What came over the channel is no frame."""


def frame(message: dict[str, Any]) -> bytes:
    """Returns `message` as the bytes of a frame.

    Raises:
        ChannelError: it would be larger than `LARGEST`.
    """
    body = json.dumps(message, separators=(",", ":")).encode()
    if len(body) > LARGEST:
        raise ChannelError(f"a frame of {len(body):,} bytes is too large")
    return _HEADER.pack(_MARK, len(body)) + body


class FrameReader:
    """Makes frames of bytes as they arrive."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def feed(self, data: bytes) -> list[dict[str, Any]]:
        """Takes bytes and returns the messages that they complete.

        Raises:
            ChannelError: the bytes don't begin a frame, or hold no JSON object.
        """
        self._bytes += data
        messages: list[dict[str, Any]] = []
        while True:
            head = bytes(self._bytes[:4])
            if not _MARK.startswith(head):
                raise ChannelError(f"{head!r} begins no frame")
            if len(self._bytes) < _HEADER.size:
                return messages
            _, length = _HEADER.unpack_from(self._bytes)
            if length > LARGEST:
                raise ChannelError(f"a frame of {length:,} bytes is too large")
            end = _HEADER.size + length
            if len(self._bytes) < end:
                return messages
            messages.append(_message(bytes(self._bytes[_HEADER.size : end])))
            del self._bytes[:end]

    def missing(self) -> int:
        """Returns how many bytes the header or, after it, the frame still lacks."""
        if len(self._bytes) < _HEADER.size:
            return _HEADER.size - len(self._bytes)
        return int(_HEADER.unpack_from(self._bytes)[1]) + _HEADER.size - len(self._bytes)


def read_frame(fd: int) -> dict[str, Any] | None:
    """Waits for one frame and returns its message; None at the end of the channel.

    Raises:
        ChannelError: what came is no frame.
    """
    reader = FrameReader()
    missing = _HEADER.size
    while True:
        data = os.read(fd, missing)
        if not data:
            return None
        if messages := reader.feed(data):
            return messages[0]
        missing = reader.missing()


def write_frame(fd: int, message: dict[str, Any]) -> None:
    """Writes one frame, whole."""
    rest = memoryview(frame(message))
    while rest:
        rest = rest[os.write(fd, rest) :]


def _message(body: bytes) -> dict[str, Any]:
    try:
        message = json.loads(body.decode(), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise ChannelError(f"a frame holds no JSON: {error}") from None
    if type(message) is not dict:
        raise ChannelError("a frame holds no JSON object")
    return message


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
