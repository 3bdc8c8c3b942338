"""Runs of algorithms with several results: those that are wanted are made and loaded, no others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProject, QgsVectorLayer

from ...ui.run_parameters import process_command, settled
from ...ui.runs import DONE, RunQueue
from ..unit.guided_models import small_raster
from .test_map_algorithms import EXTENT, _buildings
from .test_runs import FakeIface, ended

HOUSES = "terraloom:woods"
WANTED = {"OUTPUT": "TEMPORARY_OUTPUT", "OUTPUT_FOOTPRINTS": "TEMPORARY_OUTPUT"}


@pytest.fixture
def queue(
    qgis: QgsApplication, context: QgsProcessingContext, tmp_path: Path
) -> Iterator[RunQueue]:
    provider = _buildings(tmp_path / "models")
    QgsApplication.processingRegistry().addProvider(provider)
    queue = RunQueue(FakeIface())
    yield queue
    queue.close()
    QgsApplication.processingRegistry().removeProvider(provider)
    QgsProject.instance().clear()


def made(given: dict[str, object]) -> dict[str, object]:
    algorithm = QgsApplication.processingRegistry().algorithmById(HOUSES)
    found = settled(algorithm, given, QgsProject.instance())
    return {name: value for name, value in found.items() if value == "TEMPORARY_OUTPUT"}


@pytest.mark.usefixtures("queue")
def test_a_result_that_was_left_out_in_the_form_is_not_made() -> None:
    assert made({**WANTED, "OUTPUT_STREETS": ""}) == WANTED
    assert made({"OUTPUT": "", "OUTPUT_FOOTPRINTS": "", "OUTPUT_STREETS": None}) == {
        "OUTPUT": "TEMPORARY_OUTPUT"
    }


@pytest.mark.usefixtures("queue")
def test_where_nothing_is_said_the_usual_results_are_made() -> None:
    assert made({}) == WANTED


@pytest.mark.usefixtures("queue")
def test_every_result_has_a_name_of_its_own_in_a_command() -> None:
    algorithm = QgsApplication.processingRegistry().algorithmById(HOUSES)
    line = process_command(algorithm, {**WANTED, "OUTPUT_STREETS": "TEMPORARY_OUTPUT"}, "a.tif")
    assert "--OUTPUT=a.tif" in line
    assert "--OUTPUT_FOOTPRINTS=a_footprints.gpkg" in line
    assert "--OUTPUT_STREETS=a_streets.tif" in line


def test_polygons_are_loaded_above_the_raster_of_the_same_run(
    queue: RunQueue, tmp_path: Path
) -> None:
    codes = np.full((100, 100), 41, np.uint8)
    streets = small_raster(tmp_path / "streets.tif", 32632, (500_000, 5_300_000), 40.0, codes)
    place = {"EXTENT": EXTENT, "TARGET_CRS": "EPSG:32632", "PIXEL_SIZE": 40.0, "SEED": 4}
    run = queue.submit(HOUSES, {**place, "STREETS": str(streets), "OUTPUT_STREETS": ""})
    ended(run)
    assert run.state == DONE, run.message
    root = QgsProject.instance().layerTreeRoot()
    (group,) = root.findGroups()
    kinds = [type(node.layer()) for node in group.findLayers()]
    assert kinds[0] is QgsVectorLayer
    assert len(kinds) in (2, 3), "a hillshade may have come already"
    assert group.findLayers()[0].layer().featureCount() > 0
