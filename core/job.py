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
class ExtentJob:
    """A raster from nothing but a place, a seed and parameters."""

    package: ModelPackage
    grid: WorldGrid
    rect: Rect
    seed: int
    parameters: Mapping[str, ParamValue]
    output: Path
    device: str = "auto"
    creation_options: tuple[str, ...] = ()


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
