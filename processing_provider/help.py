"""The help texts made from a model's card, and where the offline help pages are."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QUrl

from ..core.card import ModelCard
from ..core.units import number_text
from .parameters import spec_help, spec_label
from .translation import tr

PAGES = Path(__file__).resolve().parent.parent / "help"
INDEX = "index"


def page_url(name: str = INDEX) -> str:
    """Give the address of the help page ``name``; of the index where there is no such page."""
    page = PAGES / f"{name}.html"
    return QUrl.fromLocalFile(str(page if page.is_file() else PAGES / f"{INDEX}.html")).toString()


def model_help(card: ModelCard) -> str:
    """Give what the model does, its parameters, where it is good and where it is not.

    Plain text: ``qgis_process help`` prints it as it is.
    """
    sizes = ", ".join(number_text(size) for size in card.native_pixel_sizes_m)
    low, high = (number_text(size) for size in card.pixel_range_m)
    paragraphs = [
        tr(card.summary),
        tr(
            "The same seed, parameters, CRS and pixel size always give the same pixels, whatever "
            "the extent: rasters made from neighbouring or overlapping extents fit together."
        ),
        tr("The result is synthetic, not measured. The file says so, and how it was made."),
        tr("Limits: {limits}").format(limits=tr(card.limits)),
        tr("Pixel sizes: native {sizes} m; usable from {low} to {high} m.").format(
            sizes=sizes, low=low, high=high
        ),
        *(f"{spec_label(spec)}: {spec_help(spec)}" for spec in card.parameters),
        tr("Trained on: {data}").format(data=tr(card.training.data)),
        tr("Model {id} {version}. Licence: {licence}").format(
            id=card.id, version=card.version, licence=card.training.licence
        ),
    ]
    return "\n\n".join(paragraphs)
