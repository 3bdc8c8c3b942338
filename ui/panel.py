"""The panel: a gallery of models, the form of the chosen one, and the runs at its foot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from qgis.core import QgsApplication, QgsMapLayer, QgsProcessingProvider, QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ..processing_provider.services import Services
from ..processing_provider.setup_facts import sets_up_first
from ..processing_provider.translation import tr
from .form_page import FormPage
from .gallery import Gallery
from .gallery_entries import FROM_EXTENT, FROM_LAYER, GalleryEntry, fits, read_entries
from .lifetimes import delete_later
from .panel_parts import PanelParts
from .setup_run import setup_runs
from .speeds import Speeds

LAST_KEY = "terraloom/panel/algorithm"

_CONTROL = Qt.KeyboardModifier.ControlModifier


class Panel(QWidget):
    """What is inside the dock. Collects parameters; others run, preview and draw them."""

    def __init__(
        self,
        iface: QgisInterface,
        services: Services,
        provider_id: str,
        parts: PanelParts,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("terraloomPanelWidget")
        self._iface, self._services, self._parts = iface, services, parts
        self._provider_id = provider_id
        self._page: Optional[FormPage] = None
        self._entries: list[GalleryEntry] = []
        self._kept: dict[str, dict[str, Any]] = {}
        self.speeds = Speeds(self)
        self.gallery = Gallery(self.speeds.text, parts.actions, self)
        self.gallery.opened.connect(self._open)
        self.speeds.changed.connect(self.gallery.refresh_speeds)
        self._build()
        iface.currentLayerChanged.connect(self.gallery.set_layer)
        self.gallery.set_layer(iface.activeLayer())
        self.refresh()

    def refresh(self) -> None:
        """Read the models anew; a form whose model is gone closes."""
        self._entries = read_entries(self._provider(), self._services.catalog)
        self.gallery.set_entries(self._entries)
        self._show_engine_problem()
        if self._page is not None and self._entry(self._page.algorithm_id) is None:
            self.show_gallery()

    def open_form(self, algorithm_id: str, parameters: Mapping[str, Any]) -> bool:
        """Show the form of an algorithm, filled; False where there is no such algorithm."""
        entry = self._entry(algorithm_id)
        registry = QgsApplication.processingRegistry()
        algorithm = registry.createAlgorithmById(algorithm_id) if entry is not None else None
        if entry is None or algorithm is None or not entry.usable:
            return False
        self._close_page()
        page = FormPage(
            self._iface, self._services, self._parts, self.speeds, entry, algorithm, self
        )
        page.back.connect(self.show_gallery)
        page.set_parameters(parameters)
        self._page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._show_engine_problem()
        page.setFocus()
        QgsSettings().setValue(LAST_KEY, algorithm_id)
        return True

    def show_gallery(self) -> None:
        """Go back to the cards; what was typed is there again when the form is opened again."""
        last = self._page.algorithm_id if self._page is not None else ""
        self._close_page()
        self._stack.setCurrentWidget(self.gallery)
        self._show_engine_problem()
        self.gallery.focus_card(last)
        QgsSettings().remove(LAST_KEY)

    def engine_changed(self) -> None:
        """PyTorch is there, or is not any more, or is on its way."""
        self._show_engine_problem()
        if self._page is not None:
            self._page.engine_changed()

    def open_first(self) -> None:
        """Open the form of the first card that starts from nothing, unless a form is open."""
        found = (one for one in self._entries if one.usable and one.source == FROM_EXTENT)
        first = next(found, None)
        if self._page is None and first is not None:
            self._open(first.algorithm_id)

    def page(self) -> Optional[FormPage]:
        return self._page

    def restore(self) -> None:
        """Open the form that was open when QGIS was left."""
        last = str(QgsSettings().value(LAST_KEY, "") or "")
        if last:
            self.open_form(last, {})

    def finished(self, run: Any) -> None:
        """Remember how fast a run was."""
        self.speeds.record(run.id, run.algorithm_id, run.seconds if run.state == "done" else None)

    def close_panel(self) -> None:
        """Take everything off the map, end what runs."""
        self._iface.currentLayerChanged.disconnect(self.gallery.set_layer)
        self._close_page()

    def event(self, event: QEvent) -> bool:
        # QGIS's main window has shortcuts of its own for some of these.
        if event.type() == QEvent.Type.ShortcutOverride and self._command(event) is not None:
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._command(event)
        if command is None:
            super().keyPressEvent(event)
            return
        command()

    def _command(self, event: QKeyEvent) -> Any:
        key, control = event.key(), bool(event.modifiers() & _CONTROL)
        if control and key == Qt.Key.Key_F:
            return self._search
        if self._page is None:
            return None
        if key == Qt.Key.Key_Escape:
            return self.show_gallery
        if control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._page.run
        return None

    def _search(self) -> None:
        if self._page is not None:
            self.show_gallery()
        self.gallery.focus_search()

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.gallery)
        self._banner = QFrame(self)
        self._banner.setObjectName("terraloomSetupBanner")
        self._banner.setFrameShape(QFrame.Shape.StyledPanel)
        icon = QLabel(self._banner)
        icon.setPixmap(QgsApplication.getThemeIcon("/mIconInfo.svg").pixmap(16, 16))
        text = QLabel(tr("One step is left: PyTorch, which computes, is not set up."), self._banner)
        text.setWordWrap(True)
        button = QPushButton(tr("Set up…"), self._banner)
        button.setObjectName("terraloomSetup")
        button.clicked.connect(lambda: self._parts.offer_setup())
        row = QHBoxLayout(self._banner)
        row.setContentsMargins(8, 6, 8, 6)
        row.addWidget(icon)
        row.addWidget(text, 1)
        row.addWidget(button)
        self._banner_home = QWidget(self)
        home = QVBoxLayout(self._banner_home)
        home.setContentsMargins(8, 8, 8, 0)
        home.addWidget(self._banner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._banner_home)
        layout.addWidget(self._stack, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(8, 2, 6, 4)
        foot.addWidget(self._parts.make_run_list(self))
        layout.addLayout(foot)

    def _show_engine_problem(self) -> None:
        """Lead to the set-up, unless it is under way or the form that is open does."""
        problem = self._services.engine.problem()
        led = setup_runs().current is not None
        if self._page is not None:
            led = led or sets_up_first(self._page.form.algorithm)
        self._banner_home.setVisible(problem is not None and not led)
        self._banner.setToolTip(problem or "")

    def _provider(self) -> Optional[QgsProcessingProvider]:
        return QgsApplication.processingRegistry().providerById(self._provider_id)

    def _entry(self, algorithm_id: str) -> Optional[GalleryEntry]:
        for entry in self._entries:
            if entry.algorithm_id == algorithm_id:
                return entry
        return None

    def _open(self, algorithm_id: str) -> None:
        kept = dict(self._kept.get(algorithm_id, {}))
        if self._fits_active_layer(algorithm_id):
            kept.pop("INPUT", None)  # the layer that is selected now
        if self.open_form(algorithm_id, kept):
            self._page.show_map()

    def _fits_active_layer(self, algorithm_id: str) -> bool:
        entry = self._entry(algorithm_id)
        layer: Optional[QgsMapLayer] = self._iface.activeLayer()
        return entry is not None and entry.source == FROM_LAYER and fits(entry, layer)

    def _close_page(self) -> None:
        page, self._page = self._page, None
        if page is None:
            return
        self._kept[page.algorithm_id] = page.entered()
        page.close_page()
        self._stack.removeWidget(page)
        delete_later(page)
