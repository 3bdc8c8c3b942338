"""Offers to set up PyTorch where it is missing, and shows how that goes in the message bar."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional

from qgis.core import Qgis
from qgis.gui import QgisInterface, QgsMessageBarItem
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QMessageBox, QProgressBar, QPushButton

from ..core.units import bytes_text
from ..core.worker.homes import NONE
from ..core.worker.managed import BROKEN
from ..processing_provider import settings
from ..processing_provider.services import Services
from ..processing_provider.setup_facts import SetupFacts, build_text, may_offer, setup_facts
from ..processing_provider.torch_setup import INSTALL, REMOVE, usual_place
from ..processing_provider.translation import tr
from .background import Background
from .options_page import PAGE
from .setup_run import setup_runs

TITLE, OFFER = "Terraloom", "terraloomOffer"
_STAYS = 0  # seconds: until it is closed


class SetupOffer(QObject):
    """The offer on the first start without PyTorch, and on demand.

    ``begun`` when a set-up that nothing waits for is under way, ``ready`` when one has worked.
    """

    begun = pyqtSignal()
    ready = pyqtSignal()

    def __init__(self, iface: QgisInterface, services: Services) -> None:
        super().__init__()
        self.setObjectName("terraloomSetupOffer")
        self._iface, self._services = iface, services
        self._background = Background(self)
        self._runs = setup_runs()
        self._item: Optional[QgsMessageBarItem] = None
        self._bar: Optional[QProgressBar] = None
        self._question: Optional[QMessageBox] = None
        self._action = INSTALL
        self._known: Optional[tuple[tuple[Path, str, str], SetupFacts]] = None
        self.is_needless: Callable[[], bool] = lambda: False
        """Whether something else that is seen leads to the set-up, so that no message has to."""
        self._runs.started.connect(self._show_progress)
        self._runs.progressed.connect(self._move)
        self._runs.ended.connect(self._report)

    def install(self) -> None:
        """Look, in a thread, whether there is something to offer."""
        if not settings.offer_declined() and may_offer():
            self._look(self._announce)

    def uninstall(self) -> None:
        self._background.stop()
        for signal, slot in (
            (self._runs.started, self._show_progress),
            (self._runs.progressed, self._move),
            (self._runs.ended, self._report),
        ):
            signal.disconnect(slot)
        self._runs.close()
        self._drop_item()
        if self._question is not None:
            self._question.close()
        self.deleteLater()

    def offer(self, then: Optional[Callable[[], None]] = None) -> None:
        """Ask now whether to set up, with size and folder; what runs already is shown instead.

        ``then`` is called as soon as the set-up is under way.
        """
        if self._runs.current is not None:
            self._show_progress(self._action)
            if then is not None:
                then()
            return
        then = then or self.begun.emit
        if self._known is not None and self._known[0] == _asked():
            self._ask(self._known[1], then)
        else:
            self._look(lambda facts: self._ask(facts, then))

    def withdraw(self) -> None:
        """Take the message with the offer back, unless nothing else leads to the set-up."""
        if self._item is not None and self._item.objectName() == OFFER and self.is_needless():
            self._drop_item()

    def open_options(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)

    def _look(self, then: Callable[[object], None]) -> None:
        asked = _asked()

        def keep(facts: object) -> None:
            # What is wrong may be put right before the next question.
            if isinstance(facts, SetupFacts) and facts.offer is not None and not facts.problem:
                self._known = (asked, facts)
            then(facts)

        place, build, base = asked
        self._background.call(
            lambda progress: setup_facts(place, build, base, progress=progress), keep
        )

    def _announce(self, facts: object) -> None:
        if not isinstance(facts, SetupFacts) or facts.home.kind != NONE or self.is_needless():
            return
        if facts.state.kind == BROKEN:
            text = tr("{reason} PyTorch, which runs the models, must be set up again.")
            text = text.format(reason=facts.state.reason)
        else:
            text = tr("PyTorch, which runs the models, is not set up yet.")
        item = self._iface.messageBar().createMessage(TITLE, text)
        item.setObjectName(OFFER)
        set_up = QPushButton(_button_text(facts))
        set_up.setObjectName("terraloomOfferSetUp")
        set_up.clicked.connect(lambda: self._ask(facts, self.begun.emit))
        later = QPushButton(tr("Not now"))
        later.setObjectName("terraloomOfferNotNow")
        later.setToolTip(tr("It can be set up at any time in Settings > Options > Terraloom"))
        later.clicked.connect(self._decline)
        for button in (set_up, later):
            item.layout().addWidget(button)
        self._push(item, Qgis.Info)

    def _decline(self) -> None:
        settings.set_offer_declined(declined=True)
        self._drop_item()

    def _ask(self, facts: object, then: Callable[[], None]) -> None:
        if not isinstance(facts, SetupFacts):
            self._iface.messageBar().pushWarning(TITLE, str(facts))
            return
        if facts.problem or facts.offer is None:
            self._iface.messageBar().pushWarning(TITLE, facts.problem)
            return
        if self._question is not None:
            self._question.close()  # the newest is what the user wants
        box = QMessageBox(self._iface.mainWindow())
        box.setObjectName("terraloomSetUpQuestion")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Set up PyTorch"))
        box.setText(tr("Download and install PyTorch for Terraloom's models?"))
        box.setInformativeText(_details(facts))
        yes = box.addButton(tr("Set up"), QMessageBox.ButtonRole.AcceptRole)
        yes.setObjectName("terraloomSetUpYes")
        options = box.addButton(tr("Options…"), QMessageBox.ButtonRole.ActionRole)
        options.setObjectName("terraloomSetUpOptions")
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(yes)
        yes.clicked.connect(lambda: self._start(facts, then))
        options.clicked.connect(self.open_options)
        box.destroyed.connect(self._forget_question)
        self._question = box
        box.open()

    def _forget_question(self) -> None:
        self._question = None

    def _start(self, facts: SetupFacts, then: Callable[[], None]) -> None:
        parameters = {
            "ACTION": INSTALL,
            "BUILD": settings.build(),
            "PLACE": str(facts.place),
            "WHEELS": settings.wheels(),
            "BASE": settings.base(),
        }
        self._runs.start({name: value for name, value in parameters.items() if value})
        then()

    def _show_progress(self, action: str) -> None:
        self._action = action
        text = tr("Removing PyTorch") if action == REMOVE else tr("Setting up PyTorch")
        item = self._iface.messageBar().createMessage(TITLE, text)
        item.setObjectName("terraloomSetUpRunning")
        bar = QProgressBar()
        bar.setObjectName("terraloomSetUpBar")
        bar.setRange(0, 1000)
        bar.setMaximumWidth(12 * bar.fontMetrics().averageCharWidth() * 2)
        cancel = QPushButton(tr("Cancel"))
        cancel.setObjectName("terraloomSetUpStop")
        cancel.clicked.connect(self._runs.cancel)
        item.layout().addWidget(bar)
        item.layout().addWidget(cancel)
        self._push(item, Qgis.Info)
        self._bar = bar
        bar.destroyed.connect(self._forget_bar)

    def _forget_bar(self) -> None:
        self._bar = None

    def _move(self, percent: float, text: str) -> None:
        if self._bar is not None and self._item is not None:
            self._bar.setValue(int(10.0 * percent))
            if text:
                self._item.setText(text)

    def _report(self, worked: bool, results: dict[str, object], message: str) -> None:
        self._drop_item()
        self._known = None
        bar = self._iface.messageBar()
        if not worked:
            bar.pushMessage(TITLE, message, Qgis.Warning, _STAYS)
            return
        bar.pushMessage(TITLE, message, Qgis.Success, _STAYS)
        if self._action != REMOVE:
            self.ready.emit()

    def _push(self, item: QgsMessageBarItem, level: Qgis.MessageLevel) -> None:
        self._drop_item()
        self._item = item
        item.destroyed.connect(self._forget_item)
        self._iface.messageBar().pushWidget(item, level, _STAYS)

    def _forget_item(self) -> None:
        self._item = None

    def _drop_item(self) -> None:
        item, self._item = self._item, None
        if item is not None:
            item.destroyed.disconnect(self._forget_item)
            self._bar = None
            self._iface.messageBar().popWidget(item)


def _asked() -> tuple[Path, str, str]:
    """What the answer depends on."""
    return usual_place(), settings.build(), settings.base()


def _button_text(facts: SetupFacts) -> str:
    build = facts.cpu_build
    if build is None:
        return tr("Set up…")
    return tr("Set up (about {size})…").format(size=bytes_text(build.download_bytes))


def _details(facts: SetupFacts) -> str:
    chosen = [build for build in facts.offer.builds if build.key == settings.build()]
    build = chosen[0] if chosen else facts.cpu_build
    return tr(
        "{build}.\n\nFolder: {folder} ({free} free). QGIS's own Python is not changed, and all of "
        "it can be removed with one click in Settings > Options > Terraloom.\n\nYou can go on "
        "working meanwhile."
    ).format(build=build_text(build), folder=facts.place, free=bytes_text(facts.free_bytes))
