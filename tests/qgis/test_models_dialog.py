"""The list of models: importing, refusing, replacing, exporting and removing them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QFileDialog, QListWidget, QMessageBox, QPushButton, QTextBrowser

from ...core.catalog import Catalog
from ...core.package import load_package
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.services import Services
from ...ui import models_dialog
from ...ui.models_dialog import ModelsDialog
from ..unit.model_folders import edit_card, make_model
from .fakes import FakeEngine, FakeJobs
from .test_runs import wait


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "models"


@pytest.fixture
def services(models: Path, own: Path, engine: FakeEngine, jobs: FakeJobs) -> Services:
    return Services(catalog=Catalog([models, own]), engine=engine, jobs=jobs)


@pytest.fixture
def dialog(provider: TerraloomProvider, services: Services, own: Path) -> Iterator[ModelsDialog]:
    dialog = ModelsDialog(services, provider.refreshAlgorithms, folder=own)
    yield dialog
    dialog.close()
    dialog.deleteLater()


@pytest.fixture
def dunes(tmp_path: Path) -> Path:
    return make_model(tmp_path / "elsewhere" / "dunes", title="Dunes & co").folder


def imported(dialog: ModelsDialog, source: Path) -> str:
    """Import; give what the dialog says."""
    dialog.import_model(source)
    return ready(dialog)


def ready(dialog: ModelsDialog) -> str:
    button = dialog.findChild(QPushButton, "terraloomModelImport")
    wait(button.isEnabled)
    items = dialog.findChild(QgsMessageBar).items()
    return items[-1].text() if items else ""


def listed(dialog: ModelsDialog) -> list[str]:
    found = dialog.findChild(QListWidget, "terraloomModelList")
    return [found.item(row).text() for row in range(found.count())]


def text(dialog: ModelsDialog) -> str:
    return str(dialog.findChild(QTextBrowser, "terraloomModelText").toPlainText())


def click(dialog: ModelsDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, f"terraloomModel{name}")
    assert button.isEnabled()
    button.click()


def algorithm(name: str) -> object:
    return QgsApplication.processingRegistry().algorithmById(f"terraloom:{name}")


def answer(monkeypatch: pytest.MonkeyPatch, choice: QMessageBox.StandardButton) -> list[str]:
    asked: list[str] = []

    def question(parent: object, title: str, text: str, *buttons: object) -> object:
        asked.append(text)
        return choice

    monkeypatch.setattr(models_dialog.QMessageBox, "question", staticmethod(question))
    return asked


def test_bundled_models_are_described_and_stay(dialog: ModelsDialog) -> None:
    assert listed(dialog)[0] == "Terrain\n1.0.0, bundled"
    for part in ("CC0-1.0", "Nobody", "slope_w1", "It has never seen a hill.", "terraloom:terrain"):
        assert part in text(dialog)
    assert not dialog.findChild(QPushButton, "terraloomModelRemove").isEnabled()


def test_an_imported_model_is_in_the_toolbox_at_once(dialog: ModelsDialog, dunes: Path) -> None:
    (dunes / "notes.docx").write_text("private")
    assert algorithm("dunes") is None
    said = imported(dialog, dunes)
    assert said == ("Model 'dunes' was imported. Left out, because they are not data: notes.docx.")
    assert algorithm("dunes") is not None
    assert "Dunes & co\n1.0.0, your own" in listed(dialog)
    assert "Dunes & co" in text(dialog)


def test_a_broken_model_is_refused_with_the_reason(
    dialog: ModelsDialog, dunes: Path, own: Path
) -> None:
    (dunes / "fine.safetensors").write_bytes(b"no weights")
    said = imported(dialog, dunes)
    assert said == "It was not imported, and nothing has changed."
    assert "'fine.safetensors' has 10 bytes, but the card says" in text(dialog)
    assert algorithm("dunes") is None
    assert list(own.iterdir()) == []


def test_replacing_a_model_is_asked_for(
    dialog: ModelsDialog, dunes: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(dialog, dunes)
    edit_card(dunes, version="2.0.0")
    asked = answer(monkeypatch, QMessageBox.StandardButton.No)
    imported(dialog, dunes)
    assert "'dunes' among your own already" in asked[0]
    assert load_package(own / "dunes").card.version == "1.0.0"
    answer(monkeypatch, QMessageBox.StandardButton.Yes)
    imported(dialog, dunes)
    assert load_package(own / "dunes").card.version == "2.0.0"
    assert "Dunes & co\n2.0.0, your own" in listed(dialog)


@pytest.mark.parametrize("name", ["terrain", "verify", "extend"])
def test_names_of_other_algorithms_are_refused(
    dialog: ModelsDialog, tmp_path: Path, name: str
) -> None:
    imported(dialog, make_model(tmp_path / "elsewhere" / name).folder)
    assert "that of a model or an algorithm of Terraloom itself" in text(dialog)


def test_a_broken_folder_is_listed_and_can_be_removed(
    dialog: ModelsDialog,
    provider: TerraloomProvider,
    dunes: Path,
    own: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    imported(dialog, dunes)
    edit_card(own / "dunes", task="unheard_of")
    provider.refreshAlgorithms()
    dialog.refresh(str(own / "dunes"))
    assert "dunes\ncannot be used" in listed(dialog)
    assert "does not fit the schema" in text(dialog)
    asked = answer(monkeypatch, QMessageBox.StandardButton.Yes)
    click(dialog, "Remove")
    ready(dialog)
    assert str(own / "dunes") in asked[0]
    assert list(own.iterdir()) == []
    assert listed(dialog) == ["Terrain\n1.0.0, bundled", "Terrain detail\n1.0.0, bundled"]


def test_a_removed_model_leaves_the_toolbox(
    dialog: ModelsDialog, dunes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(dialog, dunes)
    answer(monkeypatch, QMessageBox.StandardButton.Yes)
    click(dialog, "Remove")
    ready(dialog)
    assert algorithm("dunes") is None


def test_a_model_is_exported_as_a_zip_that_can_be_imported(
    dialog: ModelsDialog, dunes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(dialog, dunes)
    target = tmp_path / "dunes.zip"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", staticmethod(lambda *arguments: (str(target), ""))
    )
    click(dialog, "Export")
    assert ready(dialog) == f"Exported to '{target}'."
    answer(monkeypatch, QMessageBox.StandardButton.Yes)
    click(dialog, "Remove")
    ready(dialog)
    imported(dialog, target)
    assert algorithm("dunes") is not None
