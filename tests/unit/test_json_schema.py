"""The small validator must agree with a complete one on the schema of model cards."""

from __future__ import annotations

import copy
import random

import pytest

from ...core.json_schema import problems, unsupported_keywords
from ...core.package import card_schema
from .model_folders import make_model

jsonschema = pytest.importorskip("jsonschema")

STRANGE = (None, True, 0, -1, 1.0, 1.5, 10**9, "", "x", "A B", "x" * 5000, [], [1], ["a", "a"], {})


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    return make_model(tmp_path_factory.mktemp("models") / "hills").card.to_json()


@pytest.fixture(scope="module")
def reference():
    return jsonschema.Draft202012Validator(card_schema())


def places(value, path=()):
    """Every place in a JSON value, as a path."""
    yield path
    if isinstance(value, (dict, list)):
        for key, child in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(child, (*path, key))


def changed(value, path, new):
    result = copy.deepcopy(value)
    target = result
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = copy.deepcopy(new)
    return result


def test_the_schema_is_valid_and_uses_nothing_the_validator_ignores():
    jsonschema.Draft202012Validator.check_schema(dict(card_schema()))
    assert unsupported_keywords(card_schema()) == set()
    assert unsupported_keywords({"items": {"contains": {}}}) == {"contains"}


def test_both_accept_a_sound_card(sound, reference):
    assert problems(sound, card_schema()) == []
    assert reference.is_valid(sound)


def test_both_agree_on_every_single_change_to_a_card(sound, reference):
    refused = 0
    for path in places(sound):
        if not path:
            continue
        for strange in STRANGE:
            card = changed(sound, path, strange)
            valid = reference.is_valid(card)
            assert (problems(card, card_schema()) == []) == valid, (path, strange)
            refused += not valid
    assert refused > 500


def test_both_agree_on_missing_and_unknown_entries(sound, reference):
    for path in places(sound):
        target = sound
        for key in path:
            target = target[key]
        if not isinstance(target, dict):
            continue
        fewer = [{k: v for k, v in target.items() if k != gone} for gone in target]
        for new in (*fewer, {**target, "unknown_entry": 1}, {**target, "Not A Name": "x"}):
            card = changed(sound, path, new) if path else new
            assert (problems(card, card_schema()) == []) == reference.is_valid(card), (path, new)


def test_both_agree_on_cards_shuffled_at_random(sound, reference):
    chance = random.Random(7)
    paths = [path for path in places(sound) if path]
    for _ in range(300):
        card = sound
        for _ in range(2):
            donor = sound
            for key in chance.choice(paths):
                donor = donor[key]
            try:
                card = changed(card, chance.choice(paths), donor)
            except (KeyError, IndexError, TypeError):
                continue
        assert (problems(card, card_schema()) == []) == reference.is_valid(card), card


def test_at_most_three_problems_are_told():
    assert len(problems({"a": 1, "b": 2}, card_schema())) == 3
