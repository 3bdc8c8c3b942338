"""The models there are; importing, exporting and removing one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional

from qgis.core import QgsApplication, QgsSettings
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QMessageBox,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import PackageError
from ..core.model_store import Imported, ModelExistsError, ModelStore, export_zip
from ..core.package import ModelPackage
from ..processing_provider import icons
from ..processing_provider.services import Services, user_models_folder
from ..processing_provider.translation import tr
from .background import Background
from .help_link import add_help
from .model_text import model_html, no_models_html, problem_html, refusal_html
from .text_labels import warning_colour

PROVIDER = "terraloom"
GEOMETRY = "terraloom/models_dialog_geometry"
LAST_FOLDER = "terraloom/models_dialog_folder"
WIDTH_CHARACTERS, HEIGHT_LINES = 120, 34
KEY = Qt.ItemDataRole.UserRole


class ModelsDialog(QDialog):
    """Lists bundled and own models and broken folders; ``reload`` looks at the folders again."""

    def __init__(
        self,
        services: Services,
        reload: Callable[[], None],
        parent: Optional[QWidget] = None,
        folder: Optional[Path] = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("terraloomModels")
        self.setWindowTitle(tr("Terraloom models"))
        self._catalog = services.catalog
        self._reload = reload
        self._folder = folder or user_models_folder()
        self._background = Background(self)
        self._busy = False
        self._build()
        self.restoreGeometry(QgsSettings().value(GEOMETRY, b""))
        self.finished.connect(lambda _: QgsSettings().setValue(GEOMETRY, self.saveGeometry()))
        self.refresh()

    def refresh(self, chosen: str = "") -> None:
        """List what the catalogue holds now, with the model or folder ``chosen`` selected."""
        self._list.clear()
        for package in self._catalog.packages.values():
            item = QListWidgetItem(icons.icon(package.id, package.card.task), package.card.title)
            item.setData(KEY, package.id)
            own = tr("your own") if self._is_own(package.folder) else tr("bundled")
            item.setText(f"{tr(package.card.title)}\n{package.card.version}, {own}")
            self._list.addItem(item)
        for folder, reason in self._catalog.problems:
            warning = QgsApplication.getThemeIcon("/mIconWarning.svg")
            item = QListWidgetItem(warning, f"{folder.name}\n{tr('cannot be used')}")
            item.setData(KEY, str(folder))
            item.setToolTip(reason)
            item.setForeground(warning_colour(self.palette()))
            self._list.addItem(item)
        rows = [self._list.item(row).data(KEY) for row in range(self._list.count())]
        self._list.setCurrentRow(rows.index(chosen) if chosen in rows else 0)
        self._show_current()

    def import_model(self, source: Path) -> None:
        """Take in a folder or a zip, in the background; asks before it replaces a model."""
        self._import(source, replace=False)

    def _build(self) -> None:
        self._bar = QgsMessageBar(self)
        self._list = QListWidget(self)
        self._list.setObjectName("terraloomModelList")
        self._list.currentRowChanged.connect(self._show_current)
        self._text = QTextBrowser(self)
        self._text.setObjectName("terraloomModelText")
        self._text.setOpenExternalLinks(True)
        splitter = QSplitter(self)
        splitter.addWidget(self._list)
        splitter.addWidget(self._text)
        splitter.setStretchFactor(1, 1)
        metrics = self.fontMetrics()
        width, height = metrics.averageCharWidth(), metrics.lineSpacing()
        self.resize(WIDTH_CHARACTERS * width, HEIGHT_LINES * height)
        splitter.setSizes([34 * width, (WIDTH_CHARACTERS - 34) * width])
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        add_help(box, "models")
        self._import_button = self._button(box, tr("Import"), "Import", None)
        menu = QMenu(self._import_button)
        for text, name, slot in (
            (tr("A zip file…"), "Zip", self._choose_zip),
            (tr("A folder…"), "Folder", self._choose_folder),
        ):
            action = menu.addAction(text)
            action.setObjectName(f"terraloomImport{name}")
            action.triggered.connect(slot)
        self._import_button.setMenu(menu)
        self._export_button = self._button(box, tr("Export…"), "Export", self._export)
        self._remove_button = self._button(box, tr("Remove…"), "Remove", self._remove)
        self._open_button = self._button(box, tr("Open folder"), "OpenFolder", self._open_folder)
        layout = QVBoxLayout(self)
        layout.addWidget(self._bar)
        layout.addWidget(splitter, 1)
        layout.addWidget(box)

    def _button(
        self, box: QDialogButtonBox, text: str, name: str, slot: Optional[Callable[[], None]]
    ) -> QPushButton:
        button = box.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName(f"terraloomModel{name}")
        button.setAutoDefault(False)
        if slot is not None:
            button.clicked.connect(lambda _checked=False: slot())
        return button

    def _current(self) -> tuple[Optional[ModelPackage], Optional[Path]]:
        """Give the model that is chosen, and its folder; or only the folder of a broken one."""
        item = self._list.currentItem()
        if item is None:
            return None, None
        package = self._catalog.packages.get(item.data(KEY))
        return package, package.folder if package is not None else Path(item.data(KEY))

    def _show_current(self) -> None:
        package, folder = self._current()
        if package is not None:
            registry = QgsApplication.processingRegistry()
            algorithm = registry.algorithmById(f"{PROVIDER}:{package.id}")
            own = self._is_own(package.folder)
            self._text.setHtml(model_html(package, own=own, listed=algorithm is not None))
        elif folder is not None:
            reasons = [reason for path, reason in self._catalog.problems if path == folder]
            self._text.setHtml(problem_html(folder, " ".join(reasons)))
        else:
            self._text.setHtml(no_models_html())
        self._import_button.setEnabled(not self._busy)
        self._export_button.setEnabled(not self._busy and package is not None)
        own = folder is not None and self._is_own(folder)
        self._remove_button.setEnabled(not self._busy and own)
        self._remove_button.setToolTip(
            "" if own else tr("Only your own models can be removed; this one is bundled.")
        )
        self._open_button.setEnabled(folder is not None)

    def _is_own(self, folder: Path) -> bool:
        return self._store().holds(folder)

    def _store(self) -> ModelStore:
        own = {
            package.id
            for package in self._catalog.packages.values()
            if package.folder.parent == self._folder.absolute()
        }
        provider = QgsApplication.processingRegistry().providerById(PROVIDER)
        algorithms = provider.algorithms() if provider is not None else []
        names = {one.name() for one in algorithms} | set(self._catalog.packages)
        return ModelStore(self._folder, names - own)

    def _choose_zip(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Import a model"), _last_folder(), tr("Zip files (*.zip)")
        )
        if chosen:
            _remember(Path(chosen).parent)
            self.import_model(Path(chosen))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Import a model"), _last_folder())
        if chosen:
            _remember(Path(chosen).parent)
            self.import_model(Path(chosen))

    def _import(self, source: Path, *, replace: bool) -> None:
        store = self._store()
        self._work(
            lambda _progress: store.add(source, replace=replace),
            lambda answer: self._imported(source, answer),
        )

    def _imported(self, source: Path, answer: object) -> None:
        if isinstance(answer, ModelExistsError):
            self._ask_to_replace(source, answer)
        elif isinstance(answer, Imported):
            self._reload()
            self.refresh(answer.package.id)
            message = tr("Model '{id}' was imported.").format(id=answer.package.id)
            if answer.left_out:
                left = tr("Left out, because they are not data: {files}.")
                message = f"{message} {left.format(files=', '.join(answer.left_out[:5]))}"
            self._succeed(message)
        else:
            what = tr("It was not imported, and nothing has changed.")
            self._fail(source.name, what, answer)

    def _ask_to_replace(self, source: Path, error: ModelExistsError) -> None:
        question = tr("{reason} Replace it with the one in '{name}'?").format(
            reason=error.reason, name=source.name
        )
        if self._agreed(tr("Replace model"), question):
            self._import(source, replace=True)

    def _export(self) -> None:
        package, _ = self._current()
        if package is None:
            return
        proposal = str(Path(_last_folder()) / f"{package.id}-{package.card.version}.zip")
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Export the model"), proposal, tr("Zip files (*.zip)")
        )
        if chosen:
            _remember(Path(chosen).parent)
            target = Path(chosen)
            self._work(lambda _progress: export_zip(package, target), self._exported)

    def _exported(self, answer: object) -> None:
        if isinstance(answer, Path):
            self._succeed(tr("Exported to '{path}'.").format(path=answer))
        else:
            self._fail(tr("Export"), tr("The model was not exported."), answer)

    def _remove(self) -> None:
        _, folder = self._current()
        if folder is None:
            return
        question = tr(
            "Remove the model in '{folder}'? Its files are deleted. Results that it made stay, but "
            "can no longer be reproduced or verified here."
        ).format(folder=folder)
        if self._agreed(tr("Remove model"), question):
            store = self._store()
            self._work(lambda _progress: store.remove(folder), self._removed)

    def _removed(self, answer: object) -> None:
        self._reload()
        self.refresh()
        if isinstance(answer, Exception):
            self._fail(tr("Remove"), tr("The model was not removed."), answer)

    def _open_folder(self) -> None:
        _, folder = self._current()
        if folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _work(self, action: Callable[[object], object], then: Callable[[object], None]) -> None:
        """Do something with files in the background, with the buttons disabled meanwhile."""

        def ended(answer: object) -> None:
            self._busy = False
            self._show_current()
            then(answer)

        self._busy = True
        self._show_current()
        self._background.call(action, ended)

    def _agreed(self, title: str, question: str) -> bool:
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        answer = QMessageBox.question(self, title, question, buttons, QMessageBox.StandardButton.No)
        return answer == QMessageBox.StandardButton.Yes

    def _succeed(self, message: str) -> None:
        self._bar.clearWidgets()
        self._bar.pushSuccess("", message)

    def _fail(self, name: str, what: str, answer: object) -> None:
        """Show the whole reason where there is room for it."""
        reason = answer.reason if isinstance(answer, PackageError) else str(answer)
        self._bar.clearWidgets()
        self._bar.pushWarning(name, what)
        self._list.setCurrentRow(-1)
        self._text.setHtml(refusal_html(name, what, reason))


def _last_folder() -> str:
    return str(QgsSettings().value(LAST_FOLDER, str(Path.home())))


def _remember(folder: Path) -> None:
    QgsSettings().setValue(LAST_FOLDER, str(folder))
