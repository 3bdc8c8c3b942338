"""What imagery could be made of without a generator: Gaussian textures, and quilted patches.

Both are given the colours of the scene they are compared with (its palette), as the generator is.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from ..landcover import LEARNT
from ..nets.imagery import BANDS, class_shares, coloured, softened, to_log, to_reflectance
from .imagery_prepare import Scene
from .metrics import Floats

EXEMPLAR_PX = 96
BLOCK_PX, OVERLAP_PX, CANDIDATES = 16, 8, 200
LABEL_WEIGHT = 3.0


def base_colours(
    classes: NDArray[np.uint8], palette: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """Mean and spread ``(4, H, W)`` of log reflectance of a class map."""
    shares = softened(class_shares(torch.from_numpy(classes)[None]))
    colours = coloured(shares, palette[None])[0]
    return colours[:BANDS], colours[BANDS:]


def residual_units(scene: Scene, palette: torch.Tensor) -> Floats:
    """Log reflectance less the class's mean, in units of its spread ``(4, H, W)``."""
    base, spread = base_colours(scene.classes, palette)
    units: Floats = ((to_log(torch.from_numpy(scene.reflectance)) - base) / spread).numpy()
    return units


def gaussian_texture(
    classes: NDArray[np.uint8],
    palette: torch.Tensor,
    scenes: Sequence[Scene],
    palettes: torch.Tensor,
    seed: int,
) -> Floats:
    """Every class as Gaussian noise of the autocorrelation of a real piece of it (Galerne 2011)."""
    rng = np.random.default_rng(seed)
    base, spread = base_colours(classes, palette)
    out = base.numpy().copy()
    height, width = classes.shape
    for index in range(LEARNT):
        inside = np.minimum(classes, LEARNT - 1) == index
        if not inside.any():
            continue
        spot = _exemplar(index, scenes, palettes, rng)
        noise = np.fft.rfft2(rng.standard_normal((height, width)))
        texture = np.fft.irfft2(noise * np.fft.rfft2(spot, (height, width)), (height, width))
        texture /= texture.std((1, 2), keepdims=True) + 1e-9
        out[:, inside] += (texture * spread.numpy())[:, inside]
    return to_reflectance(torch.from_numpy(out)).numpy().astype(np.float32)


def _exemplar(
    index: int, scenes: Sequence[Scene], palettes: torch.Tensor, rng: np.random.Generator
) -> Floats:
    """The residual of the purest of many windows, zero outside the class."""
    best = -1.0
    for _ in range(300):
        number = int(rng.integers(len(scenes)))
        height, width = scenes[number].classes.shape
        y, x = (int(rng.integers(n - EXEMPLAR_PX + 1)) for n in (height, width))
        window = (slice(y, y + EXEMPLAR_PX), slice(x, x + EXEMPLAR_PX))
        inside = scenes[number].classes[window] == index
        if inside.mean() > best:
            best, place, mask = float(inside.mean()), (number, window), inside
    number, window = place
    units = residual_units(scenes[number], palettes[number])[(slice(None), *window)]
    mean = units[:, mask].mean(1)[:, None, None] if mask.any() else 0.0
    spot: Floats = ((units - mean) * mask).astype(np.float32)
    return spot


def quilted(
    classes: NDArray[np.uint8],
    palette: torch.Tensor,
    scenes: Sequence[Scene],
    palettes: torch.Tensor,
    seed: int,
) -> Floats:
    """Blocks of real imagery whose classes fit best, recoloured and blended (after Efros 2001)."""
    rng = np.random.default_rng(seed)
    units = [residual_units(scene, one) for scene, one in zip(scenes, palettes)]
    base, spread = base_colours(classes, palette)
    size = BLOCK_PX + OVERLAP_PX
    height, width = (-(-n // BLOCK_PX) * BLOCK_PX + OVERLAP_PX for n in classes.shape)
    labels = np.pad(
        classes, ((0, height - classes.shape[0]), (0, width - classes.shape[1])), mode="edge"
    )
    total = np.zeros((BANDS, height, width), np.float32)
    weight = np.zeros((height, width), np.float32)
    ramp = np.minimum(np.arange(1, size + 1), np.arange(size, 0, -1)) / OVERLAP_PX
    feather = np.minimum(ramp, 1.0)[:, None] * np.minimum(ramp, 1.0)[None, :]
    for y in range(0, height - size + 1, BLOCK_PX):
        for x in range(0, width - size + 1, BLOCK_PX):
            block = (slice(y, y + size), slice(x, x + size))
            here = total[(slice(None), *block)] / np.maximum(weight[block], 1e-6)
            piece = _best(labels[block], here, weight[block] > 0, scenes, units, rng)
            total[(slice(None), *block)] += piece * feather
            weight[block] += feather
    rows, cols = classes.shape
    texture = (total / np.maximum(weight, 1e-6))[:, :rows, :cols]
    return to_reflectance(base + torch.from_numpy(texture) * spread).numpy().astype(np.float32)


def _best(
    labels: NDArray[np.uint8],
    here: Floats,
    covered: NDArray[np.bool_],
    scenes: Sequence[Scene],
    units: Sequence[Floats],
    rng: np.random.Generator,
) -> Floats:
    size = labels.shape[0]
    best, found = np.inf, here
    for _ in range(CANDIDATES):
        number = int(rng.integers(len(scenes)))
        height, width = scenes[number].classes.shape
        y, x = (int(rng.integers(n - size + 1)) for n in (height, width))
        window = (slice(y, y + size), slice(x, x + size))
        misfit = LABEL_WEIGHT * float((scenes[number].classes[window] != labels).mean())
        if misfit >= best:
            continue
        piece = units[number][(slice(None), *window)]
        if covered.any():
            misfit += float(np.square((piece - here)[:, covered]).mean())
        if misfit < best:
            best, found = misfit, piece
    return found
