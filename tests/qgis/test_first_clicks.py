"""A first start without PyTorch: from the button in the tool bar to a layer in few clicks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsSettings,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QFrame, QLabel, QMessageBox, QPushButton, QWidget

from ...core.worker.managed import managed_state
from ...processing_provider import settings
from ...processing_provider.services import Services
from ...ui.desktop import Desktop
from ...ui.setup_run import setup_runs
from ..unit.fake_interpreters import set_plan
from .fakes import FakeEngine
from .test_options_page import place, wait_for
from .window import FakeWindow

__all__ = ["place"]

MOST_CLICKS = 4
BOX = QgsRectangle(600_000, 5_180_000, 603_000, 5_183_000)


class LateEngine(FakeEngine):
    """Works as soon as there is an environment."""

    def __init__(self, place: Path) -> None:
        super().__init__()
        self._place = place

    def problem(self) -> str | None:
        return None if managed_state(self._place).kind == "ready" else "PyTorch is not set up."


@pytest.fixture
def engine(tmp_path: Path) -> FakeEngine:
    return LateEngine(tmp_path / "a pläce")


class User:
    """Clicks on what is shown, and counts it."""

    def __init__(self, window: FakeWindow, desktop: Desktop) -> None:
        self.window, self.desktop, self.clicks = window, desktop, 0

    def find(self, kind: type, name: str) -> Any:
        return self.window.mainWindow().findChild(kind, name)

    def click(self, name: str, kind: type = QAbstractButton) -> None:
        widget = wait_for(lambda: self.find(kind, name))
        wait_for(lambda: widget.isVisible() and widget.isEnabled())
        self.clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def open_panel(self) -> None:
        [action] = self.window.toolbar
        self.clicks += 1
        action.trigger()

    def layer(self) -> QgsRasterLayer:
        """Wait for the result."""
        project = QgsProject.instance()
        wait_for(lambda: [one for one in project.mapLayers().values() if "seed" in one.name()])
        wait_for(lambda: not self.desktop.queue.active())
        return next(one for one in project.mapLayers().values() if "seed" in one.name())

    def states(self) -> list[str]:
        return [run.state for run in self.desktop.queue.runs]


@pytest.fixture
def user(place: Path, context: QgsProcessingContext, services: Services) -> Iterator[User]:
    store = QgsSettings()
    store.remove("terraloom/panel")
    window = FakeWindow()
    window.show_place(BOX)
    desktop = Desktop(window, services, "terraloom")
    desktop.install()
    yield User(window, desktop)
    wait_for(lambda: setup_runs().current is None)
    desktop.uninstall()
    QgsProject.instance().clear()
    store.remove("terraloom/panel")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.dispose()


def test_run_sets_up_and_then_runs(user: User, place: Path) -> None:
    user.open_panel()
    user.click("terraloomCard_terraloom:terrain", QWidget)
    run = wait_for(lambda: user.find(QPushButton, "terraloomRun"))
    assert run.text() == "Set up and run…"
    assert not user.find(QFrame, "terraloomSetupBanner").isVisible()  # Run leads there
    user.click("terraloomRun")
    assert user.states() == []  # nothing is promised before the user agrees
    user.click("terraloomSetUpYes")
    assert user.states() == ["queued"]
    status = user.find(QLabel, "terraloomRunStatus")
    assert status.text() == "Waits until PyTorch is set up"
    assert user.layer().isValid()
    assert user.clicks <= MOST_CLICKS
    assert managed_state(place).kind == "ready"
    wait_for(lambda: run.text() == "Run")
    assert not user.find(QFrame, "terraloomSetupBanner").isVisible()


def test_who_sets_up_from_the_message_finds_the_form_open(user: User) -> None:
    user.click("terraloomOfferSetUp")
    user.click("terraloomSetUpYes")
    user.click("terraloomRun")  # while PyTorch is on its way
    assert user.find(QMessageBox, "terraloomSetUpQuestion") is None or user.states() == ["queued"]
    assert user.layer().isValid()
    assert user.clicks <= MOST_CLICKS


def test_who_sets_up_from_the_panel_finds_the_form_open(user: User) -> None:
    user.open_panel()
    user.click("terraloomSetup")
    user.click("terraloomSetUpYes")
    user.click("terraloomRun")
    assert user.layer().isValid()
    assert user.clicks <= MOST_CLICKS


def test_the_message_is_withdrawn_where_the_panel_leads_to_the_set_up(user: User) -> None:
    wait_for(lambda: user.find(QAbstractButton, "terraloomOfferSetUp"))
    user.open_panel()
    wait_for(lambda: user.find(QAbstractButton, "terraloomOfferSetUp") is None)
    assert user.find(QPushButton, "terraloomSetup").isVisible()
    user.desktop._setup.install()  # as on the next start, with the panel open
    seen: list[object] = []
    user.desktop._setup._look(seen.append)
    wait_for(lambda: seen)
    assert user.find(QAbstractButton, "terraloomOfferSetUp") is None


def test_a_form_that_is_open_stays(user: User) -> None:
    user.open_panel()
    user.desktop.open_form("terraloom:extend", {})
    next(one for one in user.window.menu if one.objectName() == "terraloomSetupAction").trigger()
    user.click("terraloomSetUpYes")
    assert user.desktop.panel.page().algorithm_id == "terraloom:extend"


def test_a_set_up_that_fails_gives_the_job_up(user: User, place: Path) -> None:
    set_plan(Path(settings.base()).parent, venv=["No space left on device"])
    user.open_panel()
    user.desktop.open_form("terraloom:terrain", {})
    user.click("terraloomRun")
    user.click("terraloomSetUpYes")
    wait_for(lambda: setup_runs().current is None)
    assert user.states() == ["cancelled"]
    assert any("The disk is full" in text for text in user.window.warnings())
    run = user.find(QPushButton, "terraloomRun")
    wait_for(run.isEnabled)
    assert run.text() == "Set up and run…"


def test_what_the_offer_has_found_is_not_looked_for_again(user: User) -> None:
    """Asking the interpreters takes seconds, in which a click would seem to do nothing."""
    wait_for(lambda: user.find(QAbstractButton, "terraloomOfferSetUp"))
    user.desktop._setup.offer()
    assert user.find(QMessageBox, "terraloomSetUpQuestion") is not None
    settings.set_build("cu126")  # another question
    user.desktop._setup.offer()
    box = user.find(QMessageBox, "terraloomSetUpQuestion")
    wait_for(lambda: user.find(QMessageBox, "terraloomSetUpQuestion") is not box)


def test_who_says_no_has_ordered_nothing(user: User) -> None:
    user.open_panel()
    user.desktop.open_form("terraloom:terrain", {})
    user.click("terraloomRun")
    box = wait_for(lambda: user.find(QMessageBox, "terraloomSetUpQuestion"))
    QTest.mouseClick(box.button(QMessageBox.StandardButton.Cancel), Qt.MouseButton.LeftButton)
    QgsApplication.processEvents()
    assert user.states() == []
    assert setup_runs().current is None


def test_what_computes_waits_for_pytorch_too(user: User) -> None:
    user.open_panel()
    user.desktop.open_form("terraloom:terrain", {})
    names = ("terraloomPreview", "terraloomLive", "terraloomSeeds")
    buttons = [user.find(QAbstractButton, name) for name in names]
    assert not any(one.isEnabled() for one in buttons)
    user.click("terraloomRun")
    user.click("terraloomSetUpYes")
    user.layer()
    wait_for(lambda: all(one.isEnabled() for one in buttons))


def test_another_home_of_the_users_choice_is_not_replaced(user: User) -> None:
    settings.set_home("inprocess")
    user.desktop.open_form("terraloom:terrain", {})
    page = user.desktop.panel.page()
    wait_for(lambda: page.estimate.problem)
    assert page.estimate.text() == "PyTorch is not set up."
    assert not user.find(QPushButton, "terraloomRun").isEnabled()
