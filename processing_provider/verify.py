"""Regenerate a Terraloom output from its own tags and compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
)

from ..core.package import ModelPackage, load_package
from . import inputs
from . import parameters as declare
from .base import TerraloomAlgorithm
from .feedback import FeedbackProgress
from .parameters import MODEL, SOURCE
from .translation import tr

if TYPE_CHECKING:
    from ..core.verification import Verification

MATCHES = "MATCHES"
IDENTICAL_SHARE = "IDENTICAL_SHARE"
MAX_DIFFERENCE = "MAX_DIFFERENCE"
OUTPUT_REPORT = "OUTPUT_REPORT"


@dataclass(frozen=True)
class Claim:
    """A raster that says how it was made, and what that needs and the tags cannot give."""

    path: Path
    source: Optional[str]
    model: Optional[ModelPackage]


class Verify(TerraloomAlgorithm):
    """Tells whether a raster is what its tags say."""

    _claim: Optional[Claim] = None

    def name(self) -> str:
        return "verify"

    def displayName(self) -> str:
        return tr("Verify a result")

    def tags(self) -> list[str]:
        return [tr("verify"), tr("reproduce"), tr("provenance"), tr("compare"), tr("synthetic")]

    def shortDescription(self) -> str:
        return tr("Makes a Terraloom raster again from its own tags, and compares.")

    def shortHelpString(self) -> str:
        return "\n\n".join(
            (
                self.shortDescription(),
                tr(
                    "Each Terraloom raster says which model, seed and parameters made it. This "
                    "makes it anew, a window at a time, and compares pixel by pixel: is it "
                    "unchanged, and is it what it says?"
                ),
                tr(
                    "On the device that made it, all pixels are the same. On another kind of "
                    "device small differences are normal; up to the model's tolerance they still "
                    "match."
                ),
            )
        )

    def initAlgorithm(self, configuration: Optional[Mapping[str, Any]] = None) -> None:
        self.addParameter(QgsProcessingParameterRasterLayer(declare.INPUT, tr("Terraloom raster")))
        for definition in declare.origin():
            self.addParameter(definition)
        self.addParameter(declare.device())
        self.addParameter(
            QgsProcessingParameterFileDestination(
                OUTPUT_REPORT,
                tr("Report"),
                fileFilter=tr("HTML files (*.html)"),
                optional=True,
                createByDefault=False,
            )
        )
        self.addOutput(QgsProcessingOutputBoolean(MATCHES, tr("Matches")))
        self.addOutput(QgsProcessingOutputNumber(IDENTICAL_SHARE, tr("Share of identical pixels")))
        self.addOutput(QgsProcessingOutputNumber(MAX_DIFFERENCE, tr("Largest difference")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        self._read(parameters, context)

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        def read() -> bool:
            self._claim = self._read(parameters, context)
            return True

        return self.reporting(read, cancelled=False)

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        device = self.parameterAsEnumString(parameters, declare.DEVICE, context)
        report = self.parameterAsFileOutput(parameters, OUTPUT_REPORT, context)
        progress = FeedbackProgress(feedback)

        def run() -> dict[str, Any]:
            services, claim = self.services, self._claim
            found = services.jobs.verify(
                claim.path,
                services.catalog,
                services.engine,
                progress,
                claim.source,
                device,
                claim.model,
            )
            (progress.info if found.matches else progress.warn)(found.message)
            results: dict[str, Any] = {
                MATCHES: found.matches,
                IDENTICAL_SHARE: found.identical_share,
                MAX_DIFFERENCE: found.max_difference,
            }
            if report:
                Path(report).write_text(report_html(str(claim.path), found), encoding="utf-8")
                results[OUTPUT_REPORT] = report
            return results

        return self.reporting(run, cancelled={})

    def _read(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Claim:
        layer = self.parameterAsRasterLayer(parameters, declare.INPUT, context)
        source = self.parameterAsRasterLayer(parameters, SOURCE, context)
        folder = self.parameterAsFile(parameters, MODEL, context)
        return Claim(
            Path(inputs.layer_source(layer).source),
            inputs.layer_source(source, SOURCE).source if source is not None else None,
            load_package(Path(folder)) if folder else None,
        )


def report_html(path: str, found: Verification) -> str:
    """Give a page that says what was compared and what came out."""
    rows = [
        (tr("Raster"), path),
        (tr("Matches"), tr("yes") if found.matches else tr("no")),
        (tr("Share of identical pixels"), f"{100.0 * found.identical_share:.4f} %"),
        (tr("Largest difference"), f"{found.max_difference:g}"),
        *sorted(found.tags.items()),
    ]
    cells = "\n".join(
        f"<tr><th>{escape(str(name))}</th><td>{escape(str(value))}</td></tr>"
        for name, value in rows
    )
    title = escape(tr("Terraloom verification"))
    return (
        "<!DOCTYPE html>\n"
        f'<html><head><meta charset="utf-8"><title>{title}</title>\n'
        "<style>body{font-family:sans-serif;margin:2em}th{text-align:left;padding-right:1em;"
        "vertical-align:top}td{word-break:break-word}</style></head>\n"
        f"<body><h1>{title}</h1>\n<p>{escape(found.message)}</p>\n"
        f"<table>\n{cells}\n</table></body></html>\n"
    )
