"""The gallery: all models as cards, grouped by task, searched by words, filtered by layer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable, Optional

from qgis.core import QgsMapLayer, QgsSettings
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAction,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..processing_provider.translation import tr
from .card_widget import CardWidget
from .gallery_entries import GalleryEntry, fits
from .lifetimes import delete_later
from .text_labels import MutedLabel

FITTING_KEY = "terraloom/panel/fitting"
COLUMN_WIDTH = 360  # a card is not made narrower for the sake of another column


class Gallery(QWidget):
    """Shows the cards; says which one was opened."""

    opened = pyqtSignal(str)

    def __init__(
        self,
        speed_of: Callable[[str], str],
        actions: Callable[[], Sequence[QAction]] = tuple,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("terraloomGallery")
        self._speed_of = speed_of
        self._layer: Optional[QgsMapLayer] = None
        self._cards: list[CardWidget] = []
        self._columns = 1
        self._search = QgsFilterLineEdit(self)
        self._search.setObjectName("terraloomSearch")
        self._search.setPlaceholderText(tr("Search models (Ctrl+F)"))
        self._search.setShowSearchIcon(True)
        self._search.textChanged.connect(self._arrange)
        self._search.installEventFilter(self)
        self._fitting = QCheckBox(tr("Only what fits the selected layer"), self)
        self._fitting.setObjectName("terraloomFitsLayer")
        self._fitting.setChecked(bool(QgsSettings().value(FITTING_KEY, False, type=bool)))
        self._fitting.toggled.connect(self._fitting_toggled)
        self._nothing = MutedLabel("", self)
        self._nothing.setObjectName("terraloomNothingFound")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._grid_home = QWidget()
        self._grid_home.setObjectName("terraloomCards")
        self._grid = QGridLayout(self._grid_home)
        self._grid.setContentsMargins(0, 0, 2, 8)
        self._grid.setSpacing(8)
        self._headings: list[QLabel] = []
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._grid_home)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 6, 0)
        top = QHBoxLayout()
        top.addWidget(self._search, 1)
        top.addWidget(self._more_button(actions))
        layout.addLayout(top)
        layout.addWidget(self._fitting)
        layout.addWidget(self._nothing)
        layout.addWidget(self._area, 1)
        self.set_layer(None)

    def set_entries(self, entries: Sequence[GalleryEntry]) -> None:
        """Show these cards instead of those there were."""
        for card in self._cards:
            card.hide()
            delete_later(card)
        self._cards = [self._card(entry) for entry in entries]
        self._arrange()

    def set_layer(self, layer: Optional[QgsMapLayer]) -> None:
        """React to the layer that is selected in QGIS."""
        self._layer = layer
        self._fitting.setEnabled(layer is not None or self._fitting.isChecked())
        self._fitting.setToolTip(
            tr("Shows the models that can start from '{layer}'.").format(layer=layer.name())
            if layer is not None
            else tr("Select a layer in QGIS's Layers panel first.")
        )
        if self._fitting.isChecked():
            self._arrange()

    def refresh_speeds(self) -> None:
        for card in self._cards:
            card.set_speed(self._speed_of(card.entry.algorithm_id))

    def focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def focus_card(self, algorithm_id: str) -> None:
        """Give the keyboard to that card, or to the first one."""
        shown = self.shown_cards()
        for card in shown:
            if card.entry.algorithm_id == algorithm_id:
                card.setFocus()
                return
        if shown:
            shown[0].setFocus()

    def shown_cards(self) -> list[CardWidget]:
        return [card for card in self._cards if not card.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns_that_fit() != self._columns:
            self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search box, Down goes to the cards and Enter opens the first."""
        if watched is self._search and event.type() == QEvent.Type.KeyPress:
            cards = self.shown_cards()
            if event.key() == Qt.Key.Key_Down and cards:
                cards[0].setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and cards:
                if cards[0].entry.usable:
                    self.opened.emit(cards[0].entry.algorithm_id)
                return True
            if event.key() == Qt.Key.Key_Escape and self._search.text():
                self._search.clear()
                return True
        return bool(super().eventFilter(watched, event))

    def _more_button(self, actions: Callable[[], Sequence[QAction]]) -> QToolButton:
        """Give the button of the menu: what else there is of Terraloom."""
        button = QToolButton(self)
        button.setObjectName("terraloomMore")
        button.setText("⋯")
        button.setAutoRaise(True)
        button.setToolTip(tr("Models, set-up, options and help"))
        button.setAccessibleName(tr("More"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: (menu.clear(), menu.addActions(list(actions()))))
        button.setMenu(menu)
        return button

    def _fitting_toggled(self, on: bool) -> None:
        QgsSettings().setValue(FITTING_KEY, on)
        self._arrange()

    def _card(self, entry: GalleryEntry) -> CardWidget:
        card = CardWidget(entry, self._speed_of(entry.algorithm_id), self._grid_home)
        card.opened.connect(self.opened)
        card.arrow.connect(self._move)
        return card

    def _columns_that_fit(self) -> int:
        return max(1, self.width() // COLUMN_WIDTH)

    def _wanted(self, entry: GalleryEntry) -> bool:
        if self._fitting.isChecked() and not fits(entry, self._layer):
            return False
        return entry.matches(self._search.text())

    def _arrange(self) -> None:
        """Lay out the cards that are wanted, under a heading for each group."""
        self._columns = self._columns_that_fit()
        for heading in self._headings:
            heading.hide()
            heading.deleteLater()
        self._headings = []
        while self._grid.count():
            self._grid.takeAt(0)
        for number in range(self._grid.rowCount()):
            self._grid.setRowStretch(number, 0)
        wanted = [card for card in self._cards if self._wanted(card.entry)]
        groups = list(dict.fromkeys(card.entry.group for card in wanted))
        row = 0
        for group in groups:
            row = self._add_group(group, [c for c in wanted if c.entry.group == group], row)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        self._grid.setRowStretch(row, 1)
        shown = set(wanted)
        for card in self._cards:
            card.setVisible(card in shown)
        self._say_what_is_missing(bool(wanted))

    def _add_group(self, group: str, cards: Sequence[CardWidget], row: int) -> int:
        heading = MutedLabel(group, self._grid_home)
        heading.setContentsMargins(2, 4 if row else 0, 0, 0)
        self._headings.append(heading)
        self._grid.addWidget(heading, row, 0, 1, self._columns)
        for number, card in enumerate(cards):
            place = divmod(number, self._columns)
            self._grid.addWidget(card, row + 1 + place[0], place[1])
        return row + 1 + -(-len(cards) // self._columns)

    def _say_what_is_missing(self, found: bool) -> None:
        self._nothing.setVisible(not found)
        if found:
            return
        if self._fitting.isChecked():
            name = self._layer.name() if self._layer is not None else ""
            text = tr("No model starts from the layer '{layer}'.").format(layer=name)
        elif self._search.text():
            text = tr("No model matches '{text}'.").format(text=self._search.text())
        else:
            text = tr("There are no models.")
        self._nothing.setText(text)

    def _move(self, key: int) -> None:
        """Give the focus to the next card in that direction, if there is one."""
        cards, current = self.shown_cards(), self.sender()
        here = current.geometry()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            index = cards.index(current) + (1 if key == Qt.Key.Key_Right else -1)
            target = cards[index] if 0 <= index < len(cards) else None
        elif key == Qt.Key.Key_Down:
            below = [card for card in cards if card.y() > here.bottom()]
            target = min(below, key=lambda c: (c.y(), abs(c.x() - here.x())), default=None)
        else:
            above = [card for card in cards if card.geometry().bottom() < here.y()]
            target = min(above, key=lambda c: (-c.y(), abs(c.x() - here.x())), default=None)
        if target is not None:
            target.setFocus()
            self._area.ensureWidgetVisible(target, 0, 40)
