"""What earlier stages give, kept: a part of a model that is run, tagged and verified like any."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal

from ...core.card import Band, ModelCard
from ...core.catalog import Catalog, bundled_folder
from ...core.engine import TileModel
from ...core.errors import InputError
from ...core.grid import WorldGrid
from ...core.job import ExtentJob
from ...core.jobs import run
from ...core.kept_stage import kept_bands, part_of
from ...core.package import ModelPackage
from ...core.progress import NULL_PROGRESS
from ...core.raster.reader import RasterReader
from ...core.verification import verify
from .guided_models import CLASSES, PLACE, UTM, NumpyEngine, guided_package, guided_stage

COVER = Band("land cover", "uint8", nodata=255, classes=CLASSES)


@pytest.fixture
def package(tmp_path: Path) -> ModelPackage:
    cover = replace(guided_stage("cover", 40.0, 0), keeps=COVER)
    image = guided_stage("image", 10.0, 2, ("cover", "height"))
    return guided_package(tmp_path, stages=(cover, image))


def test_a_card_with_a_kept_stage_survives_its_file(package: ModelPackage) -> None:
    assert kept_bands(package.card) == (COVER,)
    assert ModelCard.from_json(package.card.to_json()) == package.card


def test_a_kept_stage_is_what_the_image_was_made_from(
    package: ModelPackage, tmp_path: Path
) -> None:
    grid = WorldGrid(UTM, 10.0)
    image = ExtentJob(package, grid, PLACE, 3, {"level": 0}, tmp_path / "image.tif")
    cover = replace(image, package=part_of(package, COVER.name), output=tmp_path / "cover.tif")
    for job in (image, cover):
        run(job, NumpyEngine(), NULL_PROGRESS)
    codes = gdal.Open(str(cover.output)).ReadAsArray()
    values = gdal.Open(str(image.output)).ReadAsArray()
    assert set(np.unique(codes)) == {0, 1}
    # The engine gives ten times the class, 10,000 for what nobody knows, and noise of 1 at most.
    assert np.array_equal(codes, np.rint((values - 10_000) / 10.0))


def test_a_kept_stage_verifies_and_says_what_it_is(package: ModelPackage, tmp_path: Path) -> None:
    part = part_of(package, COVER.name)
    assert part.weights_hash == package.weights_hash
    job = ExtentJob(part, WorldGrid(UTM, 10.0), PLACE, 3, {"level": 1}, tmp_path / "cover.tif")
    run(job, NumpyEngine(), NULL_PROGRESS)
    with RasterReader(str(job.output)) as reader:
        assert '"stage":"land cover"' in reader.tags()["TERRALOOM_PARAMETERS"]
        assert reader.tags()["TERRALOOM_ALGORITHM"] == package.card.task
    catalog = Catalog([tmp_path])
    catalog.scan()
    assert verify(job.output, catalog, NumpyEngine(), NULL_PROGRESS).identical_share == 1.0


def test_an_engine_opens_the_whole_model(package: ModelPackage, tmp_path: Path) -> None:
    asked: list[ModelPackage] = []

    class Recording(NumpyEngine):
        def open(self, package: ModelPackage, *rest: Any, **more: Any) -> TileModel:
            asked.append(package)
            return super().open(package, *rest, **more)

    part = part_of(package, COVER.name)
    job = ExtentJob(part, WorldGrid(UTM, 10.0), PLACE, 3, {"level": 1}, tmp_path / "cover.tif")
    run(job, Recording(), NULL_PROGRESS)
    assert [one.card for one in asked] == [package.card]


def test_a_stage_that_gives_nothing_cannot_be_kept(package: ModelPackage) -> None:
    with pytest.raises(InputError, match="no stage that gives 'image'"):
        part_of(package, "image")


def test_imagery_shows_the_land_that_terrain_gives() -> None:
    catalog = Catalog([bundled_folder()]).scan()
    terrain, imagery = (catalog.get(name).card for name in ("terrain", "imagery"))
    landforms = {name: imagery.presets[name] for name in terrain.presets}
    assert landforms == terrain.presets
    part = part_of(catalog.get("imagery"), "elevation").card
    fine = terrain.native_pixel_sizes_m.index(30.0)
    for ours, theirs in zip(part.stages, terrain.stages):
        assert (ours.name, ours.net, ours.weights.sha256) == (
            theirs.name,
            theirs.net,
            theirs.weights.sha256,
        )
        assert ours.pixel_sizes_m[0] == theirs.pixel_sizes_m[fine]
        assert (ours.tile, ours.halo, ours.factor) == (theirs.tile, theirs.halo, theirs.factor)
    assert part.quantum == terrain.quantum
