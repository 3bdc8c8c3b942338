"""What ``model.json`` says, as values: the model card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Union

from .language import tr
from .params import ParamSpec

SCHEMA_VERSION = 1

NetArgument = Union[int, float, str, bool, tuple[Union[int, float, str, bool], ...]]


@dataclass(frozen=True)
class ClassEntry:
    """One class of a band: its code, its name and its colour, ``#rrggbb``."""

    value: int
    name: str
    colour: str


@dataclass(frozen=True)
class Band:
    """One band that a model reads or gives."""

    name: str
    dtype: str = "float32"
    unit: str = ""
    min: float | None = None
    max: float | None = None
    nodata: float | None = None
    vertical: str = ""
    """What heights refer to, such as ``mean sea level (EGM96)``."""
    classes: tuple[ClassEntry, ...] = ()
    """What the codes of a band of classes mean; empty for a band of measures."""

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Band:
        classes = tuple(ClassEntry(**entry) for entry in data.get("classes", ()))
        return cls(**{**data, "classes": classes})


@dataclass(frozen=True)
class LayerSpec:
    """A layer that a user gives to a model: measures, or codes of classes."""

    name: str
    title: str
    kind: str
    """``values`` or ``classes``."""
    optional: bool = True
    unit: str = ""
    help: str = ""
    classes: tuple[ClassEntry, ...] = ()
    """The codes that the model knows, for a layer of classes."""

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> LayerSpec:
        classes = tuple(ClassEntry(**entry) for entry in data.get("classes", ()))
        return cls(**{**data, "classes": classes})


@dataclass(frozen=True)
class Net:
    """A network of the plugin's own registry: its key there, and its arguments."""

    key: str
    arguments: Mapping[str, NetArgument] = field(default_factory=dict)


@dataclass(frozen=True)
class Weights:
    """A safetensors file of the model folder: its name, its hash in groups of eight, its size."""

    file: str
    sha256: str = ""
    bytes: int = 0


@dataclass(frozen=True)
class Stage:
    """One network of the model's cascade, from coarse to fine."""

    name: str
    net: Net
    weights: Weights
    pixel_sizes_m: tuple[float, ...]
    """What this stage gives, for each of the model's native pixel sizes."""
    factor: int
    """Output pixels along one side of a control cell; 0 where the stage takes no control."""
    tile: int
    """Side of the canonical tile in output pixels, a multiple of ``multiple``."""
    halo: int
    multiple: int = 1
    normalisation: Mapping[str, float] = field(default_factory=dict)
    controls: tuple[str, ...] = ()
    """Layers and earlier stages that steer this one, in this order; none: the stage before."""
    keeps: Band | None = None
    """What an earlier stage gives that a user may keep."""

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Stage:
        weights = data["weights"]
        arguments = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in data["net"]["arguments"].items()
        }
        return cls(
            name=data["name"],
            net=Net(data["net"]["key"], arguments),
            weights=Weights(weights["file"], weights["sha256"], int(weights["bytes"])),
            pixel_sizes_m=_floats(data["pixel_sizes_m"]),
            factor=int(data["factor"]),
            tile=int(data["tile"]),
            halo=int(data["halo"]),
            multiple=int(data["multiple"]),
            normalisation=_numbers(data.get("normalisation", {})),
            controls=tuple(data.get("controls", ())),
            keeps=Band.from_json(data["keeps"]) if "keeps" in data else None,
        )


@dataclass(frozen=True)
class Style:
    """How the result is drawn: a named colour ramp, or a QML file of the model folder."""

    ramp: str | None = None
    file: str | None = None


@dataclass(frozen=True)
class Training:
    """What the weights were made from, and how good they turned out."""

    data: str
    area: str
    licence: str
    attribution: tuple[str, ...] = ()
    metrics: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Training:
        return cls(
            data=data["data"],
            area=data["area"],
            licence=data["licence"],
            attribution=tuple(data["attribution"]),
            metrics=_numbers(data.get("metrics", {})),
        )


@dataclass(frozen=True)
class Tolerance:
    """How far results of different devices may lie apart, in output units."""

    cpu_gpu: float = 0.0


