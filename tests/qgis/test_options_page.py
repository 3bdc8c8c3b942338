"""The options page and the offer, clicked and typed into, with programs that behave like Python."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Callable

import pytest
from qgis.core import QgsApplication
from qgis.gui import QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QEventLoop, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMessageBox, QPushButton, QVBoxLayout, QWidget

from ...core.device import Device
from ...core.worker import build_choice, environment_creation, installation
from ...core.worker.builds import NvidiaGpu
from ...core.worker.homes import EngineSettings
from ...core.worker.interpreter_checks import Verdict
from ...core.worker.managed import managed_state
from ...processing_provider import settings, setup_facts, torch_setup
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.services import Services
from ...ui import home_chooser, options_page
from ...ui.options_page import OptionsFactory, OptionsPage
from ...ui.setup_offer import SetupOffer
from ...ui.setup_run import setup_runs
from ..unit.fake_interpreters import set_plan, write_fake_python
from ..unit.worker_processes import soon
from .fakes import FakeEngine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fakes are scripts with #!")

LEFT = Qt.MouseButton.LeftButton


class Window:
    """As much of QGIS's interface as the offer needs."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.bar = QgsMessageBar(self.window)
        QVBoxLayout(self.window).addWidget(self.bar)
        self.options: list[str] = []

    def mainWindow(self) -> QWidget:
        return self.window

    def messageBar(self) -> QgsMessageBar:
        return self.bar

    def showOptionsDialog(self, parent: QWidget, page: str) -> None:
        self.options.append(page)

    def text(self) -> str:
        item = self.bar.currentItem()
        return "" if item is None else item.text()

    def button(self, name: str) -> QPushButton | None:
        return self.bar.findChild(QPushButton, name)


def wait_for(condition: Callable[[], Any], seconds: float = 30.0) -> Any:
    """Let QGIS work until ``condition`` holds; gives what it gave."""
    late: list[bool] = []
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: late.append(True))
    timer.start(int(1000 * seconds))
    while True:
        found = condition()
        if found:
            return found
        assert not late, "waited in vain"
        QgsApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QgsApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, provider: TerraloomProvider
) -> Iterator[Path]:
    """The folder of the managed environment, empty; a fake Python is there to make one from."""
    home, place = tmp_path / "höme", tmp_path / "a pläce"
    monkeypatch.setattr(installation, "_PAUSE_S", 0.0)
    monkeypatch.setattr(environment_creation, "_SYSTEM_WHEELS", ())
    monkeypatch.setattr(environment_creation, "find_uv", lambda layout: "")
    monkeypatch.setattr(build_choice, "find_gpus", lambda environ, progress: ())
    # What QGIS's own Python has must not decide these tests.
    for module in ("torch", "safetensors"):
        monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setenv("FAKE_HOME", str(home))
    for name in ("TERRALOOM_ENGINE", "TERRALOOM_WORKER_PYTHON", "TERRALOOM_ENVIRONMENT"):
        monkeypatch.delenv(name, raising=False)
    settings.reset()
    settings.set_place(str(place))
    settings.set_base(write_fake_python(home))
    yield place
    wait_for(lambda: setup_runs().current is None)
    setup_runs().close()
    settings.reset()


@pytest.fixture
def page(place: Path, services: Services) -> Iterator[OptionsPage]:
    page = OptionsFactory(services).createWidget(None)
    page.show()
    wait_for(lambda: page.environment.facts is not None)
    yield page
    if not sip.isdeleted(page):
        page.close()
        page.deleteLater()


@pytest.fixture
def window(place: Path) -> Iterator[Window]:
    window = Window()
    window.window.show()
    yield window
    window.window.close()


@pytest.fixture
def offer(window: Window, services: Services) -> Iterator[SetupOffer]:
    offer = SetupOffer(window, services)
    yield offer
    offer.uninstall()


def test_the_factory_names_itself(qgis: QgsApplication, services: Services) -> None:
    factory = OptionsFactory(services)
    assert factory.title() == "Terraloom"
    assert not factory.icon().isNull()


