"""Six worlds side by side, to choose a seed by its looks."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Optional

from qgis.core import QgsProject, QgsReferencedPointXY
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QPalette, QPixmap
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ..core.errors import TerraloomError
from ..core.grid import Extent
from ..core.job import Job
from ..core.tile_mosaic import cheap_level, tiles_of
from ..core.tile_seeds import rolled
from ..core.tile_source import TileSource, same_pixels
from ..core.tiling import Rect
from ..processing_provider import icons
from ..processing_provider.services import Services
from ..processing_provider.tile_jobs import tile_job
from ..processing_provider.translation import tr
from .background import Background
from .preview_pieces import moved, painted, qgis_crs
from .tile_feed import TileFeed

SEEDS = 6
ICON_PX = 84
PICTURE_PX = 160
TILE_PX = 128
FEWEST_PX = 24
FEWEST_TILED_PX = 64
BLANK_ALPHA = 30
CLOSER = 2
"""A chosen place is shown so many levels finer than the whole extent."""


class SeedStrip(QWidget):
    """Shows the seed of the form and five others; a click chooses."""

    chosen = pyqtSignal(int)

    def __init__(self, services: Services, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("terraloomSeedStrip")
        self._services = services
        self._feed: Optional[TileFeed] = None
        self._background = Background(self)
        self._job: Optional[Job] = None
        self._centre: Optional[QgsReferencedPointXY] = None
        self._seeds: list[int] = []
        self._sources: list[TileSource] = []
        self._busy: set[int] = set()
        self._stale: set[int] = set()
        self._place: Optional[tuple[int, Rect]] = None
        self._buttons = [self._button(number) for number in range(SEEDS)]
        self._problem = QLabel(self)
        self._problem.setObjectName("terraloomSeedProblem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._build()
        self.destroyed.connect(self._end)

    @property
    def seeds(self) -> list[int]:
        return list(self._seeds)

    def show(
        self,
        algorithm_id: Optional[str] = None,
        parameters: Optional[Mapping[str, Any]] = None,
        centre: Optional[QgsReferencedPointXY] = None,
    ) -> None:
        """Show seeds for these parameters, closer around ``centre`` if there is one; without any,
        only become visible."""
        super().show()
        if algorithm_id is None or parameters is None:
            return
        self._centre = centre
        try:
            job = tile_job(algorithm_id, dict(parameters), QgsProject.instance())
            self._show_job(job)
        except TerraloomError as error:
            self._refused(str(error))

    def roll(self) -> None:
        """Offer five other seeds."""
        if self._job is not None:
            job, self._job = self._job, None
            last = self._seeds[-1]
            self._seeds = [job.seed, *rolled(last, SEEDS - 1)]
            self._show_job(job)

    def hideEvent(self, event: Any) -> None:
        """What nobody sees is not computed."""
        for source in self._sources:
            source.want(())
        super().hideEvent(event)

    def close_strip(self) -> None:
        """End what runs for it."""
        self._end()

    def _show_job(self, job: Job) -> None:
        before, self._job = self._job, job
        if job.seed not in self._seeds:
            self._seeds = [job.seed, *rolled(job.seed, SEEDS - 1)]
        elif before is not None and same_pixels(replace(before, seed=job.seed), job):
            self._mark()
            if self._place != self._placed(job):
                self._look_at(job)
            return
        self._close_sources()
        if self._feed is None:
            self._feed = TileFeed(self._services.engine, self)
            self._feed.arrived.connect(self._tile_arrived)
            self._feed.failed.connect(self._refused)
        self._problem.hide()
        self._sources = [self._feed.open(replace(job, seed=seed), TILE_PX) for seed in self._seeds]
        for button in self._buttons:
            button.setIcon(QIcon(_blank(self.palette())))
        self._mark()
        self._look_at(job)

    def _look_at(self, job: Job) -> None:
        """Have the pictures made; those that are there already stay until then."""
        self._place = self._placed(job)
        # The newest wish comes first, and the first picture should.
        for source in reversed(self._sources):
            source.want(tiles_of(source, *self._place))
            self._draw(self._sources.index(source))

    def _placed(self, job: Job) -> tuple[int, Rect]:
        """The level and the part of it that the pictures show: the extent, not too fine; or a part
        of it around the centre."""
        source = self._sources[0]
        extent = source.covered(job)
        if source.is_dear:
            return self._placed_in_tiles(source, extent)
        sizes = [max(level.rect(extent).shape) for level in source.levels]
        fitting = [index for index, size in enumerate(sizes) if size <= PICTURE_PX]
        index = cheap_level(source, fitting[0] if fitting else len(sizes) - 1)
        centre = None
        if self._centre is not None:
            index = cheap_level(source, max(index - CLOSER, 0))
            centre = moved(self._centre, qgis_crs(source.levels[index].grid.crs))
        level = source.levels[index]
        rect = level.rect(extent)
        half = PICTURE_PX // 2
        y, x = (rect.y0 + rect.y1) // 2, (rect.x0 + rect.x1) // 2
        if centre is not None:
            row, col = level.pixel_at(centre.x(), centre.y())
            y = min(max(math.floor(row), rect.y0), rect.y1)
            x = min(max(math.floor(col), rect.x0), rect.x1)
        least = FEWEST_PX // 2
        around = Rect(y - half, y + half, x - half, x + half).intersect(rect.grow(least))
        y, x = (around.y0 + around.y1) // 2, (around.x0 + around.x1) // 2
        side = min(around.shape) // 2
        return index, Rect(y - side, y + side, x - side, x + side)

    def _placed_in_tiles(self, source: TileSource, extent: Extent) -> tuple[int, Rect]:
        """The level that shows most at the least cost; of it a small extent, or a tile or two."""
        index = max(at for at, level in enumerate(source.levels) if level.produce is not None)
        level, size = source.levels[index], source.tile_px
        rect = level.rect(extent)
        row, col = 0.5 * (rect.y0 + rect.y1), 0.5 * (rect.x0 + rect.x1)
        if self._centre is not None:
            centre = moved(self._centre, qgis_crs(level.grid.crs))
            if centre is not None:
                row, col = level.pixel_at(centre.x(), centre.y())
        elif max(rect.shape) <= size:
            half = max(max(rect.shape), FEWEST_PX) // 2
            y, x = math.floor(row), math.floor(col)
            return index, Rect(y - half, y + half, x - half, x + half)
        count = max(FEWEST_TILED_PX // size, 1)
        y = math.floor(min(max(row, rect.y0), rect.y1 - 1) / size - 0.5 * (count - 1))
        x = math.floor(min(max(col, rect.x0), rect.x1 - 1) / size - 0.5 * (count - 1))
        return index, Rect(y, y + count, x, x + count).refine(size)

    def _tile_arrived(self, source: TileSource) -> None:
        if source in self._sources:
            self._draw(self._sources.index(source))

    def _draw(self, number: int) -> None:
        if number in self._busy:
            self._stale.add(number)
            return
        self._busy.add(number)
        source, place = self._sources[number], self._place
        self._background.call(
            lambda progress: painted(source, source.job, [place]),
            lambda answer: self._show_picture(number, source, answer),
        )

    def _show_picture(self, number: int, source: TileSource, answer: Any) -> None:
        self._busy.discard(number)
        if isinstance(answer, Exception):
            self._refused(str(answer))
            return
        if source not in self._sources:
            return
        pieces, is_complete = answer
        if pieces and is_complete:
            ratio = self.devicePixelRatioF()
            side = round(ICON_PX * ratio)
            picture = QPixmap.fromImage(pieces[0].image).scaled(
                side,
                side,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
            picture.setDevicePixelRatio(ratio)
            self._buttons[number].setIcon(QIcon(picture))
        if number in self._stale:
            self._stale.discard(number)
            self._draw(number)

    def _refused(self, message: str) -> None:
        self._problem.setText(message)
        self._problem.show()

    def _mark(self) -> None:
        for button, seed in zip(self._buttons, self._seeds):
            button.setText(str(seed))
            button.setChecked(seed == self._job.seed)
            button.setToolTip(tr("Seed {seed}").format(seed=seed))

    def _close_sources(self) -> None:
        for source in self._sources:
            source.close()
        self._sources = []
        self._stale.clear()

    def _end(self) -> None:
        self._background.stop()
        self._close_sources()
        if self._feed is not None:
            self._feed.close()
            self._feed = None

    def _button(self, number: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"terraloomSeed{number}")
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(ICON_PX, ICON_PX))
        button.clicked.connect(lambda: self._choose(number))
        return button

    def _choose(self, number: int) -> None:
        if number < len(self._seeds):
            self.chosen.emit(self._seeds[number])
        for other, button in enumerate(self._buttons):
            button.setChecked(other == number)

    def _build(self) -> None:
        dice = QToolButton(self)
        dice.setObjectName("terraloomSeedDice")
        dice.setIcon(icons.icon("dice"))
        dice.setAutoRaise(True)
        dice.setToolTip(tr("Offer other seeds"))
        dice.setAccessibleName(dice.toolTip())
        dice.clicked.connect(self.roll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for half in (self._buttons[: SEEDS // 2], self._buttons[SEEDS // 2 :]):
            row = QHBoxLayout()
            row.setSpacing(2)
            for button in half:
                row.addWidget(button)
            row.addStretch(1)
            if half[0] is self._buttons[0]:
                row.addWidget(dice, 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        column.addWidget(self._problem)


def _blank(palette: QPalette) -> QPixmap:
    pixmap = QPixmap(ICON_PX, ICON_PX)
    # A theme of QGIS's may leave the other roles as they are in a light one.
    colour = palette.color(QPalette.ColorRole.WindowText)
    colour.setAlpha(BLANK_ALPHA)
    pixmap.fill(colour)
    return pixmap
