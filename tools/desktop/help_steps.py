"""Step of the walk that asks for help wherever it is offered."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import processing
from hands import choose, click, find, press, with_next_dialog
from model_steps import NEAR
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QDialogButtonBox, QWidget
from qgis.utils import iface
from walker import TERRAIN, Walker, check

DIALOGS = ("panel", "models", "options", "provenance")


class _Asked(QObject):
    """Takes the pages in the browser's place."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[Path] = []

    @pyqtSlot(QUrl)
    def note(self, url: QUrl) -> None:
        self.pages.append(Path(url.toLocalFile()))


class HelpSteps(Walker):
    def help_pages(self) -> str:
        """Click on Help in every form and dialog; each has its own page, with a picture."""
        asked = _Asked()
        QDesktopServices.setUrlHandler("file", asked, "note")
        try:
            self._ask_everywhere()
        finally:
            QDesktopServices.unsetUrlHandler("file")
        pages = sorted({page.stem for page in asked.pages})
        for page in set(asked.pages):
            _check_page(page)
        provider = QgsApplication.processingRegistry().providerById("terraloom")
        names = {one.name() for one in provider.algorithms()}
        missing = (names | set(DIALOGS)) - set(pages)
        check(not missing, f"no help came for {sorted(missing)}")
        return f"{len(pages)} pages: {', '.join(pages)}"

    def _ask_everywhere(self) -> None:
        provider = QgsApplication.processingRegistry().providerById("terraloom")
        for algorithm_id in [one.id() for one in provider.algorithms()]:
            if self._has_card(algorithm_id):
                self.open_card(algorithm_id)
                click("terraloomHelp", find("terraloomFormPage"))
                click("terraloomBack")
                continue
            dialog = processing.createAlgorithmDialog(algorithm_id, {})
            dialog.show()
            QTest.qWait(500)
            box = dialog.findChild(QDialogButtonBox)
            press(box.button(QDialogButtonBox.StandardButton.Help))
            dialog.close()
        (menu,) = (one for one in iface.rasterMenu().actions() if one.text() == "Terraloom")
        choose(menu.menu(), "terraloomHelpAction")
        choose(menu.menu(), "terraloomModels")
        dialog = find("terraloomModels")
        press(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Help))
        dialog.close()
        self.show(NEAR)
        self.open_card(TERRAIN)
        self.layer_menu(self.run(), "terraloomLayerProvenance")
        dialog = find("terraloomProvenance")
        click("terraloomHelpButton", dialog)
        dialog.close()
        with_next_dialog(_ask_in_options, 2500)
        find("terraloomOptionsAction", QAction).trigger()

    def _has_card(self, algorithm_id: str) -> bool:
        if not find("terraloomGallery").isVisible():
            click("terraloomBack")
        return any(
            one.objectName() == f"terraloomCard_{algorithm_id}"
            for one in find("terraloomGallery").findChildren(QWidget)
        )


def _ask_in_options(dialog: Any) -> None:
    click("terraloomOptionsHelp", dialog)
    dialog.reject()


def _check_page(page: Path) -> None:
    check(page.is_file(), f"there is no page {page}")
    pictures = re.findall(r'<img[^>]* src="([^"]+)"', page.read_text(encoding="utf-8"))
    check(bool(pictures), f"{page.name} has no picture")
    for picture in pictures:
        check((page.parent / picture).is_file(), f"{page.name}: there is no {picture}")
