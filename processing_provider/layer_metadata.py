"""What a result's layer says of itself in QGIS."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.core import QgsLayerMetadata, QgsMapLayer

from ..core.job import ExtentJob, Job
from .translation import tr


def describe_layer(layer: QgsMapLayer, algorithm_id: str, job: Job) -> None:
    """Set the layer's metadata: synthetic, by which model, with which parameters, whose data."""
    card = job.package.card
    metadata = QgsLayerMetadata()
    metadata.setType("dataset")
    metadata.setTitle(layer.name())
    metadata.setAbstract(
        tr("Synthetic: computed by a generative model, not measured. {summary} {limits}").format(
            summary=tr(card.summary), limits=tr(card.limits)
        )
    )
    metadata.setKeywords({"terraloom": ["synthetic", "AI generated", *card.tags]})
    metadata.setLicenses([card.training.licence])
    metadata.setRights(list(card.training.attribution))
    metadata.setCrs(layer.crs())
    metadata.setHistory(history(algorithm_id, job))
    layer.setMetadata(metadata)


def history(algorithm_id: str, job: Job) -> list[str]:
    """Give the lines that let someone make the same raster again."""
    card = job.package.card
    given = {"SEED": job.seed, **_place(job)}
    given.update({name.upper(): value for name, value in sorted(job.parameters.items())})
    return [
        tr("Made with {algorithm}").format(algorithm=algorithm_id),
        tr("Model {id} {version}, weights {hash}").format(
            id=card.id, version=card.version, hash=job.package.weights_hash
        ),
        *(f"{name}={value}" for name, value in given.items()),
    ]


def _place(job: Job) -> Mapping[str, object]:
    if isinstance(job, ExtentJob):
        return {
            "EXTENT": job.grid.extent(job.rect).text(),
            "TARGET_CRS": job.grid.crs.authid or job.grid.crs.wkt,
            "PIXEL_SIZE": job.grid.pixel_size,
            **{name.upper(): Path(one.source).name for name, one in job.layers.items()},
        }
    return {
        "INPUT": Path(job.source).name,
        "BAND": job.band,
        "EXTENT": job.extent.text() if job.extent else "",
        "SCALE": job.scale,
        "FIDELITY": job.fidelity,
    }