def test_the_page_shows_what_is_set_and_what_is_there(page: OptionsPage, place: Path) -> None:
    assert page.home.chosen() == "auto"
    assert page.environment.place.filePath() == str(place)
    assert "There is no environment" in page.environment.state.text()
    assert "download about 232 MB" in page.environment.build.currentText()
    assert page.environment.set_up.isEnabled()
    assert not page.environment.repair.isEnabled()
    assert not page.environment.remove.isEnabled()
    assert "nowhere yet" in page.home.now.text()


def test_what_is_shown_is_kept_on_apply_only(page: OptionsPage, engine: FakeEngine) -> None:
    page.home.homes["own"].setChecked(True)
    page.home.python.setFilePath("/opt/conda/bin/python")
    page.output_folder.setFilePath("/data/résults")
    page.warn_gigabytes.setValue(2.5)
    page.warn_minutes.setValue(7.0)
    page.device.setCurrentIndex(page.device.findData("cpu"))
    assert settings.home() == "auto"
    page.apply()
    assert settings.engine_settings() == EngineSettings(
        "worker", "/opt/conda/bin/python", settings.place()
    )
    assert settings.output_folder() == "/data/résults"
    assert (settings.warn_gigabytes(), settings.warn_minutes()) == (2.5, 7.0)
    assert settings.default_device() == "cpu"
    assert soon(lambda: engine.chosen_anew)
    assert not engine.closed


def test_the_worker_is_left_alone_when_its_home_stays(
    page: OptionsPage, engine: FakeEngine
) -> None:
    page.warn_minutes.setValue(7.0)
    page.apply()
    assert not engine.chosen_anew


def test_restored_defaults_are_written_on_apply(page: OptionsPage) -> None:
    settings.set_home("inprocess")
    settings.set_warn_minutes(3.0)
    page.read()
    QTest.mouseClick(page.defaults, LEFT)
    assert settings.home() == "inprocess"
    assert str(page.environment.chosen_place()) == str(torch_setup.default_folder())
    page.apply()
    assert settings.as_rows() == []


def test_a_python_of_mine_without_a_path_is_not_taken(page: OptionsPage) -> None:
    page.home.homes["own"].setChecked(True)
    page.apply()
    assert settings.home() == "auto"


@pytest.mark.parametrize(("accepted", "sign"), [(True, "✓ It has PyTorch."), (False, "✗ It lacks")])
def test_check_tells_what_the_interpreter_says(
    page: OptionsPage, monkeypatch: pytest.MonkeyPatch, accepted: bool, sign: str
) -> None:
    reason = "It has PyTorch." if accepted else "It lacks PyTorch."
    monkeypatch.setattr(
        home_chooser, "checked_python", lambda path, progress: Verdict(path, accepted, reason)
    )
    assert not page.home.check_python.isEnabled()
    page.home.homes["own"].setChecked(True)
    page.home.python.setFilePath("/opt/python")
    QTest.mouseClick(page.home.check_python, LEFT)
    wait_for(lambda: page.home.verdict.text().startswith(sign))


