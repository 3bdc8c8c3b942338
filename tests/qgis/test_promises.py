"""The promises, with the bundled models: one world for all ways of asking, and a quick cancel."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
)

pytest.importorskip("torch")

from ...core import jobs
from ...core.catalog import Catalog, bundled_folder
from ...core.engine import default_engine
from ...core.errors import InputError, PackageError, ProvenanceError
from ...core.grid import Extent, WorldGrid
from ...core.jobs import ExtentJob
from ...core.package import load_package
from ...core.progress import NULL_PROGRESS
from ...core.raster.crs import describe_crs
from ...processing_provider.provider import TerraloomProvider
from .conftest import RecordingFeedback
from .processes import PROGRAM, fresh_profile
from .test_algorithms import run

UTM = "EPSG:32632"
# On either side of the origin of the CRS, and overlapping.
WEST = {"EXTENT": "-1500,900,-1200,1800", "TARGET_CRS": UTM, "SEED": 11}
EAST = {"EXTENT": "-600,2400,-2100,300", "TARGET_CRS": UTM, "SEED": 11}
IN_DEGREES = {
    "EXTENT": "500000,501500,4649000,4650500 [EPSG:32632]",
    "TARGET_CRS": "EPSG:4326",
    "PIXEL_SIZE": 1 / 3600,
}
CANCEL_SECONDS = 2.0


@pytest.fixture
def bundled(qgis: QgsApplication) -> Iterator[TerraloomProvider]:
    """The provider as the plugin registers it."""
    provider = TerraloomProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


def raster(path: Path) -> tuple[np.ndarray, tuple[float, ...]]:
    dataset = gdal.Open(str(path))
    return dataset.ReadAsArray(), dataset.GetGeoTransform()


def shared(first: Path, second: Path, pixel: float) -> tuple[np.ndarray, np.ndarray]:
    """Both rasters' pixels of the ground that they share."""
    parts, places = [], []
    for path in (first, second):
        values, transform = raster(path)
        row, col = round(-transform[3] / pixel), round(transform[0] / pixel)
        places.append((row, row + values.shape[0], col, col + values.shape[1]))
        parts.append(values)
    top, left = (max(place[side] for place in places) for side in (0, 2))
    bottom, right = (min(place[side] for place in places) for side in (1, 3))
    assert top < bottom
    assert left < right
    cut = [
        values[top - place[0] : bottom - place[0], left - place[2] : right - place[2]]
        for values, place in zip(parts, places)
    ]
    return cut[0], cut[1]


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``west.tif`` and ``east.tif``, each made by a process of its own."""
    if PROGRAM is None:
        pytest.skip("qgis_process is not installed")
    folder = tmp_path_factory.mktemp("alone")
    process = fresh_profile(tmp_path_factory.mktemp("profile"), OMP_NUM_THREADS="1")
    for name, place in (("west", WEST), ("east", EAST)):
        process.make("terrain", {**place, "OUTPUT": folder / f"{name}.tif"})
    return folder


@pytest.fixture(scope="module")
def together(qgis: QgsApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same from the toolbox of one QGIS, in the other order."""
    folder = tmp_path_factory.mktemp("together")
    provider = TerraloomProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    for name, place in (("east", EAST), ("west", WEST)):
        output = str(folder / f"{name}.tif")
        run("terrain", {**place, "OUTPUT": output}, QgsProcessingContext(), RecordingFeedback())
    QgsApplication.processingRegistry().removeProvider(provider)
    return folder


@pytest.mark.parametrize("kind", ["alone", "together"])
def test_overlapping_extents_agree_across_the_origin_of_the_crs(
    request: pytest.FixtureRequest, kind: str
) -> None:
    folder = request.getfixturevalue(kind)
    west, east = shared(folder / "west.tif", folder / "east.tif", 30.0)
    assert west.shape == (50, 50)
    assert np.isfinite(west).all()
    assert np.array_equal(west, east)


def test_plain_python_gives_the_file_that_the_toolbox_gives(together: Path, tmp_path: Path) -> None:
    grid = WorldGrid(describe_crs(UTM), 30.0)
    job = ExtentJob(
        Catalog([bundled_folder()]).scan().get("terrain"),
        grid,
        grid.snap(Extent(-1500.0, -1200.0, 900.0, 1800.0)),
        11,
        {},
        tmp_path / "plain.tif",
    )
    jobs.run(job, default_engine(), NULL_PROGRESS)
    assert job.output.read_bytes() == (together / "west.tif").read_bytes()


@pytest.mark.parametrize("name", ["west", "east"])
def test_qgis_process_gives_the_file_that_the_toolbox_gives(
    alone: Path, together: Path, name: str
) -> None:
    assert (alone / f"{name}.tif").read_bytes() == (together / f"{name}.tif").read_bytes()


