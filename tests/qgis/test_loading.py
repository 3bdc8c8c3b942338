"""Results in the desktop: name, colours, hillshade, metadata; and progress on the way there."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsHillshadeRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProject,
    QgsRasterLayer,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QPainter

from ...core.errors import Cancelled
from ...core.grid import WorldGrid
from ...core.raster.crs import describe_crs
from ...core.tiling import Rect
from ...processing_provider.feedback import FeedbackProgress
from ...processing_provider.loading import GeneratedLayer, add_hillshade
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.styling import (
    Relief,
    colour_items,
    elevation_renderer,
    exaggeration,
)
from .conftest import RecordingFeedback
from .fakes import write_slope
from .test_algorithms import terrain
from .test_runs import wait


def run_and_load(
    algorithm: Any, parameters: dict[str, Any], context: Any, feedback: Any
) -> tuple[QgsRasterLayer, QgsRasterLayer]:
    """Run as the desktop does; give the result's layer and its hillshade."""
    import processing

    gc.collect()
    processing.runAndLoadResults(algorithm, parameters, context=context, feedback=feedback)
    project = QgsProject.instance()
    wait(lambda: len(project.mapLayers()) == 2)
    layers = list(project.mapLayers().values())
    (shade,) = [one for one in layers if isinstance(one.renderer(), QgsHillshadeRenderer)]
    (result,) = [one for one in layers if one is not shade]
    return result, shade


