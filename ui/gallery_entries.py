"""What the gallery shows of each algorithm, read from the provider and the models' catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingProvider,
    QgsRasterLayer,
)

from ..core.card import ModelCard
from ..core.catalog import Catalog
from ..core.package import ModelPackage
from ..core.units import number_text
from ..processing_provider import parameters as names
from ..processing_provider.provider import BUNDLED
from ..processing_provider.translation import tr

FROM_EXTENT = "extent"
FROM_LAYER = "layer"

ELSEWHERE = ("setup",)
"""Groups that have a place of their own, in QGIS's options."""


@dataclass(frozen=True)
class GalleryEntry:
    """One card. ``problem`` says why it cannot be used; ``source`` is empty for a tool."""

    algorithm_id: str
    title: str
    summary: str
    group: str
    icon_path: str
    source: str = ""
    is_model: bool = False
    pixel_sizes: str = ""
    licence: str = ""
    input_bands: int = 0
    preview: Optional[Path] = None
    problem: str = ""
    words: str = ""

    @property
    def usable(self) -> bool:
        return not self.problem

    def matches(self, text: str) -> bool:
        """Tell whether every word of ``text`` occurs somewhere in the card."""
        return all(word in self.words for word in text.lower().split())


def read_entries(provider: Optional[QgsProcessingProvider], catalog: Catalog) -> list[GalleryEntry]:
    """Give a card for each algorithm, models first, and one for each folder that is broken."""
    if provider is None:
        return []
    found = [
        _entry(algorithm)
        for algorithm in provider.algorithms()
        if algorithm.groupId() not in ELSEWHERE
    ]
    listed = {entry.algorithm_id.partition(":")[2] for entry in found}
    for folder, reason in catalog.problems:
        if Path(folder).name not in listed:
            found.append(_broken(Path(folder), reason))
    return sorted(found, key=_place)


def _place(entry: GalleryEntry) -> tuple[bool, int]:
    """Models first, the bundled ones as the provider lists them and not by the alphabet."""
    name = entry.algorithm_id.partition(":")[2]
    bundled = list(BUNDLED)
    return not entry.is_model, bundled.index(name) if name in bundled else len(bundled)


def fits(entry: GalleryEntry, layer: Optional[QgsMapLayer]) -> bool:
    """Tell whether the model can start from ``layer``."""
    if entry.source != FROM_LAYER or not entry.usable:
        return False
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal":
        return False
    if entry.input_bands <= 1 and layer.bandCount() in (3, 4):
        # Three or four bands of bytes are a picture, not a surface.
        return bool(layer.dataProvider().dataType(1) != Qgis.DataType.Byte)
    return bool(layer.bandCount() >= entry.input_bands)


def _entry(algorithm: QgsProcessingAlgorithm) -> GalleryEntry:
    listed = getattr(algorithm, "entry", None)
    package: Optional[ModelPackage] = getattr(listed, "package", None)
    card = package.card if package is not None else None
    source = _source(algorithm) if listed is not None else ""
    title, summary = algorithm.displayName(), algorithm.shortDescription()
    return GalleryEntry(
        algorithm_id=algorithm.id(),
        title=title,
        summary=summary,
        group=algorithm.group(),
        icon_path=algorithm.svgIconPath(),
        source=source,
        is_model=listed is not None,
        pixel_sizes=_pixel_sizes(card),
        licence=card.training.licence if card is not None else "",
        input_bands=len(card.input) if card is not None else 0,
        preview=package.preview_path if package is not None else None,
        problem=getattr(listed, "reason", ""),
        words=_words(algorithm, title, summary, source),
    )


def _broken(folder: Path, reason: str) -> GalleryEntry:
    return GalleryEntry(
        algorithm_id="",
        title=folder.name,
        summary=reason,
        group=tr("Not usable"),
        icon_path="",
        is_model=True,
        problem=reason,
        words=f"{folder.name} {reason}".lower(),
    )


def _source(algorithm: QgsProcessingAlgorithm) -> str:
    layer = algorithm.parameterDefinition(names.INPUT)
    if layer is not None and not is_optional(layer):
        return FROM_LAYER
    return FROM_EXTENT if algorithm.parameterDefinition(names.EXTENT) is not None else ""


def is_optional(definition: QgsProcessingParameterDefinition) -> bool:
    return bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional)


def _pixel_sizes(card: Optional[ModelCard]) -> str:
    if card is None:
        return ""
    sizes = ", ".join(number_text(size) for size in card.native_pixel_sizes_m)
    return tr("{sizes} m").format(sizes=sizes)


def _words(algorithm: Any, *texts: str) -> str:
    return " ".join((*texts, algorithm.id(), algorithm.group(), *algorithm.tags())).lower()
