"""From scenes as producers publish them to the arrays that imagery training reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..landcover import CODES, LEGENDS
from ..progress import Progress
from ..raster.metric import metric_scene
from .imagery_labels import Labeller
from .recipe import parse_toml

STORED_SCALE = 10000.0


@dataclass(frozen=True)
class Scene:
    """Reflectance ``(4, H, W)`` (blue, green, red, near infrared) and class indices ``(H, W)``."""

    name: str
    style: str
    pixel_m: float
    reflectance: NDArray[np.float32]
    classes: NDArray[np.uint8]

    def save(self, folder: Path) -> None:
        np.savez_compressed(
            folder / f"{self.name}.npz",
            style=np.str_(self.style),
            pixel_m=np.float64(self.pixel_m),
            reflectance=np.round(self.reflectance * STORED_SCALE).astype(np.uint16),
            classes=self.classes,
        )

    @classmethod
    def load(cls, path: Path) -> Scene:
        with np.load(path, allow_pickle=False) as data:
            return cls(
                path.stem,
                str(data["style"]),
                float(data["pixel_m"]),
                data["reflectance"].astype(np.float32) / np.float32(STORED_SCALE),
                data["classes"],
            )


def prepare_imagery(description: Path, source: Path, out: Path, progress: Progress) -> None:
    """Write one scene per entry of ``description`` into ``out``."""
    document = parse_toml(description)
    outlines = parse_toml(description.parent / document["labels"])
    out.mkdir(parents=True, exist_ok=True)
    images = {
        entry["name"]: _image(entry, source, _pixel_m(entry, document))
        for entry in document["scenes"]
    }
    labeller = Labeller(images, outlines)
    progress.info(f"Of the outlined pixels {labeller.accuracy():.1%} get the class outlined.")
    for entry in document["scenes"]:
        name, pixel_m = entry["name"], _pixel_m(entry, document)
        if "classes" in entry:
            classes = _published(entry, source, pixel_m)
        else:
            classes = labeller.class_map(images[name], has_crops="crops" in outlines[name])
        Scene(name, entry["style"], pixel_m, images[name], classes).save(out)
        shares = np.bincount(classes.ravel(), minlength=len(CODES)) / classes.size
        told = " ".join(f"{share:.0%}" for share in shares)
        progress.info(f"{name}: {classes.shape} pixels, classes {told}")


def _pixel_m(entry: Mapping[str, Any], document: Mapping[str, Any]) -> float:
    return float(entry.get("pixel_m", document["pixel_m"]))


def _image(entry: Mapping[str, Any], source: Path, pixel_m: float) -> NDArray[np.float32]:
    stored = metric_scene(str(source / entry["file"]), pixel_m)
    scale, offset = entry.get("scale", 1.0 / STORED_SCALE), entry.get("offset", 0.0)
    reflectance = stored * np.float32(scale) + np.float32(offset)
    image: NDArray[np.float32] = np.maximum(reflectance, np.float32(0.001))
    return image


def _published(entry: Mapping[str, Any], source: Path, pixel_m: float) -> NDArray[np.uint8]:
    labels = metric_scene(str(source / entry["classes"]), pixel_m, nearest=True)[0]
    classes = np.zeros(labels.shape, np.uint8)
    for value, code in LEGENDS[entry["legend"]].items():
        classes[labels == value] = CODES.index(code)
    return classes
