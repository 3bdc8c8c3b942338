"""Settings as they are kept, and what they do to the engine and the algorithms."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsApplication, QgsSettings

from ...core.worker.homes import EngineSettings
from ...processing_provider import parameters, settings
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.services import chosen_home, default_services


@pytest.fixture(autouse=True)
def fresh(qgis: QgsApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("TERRALOOM_ENGINE", "TERRALOOM_WORKER_PYTHON", "TERRALOOM_ENVIRONMENT"):
        monkeypatch.delenv(name, raising=False)
    settings.reset()
    yield
    settings.reset()


def test_nothing_set_is_the_automatic_choice() -> None:
    assert settings.engine_settings() == EngineSettings()
    assert settings.default_device() == "auto"
    assert settings.output_folder() == ""
    assert (settings.warn_gigabytes(), settings.warn_minutes()) == (10.0, 120.0)
    assert settings.as_rows() == []


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        ("auto", EngineSettings("auto", None, "/a/pläce")),
        ("managed", EngineSettings("worker", None, "/a/pläce")),
        ("own", EngineSettings("worker", "/opt/my python", "/a/pläce")),
        ("inprocess", EngineSettings("inprocess", None, "/a/pläce")),
    ],
)
def test_a_home_becomes_the_settings_of_the_engine(home: str, expected: EngineSettings) -> None:
    settings.set_python("/opt/my python")
    settings.set_place("/a/pläce")
    settings.set_home(home)
    assert settings.engine_settings() == expected


def test_an_interpreter_is_kept_while_another_home_is_chosen() -> None:
    settings.set_python("/opt/python")
    settings.set_home("managed")
    assert settings.engine_settings().python is None
    settings.set_home("own")
    assert settings.engine_settings().python == "/opt/python"


def test_defaults_are_not_written() -> None:
    settings.set_default_device("cpu")
    settings.set_default_device("auto")
    settings.set_warn_minutes(settings.WARN_MINUTES)
    settings.set_home("auto")
    assert settings.as_rows() == []


def test_the_tests_have_settings_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert QgsSettings().fileName().startswith(str(tmp_path_factory.getbasetemp()))


def test_nonsense_in_the_file_is_not_taken() -> None:
    QgsSettings().setValue("terraloom/home", "cloud")
    QgsSettings().setValue("terraloom/warn_minutes", "soon")
    QgsSettings().setValue("terraloom/warn_gigabytes", -3)
    assert settings.home() == "auto"
    assert (settings.warn_gigabytes(), settings.warn_minutes()) == (10.0, 120.0)
    with pytest.raises(ValueError, match="no home of PyTorch"):
        settings.set_home("cloud")


def test_the_environment_variable_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    settings.set_home("own")
    settings.set_python("/nowhere/python")
    assert "/nowhere/python" in chosen_home().reason
    monkeypatch.setenv("TERRALOOM_WORKER_PYTHON", "/elsewhere/python")
    assert "/elsewhere/python" in chosen_home().reason


def test_the_engine_follows_the_settings_without_a_restart() -> None:
    engine = default_services().engine
    settings.set_home("own")
    settings.set_python("/nowhere/python")
    assert "/nowhere/python" in str(engine.problem())
    settings.set_python("/elsewhere/python")
    engine.close()
    assert "/elsewhere/python" in str(engine.problem())


def test_algorithms_start_with_the_default_device(provider: TerraloomProvider) -> None:
    settings.set_default_device("cpu")
    algorithm = provider.algorithm("terrain").create()
    assert algorithm.parameterDefinition("DEVICE").defaultValue() == "cpu"
    settings.set_default_device("cuda:3")
    definition = parameters.device()
    assert definition.defaultValue() == "cuda:3"
    assert list(definition.options()) == [*parameters.DEVICES, "cuda:3"]
