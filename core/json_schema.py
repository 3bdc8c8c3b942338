"""The part of JSON Schema (draft 2020-12) that model cards use, on the standard library alone."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from .language import tr

_MAX_PROBLEMS = 3

_KEYWORDS = frozenset(
    {
        *("$schema", "$id", "$defs", "$ref", "title", "description"),
        *("type", "const", "enum", "pattern", "minLength", "maxLength"),
        *("minimum", "exclusiveMinimum", "maximum"),
        *("items", "minItems", "maxItems", "uniqueItems"),
        *("properties", "required", "additionalProperties", "propertyNames"),
        *("minProperties", "maxProperties"),
    }
)


class DuplicateKeyError(ValueError):
    """A JSON object has one key twice, so that readers would disagree on its value."""


def parse_json(text: str) -> Any:
    """Strict JSON: no NaN or Infinity, no key twice, no nesting deeper than Python can follow."""
    try:
        return json.loads(
            text,
            parse_constant=_refuse_constant,
            parse_float=_finite,
            object_pairs_hook=_unique_pairs,
        )
    except RecursionError:
        raise ValueError(tr("it is nested too deeply")) from None


def problems(value: object, schema: Mapping[str, Any]) -> list[str]:
    """What ``schema`` forbids in ``value``, the first few, each as a phrase; empty if valid."""
    found: list[str] = []
    for problem in _walk(value, schema, schema, tr("the card")):
        found.append(problem)
        if len(found) == _MAX_PROBLEMS:
            break
    return found


def unsupported_keywords(schema: Mapping[str, Any]) -> set[str]:
    """Keywords in ``schema`` that `problems` would ignore; a test holds that there are none."""
    unknown = set(schema) - _KEYWORDS
    children: list[Any] = []
    for key in ("properties", "$defs"):
        children.extend(schema.get(key, {}).values())
    for key in ("items", "additionalProperties", "propertyNames"):
        children.append(schema.get(key))
    for child in children:
        if isinstance(child, Mapping):
            unknown |= unsupported_keywords(child)
    return unknown


def _walk(
    value: object, schema: Mapping[str, Any], root: Mapping[str, Any], where: str
) -> Iterator[str]:
    if "$ref" in schema:
        name = str(schema["$ref"]).rsplit("/", 1)[-1]
        yield from _walk(value, root["$defs"][name], root, where)
    if "type" in schema and not _has_type(value, schema["type"]):
        yield tr("{where} must be of type {type}").format(
            where=where, type=_type_text(schema["type"])
        )
        return
    if "const" in schema and not _equal(value, schema["const"]):
        yield tr("{where} must be {constant!r}").format(where=where, constant=schema["const"])
    if "enum" in schema and not any(_equal(value, allowed) for allowed in schema["enum"]):
        yield tr("{where} is {value}, not one of {allowed}").format(
            where=where, value=_shown(value), allowed=", ".join(map(str, schema["enum"]))
        )
    if isinstance(value, str):
        yield from _walk_text(value, schema, where)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield from _walk_number(value, schema, where)
    elif isinstance(value, list):
        yield from _walk_list(value, schema, root, where)
    elif isinstance(value, dict):
        yield from _walk_object(value, schema, root, where)


def _walk_text(value: str, schema: Mapping[str, Any], where: str) -> Iterator[str]:
    if len(value) < schema.get("minLength", 0):
        yield tr("{where} must not be empty").format(where=where)
    if len(value) > schema.get("maxLength", len(value)):
        yield tr("{where} is longer than {limit} characters").format(
            where=where, limit=schema["maxLength"]
        )
    # Python's $ also matches before a final newline, which no name here may carry.
    pattern = schema.get("pattern")
    if pattern is not None and not re.search(re.sub(r"\$$", r"\\Z", pattern), value):
        yield tr("{where} is {value}, which does not match {pattern}").format(
            where=where, value=_shown(value), pattern=pattern
        )


def _walk_number(value: float, schema: Mapping[str, Any], where: str) -> Iterator[str]:
    if value < schema.get("minimum", value):
        yield tr("{where} is {value}, below {limit}").format(
            where=where, value=value, limit=schema["minimum"]
        )
    if "exclusiveMinimum" in schema and value <= schema["exclusiveMinimum"]:
        yield tr("{where} is {value}, but must be above {limit}").format(
            where=where, value=value, limit=schema["exclusiveMinimum"]
        )
    if value > schema.get("maximum", value):
        yield tr("{where} is {value}, above {limit}").format(
            where=where, value=value, limit=schema["maximum"]
        )


def _walk_list(
    value: list[Any], schema: Mapping[str, Any], root: Mapping[str, Any], where: str
) -> Iterator[str]:
    if len(value) < schema.get("minItems", 0):
        yield tr("{where} needs at least {limit} entries").format(
            where=where, limit=schema["minItems"]
        )
    if len(value) > schema.get("maxItems", len(value)):
        yield tr("{where} has more than {limit} entries").format(
            where=where, limit=schema["maxItems"]
        )
    if schema.get("uniqueItems") and any(
        _equal(a, b) for i, a in enumerate(value) for b in value[:i]
    ):
        yield tr("{where} has an entry twice").format(where=where)
    if "items" in schema:
        for index, item in enumerate(value):
            yield from _walk(item, schema["items"], root, f"{where}[{index}]")


def _walk_object(
    value: dict[str, Any], schema: Mapping[str, Any], root: Mapping[str, Any], where: str
) -> Iterator[str]:
    known = schema.get("properties", {})
    extra = schema.get("additionalProperties", True)
    for key in schema.get("required", ()):
        if key not in value:
            yield tr("{where} lacks '{key}'").format(where=where, key=key)
    if len(value) < schema.get("minProperties", 0):
        yield tr("{where} must not be empty").format(where=where)
    if len(value) > schema.get("maxProperties", len(value)):
        yield tr("{where} has more than {limit} entries").format(
            where=where, limit=schema["maxProperties"]
        )
    for key, item in value.items():
        here = key if where == tr("the card") else f"{where}.{key}"
        if "propertyNames" in schema:
            yield from _walk(
                key, schema["propertyNames"], root, tr("the name '{name}'").format(name=here)
            )
        if key in known:
            yield from _walk(item, known[key], root, here)
        elif extra is False:
            yield tr("{where} has the unknown entry '{key}'").format(where=where, key=key)
        elif isinstance(extra, Mapping):
            yield from _walk(item, extra, root, here)


def _has_type(value: object, wanted: str | list[str]) -> bool:
    names = [wanted] if isinstance(wanted, str) else wanted
    return any(_is_a(value, name) for name in names)


def _is_a(value: object, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    if isinstance(value, int):
        return name in ("integer", "number")
    if isinstance(value, float):
        return name == "number" or (name == "integer" and value.is_integer())
    if value is None:
        return name == "null"
    types: dict[str, type] = {"string": str, "array": list, "object": dict}
    return name in types and isinstance(value, types[name])


def _equal(a: object, b: object) -> bool:
    """Equality in JSON's sense: true is not 1."""
    return a == b and isinstance(a, bool) == isinstance(b, bool)


def _type_text(wanted: str | list[str]) -> str:
    return wanted if isinstance(wanted, str) else tr(" or ").join(wanted)


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _refuse_constant(name: str) -> float:
    raise ValueError(tr("{name} is not a JSON number").format(name=name))


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(tr("{text} is too large a number").format(text=_shown(text)))
    return value


def _unique_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise DuplicateKeyError(tr("'{key}' appears twice in one object").format(key=key))
            seen.add(key)
    return result
