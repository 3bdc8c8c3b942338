"""The Processing parameters: the frozen public ones, and those that a model's card declares."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    Qgis,
    QgsProcessingParameterBand,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..core.errors import InputError
from ..core.params import ParamSpec
from .settings import default_device
from .translation import tr

INPUT = "INPUT"
BAND = "BAND"
EXTENT = "EXTENT"
TARGET_CRS = "TARGET_CRS"
PIXEL_SIZE = "PIXEL_SIZE"
SCALE = "SCALE"
FIDELITY = "FIDELITY"
SEED = "SEED"
CREATE_OPTIONS = "CREATE_OPTIONS"
DEVICE = "DEVICE"
OUTPUT = "OUTPUT"
SOURCE = "SOURCE"
MODEL = "MODEL"
BAND_SUFFIX = "_BAND"
CLASSES_SUFFIX = "_CLASSES"

RESERVED = frozenset(
    (INPUT, BAND, EXTENT, TARGET_CRS, PIXEL_SIZE, SCALE, FIDELITY, SEED, CREATE_OPTIONS, DEVICE)
)
DEVICES = ("auto", "cpu", "cuda:0", "mps")
SCALES = ("2", "4", "8", "16")
LARGEST_SEED = 2**31 - 1  # what a spin box of QGIS can hold

Definition = QgsProcessingParameterDefinition


def advanced(definition: Definition) -> Definition:
    """Move a parameter into the dialog's Advanced section."""
    definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.FlagAdvanced)
    return definition


def with_help(definition: Definition, text: str) -> Definition:
    """Give a parameter its help: a tooltip in the dialog, a paragraph in ``qgis_process help``."""
    definition.setHelp(text)
    return definition


def with_decimals(definition: Definition, decimals: int = 2) -> Definition:
    """Show so many decimals in the dialog, instead of QGIS's six."""
    definition.setMetadata({"widget_wrapper": {"decimals": decimals}})
    return definition


def choice(name: str, label: str, values: Sequence[str], default: str) -> Definition:
    """Give an enum whose values are stored as text, so saved models survive new entries."""
    return QgsProcessingParameterEnum(
        name, label, options=list(values), defaultValue=default, usesStaticStrings=True
    )


def chosen_option(definition: QgsProcessingParameterEnum, value: object) -> object:
    """The option that ``value`` means: its text in any case, or its place in the list, as QGIS
    describes the parameter; anything that is no text or number is QGIS's to judge.

    A list of numbers has no places: there 2 is the option "2".
    """
    options = definition.options()
    if isinstance(value, bool) or not isinstance(value, (int, str)) or value == "":
        return value
    text = str(value).strip()
    for option in options:
        if option.casefold() == text.casefold():
            return option
    if text.isdigit() and int(text) < len(options) and not any(map(str.isdigit, options)):
        return options[int(text)]
    message = tr("{parameter} cannot be '{value}'. Give one of: {options}.")
    found = message.format(parameter=definition.name(), value=text, options=", ".join(options))
    raise InputError(definition.name(), text, found)


def extent(*, optional: bool) -> Definition:
    definition = QgsProcessingParameterExtent(EXTENT, tr("Extent"), optional=optional)
    if optional:
        return with_help(definition, tr("The part of the input to use. Empty: all of it."))
    return with_help(
        definition,
        tr(
            "The area to fill. It grows outward to whole pixels of the world grid, so rasters made "
            "from overlapping extents agree on every pixel that they share."
        ),
    )


def target_crs() -> Definition:
    definition = QgsProcessingParameterCrs(TARGET_CRS, tr("Target CRS"), defaultValue="ProjectCrs")
    return with_help(
        definition, tr("Projected or in degrees: landforms keep their true size on the ground.")
    )


def pixel_size(default: float) -> Definition:
    definition = QgsProcessingParameterDistance(
        PIXEL_SIZE,
        tr("Pixel size"),
        defaultValue=default,
        parentParameterName=TARGET_CRS,
        minValue=0.0,
    )
    return with_help(
        with_decimals(definition, 9),
        tr(
            "In units of the target CRS. In a CRS in degrees, 0.000277778 (one arc-second) is "
            "about 30 m."
        ),
    )


def seed() -> Definition:
    definition = QgsProcessingParameterNumber(
        SEED,
        tr("Seed"),
        type=QgsProcessingParameterNumber.Integer,
        defaultValue=1,
        minValue=0,
        maxValue=LARGEST_SEED,
    )
    return with_help(
        definition,
        tr("Each number is another world. The same number always gives the same one."),
    )


def input_layer(*, optional: bool = False) -> Definition:
    return QgsProcessingParameterRasterLayer(INPUT, tr("Input layer"), optional=optional)


