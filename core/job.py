"""What a user asks for: a raster for an extent, or a finer one from a layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional, Union

from .grid import Extent, WorldGrid
from .package import ModelPackage
from .params import ParamValue
from .tiling import Rect


@dataclass(frozen=True)
class LayerSource:
    """A layer that steers a model, in any CRS.

    ``classes`` gives the model's code for each of the layer's values, for a layer of classes whose
    legend is another; empty where its values are the codes.
    """

    source: str
    band: int = 1
    classes: Mapping[float, int] = field(default_factory=dict)


@dataclass(frozen=True)
class ExtentJob:
    """A raster from a place, a seed, parameters, and the ``layers`` that a model may take."""

    package: ModelPackage
    grid: WorldGrid
    rect: Rect
    seed: int
    parameters: Mapping[str, ParamValue]
    output: Path
    device: str = "auto"
    creation_options: tuple[str, ...] = ()
    layers: Mapping[str, LayerSource] = field(default_factory=dict)


@dataclass(frozen=True)
class LayerJob:
    """A raster ``scale`` times finer than ``source``; ``fidelity`` 0 to 100 percent."""

    package: ModelPackage
    source: str
    band: int
    extent: Optional[Extent]
    scale: int
    fidelity: float
    seed: int
    parameters: Mapping[str, ParamValue] = field(default_factory=dict)
    output: Path = Path("output.tif")
    device: str = "auto"
    creation_options: tuple[str, ...] = ()


Job = Union[ExtentJob, LayerJob]
