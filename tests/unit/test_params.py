from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ...core.errors import InputError
from ...core.params import Option, ParamSpec, check_all

RELIEF = ParamSpec("relief", "float", 1.0, 0.0, 4.0, unit="m", label="Relief", help="How high.")
STEPS = ParamSpec("steps", "int", 3, minimum=1, advanced=True)
LAND = ParamSpec("land", "enum", "hills", options=(Option("hills", "Hills"), Option("fen", "Fen")))
FLAT = ParamSpec("flat", "bool", False)
SPECS = (RELIEF, STEPS, LAND, FLAT)


def test_values_come_back_in_the_parameters_own_type():
    checked = check_all(SPECS, {"relief": 2, "steps": 4.0, "land": "fen", "flat": True})
    assert checked == {"relief": 2.0, "steps": 4, "land": "fen", "flat": True}
    assert [type(v) for v in checked.values()] == [float, int, str, bool]


def test_missing_values_become_defaults():
    assert check_all(SPECS, {}) == {"relief": 1.0, "steps": 3, "land": "hills", "flat": False}


def test_an_unknown_name_is_refused_with_the_known_ones():
    with pytest.raises(InputError, match=r"'releif' is not a parameter.*flat, land, relief, steps"):
        check_all(SPECS, {"releif": 1.0})


@pytest.mark.parametrize(
    ("spec", "value", "reason"),
    [
        (RELIEF, 4.5, r"Relief is 4.5; give a number between 0 and 4 m"),
        (RELIEF, -1e-9, "between 0 and 4 m"),
        (RELIEF, math.nan, "Relief is nan"),
        (RELIEF, math.inf, "Relief is inf"),
        (RELIEF, True, "Relief is True"),
        (RELIEF, "1", "Relief is '1'"),
        (RELIEF, None, "Relief is None"),
        (STEPS, 2.5, "steps is 2.5; give a whole number 1 or more"),
        (STEPS, 0, "1 or more"),
        (RELIEF, 10**400, "give a number between 0 and 4"),
        (LAND, "Fen", "one of hills, fen"),
        (LAND, 0, "one of hills, fen"),
        (FLAT, 1, "true or false"),
    ],
)
def test_a_refusal_names_the_value_and_the_limits(spec, value, reason):
    with pytest.raises(InputError, match=reason) as caught:
        spec.check(value)
    assert caught.value.parameter == spec.name


@given(st.floats(0.0, 4.0))
def test_everything_inside_the_limits_passes_unchanged(value):
    assert RELIEF.check(value) == value


@pytest.mark.parametrize("spec", SPECS)
def test_a_specification_survives_json(spec):
    assert ParamSpec.from_json(json.loads(json.dumps(spec.to_json()))) == spec


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"kind": "colour", "default": 1}, "unknown kind 'colour'"),
        ({"kind": "float", "default": 9.0, "maximum": 1.0}, "default that it would refuse"),
        ({"kind": "float", "default": 1.0, "minimum": 2.0, "maximum": 1.0}, "minimum above"),
        ({"kind": "float", "default": 1.0, "minimum": math.nan}, "not finite"),
        ({"kind": "enum", "default": "a"}, "needs options"),
        ({"kind": "bool", "default": True, "minimum": 0}, "has limits"),
        ({"kind": "enum", "default": "a", "options": (Option("a", "A"),) * 2}, "option twice"),
    ],
)
def test_an_impossible_specification_is_refused_when_made(values, reason):
    with pytest.raises(ValueError, match=reason):
        ParamSpec("x", **values)
