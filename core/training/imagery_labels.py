"""Land cover of the training scenes, learnt from areas that a person outlined on them.

No published land cover belongs to the Sentinel-2 scenes. A small network learns from rectangles
drawn by eye (``recipes/imagery.labels.toml``) what each class looks like in its surroundings;
plants among buildings and on bare ground are then told by their spectrum. It is no survey: where a
person would hesitate between grass and crops, or built-up and bare, the map is unsure too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from ..landcover import BARE, BUILT, CLASSES, CROPS, GRASS, LEARNT, TREES, WATER
from ..raster.metric import without_small_parts

Floats = NDArray[np.float32]
Codes = NDArray[np.uint8]
Outlines = Mapping[str, Sequence[Sequence[float]]]

# Path reflectance of clear and of hazy air in blue, green, red, near infrared.
CLEAREST, HAZIEST = (0.04, 0.025, 0.012, 0.0), (0.10, 0.07, 0.045, 0.025)
GREEN_INDEX, DARK_PLANTS, CROWNS, WATER_NIR = 0.50, 0.055, 0.036, 0.16
HIDDEN, STEPS, PER_AREA = 64, 600, 400
WATER_PIXELS = 30
NAMES = [entry.name for entry in CLASSES]


class Labeller:
    """What the outlined areas of all scenes look like; gives class maps of scenes."""

    def __init__(self, scenes: Mapping[str, Floats], outlines: Mapping[str, Outlines]) -> None:
        rng = np.random.default_rng(1)
        samples, wanted = [], []
        for name, areas in outlines.items():
            features = pixel_features(scenes[name])
            for label, rectangles in areas.items():
                for rectangle in rectangles:
                    found = _drawn(features, rectangle, rng)
                    samples.append(found)
                    wanted.append(np.full(len(found), NAMES.index(label)))
        self.samples = torch.from_numpy(np.concatenate(samples))
        self.wanted = torch.from_numpy(np.concatenate(wanted))
        self.centre, self.spread = self.samples.mean(0), self.samples.std(0) + 1e-6
        self.net = _fitted((self.samples - self.centre) / self.spread, self.wanted)

    @torch.inference_mode()
    def class_map(self, reflectance: Floats, *, has_crops: bool) -> Codes:
        """Class indices ``(H, W)``."""
        features = pixel_features(reflectance)
        channels, height, width = features.shape
        flat = torch.from_numpy(features.reshape(channels, -1).T.copy())
        logits = self.net((flat - self.centre) / self.spread).T.reshape(1, -1, height, width)
        shares = F.avg_pool2d(F.pad(logits.softmax(1), (1,) * 4, mode="replicate"), 3, 1)[0]
        clear = without_haze(reflectance)
        shares[WATER][torch.from_numpy(clear[3] > WATER_NIR)] = 0.0
        shares[CROPS] *= float(has_crops)
        first = shares.argmax(0).numpy().astype(np.uint8)
        wet = without_small_parts(first == WATER, WATER_PIXELS)
        shares[WATER] = torch.from_numpy(wet.astype(np.float32)) * 2.0
        out: Codes = shares.argmax(0).numpy().astype(np.uint8)
        index = (clear[3] - clear[2]) / (clear[3] + clear[2] + 0.01)
        plants = np.isin(out, (BUILT, BARE)) & (index > GREEN_INDEX)
        dark = clear[:3].mean(0) < DARK_PLANTS
        out[plants] = np.where(dark, TREES, GRASS)[plants]
        out[(out == CROPS) & (index > GREEN_INDEX) & (clear[:3].mean(0) < CROWNS)] = TREES
        return cleaned(out)

    def accuracy(self) -> float:
        """Share of the outlined pixels that are given the class they were outlined as."""
        with torch.inference_mode():
            given = self.net((self.samples - self.centre) / self.spread).argmax(1)
        return float((given == self.wanted).double().mean())


def _drawn(features: Floats, rectangle: Sequence[float], rng: np.random.Generator) -> Floats:
    """Pixels ``(n, channels)`` of a rectangle given in percent of the scene."""
    _, height, width = features.shape
    x0, y0, x1, y1 = (share / 100.0 for share in rectangle)
    rows = slice(int(y0 * height), max(int(y1 * height), int(y0 * height) + 1))
    cols = slice(int(x0 * width), max(int(x1 * width), int(x0 * width) + 1))
    pixels = features[:, rows, cols].reshape(features.shape[0], -1).T
    chosen = rng.choice(len(pixels), min(PER_AREA, len(pixels)), replace=False)
    found: Floats = pixels[chosen]
    return found


def _fitted(samples: Tensor, wanted: Tensor) -> nn.Module:
    torch.manual_seed(1)
    net = nn.Sequential(nn.Linear(samples.shape[1], HIDDEN), nn.GELU(), nn.Linear(HIDDEN, LEARNT))
    counts = torch.bincount(wanted, minlength=LEARNT).float()
    weight = (counts.mean() / counts.clamp_min(1.0)).sqrt()
    optimiser = torch.optim.AdamW(net.parameters(), 5e-3, weight_decay=0.02)
    for _ in range(STEPS):
        chosen = torch.randint(0, len(samples), (4096,))
        noisy = samples[chosen] + 0.1 * torch.randn(len(chosen), samples.shape[1])
        loss = F.cross_entropy(net(noisy), wanted[chosen], weight)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return net.eval()


def pixel_features(reflectance: Floats) -> Floats:
    """What a pixel and its surroundings look like, ``(channels, H, W)``."""
    clear = without_haze(reflectance)
    logs = np.log(clear + 0.01)
    blue, green, red, nir = clear
    plants = (nir - red) / (nir + red + 0.01)
    wet = (green - nir) / (green + nir + 0.01)
    rough = roughness(reflectance)
    flat = logs.reshape(4, -1)
    in_scene = (logs - np.median(flat, 1)[:, None, None]) / (flat.std(1) + 0.05)[:, None, None]
    parts = [*logs, plants, wet, rough, *in_scene]
    for size in (9, 25):
        parts += [mean_around(part, size) for part in (*logs, plants, wet, rough)]
    parts.append(np.sqrt(np.maximum(mean_around(plants**2, 9) - mean_around(plants, 9) ** 2, 0)))
    features: Floats = np.stack(parts).astype(np.float32)
    return features


def without_haze(reflectance: Floats) -> Floats:
    """The same scene less what its darkest pixels show of the air."""
    darkest = np.percentile(reflectance.reshape(4, -1), 0.3, axis=1) - 0.005
    path = np.where(darkest < CLEAREST, 0.0, np.minimum(darkest, HAZIEST)).astype(np.float32)
    clear: Floats = np.maximum(reflectance - path[:, None, None], np.float32(0.002))
    return clear


def roughness(reflectance: Floats) -> Floats:
    """Standard deviation of log brightness in 5 x 5 pixels."""
    bright = np.log(reflectance.mean(0) + 0.02)
    mean = mean_around(bright, 5)
    rough: Floats = np.sqrt(np.maximum(mean_around(bright**2, 5) - mean**2, 0.0))
    return rough


def mean_around(values: Floats, size: int) -> Floats:
    """Mean over ``size`` x ``size`` pixels (odd), edges continued."""
    margin = size // 2
    padded = F.pad(torch.from_numpy(values)[None, None], (margin,) * 4, mode="replicate")
    means: Floats = F.avg_pool2d(padded, size, 1)[0, 0].numpy()
    return means


def cleaned(classes: Codes) -> Codes:
    """The most frequent class of 3 x 3 pixels, the middle one counting double."""
    shares = [
        mean_around((classes == index).astype(np.float32), 3) + (classes == index) / np.float32(9)
        for index in range(int(classes.max()) + 1)
    ]
    out: Codes = np.argmax(np.stack(shares), 0).astype(np.uint8)
    return out
