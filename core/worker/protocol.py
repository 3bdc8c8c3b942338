"""What the two sides of a worker say: one JSON object a line. Standard library only.

The plugin sends `Start` once, then `Open`, `Compute`, `Close` and `Cancel`; the worker answers each
but the last two with one message of the same ``number``, before it any `Note`, and with `Beat`
while it is at work. `Examine` may come at any time after `Start`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Optional, Union

from ..device import Device

PROTOCOL = 1
MAX_LINE_BYTES = 2**20


@dataclass(frozen=True)
class ArrayRef:
    """Where an array lies in the file that carries it; ``dtype`` as numpy writes it (``<f4``)."""

    offset: int
    shape: tuple[int, ...]
    dtype: str


@dataclass(frozen=True)
class Start:
    """The first message; arrays pass through files in ``folder``; a `Beat` every ``beat_s``.

    ``language`` is the file that `core.language.use` takes; empty for English.
    """

    number: int
    protocol: int
    folder: str
    beat_s: float
    language: str = ""


@dataclass(frozen=True)
class Open:
    """Load the model folder, whose weights must still have that hash, under a number."""

    number: int
    model: int
    folder: str
    weights_hash: str
    device: str


@dataclass(frozen=True)
class Compute:
    """A `core.engine.TileRequest`; ``tile`` is ``(y0, y1, x0, x1)``."""

    number: int
    model: int
    stage: str
    tile: tuple[int, ...]
    seed: int
    control_factor: int
    settings: Mapping[str, float]
    control: Optional[ArrayRef] = None
    cell_pixel_m: Optional[ArrayRef] = None


@dataclass(frozen=True)
class Examine:
    """Compute a little on every device and describe them all."""

    number: int


@dataclass(frozen=True)
class Close:
    """The model is not needed any more; not answered."""

    number: int
    model: int


@dataclass(frozen=True)
class Cancel:
    """Stop working on the message of that number; not answered, the work itself is."""

    number: int


@dataclass(frozen=True)
class Ready:
    """Answers `Start`. Of another protocol, ``protocol`` alone is sure to be there."""

    number: int
    protocol: int
    plugin: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)
    devices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Opened:
    number: int
    device: str


@dataclass(frozen=True)
class Examined:
    number: int
    devices: tuple[Device, ...]


@dataclass(frozen=True)
class Done:
    number: int
    values: ArrayRef


@dataclass(frozen=True)
class Failed:
    """The work was not done; ``kind`` is one of `KINDS`, ``subject`` its device or folder.

    Where memory ran out in a way that was foreseen, ``subject`` is the device and ``message`` a
    full sentence.
    """

    number: int
    kind: str
    message: str
    subject: str = ""


@dataclass(frozen=True)
class Note:
    """Something the user should know about work that goes on."""

    number: int
    message: str


@dataclass(frozen=True)
class Beat:
    """The worker lives; ``steps`` grows whenever the work itself goes on."""

    number: int
    steps: int


# Why work failed: a library is missing, the job was cancelled, a wrong device or model folder,
# another known reason, memory, or something that nobody foresaw.
KINDS = ("missing", "cancelled", "device", "package", "engine", "memory", "fault")

Request = Union[Start, Open, Compute, Examine, Close, Cancel]
Answer = Union[Ready, Opened, Done, Examined, Failed, Note, Beat]
Message = Union[Request, Answer]

ANSWERS = (Ready, Opened, Done, Examined, Failed, Note, Beat)
_CLASSES: tuple[type[Message], ...] = (Start, Open, Compute, Examine, Close, Cancel, *ANSWERS)
_BY_NAME = {cls.__name__: cls for cls in _CLASSES}


class NotAMessage(ValueError):
    """A line that neither side of the protocol wrote."""


def encode(message: Message) -> bytes:
    """One line. It starts with a line end too, so that what others wrote before stands apart."""
    content: dict[str, object] = {"say": type(message).__name__}
    content.update((one.name, _plain(getattr(message, one.name))) for one in fields(message))
    return b"\n" + json.dumps(content, ensure_ascii=True).encode("ascii") + b"\n"


def decode(line: bytes) -> Message:
    """The message in a line; `NotAMessage` for any other content. Unknown fields are left out."""
    try:
        content = json.loads(line)
        cls = _BY_NAME[content["say"]]
        return cls(**_checked_fields(cls, content))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotAMessage(f"{type(error).__name__}: {error}") from error


def _plain(value: object) -> object:
    if isinstance(value, ArrayRef):
        return {"offset": value.offset, "shape": list(value.shape), "dtype": value.dtype}
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, tuple):
        return [asdict(one) if isinstance(one, Device) else one for one in value]
    return value


def _checked_fields(cls: type[Any], content: Mapping[str, Any]) -> dict[str, Any]:
    known = [one for one in fields(cls) if one.name in content]
    return {one.name: _checked(str(one.type), content[one.name]) for one in known}


def _checked(kind: str, value: Any) -> Any:
    """A JSON value as the field's annotation wants it; `TypeError` if it is of another kind."""
    if kind == "int":
        return _of(int, value)
    if kind == "str":
        return _of(str, value)
    if kind == "float":
        return _of((int, float), value)
    if kind == "tuple[int, ...]":
        return tuple(_of(int, one) for one in _of(list, value))
    if kind == "tuple[str, ...]":
        return tuple(_of(str, one) for one in _of(list, value))
    if kind == "tuple[Device, ...]":
        return tuple(Device(**_checked_fields(Device, _of(dict, one))) for one in _of(list, value))
    if kind == "Mapping[str, str]":
        return {_of(str, name): _of(str, one) for name, one in _of(dict, value).items()}
    if kind == "Mapping[str, float]":
        return {name: _of((int, float), one) for name, one in _of(dict, value).items()}
    if kind == "Optional[ArrayRef]" and value is None:
        return None
    if kind in ("ArrayRef", "Optional[ArrayRef]"):
        shape = tuple(_of(int, one) for one in _of(list, value["shape"]))
        return ArrayRef(_of(int, value["offset"]), shape, _of(str, value["dtype"]))
    raise TypeError(f"field of kind {kind}")


def _of(wanted: Any, value: Any) -> Any:
    if not isinstance(value, wanted) or isinstance(value, bool):
        raise TypeError(f"{value!r} is no {wanted}")
    return value
