"""What the panel hands its jobs to. Each is made elsewhere; tests put their own in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Callable, Optional, Protocol

from qgis.PyQt.QtWidgets import QAction, QWidget

Parameters = Mapping[str, Any]


class Queue(Protocol):
    """Runs algorithms one after the other, in the background."""

    def submit(self, algorithm_id: str, parameters: dict[str, Any]) -> Any: ...


class Preview(Protocol):
    """Shows a piece of the result on the map."""

    def show(self, algorithm_id: str, parameters: Parameters, centre: Any = None) -> None: ...

    def clear(self) -> None: ...


class LiveLayers(Protocol):
    """Layers that are made wherever the user looks."""

    def add(self, algorithm_id: str, parameters: Parameters) -> Any: ...


class OfferSetup(Protocol):
    """Asks whether to set up PyTorch; ``then`` is called as soon as that is under way."""

    def __call__(self, then: Optional[Callable[[], None]] = None) -> None: ...


@dataclass(frozen=True)
class PanelParts:
    """The panel's neighbours."""

    queue: Queue
    preview: Preview
    live_layers: LiveLayers
    make_seed_strip: Callable[[QWidget], QWidget]
    make_run_list: Callable[[QWidget], QWidget]
    offer_setup: OfferSetup
    actions: Callable[[], Sequence[QAction]] = tuple
    """What the panel's menu offers, asked when it opens."""