def band() -> Definition:
    return QgsProcessingParameterBand(
        BAND, tr("Band"), defaultValue=1, parentLayerParameterName=INPUT, optional=True
    )


def scale() -> Definition:
    definition = choice(SCALE, tr("Scale"), SCALES, "16")
    return with_help(
        definition, tr("How many times finer than the input: 16 makes 30 m out of 480 m.")
    )


def fidelity() -> Definition:
    definition = QgsProcessingParameterNumber(
        FIDELITY,
        tr("Fidelity to the input (%)"),
        type=QgsProcessingParameterNumber.Double,
        defaultValue=100.0,
        minValue=0.0,
        maxValue=100.0,
    )
    return with_help(
        with_decimals(definition),
        tr(
            "100 keeps the input's values, which suits a measured elevation model. Lower values "
            "take it as a sketch whose small mistakes may be smoothed away."
        ),
    )


def create_options() -> Definition:
    """Give the GDAL creation options, with the widget QGIS's own GDAL algorithms use."""
    definition = QgsProcessingParameterString(
        CREATE_OPTIONS, tr("Additional creation options"), defaultValue="", optional=True
    )
    if Qgis.QGIS_VERSION_INT >= 33900:  # the widget moved from Python to C++ in QGIS 3.40
        widget = {"widget_type": "rasteroptions"}
    else:
        widget = {"class": "processing.algs.gdal.ui.RasterOptionsWidget.RasterOptionsWidgetWrapper"}
    definition.setMetadata({"widget_wrapper": widget})
    return advanced(
        with_help(
            definition,
            tr(
                "For the GDAL driver that writes the file, separated by |, for example "
                "COMPRESS=DEFLATE|PREDICTOR=3. Empty: a compressed cloud optimised GeoTIFF."
            ),
        )
    )


def device() -> Definition:
    usual = default_device()
    values = DEVICES if usual in DEVICES else (*DEVICES, usual)
    definition = choice(DEVICE, tr("Device"), values, usual)
    return advanced(
        with_help(
            definition,
            tr("Where the model runs. auto takes a graphics card that works, else the processor."),
        )
    )


def origin() -> tuple[Definition, Definition]:
    """Give where a result came from, for one whose tags cannot tell: its layer and its model."""
    source = QgsProcessingParameterRasterLayer(SOURCE, tr("Layer it was made from"), optional=True)
    folder = QgsProcessingParameterFile(
        MODEL, tr("Model folder"), behavior=QgsProcessingParameterFile.Folder, optional=True
    )
    return (
        with_help(
            source, tr("Only for results made from a layer whose file was moved or renamed since.")
        ),
        with_help(
            folder,
            tr(
                "Only for results of a model that is not in the toolbox: the folder that Apply a "
                "model was given."
            ),
        ),
    )


def raster_output(label: str) -> Definition:
    return QgsProcessingParameterRasterDestination(OUTPUT, label)


def from_spec(spec: ParamSpec) -> Definition:
    """Give the Processing parameter of one parameter of a model's card."""
    label = spec_label(spec)
    if spec.unit:
        label = f"{label} ({spec.unit})"
    name = spec.name.upper()
    if spec.kind == "enum":
        values = [option.value for option in spec.options]
        definition = choice(name, label, values, str(spec.default))
    elif spec.kind == "bool":
        definition = QgsProcessingParameterBoolean(name, label, defaultValue=bool(spec.default))
    else:
        definition = _number(name, label, spec)
    definition.setHelp(spec_help(spec))
    return advanced(definition) if spec.advanced else definition


def spec_label(spec: ParamSpec) -> str:
    return tr(spec.label or spec.name.replace("_", " ").capitalize())


def spec_help(spec: ParamSpec) -> str:
    """Give the help of a card's parameter; an enum's ends with what its values mean."""
    parts = [tr(spec.help)] if spec.help else []
    for option in spec.options:
        label, value = tr(option.label), option.value
        if label.lower() != value.lower():
            explains_itself = label.lower().startswith(value.lower())
            parts.append(label if explains_itself else f"{value}: {label}")
    return "\n".join(parts)


def _number(name: str, label: str, spec: ParamSpec) -> Definition:
    kind = (
        QgsProcessingParameterNumber.Integer
        if spec.kind == "int"
        else QgsProcessingParameterNumber.Double
    )
    definition = QgsProcessingParameterNumber(name, label, type=kind, defaultValue=spec.default)
    if spec.minimum is not None:
        definition.setMinimum(float(spec.minimum))
    if spec.maximum is not None:
        definition.setMaximum(float(spec.maximum))
    return with_decimals(definition) if spec.kind == "float" else definition
