"""All models there are, bundled and the user's, and what is wrong with each broken folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .errors import PackageError
from .known_hashes import KnownHashes
from .language import tr
from .package import SCHEMA_PATH, ModelPackage, hash_file, load_package


def bundled_folder() -> Path:
    """The ``models`` folder of the plugin itself."""
    return SCHEMA_PATH.parent


class Catalog:
    """The models in some folders, each of which holds model folders. Empty until `scan`.

    Where two folders hold the same id the earlier one wins, and the later one is a problem. With
    ``hashes``, weights that have not changed are not read again.
    """

    def __init__(self, folders: Sequence[Path], hashes: KnownHashes | None = None) -> None:
        self._hash_of = hashes or hash_file
        self._hashes = hashes
        self.folders = tuple(Path(folder) for folder in folders)
        self.packages: dict[str, ModelPackage] = {}
        self.problems: tuple[tuple[Path, str], ...] = ()

    def scan(self) -> Catalog:
        """Look again; returns itself. Never raises for a broken or unreadable folder."""
        packages: dict[str, ModelPackage] = {}
        found: list[tuple[Path, str]] = []
        for folder in self._model_folders(found):
            try:
                package = load_package(folder, self._hash_of)
            except PackageError as error:
                found.append((folder, error.reason))
            except Exception as error:  # noqa: BLE001 - one folder must not hide all others
                found.append((folder, tr("It cannot be read: {error}.").format(error=error)))
            else:
                first = packages.setdefault(package.id, package)
                if first is not package:
                    found.append(
                        (
                            folder,
                            tr("Model '{model}' is already loaded from '{folder}'.").format(
                                model=package.id, folder=first.folder
                            ),
                        )
                    )
        if self._hashes is not None:
            self._hashes.save()
        self.packages, self.problems = packages, tuple(found)
        return self

    def get(self, model_id: str) -> ModelPackage:
        """The model of that id; `PackageError` says why it is not there."""
        package = self.packages.get(model_id)
        if package is not None:
            return package
        for folder, reason in self.problems:
            if folder.name == model_id:
                raise PackageError(folder, reason)
        names = ", ".join(sorted(self.packages)) or tr("none")
        raise PackageError(
            model_id, tr("There is no such model. Models found: {names}.").format(names=names)
        )

    def _model_folders(self, found: list[tuple[Path, str]]) -> list[Path]:
        """Subfolders in the order they are tried; hidden ones and ``__pycache__`` are no models."""
        result: list[Path] = []
        seen: set[Path] = set()
        for root in self.folders:
            try:
                if not root.is_dir() or root.resolve() in seen:
                    continue  # the user's folder appears with the first trained model
                seen.add(root.resolve())
                children = sorted(child for child in root.iterdir() if child.is_dir())
            except OSError as error:
                found.append(
                    (root, tr("It cannot be read: {error}.").format(error=error.strerror or error))
                )
                continue
            result.extend(child for child in children if child.name[:1] not in (".", "_"))
        return result
