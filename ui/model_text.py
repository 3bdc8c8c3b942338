"""A model, or what is wrong with one, as rich text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from ..core.package import ModelPackage
from ..core.units import bytes_text, number_text
from ..processing_provider.translation import tr


def model_html(package: ModelPackage, *, own: bool, listed: bool) -> str:
    """Give all that a card says."""
    card, training = package.card, package.card.training
    natives = ", ".join(number_text(size) for size in card.native_pixel_sizes_m)
    low, high = (number_text(size) for size in card.pixel_range_m)
    weights = sum({stage.weights.file: stage.weights.bytes for stage in card.stages}.values())
    rows = [
        (tr("Version"), f"{card.version} ({tr('your own') if own else tr('bundled')})"),
        (tr("Algorithm"), f"terraloom:{card.id}"),
        (
            tr("Pixel sizes"),
            tr("native {sizes} m, usable from {low} to {high} m").format(
                sizes=natives, low=low, high=high
            ),
        ),
        (tr("Limits"), tr(card.limits)),
        (tr("Licence"), training.licence),
        (tr("Attribution"), "\n".join(training.attribution)),
        (tr("Trained on"), tr(training.data)),
        (tr("Area"), tr(training.area)),
        (tr("Weights"), f"{bytes_text(weights)}, {package.weights_hash}"),
        (tr("Folder"), str(package.folder)),
    ]
    warning = ""
    if not listed:
        warning = _paragraph(tr("It is not in the toolbox; the log messages of Terraloom say why."))
    metrics = [(name, f"{value:.4g}") for name, value in sorted(training.metrics.items())]
    return (
        f"<h2>{escape(tr(card.title))}</h2>{warning}{_paragraph(tr(card.summary))}"
        f"{_table(rows)}"
        + (f"<h3>{escape(tr('Measured quality'))}</h3>{_table(metrics)}" if metrics else "")
    )


def problem_html(folder: Path, reason: str) -> str:
    """Give a folder that is no model, with the reason."""
    return (
        f"<h2>{escape(folder.name)}</h2>"
        f"{_paragraph(tr('This folder cannot be used.'))}"
        f"{_table([(tr('Reason'), reason), (tr('Folder'), str(folder))])}"
    )


def refusal_html(name: str, what: str, reason: str) -> str:
    """Give why something was not done; ``what`` says what that was."""
    return f"<h2>{escape(name)}</h2>{_paragraph(what)}{_table([(tr('Reason'), reason)])}"


def no_models_html() -> str:
    return _paragraph(tr("Choose a model on the left, or import one."))


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _table(rows: Iterable[tuple[str, str]]) -> str:
    cells = "".join(
        f"<tr><td><b>{escape(label)}</b>&nbsp;&nbsp;</td>"
        f"<td>{escape(text).replace(chr(10), '<br>')}</td></tr>"
        for label, text in rows
        if text
    )
    return f'<table cellspacing="0" cellpadding="3">{cells}</table>'
