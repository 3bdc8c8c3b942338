"""The lines between the plugin and its worker."""

from __future__ import annotations

import json

import pytest

from ...core.device import Device
from ...core.worker.protocol import (
    ArrayRef,
    Beat,
    Cancel,
    Close,
    Compute,
    Done,
    Examine,
    Examined,
    Failed,
    Message,
    NotAMessage,
    Note,
    Open,
    Opened,
    Ready,
    Start,
    decode,
    encode,
)

REF = ArrayRef(16, (2, 3, 4), "<f4")
MESSAGES = [
    Start(1, 1, "/tmp/Zoë's \\ folder", 0.5, "/tmp/terraloom_de.qm"),
    Open(2, 7, "C:\\Users\\Ünal\\models\\terrain", "0123", "auto"),
    Compute(3, 7, "detail", (-64, 0, 64, 128), 2**63 + 1, 8, {"looseness": 0.1 + 0.2}, REF, None),
    Close(4, 7),
    Cancel(3),
    Ready(1, 1, "0.1.0", {"torch": "2.2"}, ("cuda:0", "cpu")),
    Opened(2, "cpu"),
    Done(3, REF),
    Examine(6),
    Examined(6, (Device("cuda:0", "Grafik für Ünal", 2**33, 0, 80, "8.9", "no image"),)),
    Note(3, "Es läuft."),
    Failed(3, "engine", "It\nfailed: ✗", "cpu"),
    Beat(3, 40),
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_is_one_ascii_line_and_comes_back_the_same(message: Message) -> None:
    line = encode(message)
    assert line.strip().count(b"\n") == 0
    assert line.isascii()
    assert decode(line) == message


def test_numbers_that_are_not_finite_pass() -> None:
    settings = {"high": float("inf"), "low": -float("inf")}
    sent = Compute(1, 1, "detail", (0, 1, 0, 1), 0, 0, settings)
    assert decode(encode(sent)) == sent


def test_a_message_after_a_line_without_an_end_stands_apart() -> None:
    written = b"Downloading 10 %" + encode(Beat(1, 2))
    assert [decode(line) for line in written.splitlines()[1:]] == [Beat(1, 2)]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"Warning: nothing\n",
        b"\xff\x00\n",
        b"[1, 2]\n",
        b"{}\n",
        b'{"say": "Shout", "number": 1}\n',
        b'{"say": ["Beat"], "number": 1}\n',
        b'{"say": "Beat", "number": 1}\n',
        b'{"say": "Beat", "number": "1", "steps": 2}\n',
        b'{"say": "Beat", "number": true, "steps": 2}\n',
        b'{"say": "Done", "number": 1, "values": {"offset": 0, "shape": 4, "dtype": "<f4"}}\n',
        b'{"say": "Done", "number": 1, "values": null}\n',
        b'{"say": "Done", "number": 1, "values": []}\n',
        b'{"say": "Ready", "number": 1, "protocol": 1, "versions": {"torch": 2}}\n',
        b'{"say": "Examined", "number": 1, "devices": [{"name": "cpu", "title": 3}]}\n',
        b'{"say": "Examined", "number": 1, "devices": [{"name": "cpu"}]}\n',
        b'{"say": "Examined", "number": 1, "devices": ["cpu"]}\n',
        b"[" * 100_000,
    ],
)
def test_any_other_line_is_not_a_message(line: bytes) -> None:
    with pytest.raises(NotAMessage):
        decode(line)


def test_a_greeting_of_another_version_still_says_which() -> None:
    content = {"say": "Ready", "number": 1, "protocol": 9, "colour": "green"}
    assert decode(json.dumps(content).encode()) == Ready(1, 9)
