"""What happens to a result when QGIS loads it: style, hillshade, metadata. Main thread only."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsHillshadeRenderer,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
)

from ..core.job import Job
from ..core.package import ModelPackage
from .layer_metadata import describe_layer
from .on_load import OnLoad, soon
from .styling import Relief, apply_style, has_elevation_style, hillshade_of, relief_of
from .translation import tr

SHADE_MS = 150


class GeneratedLayer(OnLoad):
    """Styles one result, in a group of its model's name."""

    def __init__(self, algorithm_id: str, job: Job, relief: Optional[Relief] = None) -> None:
        super().__init__(tr((job.package.whole or job.package.card).title))
        self._algorithm_id = algorithm_id
        self._job = job
        self._relief = relief

    def dress(self, layer: QgsMapLayer, context: QgsProcessingContext) -> None:
        if not isinstance(layer, QgsRasterLayer):
            return
        apply_style(layer, self._job.package, sea_level(self._job), self._relief)
        describe_layer(layer, self._algorithm_id, self._job)
        project = context.project()
        if project is not None and has_elevation_style(self._job.package):
            _shade_soon(layer.id(), project, self._relief)


def sea_level(job: Job) -> float:
    """Give the height of the sea in the result: the parameter of that name, if it is a height."""
    for spec in job.package.card.parameters:
        if spec.name == "sea_level" and spec.unit == "m":
            return float(job.parameters[spec.name])
    return 0.0


def seen_relief(path: Path, package: ModelPackage) -> Optional[Relief]:
    """Look at a result where that needs no window to wait, in the thread that made it."""
    if not has_elevation_style(package):
        return None
    layer = QgsRasterLayer(str(path), "", "gdal", _plain_options())
    return relief_of(layer) if layer.isValid() else None


def _plain_options() -> QgsRasterLayer.LayerOptions:
    options = QgsRasterLayer.LayerOptions(False)
    options.skipCrsValidation = True  # asking which one it is would need a window
    return options


def _shade_soon(layer_id: str, project: QgsProject, relief: Optional[Relief]) -> None:
    """Add the hillshade a little later: all at once would hold up the window."""

    def shade() -> None:
        layer = project.mapLayer(layer_id)
        if isinstance(layer, QgsRasterLayer):
            add_hillshade(layer, project, relief)

    soon(project, shade, SHADE_MS)


def add_hillshade(
    layer: QgsRasterLayer, project: QgsProject, relief: Optional[Relief] = None
) -> Optional[QgsRasterLayer]:
    """Add a hillshade of the same file, multiplied over ``layer``; the output stays one file.

    Where the file was written anew and has its hillshade already, that one is read again.
    """
    present = _hillshade_in(project, layer.source())
    if present is not None:
        present.reload()
        return present
    shade = hillshade_of(layer, tr("{name}: hillshade").format(name=layer.name()), relief)
    if shade is None:
        return None
    project.addMapLayer(shade, False)
    layer_id = layer.id()
    if not _place_above(project, layer_id, shade):
        # Newer QGIS puts results into the tree only after all post-processors have been called.
        soon(project, lambda: _place_above(project, layer_id, shade))
    return shade


def _hillshade_in(project: QgsProject, source: str) -> Optional[QgsRasterLayer]:
    for layer in project.mapLayers().values():
        same = isinstance(layer, QgsRasterLayer) and layer.source() == source
        if same and isinstance(layer.renderer(), QgsHillshadeRenderer):
            return layer
    return None


def _place_above(project: QgsProject, layer_id: str, shade: QgsRasterLayer) -> bool:
    """Insert ``shade`` directly above the layer, collapsed; False while that is not in the tree."""
    node = project.layerTreeRoot().findLayer(layer_id)
    if node is None:
        return False
    parent = node.parent()
    inserted = parent.insertLayer(parent.children().index(node), shade)
    inserted.setExpanded(False)
    return True
