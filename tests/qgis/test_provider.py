"""What QGIS sees of the provider: ids, parameters, texts, icons. The names are frozen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
)

from ...core.catalog import Catalog
from ...core.params import ParamSpec
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.services import Services
from ..unit.model_folders import edit_card, make_model
from .fakes import FakeEngine, FakeJobs

MODEL_OWN = {
    "terrain": ["RELIEF", "SEA_LEVEL", "LANDFORM", "RIVERS"],
    "terrain_detail": ["RELIEF"],
}
FROZEN = {
    "terrain": (
        ["EXTENT", "TARGET_CRS", "PIXEL_SIZE", "SEED"],
        ["CREATE_OPTIONS", "DEVICE", "OUTPUT"],
    ),
    "terrain_detail": (
        ["INPUT", "BAND", "EXTENT", "SCALE", "FIDELITY", "SEED"],
        ["CREATE_OPTIONS", "DEVICE", "OUTPUT"],
    ),
    "apply_model": (
        ["MODEL", "INPUT", "BAND", "EXTENT", "TARGET_CRS", "PIXEL_SIZE", "SCALE", "FIDELITY"]
        + ["SEED", "PARAMETERS", "CREATE_OPTIONS", "DEVICE", "OUTPUT"],
        [],
    ),
    "extend": (["INPUT", "EXTENT", "SOURCE", "MODEL", "CREATE_OPTIONS", "DEVICE", "OUTPUT"], []),
    "verify": (["INPUT", "SOURCE", "MODEL", "DEVICE", "OUTPUT_REPORT"], []),
    "set_up_torch": (["ACTION", "BUILD", "PLACE", "WHEELS", "BASE"], []),
    "diagnostics": (["OUTPUT"], []),
}
LOOK_AFTER_THE_ENGINE = ("set_up_torch", "diagnostics")
VERIFY_OUTPUTS = {"MATCHES", "IDENTICAL_SHARE", "MAX_DIFFERENCE", "OUTPUT_REPORT"}


def algorithm(name: str) -> QgsProcessingAlgorithm:
    found = QgsApplication.processingRegistry().algorithmById(f"terraloom:{name}")
    assert found is not None
    return found


def registered(provider: TerraloomProvider) -> set[str]:
    return {one.name() for one in provider.algorithms()}


def test_the_provider_has_its_id_and_all_algorithms(provider: TerraloomProvider) -> None:
    assert provider.id() == "terraloom"
    assert provider.name() == "Terraloom"
    assert provider.versionInfo()
    assert registered(provider) == set(FROZEN)


@pytest.mark.parametrize("name", FROZEN)
def test_parameter_names_are_frozen(provider: TerraloomProvider, name: str) -> None:
    before, after = FROZEN[name]
    names = [one.name() for one in algorithm(name).parameterDefinitions()]
    assert names == before + MODEL_OWN.get(name, []) + after


def test_outputs_of_verify_are_frozen(provider: TerraloomProvider) -> None:
    assert {one.name() for one in algorithm("verify").outputDefinitions()} == VERIFY_OUTPUTS


@pytest.mark.parametrize("name", FROZEN)
def test_enums_keep_their_values_as_text(provider: TerraloomProvider, name: str) -> None:
    for one in algorithm(name).parameterDefinitions():
        if one.type() == "enum":
            assert one.usesStaticStrings()
            assert one.defaultValue() in one.options()


def test_devices_and_scales_are_frozen(provider: TerraloomProvider) -> None:
    detail = algorithm("terrain_detail")
    assert detail.parameterDefinition("DEVICE").options() == ["auto", "cpu", "cuda:0", "mps"]
    assert detail.parameterDefinition("SCALE").options() == ["2", "4", "8", "16"]


@pytest.mark.parametrize("name", FROZEN)
def test_every_algorithm_explains_itself(provider: TerraloomProvider, name: str) -> None:
    one = algorithm(name)
    assert one.displayName()
    assert one.group()
    assert one.groupId()
    assert len(one.shortHelpString()) > 100
    assert one.shortDescription()
    assert one.tags()
    assert one.helpUrl().startswith("file:///")


@pytest.mark.parametrize("name", FROZEN)
def test_every_algorithm_has_an_icon_of_its_own(provider: TerraloomProvider, name: str) -> None:
    path = Path(algorithm(name).svgIconPath())
    assert path.is_file()
    assert path.stem == name


@pytest.mark.parametrize("name", FROZEN)
def test_every_algorithm_may_run_in_a_background_thread(
    provider: TerraloomProvider, name: str
) -> None:
    assert not algorithm(name).flags() & QgsProcessingAlgorithm.FlagNoThreading
    assert algorithm(name).flags() & QgsProcessingAlgorithm.FlagCanCancel


def test_parameters_of_the_card_become_parameters(provider: TerraloomProvider) -> None:
    terrain = algorithm("terrain")
    relief = terrain.parameterDefinition("RELIEF")
    assert relief.description() == "Relief (m)"
    assert (relief.minimum(), relief.maximum(), relief.defaultValue()) == (0.0, 4000.0, 300.0)
    landform = terrain.parameterDefinition("LANDFORM")
    assert landform.options() == ["mixed", "alpine"]
    assert "alpine: High mountains with valleys" in landform.help()
    assert terrain.parameterDefinition("RIVERS").type() == "boolean"


@pytest.mark.parametrize("name", ["CREATE_OPTIONS", "DEVICE", "RIVERS"])
def test_rare_parameters_are_advanced(provider: TerraloomProvider, name: str) -> None:
    flags = algorithm("terrain").parameterDefinition(name).flags()
    assert flags & QgsProcessingParameterDefinition.FlagAdvanced


def test_the_pixel_size_takes_its_unit_from_the_target_crs(provider: TerraloomProvider) -> None:
    size = algorithm("terrain").parameterDefinition("PIXEL_SIZE")
    assert size.parentParameterName() == "TARGET_CRS"


def test_without_an_engine_all_are_listed_and_say_what_is_missing(
    qgis: QgsApplication, models: Path
) -> None:
    services = Services(Catalog([models]), FakeEngine("PyTorch is not installed."), FakeJobs())
    provider = TerraloomProvider(services)
    provider.loadAlgorithms()
    assert registered(provider) == set(FROZEN)
    for one in provider.algorithms():
        without = (False, "PyTorch is not installed.")
        expected = (True, "") if one.name() in LOOK_AFTER_THE_ENGINE else without
        assert one.canExecute() == expected


def test_a_working_engine_can_execute(provider: TerraloomProvider) -> None:
    for one in provider.algorithms():
        assert one.canExecute() == (True, "")


def test_a_broken_bundled_model_is_listed_with_its_reason(
    qgis: QgsApplication, models: Path, services: Services
) -> None:
    (models / "terrain" / "fine.safetensors").unlink()
    shutil.rmtree(models / "terrain_detail")
    provider = TerraloomProvider(services)
    provider.loadAlgorithms()
    possible, reason = provider.algorithm("terrain").canExecute()
    assert not possible
    assert "fine.safetensors" in reason
    possible, reason = provider.algorithm("terrain_detail").canExecute()
    assert not possible
    assert "missing" in reason
    assert provider.algorithm("apply_model").canExecute() == (True, "")


def test_a_new_model_folder_becomes_an_algorithm(
    qgis: QgsApplication, models: Path, services: Services
) -> None:
    provider = TerraloomProvider(services)
    QgsApplication.processingRegistry().addProvider(provider)
    try:
        make_model(models / "badlands", title="Badlands")
        provider.refreshAlgorithms()
        assert algorithm("badlands").displayName() == "Badlands"
        assert Path(algorithm("badlands").svgIconPath()).stem == "terrain"
    finally:
        QgsApplication.processingRegistry().removeProvider(provider)


@pytest.mark.parametrize(
    "changes",
    [
        {"task": "forecast"},
        {"parameters": (ParamSpec("extent", "float", 1.0),)},
    ],
)
def test_a_model_that_cannot_be_an_algorithm_is_left_out(
    qgis: QgsApplication, models: Path, services: Services, changes: dict[str, object]
) -> None:
    make_model(models / "odd", **changes)
    provider = TerraloomProvider(services)
    provider.loadAlgorithms()
    assert registered(provider) == set(FROZEN)


def test_a_model_cannot_take_the_name_of_another_algorithm(
    qgis: QgsApplication, models: Path, services: Services
) -> None:
    make_model(models / "verify")
    provider = TerraloomProvider(services)
    provider.loadAlgorithms()
    assert provider.algorithm("verify").group() == "Models"


def test_a_card_from_the_future_is_skipped(
    qgis: QgsApplication, models: Path, services: Services
) -> None:
    make_model(models / "later")
    edit_card(models / "later", schema=99)
    provider = TerraloomProvider(services)
    provider.loadAlgorithms()
    assert registered(provider) == set(FROZEN)
