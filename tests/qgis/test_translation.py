"""The texts in QGIS's language, in the desktop's way and under ``qgis_process``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from ...core.errors import PackageError
from ...core.language import tr as core_tr
from ...processing_provider import translation
from ...processing_provider.translation import tr
from ...tools import qm_file, source_texts, translate, ts_file
from .processes import PROGRAM, ROOT, fresh_profile

GERMAN = ts_file.read(translate.ts_path(ROOT, "de"))


@pytest.fixture(autouse=True)
def compiled() -> None:
    translate.compile_all(ROOT)


@pytest.fixture
def german(qgis: QgsApplication) -> Iterator[None]:
    translator = translation.install("de_AT")
    yield
    translation.remove(translator)


@pytest.fixture
def settings(qgis: QgsApplication) -> Iterator[QgsSettings]:
    """QGIS's settings; its language is as before afterwards."""
    found = QgsSettings()
    before = {key: found.value(key) for key in ("locale/overrideFlag", "locale/userLocale")}
    yield found
    for key, value in before.items():
        found.remove(key) if value is None else found.setValue(key, value)


def test_qt_gives_back_every_text_that_we_compile(qgis: QgsApplication, tmp_path: Path) -> None:
    texts = {one.text: f"«{one.text}» 语" for one in source_texts.source_texts(ROOT)}
    path = tmp_path / "texts.qm"
    path.write_bytes(qm_file.compiled(texts, translation.CONTEXT, "de"))
    translator = QTranslator()
    assert translator.load(str(path))
    QCoreApplication.installTranslator(translator)
    try:
        assert {text: tr(text) for text in texts} == texts
        assert tr("No such text.") == "No such text."
        assert QCoreApplication.translate("Another plugin", "Terrain") == "Terrain"
    finally:
        QCoreApplication.removeTranslator(translator)


def test_texts_are_german_as_long_as_the_translator_is_installed(qgis: QgsApplication) -> None:
    translator = translation.install("de")
    assert tr("Pixel size") == GERMAN["Pixel size"] != "Pixel size"
    translation.remove(translator)
    assert tr("Pixel size") == "Pixel size"


@pytest.mark.usefixtures("german")
def test_the_algorithms_speak_german(provider: object) -> None:
    algorithm = QgsApplication.processingRegistry().algorithmById("terraloom:verify")
    assert algorithm.displayName() == GERMAN["Verify a result"]
    assert algorithm.parameterDefinition("INPUT").description() == GERMAN["Terraloom raster"]


@pytest.mark.usefixtures("german")
def test_the_reasons_that_core_gives_are_german() -> None:
    reason = GERMAN["It has no {card}."].format(card="model.json")
    told = str(PackageError("land", core_tr("It has no {card}.").format(card="model.json")))
    whole = GERMAN["Model folder '{folder}' cannot be used: {reason}"]
    assert told == whole.format(folder="land", reason=reason)


def test_without_a_translator_core_is_english_again(qgis: QgsApplication) -> None:
    translation.remove(translation.install("de"))
    assert core_tr("It has no {card}.") == "It has no {card}."


@pytest.mark.parametrize("locale", ["en", "en_GB", "C", "xx", "zh_TW", "zh-Hant"])
def test_other_languages_keep_the_english_texts(qgis: QgsApplication, locale: str) -> None:
    assert translation.install(locale) is None
    assert tr("Pixel size") == "Pixel size"


@pytest.mark.parametrize(
    ("locale", "language"),
    [("de_CH", "de"), ("zh-Hans", "zh_CN"), ("zh_CN", "zh_CN"), ("zh", "zh_CN"), ("pt_BR", "pt")],
)
def test_the_locales_of_qgis_find_their_file(locale: str, language: str) -> None:
    assert translation.language_of(locale) == language


def test_the_language_chosen_in_the_options_counts(settings: QgsSettings) -> None:
    settings.setValue("locale/userLocale", "de")
    settings.setValue("locale/overrideFlag", True)
    assert translation.qgis_locale() == "de"


@pytest.mark.skipif(PROGRAM is None, reason="needs qgis_process")
def test_qgis_process_speaks_the_language_of_the_profile(tmp_path: Path) -> None:
    process = fresh_profile(tmp_path)
    settings = tmp_path / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    with settings.open("a", encoding="utf-8") as stream:
        stream.write("\n[locale]\nuserLocale=de\noverrideFlag=true\n")
    status, said = process.run("help", "terraloom:verify")
    assert status == 0, said
    assert GERMAN["Verify a result"] in said
