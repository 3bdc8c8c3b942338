"""Judges generated imagery on scenes kept out, beside real against real and the baselines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Optional

import numpy as np
import torch

from ..nets.imagery import ImageryNet, base_colours, class_shares, to_reflectance
from .imagery_baselines import gaussian_texture, quilted
from .imagery_metrics import Patches, Segmenter, compare
from .imagery_prepare import Scene
from .imagery_task import scene_palettes
from .imagery_tones import drawn_units, shown_palette, tones
from .metrics import Bootstrap, Floats, Interval

PATCH_PX = 64


def generated_scene(
    net: ImageryNet,
    scene: Scene,
    palette: torch.Tensor,
    seed: int = 1,
    shown: Optional[torch.Tensor] = None,
) -> Floats:
    """Reflectance of the scene's class map in the colours of ``palette`` ``(6, 8)``; ``shown`` as
    in the network, or measured on the scene."""
    if shown is None:
        shown = shown_palette(palette, tones(net, scene, palette, seed)[0])
    units = drawn_units(net, scene, palette, seed)
    shares = class_shares(torch.from_numpy(np.pad(scene.classes, 1, mode="symmetric"))[None])
    base, spread = base_colours(shares, shown[None])
    image: Floats = to_reflectance(base + units * spread)[0].numpy()
    return image


def halves(images: Sequence[Floats], scenes: Sequence[Scene], odd: int) -> Patches:
    """Every other patch of ``PATCH_PX``, as on a chessboard."""
    found, classes = [], []
    for image, scene in zip(images, scenes):
        height, width = scene.classes.shape
        for row in range(height // PATCH_PX):
            for col in range(width // PATCH_PX):
                if (row + col) % 2 != odd:
                    continue
                rows = slice(row * PATCH_PX, (row + 1) * PATCH_PX)
                cols = slice(col * PATCH_PX, (col + 1) * PATCH_PX)
                found.append(image[:, rows, cols])
                classes.append(scene.classes[rows, cols])
    return Patches(np.stack(found), np.stack(classes))


def evaluate_imagery(
    net: ImageryNet,
    held_out: Sequence[Scene],
    training: Sequence[Scene],
    segment: Segmenter,
    bootstrap: Bootstrap,
) -> Mapping[str, Mapping[str, Interval]]:
    """Figures by candidate: one half of the real patches against the other half's stand-ins.

    ``styled`` is generated in the palette of the scene itself, as from a reference image;
    ``invented`` in that of the training scene of the same style.
    """
    own, known = scene_palettes(held_out), scene_palettes(training)
    real = [scene.reflectance for scene in held_out]
    reference = halves(real, held_out, 0)
    styles = [scene.style for scene in training]
    near = [styles.index(s.style) if s.style in styles else 0 for s in held_out]
    pairs = list(zip(held_out, own))
    candidates = {
        "real": real,
        "styled": [generated_scene(net, scene, one) for scene, one in pairs],
        "invented": [
            generated_scene(net, s, known[one], shown=net.shown[one])
            for s, one in zip(held_out, near)
        ],
        "flat": [_flat(scene, one) for scene, one in pairs],
        "gaussian": [
            gaussian_texture(scene.classes, one, training, known, 1) for scene, one in pairs
        ],
        "quilted": [quilted(scene.classes, one, training, known, 1) for scene, one in pairs],
    }
    return {
        name: compare(reference, halves(images, held_out, 1), segment, bootstrap)
        for name, images in candidates.items()
    }


def _flat(scene: Scene, palette: torch.Tensor) -> Floats:
    """Each class in its mean colour."""
    shares = class_shares(torch.from_numpy(scene.classes)[None])
    means = torch.einsum("nchw,ck->nkhw", shares, palette[:, :4])
    image: Floats = to_reflectance(means)[0].numpy()
    return image
