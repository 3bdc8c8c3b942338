"""What the foundation promises, held for every bundled model that fills an extent."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("osgeo.gdal")

from ...core.catalog import Catalog
from ...core.engine import TileModel, default_engine
from ...core.package import ModelPackage
from ...core.tile_colours import RGB
from ...core.tiling import Rect
from ...tools.known_window import MODELS, pixels_of

CATALOG = Catalog([MODELS]).scan()
IDS = sorted(
    name for name, package in CATALOG.packages.items() if package.card.task != "terrain_detail"
)
SEED = 7
CORNER = Rect(-40, 24, -56, 40)
"""Four canonical tiles meet in it, at the origin of the CRS."""


@pytest.fixture(scope="module", params=IDS)
def opened(request: pytest.FixtureRequest) -> Iterator[tuple[ModelPackage, TileModel]]:
    package = CATALOG.get(request.param)
    with contextlib.closing(default_engine().open(package, "cpu")) as model:
        yield package, model


def test_overlapping_extents_agree_across_the_origin(
    opened: tuple[ModelPackage, TileModel],
) -> None:
    package, model = opened
    part = Rect(-13, 24, -56, 9)
    first = pixels_of(package, model, part, SEED)
    rows, cols = part.slices_in(CORNER)
    assert np.array_equal(pixels_of(package, model, CORNER, SEED)[:, rows, cols], first)


def test_values_are_those_that_the_card_names(opened: tuple[ModelPackage, TileModel]) -> None:
    package, model = opened
    band = package.card.output[0]
    place = Rect(300, 364, 500, 564)
    seeds = range(1, 3 if package.card.style.ramp == RGB else 5)
    values = np.stack([pixels_of(package, model, place, seed) for seed in seeds])
    assert np.isfinite(values).all()
    if band.classes:
        assert set(np.unique(values)) <= {float(entry.value) for entry in band.classes}
        assert len(np.unique(values)) > 1
        return
    assert band.min is not None
    assert band.max is not None
    if package.card.style.ramp == RGB:  # what its colours span: roofs are brighter, water darker
        assert values.min() > 0.0
        assert band.min < np.median(values) < band.max
    else:
        assert band.min <= values.min()
        assert values.max() <= band.max
    assert values.std() > 0.0


def test_every_seed_is_another_world(opened: tuple[ModelPackage, TileModel]) -> None:
    package, model = opened
    place = Rect(300, 364, 500, 564)
    one, other = (pixels_of(package, model, place, seed) for seed in (1, 2))
    assert (one != other).mean() > 0.05