@dataclass(frozen=True)
class ModelCard:
    """Everything that is known of a model before its weights are opened."""

    id: str
    version: str
    task: str
    title: str
    summary: str
    native_pixel_sizes_m: tuple[float, ...]
    pixel_range_m: tuple[float, float]
    quantum: float
    """Values are rounded to multiples of this; 0 for none."""
    output: tuple[Band, ...]
    stages: tuple[Stage, ...]
    style: Style
    training: Training
    limits: str
    group: str = ""
    input: tuple[Band, ...] = ()
    layers: tuple[LayerSpec, ...] = ()
    parameters: tuple[ParamSpec, ...] = ()
    presets: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    tolerance: Tolerance = Tolerance()
    tags: tuple[str, ...] = ()
    schema: int = SCHEMA_VERSION

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> ModelCard:
        """The card of JSON that fits the schema; `ValueError` where its values contradict."""
        low, high = _floats(data["pixel_range_m"])
        card = cls(
            id=data["id"],
            version=data["version"],
            task=data["task"],
            title=data["title"],
            summary=data["summary"],
            native_pixel_sizes_m=_floats(data["native_pixel_sizes_m"]),
            pixel_range_m=(low, high),
            quantum=float(data["quantum"]),
            output=tuple(Band.from_json(band) for band in data["output"]),
            stages=tuple(Stage.from_json(stage) for stage in data["stages"]),
            style=Style(**data["style"]),
            training=Training.from_json(data["training"]),
            limits=data["limits"],
            group=data.get("group", ""),
            input=tuple(Band.from_json(band) for band in data.get("input", ())),
            layers=tuple(LayerSpec.from_json(layer) for layer in data.get("layers", ())),
            parameters=tuple(ParamSpec.from_json(p) for p in data.get("parameters", ())),
            presets={name: _numbers(v) for name, v in data.get("presets", {}).items()},
            tolerance=Tolerance(float(data.get("tolerance", {}).get("cpu_gpu", 0.0))),
            tags=tuple(data.get("tags", ())),
            schema=int(data["schema"]),
        )
        contradiction = card.contradiction()
        if contradiction is not None:
            raise ValueError(contradiction)
        return card

    def to_json(self) -> dict[str, Any]:
        """What `from_json` reads: plain dicts, lists and numbers, absent values left out."""
        data = asdict(self)
        data["parameters"] = [spec.to_json() for spec in self.parameters]
        data["style"] = {k: v for k, v in data["style"].items() if v is not None}
        for stage in data["stages"]:
            if not stage["controls"]:
                del stage["controls"]
            if stage["keeps"] is None:
                del stage["keeps"]
        kept = [stage["keeps"] for stage in data["stages"] if "keeps" in stage]
        for entries in (data["input"], data["output"], data["layers"], kept):
            for entry in entries:
                for key in [k for k, v in entry.items() if v is None or v == "" or v == ()]:
                    del entry[key]
        if not data["layers"]:
            del data["layers"]
        ordered = {"schema": data.pop("schema"), **data}
        plain: dict[str, Any] = _plain(ordered)
        return plain

    def stage(self, name: str) -> Stage:
        """The stage of that name; `KeyError` if there is none."""
        for stage in self.stages:
            if stage.name == name:
                return stage
        raise KeyError(name)

    def contradiction(self) -> str | None:
        """The first thing a schema cannot see that makes the card impossible, as a sentence."""
        low, high = self.pixel_range_m
        natives = self.native_pixel_sizes_m
        if low > high:
            return tr("The pixel range {low} to {high} m is the wrong way round.").format(
                low=low, high=high
            )
        if list(natives) != sorted(natives) or not low <= natives[0] <= natives[-1] <= high:
            return tr(
                "The native pixel sizes {natives} are not ascending inside {low} to {high} m."
            ).format(natives=natives, low=low, high=high)
        for what, names in (
            ("stage", [stage.name for stage in self.stages]),
            ("parameter", [spec.name for spec in self.parameters]),
            (tr("output band"), [band.name for band in self.output]),
            (tr("kept band"), [stage.keeps.name for stage in self.stages if stage.keeps]),
            ("layer", [layer.name for layer in self.layers]),
        ):
            if len(set(names)) != len(names):
                return tr("Two entries have the same {what} name ({names}).").format(
                    what=what, names=", ".join(names)
                )
        for band in (*self.input, *self.output):
            if band.min is not None and band.max is not None and band.min > band.max:
                return tr("Band '{band}' has a minimum above its maximum.").format(band=band.name)
        return self._stage_contradiction()

    def _stage_contradiction(self) -> str | None:
        files: dict[str, Weights] = {}
        known = {layer.name for layer in self.layers}
        for stage in self.stages:
            for control in stage.controls:
                if control not in known:
                    return tr(
                        "Stage '{stage}' is steered by '{control}', which is neither "
                        "a layer nor an earlier stage."
                    ).format(stage=stage.name, control=control)
            known.add(stage.name)
            if stage.controls and stage.multiple % max(stage.factor, 1):
                return tr(
                    "Stage '{stage}' has control cells of {factor} px, which do not "
                    "fit its multiple of {multiple}."
                ).format(stage=stage.name, factor=stage.factor, multiple=stage.multiple)
            if len(stage.pixel_sizes_m) != len(self.native_pixel_sizes_m):
                return tr(
                    "Stage '{stage}' gives {given} pixel sizes for {native} native ones."
                ).format(
                    stage=stage.name,
                    given=len(stage.pixel_sizes_m),
                    native=len(self.native_pixel_sizes_m),
                )
            if stage.tile % stage.multiple:
                return tr(
                    "Tile size {tile} px of stage '{stage}' is not a multiple of {multiple}."
                ).format(tile=stage.tile, stage=stage.name, multiple=stage.multiple)
            if files.setdefault(stage.weights.file, stage.weights) != stage.weights:
                return tr("Two stages describe the file '{file}' differently.").format(
                    file=stage.weights.file
                )
        return None


def _floats(values: Any) -> tuple[float, ...]:
    return tuple(float(v) for v in values)


def _numbers(values: Mapping[str, Any]) -> dict[str, float]:
    return {str(name): float(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    """Tuples as lists, at every depth."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
