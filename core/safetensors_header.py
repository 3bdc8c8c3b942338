"""Checks a safetensors file by its header alone, before anything else opens it.

Format: an 8-byte little-endian length, that many bytes of JSON, then the tensors' bytes.
Source: https://github.com/huggingface/safetensors#format
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .json_schema import parse_json
from .language import tr

MAX_HEADER_BYTES = 2**20
_PREFIX_BYTES = 8

_ITEM_BYTES = {
    "BOOL": 1,
    "U8": 1,
    "I8": 1,
    "F8_E4M3": 1,
    "F8_E5M2": 1,
    "U16": 2,
    "I16": 2,
    "F16": 2,
    "BF16": 2,
    "U32": 4,
    "I32": 4,
    "F32": 4,
    "U64": 8,
    "I64": 8,
    "F64": 8,
}


class HeaderError(ValueError):
    """The file is not a sound safetensors file; ``str()`` is a full sentence."""


def check_safetensors(path: Path) -> dict[str, tuple[int, ...]]:
    """Tensor name -> shape of a sound file; `HeaderError` says what is wrong with another."""
    size = path.stat().st_size
    with path.open("rb") as file:
        prefix = file.read(_PREFIX_BYTES)
        if len(prefix) < _PREFIX_BYTES:
            raise HeaderError(
                tr("'{name}' is too short to be a safetensors file.").format(name=path.name)
            )
        length = int.from_bytes(prefix, "little")
        if length > MAX_HEADER_BYTES or _PREFIX_BYTES + length > size:
            raise HeaderError(
                tr(
                    "'{name}' is not a safetensors file, or was cut short: its header "
                    "claims {length} bytes."
                ).format(name=path.name, length=length)
            )
        raw = file.read(length)
    if raw[:1] != b"{":
        raise HeaderError(
            tr("'{name}' is not a safetensors file: its header is not JSON.").format(name=path.name)
        )
    try:
        header = parse_json(raw.decode("utf-8"))
    except ValueError as error:  # includes UnicodeDecodeError
        raise HeaderError(
            tr("The header of '{name}' is not valid JSON: {error}.").format(
                name=path.name, error=error
            )
        ) from error
    return _checked_tensors(header, size - _PREFIX_BYTES - length, path.name)


def _checked_tensors(header: Any, data_bytes: int, name: str) -> dict[str, tuple[int, ...]]:
    """Every tensor lies in the data, sized as its type and shape say, with no gap or overlap."""
    shapes: dict[str, tuple[int, ...]] = {}
    spans: list[tuple[int, int]] = []
    for tensor, entry in header.items():
        if tensor == "__metadata__":
            if not _is_text_mapping(entry):
                raise HeaderError(
                    tr("The metadata of '{name}' is not a mapping of texts.").format(name=name)
                )
            continue
        shape, span = _tensor_layout(tensor, entry, name)
        shapes[tensor] = shape
        spans.append(span)
    position = 0
    for begin, end in sorted(spans):
        if begin != position:
            raise HeaderError(
                tr("The tensors of '{name}' overlap or leave gaps in the file.").format(name=name)
            )
        position = end
    if position != data_bytes:
        raise HeaderError(
            tr(
                "'{name}' holds {bytes} bytes of tensors, but its header describes {described}."
            ).format(name=name, bytes=data_bytes, described=position)
        )
    return shapes


def _tensor_layout(tensor: str, entry: Any, name: str) -> tuple[tuple[int, ...], tuple[int, int]]:
    if not isinstance(entry, dict) or set(entry) != {"dtype", "shape", "data_offsets"}:
        raise HeaderError(
            tr("Tensor '{tensor}' in '{name}' lacks its dtype, shape or offsets.").format(
                tensor=tensor, name=name
            )
        )
    item_bytes = _ITEM_BYTES.get(entry["dtype"]) if isinstance(entry["dtype"], str) else None
    if item_bytes is None:
        raise HeaderError(
            tr("Tensor '{tensor}' in '{name}' has the unknown type {type!r}.").format(
                tensor=tensor, name=name, type=entry["dtype"]
            )
        )
    shape, offsets = entry["shape"], entry["data_offsets"]
    if not _is_counts(shape) or not _is_counts(offsets) or len(offsets) != 2:
        raise HeaderError(
            tr("Tensor '{tensor}' in '{name}' has an invalid shape or invalid offsets.").format(
                tensor=tensor, name=name
            )
        )
    count = 1
    for length in shape:
        count *= length
    begin, end = offsets
    if end - begin != count * item_bytes:
        raise HeaderError(
            tr("Tensor '{tensor}' in '{name}' does not have the size of its shape.").format(
                tensor=tensor, name=name
            )
        )
    return tuple(shape), (begin, end)


def _is_counts(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= 16
        and all(type(v) is int and 0 <= v < 2**48 for v in value)
    )


def _is_text_mapping(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
