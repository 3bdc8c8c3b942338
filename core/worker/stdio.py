"""The worker's own standard streams: kept for the protocol, out of reach of libraries."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator

from .protocol import MAX_LINE_BYTES, Message, encode


class Channel:
    """Lines in and out over two file descriptors of our own."""

    def __init__(self, incoming: int, outgoing: int) -> None:
        self._incoming = os.fdopen(incoming, "rb")
        self._outgoing = outgoing
        self._lock = threading.Lock()

    def send(self, message: Message) -> None:
        """Write one message; ends the process when nobody is there to read it."""
        rest = memoryview(encode(message))
        with self._lock:
            try:
                while rest:
                    rest = rest[os.write(self._outgoing, rest) :]
            except OSError:
                os._exit(0)

    def lines(self) -> Iterator[bytes]:
        """What comes in, until the other side is gone."""
        return iter(lambda: self._incoming.readline(MAX_LINE_BYTES), b"")


def protected_channel() -> Channel:
    """Take standard input and output for the protocol.

    What libraries print from now on, in Python or C, goes to standard error; what they read is
    empty.
    """
    incoming, outgoing = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (incoming, outgoing):
            msvcrt.setmode(descriptor, os.O_BINARY)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return Channel(incoming, outgoing)
