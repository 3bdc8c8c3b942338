"""Tags say how a raster was made, and lead back to the same provenance."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ...core.errors import ProvenanceError
from ...core.provenance import InputRecord, Provenance
from ...core.tiling import Rect

NAMES = (
    "ALGORITHM",
    "MODEL",
    "MODEL_VERSION",
    "WEIGHTS",
    "SEED",
    "PARAMETERS",
    "GRID",
    "INPUTS",
    "VERSIONS",
)

EXAMPLE = Provenance(
    algorithm="terrain",
    model_id="terrain",
    model_version="1.0.0",
    weights_hash="0123456789abcdef",
    seed=2**63 - 1,
    parameters={"ruggedness": 0.1, "preset": "alpin é", "steps": 3, "sharp": True},
    crs="EPSG:32632",
    pixel_size=30.0,
    rect=Rect(-166667, -166000, 20000, 20512),
    inputs=(InputRecord("INPUT", "dem 高.tif", "ab" * 32),),
    versions={"terraloom": "0.1.0", "numpy": "1.24.2", "torch": "2.13.0"},
)


def test_the_tags_are_the_promised_ones() -> None:
    tags = EXAMPLE.to_tags()
    assert tags["AI_GENERATED"] == "YES"
    assert tags["TIFFTAG_SOFTWARE"] == "Terraloom 0.1.0"
    assert tags["TERRALOOM_ALGORITHM"] == "terrain"
    assert tags["TERRALOOM_MODEL"] == "terrain"
    assert tags["TERRALOOM_MODEL_VERSION"] == "1.0.0"
    assert tags["TERRALOOM_WEIGHTS"] == "0123456789abcdef"
    assert tags["TERRALOOM_SEED"] == "9223372036854775807"
    assert json.loads(tags["TERRALOOM_GRID"])["rect"] == [-166667, -166000, 20000, 20512]
    assert set(tags) - {"AI_GENERATED", "TIFFTAG_SOFTWARE"} == {
        f"TERRALOOM_{name}" for name in NAMES
    }


def test_tags_lead_back_to_the_same_provenance() -> None:
    assert Provenance.from_tags(EXAMPLE.to_tags()) == EXAMPLE
    assert Provenance.from_tags({"AREA_OR_POINT": "Area", **EXAMPLE.to_tags()}) == EXAMPLE


def test_the_order_of_parameters_does_not_change_the_tags() -> None:
    turned = replace(EXAMPLE, parameters=dict(reversed(list(EXAMPLE.parameters.items()))))
    assert turned.to_tags() == EXAMPLE.to_tags()


@given(
    number=st.floats(allow_nan=False, allow_infinity=False),
    text=st.text(),
    pixel_size=st.floats(min_value=1e-12, max_value=1e12),
    edges=st.tuples(*[st.integers(-(2**31), 2**31)] * 4),
    seed=st.integers(-(2**70), 2**70),
)
def test_every_value_survives_exactly(number, text, pixel_size, edges, seed) -> None:
    made = replace(
        EXAMPLE,
        parameters={"number": number, "text": text},
        pixel_size=pixel_size,
        rect=Rect(*edges),
        seed=seed,
    )
    tags = made.to_tags()
    assert Provenance.from_tags(tags) == made
    assert all(value.isascii() for value in tags.values())


@pytest.mark.parametrize("tags", [{}, {"AREA_OR_POINT": "Area", "AI_GENERATED": "YES"}])
def test_a_raster_of_another_program_is_named_as_such(tags: dict[str, str]) -> None:
    with pytest.raises(ProvenanceError, match="carries no Terraloom tags"):
        Provenance.from_tags(tags)


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("MODEL", None, "is missing"),
        ("SEED", "seven", "is not a whole number: 'seven'"),
        ("GRID", "{", "is not valid JSON"),
        ("GRID", "[]", "is not a JSON object"),
        ("GRID", '{"crs":"EPSG:4326","pixel_size":true,"rect":[0,1,0,1]}', "no number"),
        ("GRID", '{"crs":"EPSG:4326","pixel_size":1,"rect":[0,1,0]}', "no four whole numbers"),
        ("GRID", '{"crs":"EPSG:4326","pixel_size":1,"rect":[0,1,0,1.5]}', "no four whole numbers"),
        ("GRID", '{"crs":"","pixel_size":1,"rect":[0,1,0,1]}', "no text 'crs'"),
        ("PARAMETERS", '{"a":[1]}', "no plain value for 'a'"),
        ("INPUTS", "{}", "is not a list"),
        ("INPUTS", '[{"name":"INPUT"}]', "does not name every input"),
        ("VERSIONS", "[" * 100000, "is not valid JSON"),
    ],
)
def test_a_damaged_tag_is_named(name: str, value: str | None, problem: str) -> None:
    tags = EXAMPLE.to_tags()
    if value is None:
        del tags[f"TERRALOOM_{name}"]
    else:
        tags[f"TERRALOOM_{name}"] = value
    with pytest.raises(ProvenanceError, match=f"TERRALOOM_{name} .*{problem}"):
        Provenance.from_tags(tags)
