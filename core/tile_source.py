"""Tiles of a job, computed on demand without writing a file: for previews and live layers."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Iterable
from typing import Callable, Optional

import numpy as np

from .engine import Engine, TileModel
from .errors import Cancelled
from .grid import Extent
from .job import ExtentJob, Job, LayerJob
from .package import ModelPackage
from .production import Production
from .raster.reader import RasterReader
from .tile_cache import TileCache
from .tile_guided import first_picture, guided_levels, is_guided
from .tile_levels import VIEW_TILE_PX, Level, Tile, covered, levels_of
from .tile_scaling import halved
from .tiling import FloatArray

MEMORY_BYTES = 192 * 2**20
LINGER_S = 4.0
"""How long the thread waits for more before it ends; the model stays loaded."""
RETRY_S = 20.0
"""After a failure nothing is computed for so long, lest each repaint start a broken worker."""


def nobody(tile: Tile) -> None:
    """For a source whose tiles are waited for."""


class TileSource:
    """The tiles of one job at all its levels.

    Level 0 has the pixels that the algorithm writes. They are identical bit for bit with the
    canonical tiles of the model (``tile_px`` of its last stage) on every device; with others, which
    come sooner, wherever the device computes an output the same in any surrounding: on every
    processor, while a graphics card may move a value by the step it is rounded to. Models that
    layers may steer always get their canonical tiles, and choose ``tile_px`` themselves.

    ``arrived`` and ``failed`` are called in the thread of the mill.
    """

    def __init__(
        self,
        job: Job,
        mill: TileMill,
        *,
        tile_px: int = VIEW_TILE_PX,
        memory_bytes: int = MEMORY_BYTES,
        arrived: Callable[[Tile], None] = nobody,
        failed: Callable[[Exception], None] = lambda failure: None,
    ) -> None:
        job = first_picture(job)
        self.job, self.tile_px = job, tile_px
        self.is_dear = is_guided(job)
        """Whether a coarse level costs as much as the finest one of the same ground."""
        self.classes = bool(job.package.card.output[0].classes)
        """Whether values are codes, which have no mean."""
        self.arrived, self.failed = arrived, failed
        self._mill = mill
        self._reader = RasterReader(job.source, job.band) if isinstance(job, LayerJob) else None
        self._productions: dict[int, Production] = {}
        self._busy = threading.Lock()
        self._closed = False
        try:
            self.levels: tuple[Level, ...]
            if isinstance(job, ExtentJob) and self.is_dear:
                self.tile_px, self.levels = guided_levels(job)
            else:
                self.levels = levels_of(job, self._reader, tile_px)
        except BaseException:
            self.close()
            raise
        self._cache = TileCache(memory_bytes)
        self._model: Optional[TileModel] = None
        self._failed_at: Optional[float] = None

    @property
    def stack(self) -> tuple[int, ...]:
        """What comes before ``(H, W)`` in the shape of a tile."""
        bands = len(self.levels[0].bands)
        return (bands,) if bands > 1 else ()

    def covered(self, job: Job) -> Extent:
        """The ground that the result of ``job``, which has the `same_pixels`, would cover."""
        return covered(job, self._reader)

    def cached(self, tile: Tile) -> Optional[FloatArray]:
        """The tile, NaN where there is nothing, if it was computed before.

        ``(H, W)``, or ``(C, H, W)`` where the picture needs several bands.
        """
        return self._cache.get(tile)

    def want(self, tiles: Iterable[Tile], view: object = None) -> None:
        """Compute these tiles, in this order, before all that was wanted until now.

        They replace what the same ``view`` wanted: nobody looks at that any more.
        """
        if self.failure_is_recent:
            return
        self._mill.want(self, view, [tile for tile in tiles if tile not in self._cache])

    @property
    def failure_is_recent(self) -> bool:
        """Whether computing has failed so lately that it is not tried again yet."""
        return self._failed_at is not None and time.monotonic() - self._failed_at < RETRY_S

    def close(self) -> None:
        """Want nothing more; a tile that is being computed is given up."""
        self._mill.drop(self)
        self._closed = True
        if self._reader is not None:
            self._reader.close()
        self._end_productions()

    def compute(self, tile: Tile, model: TileModel) -> FloatArray:
        """The tile, computed now."""
        try:
            with self._busy:
                if model is not self._model:
                    self._drop_productions()
                    self._model = model
                return self._computed(tile, model)
        finally:
            if self._closed:
                self._end_productions()

    def _computed(self, tile: Tile, model: TileModel) -> FloatArray:
        level = self.levels[tile.level]
        if level.produce is None:
            return self._halved(tile, model)
        production = self._productions.get(tile.level)
        if production is None:
            production = self._productions[tile.level] = level.produce(model)
        return level.compute(production, tile.rect(self.tile_px))

    def _halved(self, tile: Tile, model: TileModel) -> FloatArray:
        """The tile out of the four finer ones, which are kept: one may zoom in next."""
        half = self.tile_px // 2
        out = np.empty((*self.stack, self.tile_px, self.tile_px), dtype=np.float32)
        for child in tile.children():
            values = self._cache.get(child)
            if values is None:
                values = self._computed(child, model)
                self._cache.put(child, values)
            out[(..., *child.quarter(half))] = halved(values, classes=self.classes)
        return out

    def _end_productions(self) -> None:
        """Close what the productions read, unless one is computing: then that does it."""
        if self._busy.acquire(blocking=False):
            try:
                self._drop_productions()
            finally:
                self._busy.release()

    def _drop_productions(self) -> None:
        productions, self._productions = self._productions, {}
        for production in productions.values():
            production.close()

    def take(self, tile: Tile, values: FloatArray) -> None:
        """Called by the mill with a tile that was wanted."""
        self._failed_at = None
        self._cache.put(tile, values)
        self.arrived(tile)

    def fail(self, failure: Exception) -> None:
        """Called by the mill: what was wanted cannot be computed."""
        self._failed_at = time.monotonic()
        self.failed(failure)


_View = tuple[TileSource, object]


class TileMill:
    """Computes the tiles that sources want, one at a time, in a background thread.

    What was wanted last comes first; a tile that is no longer wanted is given up between two
    layers of its network. The models stay loaded until `close`.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._changed = threading.Condition()
        self._wanted: OrderedDict[_View, dict[Tile, None]] = OrderedDict()
        self._current: Optional[tuple[_View, Tile]] = None
        self._thread: Optional[threading.Thread] = None
        self._models: dict[tuple[str, str, str], TileModel] = {}
        self._closed = False

    def want(self, source: TileSource, view: object, tiles: list[Tile]) -> None:
        with self._changed:
            self._wanted.pop((source, view), None)
            if self._closed or not tiles:
                return
            self._wanted[(source, view)] = dict.fromkeys(tiles)
            if self._thread is None:
                # Not a daemon: Python waits for it, rather than ending under a computation. It
                # ends by itself, also where nobody closes the mill.
                self._thread = threading.Thread(target=self._run, name="tile mill", daemon=False)
                self._thread.start()
            self._changed.notify_all()

    def drop(self, source: TileSource) -> None:
        with self._changed:
            for key in [key for key in self._wanted if key[0] is source]:
                del self._wanted[key]

    def wait(self, timeout_s: float) -> bool:
        """Wait until nothing is wanted any more; False if that takes longer. Not for QGIS's own
        thread."""
        with self._changed:
            return self._changed.wait_for(
                lambda: not self._wanted and self._current is None, timeout_s
            )

    def close(self) -> None:
        """Give up everything; returns at once, and the thread ends soon."""
        with self._changed:
            self._closed = True
            self._wanted.clear()
            if self._thread is None:
                self._close_models()
            self._changed.notify_all()

    def _run(self) -> None:
        while (found := self._next()) is not None:
            (source, _), tile = found
            try:
                values = source.compute(tile, self._model_of(source.job))
            except Cancelled:
                continue
            except Exception as failure:  # noqa: BLE001 - told to whoever wanted the tile
                self._fail(source, failure)
            else:
                self._done(found[0], tile)
                source.take(tile, values)

    def _next(self) -> Optional[tuple[_View, Tile]]:
        with self._changed:
            self._current = None
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._wanted or self._closed, LINGER_S)
            if not self._wanted:
                self._thread = None
                if self._closed:
                    self._close_models()
                return None
            view = next(reversed(self._wanted))
            self._current = (view, next(iter(self._wanted[view])))
            return self._current

    def _done(self, view: _View, tile: Tile) -> None:
        with self._changed:
            waiting = self._wanted.get(view, {})
            waiting.pop(tile, None)
            if not waiting:
                self._wanted.pop(view, None)

    def _fail(self, source: TileSource, failure: Exception) -> None:
        if self._outdated():  # such as a raster that was closed under it
            return
        self.drop(source)
        # Loaded anew next time: the model may be what broke, or its worker replaced.
        self._close_models()
        source.fail(failure)

    def _outdated(self) -> bool:
        """Whether nobody wants what is being computed any more."""
        current = self._current
        if self._closed or current is None:
            return self._closed
        return current[1] not in self._wanted.get(current[0], {})

    def _model_of(self, job: Job) -> TileModel:
        package = job.package
        key = (str(package.folder), package.weights_hash, job.device)
        if key not in self._models:
            self._models[key] = self._engine.open(package, job.device, self._outdated)
        return self._models[key]

    def _close_models(self) -> None:
        models, self._models = list(self._models.values()), {}
        for model in models:
            model.close()


def same_pixels(one: Job, other: Job) -> bool:
    """Whether the tiles of both jobs are the same: they may cover other extents."""
    return _identity(one) == _identity(other)


def _identity(job: Job) -> tuple[object, ...]:
    job = first_picture(job)
    package: ModelPackage = job.package
    common = (package.folder, package.weights_hash, job.seed, dict(job.parameters), job.device)
    if isinstance(job, LayerJob):
        return (*common, job.source, job.band, job.scale, job.fidelity)
    return (*common, job.grid, dict(job.layers))
