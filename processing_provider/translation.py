"""The one way in which this package translates a text, and where the translations come from."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from ..core import language

CONTEXT = "Terraloom"
FOLDER = Path(__file__).resolve().parent.parent / "i18n"
_TRADITIONAL = frozenset(("Hant", "TW", "HK", "MO"))


def tr(text: str) -> str:
    """Give ``text`` in the language of QGIS."""
    return QCoreApplication.translate(CONTEXT, text)


def qgis_locale() -> str:
    """Give the locale that QGIS speaks, such as ``de`` or ``zh-Hans``."""
    application = QgsApplication.instance()
    # The desktop sets it, also from its option --lang; qgis_process leaves it empty.
    if isinstance(application, QgsApplication) and application.translation():
        return application.translation()
    settings = QgsSettings()
    if settings.value("locale/overrideFlag", False, type=bool):
        chosen = settings.value("locale/userLocale", "", type=str)
        if chosen:
            return chosen
    return QLocale().name()


def language_of(locale: str) -> str:
    """Give the name that our files use for a locale: without country, except for Chinese."""
    language, *rest = locale.replace("-", "_").split("_")
    if language == "zh":
        return "zh_TW" if _TRADITIONAL.intersection(rest) else "zh_CN"
    return language


def install(locale: Optional[str] = None) -> Optional[QTranslator]:
    """Translate all texts from now on; None where QGIS speaks English or a language we lack."""
    path = FOLDER / f"terraloom_{language_of(locale or qgis_locale())}.qm"
    translator = QTranslator()
    if not path.is_file() or not translator.load(str(path)):
        return None
    QCoreApplication.installTranslator(translator)
    language.use(path)
    return translator


def remove(translator: Optional[QTranslator]) -> None:
    """Undo ``install``."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
        language.use(None)
