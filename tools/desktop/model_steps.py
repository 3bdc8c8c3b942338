"""Steps of the walk in the dialog of models: one's own taken in and given away, a broken one."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

from hands import choose, click, find, until, with_next_dialog
from qgis.core import QgsApplication, QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QTextBrowser,
)
from qgis.utils import iface
from walker import HOME, TERRAIN, Walker, check, tags

NEAR = QgsRectangle(600_000, 5_150_000, 604_000, 5_153_000)
KEY = Qt.ItemDataRole.UserRole


class ModelSteps(Walker):
    def own_model(self) -> str:
        """A bundled model is exported, changed into one's own, imported, used and removed."""
        dialog = self.open_models()
        self.choose_model(dialog, "terrain")
        archive = HOME / "terrain.zip"
        with_next_dialog(lambda box: _give_file(box, str(archive)))
        click("terraloomModelExport", dialog)
        until("the model is exported", archive.is_file)
        self.picture("exported", dialog)
        self.import_zip(dialog, archive)
        text = find("terraloomModelText", QTextBrowser, dialog)
        until("the reason is told", lambda: "not imported" in text.toPlainText())
        self.picture("own_id_is_needed", dialog)
        check("Change the id" in text.toPlainText(), text.toPlainText())
        folder = _with_another_id(archive, "my_hills", "My hills")
        with_next_dialog(lambda box: _give_file(box, str(folder)))
        button = find("terraloomModelImport", QAbstractButton, dialog)
        choose(button.menu(), "terraloomImportFolder")
        until("it is in the list", lambda: self.listed(dialog).count("my_hills") == 1)
        self.picture("imported", dialog)
        dialog.close()
        layer = self.own_layer()
        dialog = self.open_models()
        self.choose_model(dialog, "my_hills")
        with_next_dialog(_say_yes)
        click("terraloomModelRemove", dialog)
        until("it is gone", lambda: "my_hills" not in self.listed(dialog))
        dialog.close()
        cards = iface.mainWindow().findChildren(type(find(f"terraloomCard_{TERRAIN}")))
        names = [one.objectName() for one in cards if one.isVisible()]
        check("terraloomCard_terraloom:my_hills" not in names, f"its card is still there: {names}")
        return f"exported, imported with an id of its own, made {layer}, removed"

    def own_layer(self) -> str:
        if not find("terraloomGallery").isVisible():
            click("terraloomBack")
        self.show(NEAR)
        until("the card is there", lambda: find("terraloomCard_terraloom:my_hills").isVisible())
        self.picture("own_card")
        self.open_card("terraloom:my_hills")
        layer = self.run()
        check(tags(layer)["TERRALOOM_MODEL"] == "my_hills", str(tags(layer)))
        name = layer.name()
        self.picture("own_layer")
        click("terraloomBack")
        self.clear()
        return f"'{name}'"

    def broken_model(self) -> str:
        folder = HOME / "half_a_model"
        folder.mkdir()
        (folder / "model.json").write_text(json.dumps({"id": "half_a_model"})[:-1])
        archive = shutil.make_archive(str(folder), "zip", HOME, folder.name)
        registry = QgsApplication.processingRegistry()
        before = [one.id() for one in registry.providerById("terraloom").algorithms()]
        dialog = self.open_models()
        self.import_zip(dialog, Path(archive))
        text = find("terraloomModelText", QTextBrowser, dialog)
        until("the reason is told", lambda: "not imported" in text.toPlainText())
        said = text.toPlainText()
        self.picture("refused", dialog)
        check("model.json" in said, said)
        after = [one.id() for one in registry.providerById("terraloom").algorithms()]
        check(after == before, "the list of algorithms has changed")
        dialog.close()
        return " ".join(said.split())

    def open_models(self) -> QDialog:
        (menu,) = (one for one in iface.rasterMenu().actions() if one.text() == "Terraloom")
        choose(menu.menu(), "terraloomModels")
        dialogs = self.window.findChildren(QDialog, "terraloomModels")
        return next(one for one in dialogs if one.isVisible())

    def import_zip(self, dialog: QDialog, archive: Path) -> None:
        with_next_dialog(lambda box: _give_file(box, str(archive)))
        button = find("terraloomModelImport", QAbstractButton, dialog)
        choose(button.menu(), "terraloomImportZip")

    def listed(self, dialog: QDialog) -> list[str]:
        models = find("terraloomModelList", QListWidget, dialog)
        return [str(models.item(row).data(KEY)) for row in range(models.count())]

    def choose_model(self, dialog: QDialog, name: str) -> None:
        models = find("terraloomModelList", QListWidget, dialog)
        item = models.item(self.listed(dialog).index(name))
        models.scrollToItem(item)
        place = models.visualItemRect(item).center()
        QTest.mouseClick(models.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.qWait(300)
        check(models.currentItem() is item, f"'{name}' is not chosen")


def _with_another_id(archive: Path, name: str, title: str) -> Path:
    """Unpack a model and change its card, as with a text editor."""
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(HOME / "unpacked")
    (unpacked,) = (HOME / "unpacked").iterdir()
    folder = unpacked.rename(unpacked.with_name(name))
    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    card.update(id=name, title=title)
    (folder / "model.json").write_text(json.dumps(card), encoding="utf-8")
    return folder


def _give_file(dialog: Any, path: str) -> None:
    edit = find("fileNameEdit", QLineEdit, dialog)
    edit.selectAll()
    QTest.keyClicks(edit, path)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def _say_yes(dialog: Any) -> None:
    QTest.mouseClick(dialog.button(QMessageBox.StandardButton.Yes), Qt.MouseButton.LeftButton)
