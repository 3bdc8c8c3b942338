"""What the network of buildings is shown, and that it learns from it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

import torch

from ...core.map_classes import MapClass
from ...core.nets import box_codes, footprints
from ...core.nets.wag import Level
from ...core.tiling import Rect
from ...core.town import Town
from ...core.training.box_dataset import BoxSampler
from ...core.training.footprints_task import FootprintsTask
from ...core.training.likelihood import LikelihoodTrainer
from ...core.training.loop import Schedule

SIDE = 400
LEVELS = [Level(8, 1, 0, 0), Level(8, 1, 0, 0), Level(8, 2, 0, 0)]


@pytest.fixture
def town() -> Town:
    """Parks of 6 by 10 pixels all over built-up land, each with its building on it."""
    classes = np.full((SIDE, SIDE), int(MapClass.BUILT_UP), dtype=np.uint8)
    boxes = []
    for y in range(8, SIDE - 16, 24):
        for x in range(8, SIDE - 16, 24):
            classes[y : y + 6, x : x + 10] = int(MapClass.PARK)
            boxes.append((y + 3, x + 5, 10.0, 6.0, 0.0, 9.0 if x < 200 else 0.0))
    building = np.where(classes == int(MapClass.PARK), 255, 0).astype(np.uint8)
    known = np.ones_like(classes)
    return Town(2.0, classes, building, building, known, np.array(boxes, dtype=np.float32))


def test_boxes_turn_with_their_map(town: Town) -> None:
    sampler = BoxSampler([town], 96, Rect(-20, 116, -20, 116), np.random.default_rng(1))
    turned = 0
    for _ in range(8):
        patch = sampler.draw()
        assert patch.codes.shape == (136, 136)
        assert patch.known.shape == (24, 24)
        boxes = patch.boxes[((patch.boxes[:, :2] > 8) & (patch.boxes[:, :2] < 88)).all(1)]
        assert len(boxes) >= 6
        for y, x, length, _, angle, _ in boxes:
            for share in (-0.4, 0.0, 0.4):
                row = int(y + share * length * np.sin(angle)) + 20
                col = int(x + share * length * np.cos(angle)) + 20
                assert patch.codes[row, col] == int(MapClass.PARK)
        turned += abs(float(np.sin(2 * boxes[0, 4]))) > 0.1
    assert turned, "by other than right angles, too"


def test_ground_beyond_the_town_is_not_known(town: Town) -> None:
    small = replace(town, **{
        name: getattr(town, name)[:100, :100] for name in ("classes", "building", "mapped")
    })  # fmt: skip
    sampler = BoxSampler([small], 96, Rect(-4, 100, -4, 100), np.random.default_rng(1))
    shares = [sampler.draw().known.mean() for _ in range(12)]
    assert min(shares) < 0.98
    assert max(shares) > 0.98


def test_a_batch_holds_the_codes_of_the_boxes(town: Town) -> None:
    task = FootprintsTask(footprints.footprint_net(LEVELS), [town], 96, 3)
    batch = task.new_batch(3)
    assert batch.stands.shape == (3, 24, 24)
    assert 20 <= int(batch.stands.sum()) <= 100
    areas = [
        float((length * width).mean())
        for length, width in [box_codes.sides(batch.size[batch.stands], *torch.full((2, 1), 0.5))]
    ]
    assert areas[0] == pytest.approx(60.0, rel=0.5)
    heights = batch.height[batch.stands]
    assert set(heights.tolist()) == {-1, int(box_codes.height_code(torch.tensor([9.0])))}
    assert batch.steering.shape == (3, 4)
    assert set(batch.steering[:, 1::2].unique().tolist()) <= {0.0, 1.0}
    inner = batch.boxes[:, 0, 3:-3, 3:-3] > 0
    assert torch.equal(inner, batch.stands)


def test_likelihood_finds_the_buildings_and_a_run_goes_on(town: Town, tmp_path: Path) -> None:
    torch.manual_seed(1)
    schedule = Schedule(
        steps=20, batch=2, learning_rate=4e-3, warm_up=5, average=0.9, log_every=5,
        save_every=15, bfloat16=False,
    )  # fmt: skip
    net = footprints.footprint_net(LEVELS)
    task = FootprintsTask(net, [town], 96, 3)
    LikelihoodTrainer(net, task, schedule, tmp_path).run()
    log = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert [line["step"] for line in log] == [5, 10, 15, 20]
    assert log[-1]["loss"] < log[0]["loss"] - 1.0
    longer = replace(schedule, steps=21)
    again = LikelihoodTrainer(footprints.footprint_net(LEVELS), task, longer, tmp_path)
    again.run()
    assert again.step == 21
    third = LikelihoodTrainer(footprints.footprint_net(LEVELS), task, schedule, tmp_path / "b")
    third.begin_with(tmp_path / "checkpoint.pt")
    assert third.step == 0
    assert torch.equal(third.net.stands.bias, again.net.stands.bias)
    first, second = (one.state_dict()["stands.bias"] for one in (net, again.net))
    assert not torch.equal(first, second)
    assert torch.allclose(first, second, atol=0.1)