def test_a_batch_gives_what_each_run_gives_by_itself(
    bundled: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    files = []
    for number, seed in enumerate((1, 2, 1)):
        output = tmp_path / f"Stapel {number} é.tif"
        parameters = {**IN_DEGREES, "SEED": seed, "OUTPUT": str(output)}
        results = run("terrain", parameters, context, feedback)
        files.append(Path(results["OUTPUT"]).read_bytes())
    assert files[0] == files[2]
    assert files[0] != files[1]
    values, transform = raster(output)
    assert transform[1] == pytest.approx(1 / 3600)
    assert transform[0] / transform[1] == pytest.approx(round(transform[0] / transform[1]))
    assert transform[0] <= 9.0 <= transform[0] + values.shape[1] * transform[1]
    assert transform[3] - values.shape[0] * transform[1] <= 42.0 <= transform[3]


@pytest.mark.parametrize("seconds", [0.0, 0.3, 2.0, 4.0])
@pytest.mark.parametrize(
    "place",
    [
        {"EXTENT": "0,600000,0,600000", "TARGET_CRS": UTM},
        {"EXTENT": "5,10,40,45", "TARGET_CRS": "EPSG:4326", "PIXEL_SIZE": 1 / 240},
    ],
    ids=["metres", "degrees"],
)
def test_a_job_that_is_cancelled_ends_soon_and_leaves_nothing(
    bundled: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
    place: dict[str, Any],
    seconds: float,
) -> None:
    output = tmp_path / "never.tif"
    cancelled_at: list[float] = []

    def cancel() -> None:
        cancelled_at.append(time.monotonic())
        feedback.cancel()

    timer = threading.Timer(seconds, cancel)
    timer.start()
    results = run("terrain", {**place, "OUTPUT": str(output)}, context, feedback)
    ended_at = time.monotonic()
    timer.join()
    assert "OUTPUT" not in results
    assert feedback.errors == []
    assert list(tmp_path.iterdir()) == []
    assert ended_at - cancelled_at[0] < CANCEL_SECONDS


def test_models_chain_terrain_with_gdal_and_terrain_detail(
    bundled: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    import processing

    value = QgsProcessingModelChildParameterSource.fromStaticValue
    result_of = QgsProcessingModelChildParameterSource.fromChildOutput
    model = QgsProcessingModelAlgorithm("Chain", "Tests")
    steps: dict[str, tuple[str, dict[str, Any]]] = {
        "land": (
            "terraloom:terrain",
            {
                "EXTENT": value("480000,489600,4800000,4809600"),
                "TARGET_CRS": value(UTM),
                "PIXEL_SIZE": value(120),
                "LANDFORM": value("alpine"),
            },
        ),
        "coarse": (
            "gdal:warpreproject",
            {
                "INPUT": result_of("land", "OUTPUT"),
                "TARGET_RESOLUTION": value(960),
                "RESAMPLING": value(5),
            },
        ),
        "fine": (
            "terraloom:terrain_detail",
            {"INPUT": result_of("coarse", "OUTPUT"), "SCALE": value("16")},
        ),
    }
    for name, (algorithm, sources) in steps.items():
        child = QgsProcessingModelChildAlgorithm(algorithm)
        child.setChildId(name)
        for parameter, source in sources.items():
            child.addParameterSources(parameter, [source])
        if name == "fine":
            output = QgsProcessingModelOutput("Fine", "Fine")
            output.setChildId(name)
            output.setChildOutputName("OUTPUT")
            child.setModelOutputs({"Fine": output})
        model.addChildAlgorithm(child)
    model.updateDestinationParameters()

    (fine,) = (one.name() for one in model.destinationParameterDefinitions())
    parameters = {fine: str(tmp_path / "fein.tif")}
    results = processing.run(model, parameters, context=context, feedback=feedback)
    values, transform = raster(Path(results[fine]))
    assert values.shape == (160, 160)
    assert transform[1] == 60.0
    assert np.isfinite(values).all()
    assert values.max() - values.min() > 50.0  # alpine


def test_verify_needs_the_model_that_made_the_raster(
    bundled: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    folder = own_model(tmp_path / "models" / "my_land")
    output = tmp_path / "mine.tif"
    place = {"EXTENT": "0,1920,0,1920", "TARGET_CRS": UTM}
    run("apply_model", {**place, "MODEL": str(folder), "OUTPUT": str(output)}, context, feedback)
    found = run("verify", {"INPUT": str(output), "MODEL": str(folder)}, context, feedback)
    assert found["MATCHES"] is True
    assert found["IDENTICAL_SHARE"] == 1.0

    services = bundled._services
    arguments = (output, services.catalog, services.engine, NULL_PROGRESS)
    with pytest.raises(ProvenanceError, match="'my_land' .* not installed.*MODEL"):
        jobs.verify(*arguments)
    with pytest.raises(InputError, match="holds model 'terrain'"):
        jobs.verify(*arguments, model=services.catalog.get("terrain"))
    with pytest.raises(PackageError, match="no model.json"):
        load_package(tmp_path)


def own_model(folder: Path) -> Path:
    """The bundled model under another name, as somebody else's might come."""
    from dataclasses import replace

    from ...core.package import write_package

    package = Catalog([bundled_folder()]).scan().get("terrain")
    weights = {
        stage.weights.file: package.weights_path(stage.name) for stage in package.card.stages
    }
    folder.parent.mkdir(parents=True)
    return write_package(folder, replace(package.card, id=folder.name), weights).folder
