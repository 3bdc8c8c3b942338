"""A model's own parameters: what may be asked, and whether an answer is allowed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Union

from .errors import InputError
from .language import tr
from .units import number_text

ParamValue = Union[int, float, str, bool]

KINDS = ("int", "float", "enum", "bool")


@dataclass(frozen=True)
class Option:
    """One choice of an enum parameter: the value that is stored, and the label that is shown."""

    value: str
    label: str


@dataclass(frozen=True)
class ParamSpec:
    """One parameter of a model. Impossible specifications raise `ValueError` when made."""

    name: str
    kind: str
    default: ParamValue
    minimum: float | None = None
    maximum: float | None = None
    options: tuple[Option, ...] = ()
    unit: str = ""
    label: str = ""
    help: str = ""
    advanced: bool = False

    def __post_init__(self) -> None:
        reason = self._contradiction()
        if reason is not None:
            raise ValueError(
                tr("Parameter '{name}' {reason}").format(name=self.name, reason=reason)
            )

    def check(self, value: object) -> ParamValue:
        """``value`` in this parameter's own type; `InputError` names the value and the limits."""
        if self.kind == "bool":
            return self._checked_bool(value)
        if self.kind == "enum":
            return self._checked_option(value)
        return self._checked_number(value)

    def limits_text(self) -> str:
        """Such as ``between 0 and 100 m``; empty where everything is allowed."""
        unit = f" {self.unit}" if self.unit else ""
        low, high = self.minimum, self.maximum
        if low is not None and high is not None:
            return tr("between {low} and {high}{unit}").format(
                low=number_text(low), high=number_text(high), unit=unit
            )
        if low is not None:
            return tr("{low}{unit} or more").format(low=number_text(low), unit=unit)
        if high is not None:
            return tr("{high}{unit} or less").format(high=number_text(high), unit=unit)
        return ""

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> ParamSpec:
        """The parameter a model card describes; the card has passed its schema."""
        options = tuple(Option(o["value"], o["label"]) for o in data.get("options", ()))
        default = data["default"]
        if data["kind"] == "int" and isinstance(default, float) and default.is_integer():
            default = int(default)
        if data["kind"] == "float" and isinstance(default, int) and not isinstance(default, bool):
            default = float(default)
        return cls(
            name=data["name"],
            kind=data["kind"],
            default=default,
            minimum=data.get("minimum"),
            maximum=data.get("maximum"),
            options=options,
            unit=data.get("unit", ""),
            label=data.get("label", ""),
            help=data.get("help", ""),
            advanced=data.get("advanced", False),
        )

    def to_json(self) -> dict[str, Any]:
        """What `from_json` reads; what is left at its default is left out."""
        data: dict[str, Any] = {"name": self.name, "kind": self.kind, "default": self.default}
        if self.minimum is not None:
            data["minimum"] = self.minimum
        if self.maximum is not None:
            data["maximum"] = self.maximum
        if self.options:
            data["options"] = [{"value": o.value, "label": o.label} for o in self.options]
        for key, text in (("unit", self.unit), ("label", self.label), ("help", self.help)):
            if text:
                data[key] = text
        if self.advanced:
            data["advanced"] = True
        return data

    def _contradiction(self) -> str | None:
        """Why this specification cannot be met, as the end of a sentence; ``None`` if it can."""
        if self.kind not in KINDS:
            return tr("has the unknown kind '{kind}'; use one of {known}.").format(
                kind=self.kind, known=", ".join(KINDS)
            )
        if (self.kind == "enum") != bool(self.options):
            return tr("needs options if, and only if, its kind is enum.")
        if len({option.value for option in self.options}) != len(self.options):
            return tr("has the same option twice.")
        limits = [limit for limit in (self.minimum, self.maximum) if limit is not None]
        if limits and self.kind not in ("int", "float"):
            return tr("has limits, which kind {kind} does not take.").format(kind=self.kind)
        if not all(_is_finite(limit) for limit in limits):
            return tr("has a limit that is not finite.")
        if len(limits) == 2 and limits[0] > limits[1]:
            return tr("has a minimum above its maximum.")
        try:
            self.check(self.default)
        except InputError as error:
            return tr("has a default that it would refuse: {reason}").format(reason=error)
        return None

    def _refusal(self, value: object, wanted: str) -> InputError:
        name = tr(self.label) if self.label else self.name
        return InputError(
            self.name,
            value,
            tr("{name} is {value!r}; give {wanted}.").format(name=name, value=value, wanted=wanted),
        )

    def _checked_bool(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise self._refusal(value, tr("true or false"))
        return value

    def _checked_option(self, value: object) -> str:
        values = [option.value for option in self.options]
        if not isinstance(value, str) or value not in values:
            raise self._refusal(value, tr("one of {values}").format(values=", ".join(values)))
        return value

    def _checked_number(self, value: object) -> ParamValue:
        whole = self.kind == "int"
        wanted = tr("a whole number") if whole else tr("a number")
        limits = self.limits_text()
        wanted = tr("{wanted} {limits}").format(wanted=wanted, limits=limits) if limits else wanted
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self._refusal(value, wanted)
        if not _is_finite(value) or (whole and value != int(value)):
            raise self._refusal(value, wanted)
        if self.minimum is not None and value < self.minimum:
            raise self._refusal(value, wanted)
        if self.maximum is not None and value > self.maximum:
            raise self._refusal(value, wanted)
        return int(value) if whole else float(value)


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # an int beyond float64
        return False


def check_all(specs: Sequence[ParamSpec], values: Mapping[str, object]) -> dict[str, ParamValue]:
    """Every parameter with its checked value, or its default where ``values`` has none.

    A name that no specification has is refused: a misspelt parameter must not pass in silence.
    """
    known = {spec.name for spec in specs}
    for name, value in values.items():
        if name not in known:
            names = ", ".join(sorted(known)) or tr("none")
            raise InputError(
                name,
                value,
                tr("'{name}' is not a parameter of this model; it has: {names}.").format(
                    name=name, names=names
                ),
            )
    return {
        spec.name: spec.check(values[spec.name])
        if spec.name in values
        else spec.check(spec.default)
        for spec in specs
    }
