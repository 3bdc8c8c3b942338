"""What the user has set: from where on to warn and to ask, and where results go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsProcessingContext, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtWidgets import QMessageBox

from ...processing_provider import settings
from ...processing_provider.limits import cost_warnings
from ...processing_provider.provider import TerraloomProvider
from ...ui.output_names import result_path
from ...ui.panel import Panel
from .conftest import RecordingFeedback
from .test_algorithms import terrain
from .test_panel_form import DETAIL, neighbours, opened, panel, run_button, settled, window
from .window import Neighbours

__all__ = ["neighbours", "panel", "window"]


@pytest.fixture(autouse=True)
def clean() -> Iterator[None]:
    yield
    QgsSettings().remove("terraloom")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked; the answer is No."""
    found: list[str] = []

    def question(parent: object, title: str, text: str) -> QMessageBox.StandardButton:
        found.append(text)
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", question)
    return found


def test_limits_are_those_of_the_settings() -> None:
    assert cost_warnings(3600.0, 2e9) == []
    settings.set_warn_minutes(30)
    settings.set_warn_gigabytes(1)
    assert cost_warnings(3600.0, 2e9) == [
        "It takes about 60 minutes. Try a small extent first.",
        "It needs about 2 GB on disk.",
    ]


def test_an_algorithm_warns_where_there_is_no_window(
    provider: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    import processing

    settings.set_warn_gigabytes(1e-9)
    processing.run("terraloom:terrain", terrain(tmp_path), context=context, feedback=feedback)
    assert any("on disk" in text for text in feedback.warnings)


def test_the_panel_warns_and_asks_before_it_runs(
    panel: Panel, neighbours: Neighbours, asked: list[str]
) -> None:
    page = opened(panel)
    settled(page)
    assert page.estimate._notes.isHidden()
    settings.set_warn_minutes(1e-4)
    settled(page)
    assert not page.estimate._notes.isHidden()
    assert "Try a small extent first" in page.estimate._notes.text()
    run_button(page).click()
    assert neighbours.submitted == []
    assert "It takes about" in asked[0]
    settings.set_warn_minutes(60)
    run_button(page).click()
    assert len(neighbours.submitted) == len(asked) == 1


def test_names_of_results_are_telling_and_unique(tmp_path: Path) -> None:
    def name(**parameters: object) -> str:
        return result_path(tmp_path, "terraloom:terrain", parameters, "").name

    assert name(SEED=11) == "terrain_seed11.tif"
    assert name(SEED=11) == "terrain_seed11_2.tif"
    (tmp_path / "terrain_seed12.tif").touch()
    assert name(SEED=12) == "terrain_seed12_2.tif"
    assert name(SEED=3, INPUT="/data/Höhen 480 m.tif|band") == "terrain_Höhen_480_m_seed3.tif"


def test_a_result_from_a_layer_is_named_after_it(
    panel: Panel, neighbours: Neighbours, slope_layer: QgsRasterLayer, tmp_path: Path
) -> None:
    settings.set_output_folder(str(tmp_path))
    page = opened(panel, DETAIL, INPUT=slope_layer.source(), SEED=5)
    settled(page)
    run_button(page).click()
    [(_, parameters)] = neighbours.submitted
    assert Path(parameters["OUTPUT"]) == tmp_path / "terrain_detail_höhen_480_seed5.tif"
