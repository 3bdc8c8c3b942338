"""Colours that come out as the palette says.

What a network draws is on average a little off a class's mean, and a little less or more varied
than the class. Both are measured on the scenes' own maps, and taken back where colours are put on.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from ..landcover import LEARNT
from ..nets.imagery import BANDS, ImageryNet, class_shares
from ..noise import torch_lattice_noise
from ..tiling import Rect
from .imagery_prepare import Scene

LEAST_PX = 500
MOST_SHIFT, LEAST_SPREAD, MOST_SPREAD = 1.0, 0.6, 1.6
GIVEN_BACK = 0.5
"""How much of the spread is given back: all of it would make up for missing shapes by speckle."""
OTHER_SEED = 1000


@torch.inference_mode()
def drawn_units(net: ImageryNet, scene: Scene, palette: Tensor, seed: int) -> Tensor:
    """What the network draws on the scene's class map ``(4, H, W)``, told of ``palette``."""
    height, width = scene.classes.shape
    plan = net.plan(Rect(0, height, 0, width))
    have = plan.classes
    margin = ((-have.y0, have.y1 - height), (-have.x0, have.x1 - width))
    classes = np.pad(scene.classes, margin, mode="symmetric")
    shares = class_shares(torch.from_numpy(classes)[None])

    def noise(layer: int, channels: int, rect: Rect) -> Tensor:
        return torch_lattice_noise(seed, 0, layer, channels, rect, torch.device("cpu"))[None]

    out: Tensor = net(shares, palette[None], torch.tensor([scene.pixel_m]), plan, noise)
    return out[0]


def tones(net: ImageryNet, scene: Scene, palette: Tensor, seed: int = 1) -> tuple[Tensor, Tensor]:
    """Of each class the mean and the spread ``(6, 8)`` of what is drawn, and ``(6,)`` whether the
    scene has enough of the class to tell."""
    units = drawn_units(net, scene, palette, seed + OTHER_SEED)
    found, known = torch.zeros(LEARNT, 2 * BANDS), torch.zeros(LEARNT, dtype=torch.bool)
    found[:, BANDS:] = 1.0
    classes = torch.from_numpy(np.minimum(scene.classes, LEARNT - 1))
    for index in range(LEARNT):
        inside = units[:, classes == index]
        if inside.shape[1] < LEAST_PX:
            continue
        shift = inside.mean(1).clamp(-MOST_SHIFT, MOST_SHIFT)
        spread = inside.std(1).clamp(LEAST_SPREAD, MOST_SPREAD)
        found[index], known[index] = torch.cat([shift, spread]), True
    return found, known


def shown_palette(palette: Tensor, tone: Tensor) -> Tensor:
    """The palette ``(..., 6, 8)`` to put on what has these tones, so that it looks as wanted."""
    means, spreads = palette.split(BANDS, -1)
    shift, spread = tone.split(BANDS, -1)
    scaled = spreads / spread**GIVEN_BACK
    return torch.cat([means - shift * scaled, scaled], -1)


def tune(net: ImageryNet, scenes: Sequence[Scene]) -> None:
    """Set the palettes that ``net`` shows; ``scenes`` are those its palettes come from.

    A class that a scene lacks takes the mean tones of the others.
    """
    measured = [tones(net, scene, one) for scene, one in zip(scenes, net.palettes)]
    found = torch.stack([one for one, _ in measured])
    known = torch.stack([one for _, one in measured])[..., None].float()
    usual = torch.zeros(LEARNT, 2 * BANDS)
    usual[:, BANDS:] = 1.0
    mean = torch.where(known.sum(0) > 0, (found * known).sum(0) / known.sum(0).clamp_min(1), usual)
    net.shown.copy_(shown_palette(net.palettes, torch.where(known > 0, found, mean)))
