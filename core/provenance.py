"""How a raster was made, in tags: enough to say that it is synthetic, and to make it again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from .errors import ProvenanceError
from .language import mark, tr, tr_marked
from .params import ParamValue
from .tiling import Rect

PREFIX = "TERRALOOM_"
AI_GENERATED = "AI_GENERATED"
SOFTWARE_TAG = "TIFFTAG_SOFTWARE"

_REMEDY = mark("Only the unchanged output of a Terraloom algorithm can be checked or made again.")


@dataclass(frozen=True)
class InputRecord:
    """A raster that went in: the parameter it was given to, its file name, and its content."""

    name: str
    source_name: str
    sha256: str
    band: int = 1
    classes: tuple[tuple[float, int], ...] = ()
    """Which value of its was taken for which class, where it has another legend."""


@dataclass(frozen=True)
class Provenance:
    """Everything an output depends on; ``rect`` is in world pixels of ``crs``, ``pixel_size``.

    ``crs`` is an authority code, or WKT where there is none. ``versions`` is for people: equal
    pixels are promised for equal versions only.
    """

    algorithm: str
    model_id: str
    model_version: str
    weights_hash: str
    seed: int
    parameters: Mapping[str, ParamValue]
    crs: str
    pixel_size: float
    rect: Rect
    inputs: tuple[InputRecord, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)

    def to_tags(self) -> dict[str, str]:
        """As dataset tags; equal provenance gives equal text."""
        rect = self.rect
        grid = {
            "crs": self.crs,
            "pixel_size": self.pixel_size,
            "rect": [rect.y0, rect.y1, rect.x0, rect.x1],
        }
        inputs = [_input_json(record) for record in self.inputs]
        return {
            AI_GENERATED: "YES",
            f"{PREFIX}ALGORITHM": self.algorithm,
            f"{PREFIX}MODEL": self.model_id,
            f"{PREFIX}MODEL_VERSION": self.model_version,
            f"{PREFIX}WEIGHTS": self.weights_hash,
            f"{PREFIX}SEED": str(self.seed),
            f"{PREFIX}PARAMETERS": _json(dict(self.parameters)),
            f"{PREFIX}GRID": _json(grid),
            f"{PREFIX}INPUTS": _json(inputs),
            f"{PREFIX}VERSIONS": _json(dict(self.versions)),
            SOFTWARE_TAG: f"Terraloom {self.versions.get('terraloom', '')}".strip(),
        }

    @classmethod
    def from_tags(cls, tags: Mapping[str, str]) -> Provenance:
        """What `to_tags` wrote; `ProvenanceError` if tags are missing or damaged."""
        if not any(key.startswith(PREFIX) for key in tags):
            raise ProvenanceError(
                tr("This raster carries no Terraloom tags. {remedy}").format(
                    remedy=tr_marked(_REMEDY)
                )
            )
        grid = _Object(tags, "GRID")
        return cls(
            algorithm=_text(tags, "ALGORITHM"),
            model_id=_text(tags, "MODEL"),
            model_version=_text(tags, "MODEL_VERSION"),
            weights_hash=_text(tags, "WEIGHTS"),
            seed=_whole_number(tags, "SEED"),
            parameters=_parameters(tags),
            crs=grid.text("crs"),
            pixel_size=grid.number("pixel_size"),
            rect=grid.rect("rect"),
            inputs=_inputs(tags),
            versions={key: str(value) for key, value in _Object(tags, "VERSIONS").items.items()},
        )


def _input_json(record: InputRecord) -> dict[str, object]:
    out: dict[str, object] = {
        "name": record.name,
        "source": record.source_name,
        "sha256": record.sha256,
    }
    if record.band != 1:
        out["band"] = record.band
    if record.classes:
        out["classes"] = [list(pair) for pair in record.classes]
    return out


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _damaged(name: str, problem: str) -> ProvenanceError:
    return ProvenanceError(
        tr("The raster's tag {name} {problem}. {remedy}").format(
            name=PREFIX + name, problem=problem, remedy=tr_marked(_REMEDY)
        )
    )


def _text(tags: Mapping[str, str], name: str) -> str:
    value = tags.get(PREFIX + name)
    if value is None:
        raise _damaged(name, tr("is missing"))
    return value


def _parsed(tags: Mapping[str, str], name: str) -> object:
    text = _text(tags, name)
    try:
        parsed: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _damaged(name, tr("is not valid JSON: '{text}'").format(text=text[:60])) from error
    return parsed


def _whole_number(tags: Mapping[str, str], name: str) -> int:
    text = _text(tags, name)
    try:
        return int(text)
    except ValueError as error:
        raise _damaged(
            name, tr("is not a whole number: '{text}'").format(text=text[:60])
        ) from error


def _parameters(tags: Mapping[str, str]) -> dict[str, ParamValue]:
    values: dict[str, ParamValue] = {}
    for key, value in _Object(tags, "PARAMETERS").items.items():
        if not isinstance(value, (bool, int, float, str)):
            raise _damaged("PARAMETERS", tr("has no plain value for '{key}'").format(key=key))
        values[key] = value
    return values


def _inputs(tags: Mapping[str, str]) -> tuple[InputRecord, ...]:
    parsed = _parsed(tags, "INPUTS")
    if not isinstance(parsed, list):
        raise _damaged("INPUTS", tr("is not a list"))
    records = []
    for item in parsed:
        if not isinstance(item, dict):
            raise _damaged("INPUTS", tr("does not name every input with its hash"))
        name, source, content = (item.get(key) for key in ("name", "source", "sha256"))
        band = item.get("band", 1)
        named = isinstance(name, str) and isinstance(source, str) and isinstance(content, str)
        if not named or type(band) is not int:
            raise _damaged("INPUTS", tr("does not name every input with its hash"))
        classes = _class_pairs(item.get("classes", []))
        records.append(InputRecord(str(name), str(source), str(content), band, classes))
    return tuple(records)


def _class_pairs(pairs: object) -> tuple[tuple[float, int], ...]:
    try:
        return tuple((float(value), int(code)) for value, code in pairs)  # type: ignore[attr-defined]
    except (TypeError, ValueError) as error:
        raise _damaged("INPUTS", tr("has no pairs of value and class")) from error


class _Object:
    """The JSON object in one tag."""

    def __init__(self, tags: Mapping[str, str], name: str) -> None:
        parsed = _parsed(tags, name)
        if not isinstance(parsed, dict):
            raise _damaged(name, tr("is not a JSON object"))
        self.items: dict[str, object] = parsed
        self._name = name

    def text(self, key: str) -> str:
        value = self.items.get(key)
        if not isinstance(value, str) or not value:
            raise _damaged(self._name, tr("has no text '{key}'").format(key=key))
        return value

    def number(self, key: str) -> float:
        value = self.items.get(key)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise _damaged(self._name, tr("has no number '{key}'").format(key=key))
        return float(value)

    def rect(self, key: str) -> Rect:
        value = self.items.get(key)
        numbers = value if isinstance(value, list) else []
        if len(numbers) != 4 or not all(type(number) is int for number in numbers):
            raise _damaged(self._name, tr("has no four whole numbers '{key}'").format(key=key))
        return Rect(*numbers)