def test_an_interpreter_is_asked_as_soon_as_it_is_named(
    page: OptionsPage, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def checked(path: str, progress: Any) -> Verdict:
        asked.append(path)
        return Verdict(path, accepted=False, reason="It lacks PyTorch.")

    monkeypatch.setattr(home_chooser, "checked_python", checked)
    program = settings.base()
    page.home.python.setFilePath(program)  # not chosen: left alone
    page.home.homes["own"].setChecked(True)
    page.home.python.setFilePath(str(place / "notes.txt"))  # no interpreter: never started
    page.home.python.setFilePath(program)
    wait_for(lambda: page.home.verdict.text() == "✗ It lacks PyTorch.")
    assert asked == [program]
    page.home.python.setFilePath("")
    assert not page.home.verdict.isVisibleTo(page)


def test_devices_get_their_names_and_memory(page: OptionsPage) -> None:
    page._show_devices((Device("cuda:1", "RTX 4070", 12 * 10**9), Device("mps", "M", problem="x")))
    texts = [page.device.itemText(row) for row in range(page.device.count())]
    assert "cuda:1: RTX 4070, 12 GB" in texts
    assert "mps: M, does not work" in texts
    assert page.device.currentData() == "auto"


def test_a_build_that_no_card_can_use_cannot_be_chosen(
    page: OptionsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = NvidiaGpu(0, "GTX 1080", 8 * 2**30, "580.65", (6, 1))
    monkeypatch.setattr(build_choice, "find_gpus", lambda environ, progress: (card,))
    page.environment.facts = None
    page.environment.look()
    build = page.environment.build
    wait_for(lambda: "For GTX 1080" in page.environment.build_hint.text())
    model = build.model()
    usable = {build.itemData(row): model.item(row).isEnabled() for row in range(build.count())}
    assert usable == {"cpu": True, "cu130": False, "cu126": True}
    assert "2.6 GB" in build.itemText(build.findData("cu126"))


def test_a_variable_that_wins_is_named(page: OptionsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERRALOOM_WORKER_PYTHON", "/opt/python")
    page.read()
    assert "TERRALOOM_WORKER_PYTHON is set and wins" in page.home.now.text()


def test_set_up_repair_and_remove_by_button(page: OptionsPage, place: Path) -> None:
    widget = page.environment
    QTest.mouseClick(widget.set_up, LEFT)
    assert widget.bar.isVisible()
    assert not widget.set_up.isEnabled()
    wait_for(lambda: widget.repair.isEnabled())
    assert managed_state(place).kind == "ready"
    assert not widget.bar.isVisible()
    assert "is ready" in widget.said.text()
    assert "Managed environment" in page.home.now.text()

    first = managed_state(place).folder
    QTest.mouseClick(widget.repair, LEFT)
    wait_for(lambda: setup_runs().current is None and widget.repair.isEnabled())
    assert managed_state(place).folder != first

    QTest.mouseClick(widget.remove, LEFT)
    box = wait_for(lambda: widget.findChild(QMessageBox, "terraloomRemoveQuestion"))
    assert "This frees" in box.text()
    QTest.mouseClick(box.button(QMessageBox.StandardButton.Yes), LEFT)
    wait_for(lambda: not place.exists() and setup_runs().current is None)
    assert "are free again" in widget.said.text()


def test_a_failed_set_up_is_told_and_its_log_can_be_read(page: OptionsPage, place: Path) -> None:
    home = Path(settings.base()).parent
    set_plan(home, venv=["No space left on device"])
    widget = page.environment
    QTest.mouseClick(widget.set_up, LEFT)
    wait_for(lambda: setup_runs().current is None)
    assert "The disk is full" in widget.said.text()
    QTest.mouseClick(widget.show_log, LEFT)
    assert widget.log.isVisible()
    assert "The disk is full" in widget.log.toPlainText()


def test_cancel_ends_a_set_up_that_hangs(page: OptionsPage, place: Path) -> None:
    home = Path(settings.base()).parent
    set_plan(home, venv=["hang"])
    QTest.mouseClick(page.environment.set_up, LEFT)
    wait_for(lambda: (home / "hanging.txt").exists())
    QTest.mouseClick(page.environment.cancel, LEFT)
    wait_for(lambda: setup_runs().current is None)
    assert "Cancelled" in page.environment.said.text()
    assert managed_state(place).kind == "missing"


def test_a_set_up_outlives_the_dialog_and_is_shown_by_the_next(
    page: OptionsPage, place: Path, services: Services
) -> None:
    home = Path(settings.base()).parent
    set_plan(home, install=["slow"], torch=["slow"])
    QTest.mouseClick(page.environment.set_up, LEFT)
    page.close()
    page.deleteLater()
    wait_for(lambda: setup_runs().lines)
    other = OptionsPage(services)
    other.show()
    assert other.environment.bar.isVisible()
    wait_for(lambda: managed_state(place).kind == "ready" and setup_runs().current is None)
    assert not other.environment.bar.isVisible()
    other.close()
    other.deleteLater()


def test_a_place_in_the_profile_is_refused_in_words(page: OptionsPage) -> None:
    inside = Path(QgsApplication.qgisSettingsDirPath()) / "envs"
    page.environment.place.setFilePath(str(inside))
    wait_for(lambda: "the QGIS profile" in page.environment.state.text())
    assert not page.environment.set_up.isEnabled()


def test_diagnostics_are_put_on_the_clipboard(page: OptionsPage) -> None:
    QgsApplication.clipboard().setText("")
    QTest.mouseClick(page.copy_diagnostics, LEFT)
    wait_for(lambda: "Copied" in page.copied.text())
    assert QgsApplication.clipboard().text().startswith("# Terraloom diagnostics")


def test_every_choice_can_be_reached_with_the_keyboard(page: OptionsPage) -> None:
    reached = set()
    widget = page.home.homes["auto"]
    for _ in range(60):
        reached.add(widget.objectName())
        widget = widget.nextInFocusChain()
        policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if policy and widget.isEnabled():
            reached.add(widget.objectName())
    for name in ("terraloomBuild", "terraloomSetUp", "terraloomDefaultDevice", "terraloomShowLog"):
        assert name in reached
    page.home.homes["managed"].setFocus()
    QTest.keyClick(page.home.homes["managed"], Qt.Key.Key_Space)
    assert page.home.chosen() == "managed"


def test_the_offer_sets_up_in_two_clicks(offer: SetupOffer, window: Window, place: Path) -> None:
    ready: list[bool] = []
    offer.ready.connect(lambda: ready.append(True))
    offer.install()
    button = wait_for(lambda: window.button("terraloomOfferSetUp"))
    assert button.text() == "Set up (about 232 MB)…"
    QTest.mouseClick(button, LEFT)
    box = wait_for(lambda: window.window.findChild(QMessageBox, "terraloomSetUpQuestion"))
    assert str(place) in box.informativeText()
    assert "download about 232 MB" in box.informativeText()
    QTest.mouseClick(box.findChild(QPushButton, "terraloomSetUpYes"), LEFT)
    assert window.button("terraloomSetUpStop") is not None
    wait_for(lambda: ready)
    assert managed_state(place).kind == "ready"
    assert "is ready" in window.text()


def test_not_now_is_remembered(offer: SetupOffer, window: Window, services: Services) -> None:
    offer.install()
    QTest.mouseClick(wait_for(lambda: window.button("terraloomOfferNotNow")), LEFT)
    wait_for(lambda: window.button("terraloomOfferNotNow") is None)
    assert settings.offer_declined()
    looked: list[object] = []
    offer._look = looked.append
    offer.install()
    assert looked == []


@pytest.mark.parametrize("home", ["own", "inprocess"])
def test_who_chose_another_home_is_not_asked(
    offer: SetupOffer, home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.set_home(home)
    assert not setup_facts.may_offer()
    settings.set_home("managed")
    assert setup_facts.may_offer()
    monkeypatch.setenv("TERRALOOM_ENGINE", "inprocess")
    assert not setup_facts.may_offer()


def test_where_pytorch_runs_nothing_is_offered(
    offer: SetupOffer, window: Window, page: OptionsPage
) -> None:
    QTest.mouseClick(page.environment.set_up, LEFT)
    wait_for(lambda: page.environment.repair.isEnabled())
    window.bar.clearWidgets()
    seen: list[object] = []
    announce = offer._announce
    offer._announce = lambda facts: (announce(facts), seen.append(facts))
    offer.install()
    wait_for(lambda: seen)
    assert window.button("terraloomOfferSetUp") is None


def test_the_panel_can_ask_and_options_are_one_click_away(
    offer: SetupOffer, window: Window
) -> None:
    offer.offer()
    box = wait_for(lambda: window.window.findChild(QMessageBox, "terraloomSetUpQuestion"))
    QTest.mouseClick(box.findChild(QPushButton, "terraloomSetUpOptions"), LEFT)
    assert window.options == [options_page.PAGE]
    assert setup_runs().current is None


def test_a_failure_is_told_in_the_message_bar(offer: SetupOffer, window: Window) -> None:
    set_plan(Path(settings.base()).parent, venv=["No space left on device"])
    offer.offer()
    box = wait_for(lambda: window.window.findChild(QMessageBox, "terraloomSetUpQuestion"))
    QTest.mouseClick(box.findChild(QPushButton, "terraloomSetUpYes"), LEFT)
    wait_for(lambda: setup_runs().current is None)
    assert "The disk is full" in window.text()


def test_uninstalling_takes_everything_back(window: Window, services: Services) -> None:
    for _ in range(5):
        offer = SetupOffer(window, services)
        offer.install()
        wait_for(lambda: window.button("terraloomOfferSetUp"))
        offer.uninstall()
        wait_for(lambda: window.bar.currentItem() is None)
    wait_for(lambda: window.button("terraloomOfferSetUp") is None)