@pytest.fixture
def loaded(
    provider: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> tuple[QgsRasterLayer, QgsRasterLayer]:
    return run_and_load("terraloom:terrain", terrain(tmp_path, SEED=7), context, feedback)


def test_the_layer_is_named_after_what_it_is(
    provider: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    parameters = terrain(tmp_path, SEED=7, OUTPUT="TEMPORARY_OUTPUT")
    layer, _ = run_and_load("terraloom:terrain", parameters, context, feedback)
    assert layer.name() == "Terrain (seed 7)"


def test_the_result_is_coloured_by_elevation(
    loaded: tuple[QgsRasterLayer, QgsRasterLayer],
) -> None:
    renderer = loaded[0].renderer()
    assert isinstance(renderer, QgsSingleBandPseudoColorRenderer)
    assert renderer.classificationMin() == pytest.approx(-200.0)
    assert renderer.classificationMax() == pytest.approx(1800.0)
    legend = renderer.shader().rasterShaderFunction().legendSettings()
    assert legend.suffix() == " m"
    assert legend.numericFormat().numberDecimalPlaces() == 0


def test_the_hillshade_lies_above_the_colours_and_is_the_same_file(
    loaded: tuple[QgsRasterLayer, QgsRasterLayer],
) -> None:
    layer, shade = loaded
    names = [node.layerId() for node in QgsProject.instance().layerTreeRoot().findLayers()]
    assert names == [shade.id(), layer.id()]
    assert shade.blendMode() == QPainter.CompositionMode.CompositionMode_Multiply
    assert shade.source() == layer.source()


def test_the_hillshade_waits_for_newer_qgis_to_put_the_result_into_the_tree(
    context: QgsProcessingContext, slope_layer: QgsRasterLayer
) -> None:
    project = context.project()
    project.addMapLayer(slope_layer, False)
    shade = add_hillshade(slope_layer, project)
    assert project.layerTreeRoot().findLayers() == []
    group = project.layerTreeRoot().addGroup("Results")
    group.addLayer(slope_layer)
    QCoreApplication.processEvents()
    assert [node.layerId() for node in group.findLayers()] == [shade.id(), slope_layer.id()]


def test_the_layer_says_that_it_is_synthetic_and_how_it_was_made(
    loaded: tuple[QgsRasterLayer, QgsRasterLayer],
) -> None:
    metadata = loaded[0].metadata()
    assert "Synthetic" in metadata.abstract()
    assert metadata.licenses() == ["CC0-1.0"]
    assert metadata.rights() == ["Nobody"]
    history = metadata.history()
    assert history[0] == "Made with terraloom:terrain"
    for line in ("SEED=7", "PIXEL_SIZE=30.0", "TARGET_CRS=EPSG:32632", "RELIEF=300.0"):
        assert line in history
    assert "EXTENT=480000, 483000, 4800000, 4803000" in history


def test_a_model_gives_the_result_its_own_name(
    provider: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    model = QgsProcessingModelAlgorithm("Model", "Group")
    child = QgsProcessingModelChildAlgorithm("terraloom:terrain")
    child.setChildId("terrain")
    for name, value in terrain(tmp_path).items():
        if name != "OUTPUT":
            source = QgsProcessingModelChildParameterSource.fromStaticValue(value)
            child.addParameterSources(name, [source])
    output = QgsProcessingModelOutput("Land", "Land")
    output.setChildId("terrain")
    output.setChildOutputName("OUTPUT")
    child.setModelOutputs({"Land": output})
    model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    (land,) = (one.name() for one in model.destinationParameterDefinitions())
    layer, _ = run_and_load(model, {land: "TEMPORARY_OUTPUT"}, context, feedback)
    assert layer.name() == "Land"
    assert isinstance(layer.renderer(), QgsSingleBandPseudoColorRenderer)


def test_nothing_is_kept_alive_after_loading(loaded: object) -> None:
    assert GeneratedLayer._kept == set()


def test_the_sea_ends_exactly_at_sea_level() -> None:
    items = colour_items(-300.0, 900.0, 20.0)
    values = [item.value for item in items]
    assert values == sorted(values)
    at_sea, first_land = [item for item in items if 20.0 <= item.value < 21.0]
    assert at_sea.value == 20.0
    assert at_sea.color.blue() > at_sea.color.green()
    assert first_land.color.green() > first_land.color.blue()


def test_land_without_sea_and_sea_without_land_have_no_other_colours() -> None:
    assert all(item.color.blue() <= item.color.red() for item in colour_items(10.0, 900.0, 0.0))
    assert all(item.color.blue() > item.color.red() for item in colour_items(-90.0, -10.0, 0.0))


def test_a_level_sea_is_the_lowest_stop_of_the_legend() -> None:
    items = colour_items(0.0, 900.0, 0.0)
    assert items[0].value == 0.0
    assert items[0].color.blue() > items[0].color.red()
    assert len(colour_items(0.0, 0.0, 0.0)) > 1


def test_the_legend_of_a_shallow_sea_begins_at_zero(slope_layer: QgsRasterLayer) -> None:
    """And not at "-0 m"."""
    renderer = elevation_renderer(slope_layer, 0.0, Relief(-0.2, 900.0, 1.0))
    ramp = renderer.shader().rasterShaderFunction()
    assert f"{ramp.minimumValue():.0f}" == "0"
    assert ramp.colorRampItemList()[0].label == "0 m"


def test_flat_land_stays_green() -> None:
    items = colour_items(100.0, 101.0, 0.0)
    assert items[-1].value == 350.0


@pytest.mark.parametrize(("rise_m", "factor"), [(0.1, 8.0), (30.0, 1.92), (480.0, 1.0)])
def test_the_hillshade_raises_plains_but_not_mountains(
    qgis: QgsApplication, tmp_path: Path, rise_m: float, factor: float
) -> None:
    grid = WorldGrid(describe_crs("EPSG:32632"), 480.0)
    path = tmp_path / "ramp.tif"
    write_slope(path, grid, Rect(0, 10, 0, 21), low=0.0, high=20 * rise_m)
    assert exaggeration(QgsRasterLayer(str(path))) == pytest.approx(factor, rel=1e-3)


def test_progress_is_throttled_and_reaches_the_end(qgis: QgsApplication) -> None:
    feedback = RecordingFeedback()
    seen: list[float] = []
    feedback.progressChanged.connect(seen.append)
    now = [0.0]
    progress = FeedbackProgress(feedback, clock=lambda: now[0])
    for step in range(1001):
        now[0] = step / 1000.0
        progress.update(step / 1000.0, f"Window {step}")
    assert len(seen) <= 12
    assert seen[-1] == 100.0
    assert len(feedback.texts) <= 4


def test_a_text_that_follows_at_once_is_told_too(qgis: QgsApplication) -> None:
    feedback = RecordingFeedback()
    progress = FeedbackProgress(feedback, clock=lambda: 100.0)
    progress.update(0.0, "Loading")
    progress.update(0.0, "Generating")  # and nothing more for a long time
    assert feedback.texts == ["Loading", "Generating"]


def test_progress_passes_the_cancel_button_on(qgis: QgsApplication) -> None:
    feedback = QgsProcessingFeedback()
    progress = FeedbackProgress(feedback)
    progress.check()
    feedback.cancel()
    assert progress.cancelled()
    with pytest.raises(Cancelled):
        progress.check()
