"""The user's own models: taken in from a folder or a zip, given out as a zip, removed.

Nothing is installed before every check of `core.package` has passed on a copy of it.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Optional

from .errors import PackageError
from .json_schema import parse_json
from .language import tr
from .package import CARD_NAME, MAX_CARD_BYTES, MAX_WEIGHTS_BYTES, ModelPackage, load_package
from .units import bytes_text

MAX_ENTRIES = 1000
MAX_TOTAL_BYTES = 2**30
MAX_EXTRA_BYTES = 2**24
"""Of a picture, a style or a text."""

_DATA_SUFFIXES = (".json", ".safetensors", ".md", ".txt", ".png", ".jpg", ".qml", ".toml", ".html")
_DATA_NAMES = ("LICENSE", "LICENCE", "COPYING", "NOTICE")
_ID = re.compile(r"[a-z][a-z0-9_]{0,63}")
_SYMLINK, _FILE_KIND = 0o120000, 0o170000
_ENCRYPTED = 0x1
# The oldest date a zip can hold: the same model gives the same zip.
_DATE = (1980, 1, 1, 0, 0, 0)


class ModelExistsError(PackageError):
    """There is an own model of that id already, sound or not; importing may replace it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            folder,
            tr("There is a model '{model}' among your own already.").format(model=folder.name),
        )


@dataclass(frozen=True)
class Imported:
    """A model that was taken in, and the files that were left behind: they are not data."""

    package: ModelPackage
    left_out: tuple[str, ...] = ()


class ModelStore:
    """The folder of the user's own models; ``reserved`` ids belong to others."""

    def __init__(self, folder: Path, reserved: Collection[str] = ()) -> None:
        self.folder = Path(folder)
        self._reserved = frozenset(reserved)

    def add(self, source: Path, *, replace: bool = False) -> Imported:
        """Install the model in the folder or zip ``source``.

        Raises
        ------
        ModelExistsError
            If there is one of that id and ``replace`` is not set.
        PackageError
            With the reason why it was not taken; nothing has changed then.
        """
        source = Path(source)
        with self._draft(source) as draft:
            files = draft / "files"
            files.mkdir()
            if source.is_dir():
                left_out = _copy_folder(source, files)
            else:
                left_out = _unpack(source, files)
            model_id = _card_id(files, source)
            self._check_id(model_id, source)
            checked = draft / model_id
            files.rename(checked)
            try:
                load_package(checked)
            except PackageError as error:
                raise PackageError(source, error.reason) from error
            self._install(checked, replace=replace)
        return Imported(load_package(self.folder / model_id), left_out)

    def holds(self, folder: Path) -> bool:
        """Whether that model folder is one of the user's own."""
        return Path(folder).absolute().parent == self.folder.absolute()

    def remove(self, folder: Path) -> None:
        """Delete an own model, broken or not; `PackageError` for any other folder."""
        folder = Path(folder)
        if not self.holds(folder):
            raise PackageError(folder, tr("It is not one of your own models, so it stays."))
        try:
            if folder.is_symlink():
                folder.unlink()  # what it leads to belongs to somebody else
                return
            doomed = folder.with_name(f".{folder.name}-{secrets.token_hex(4)}-removed")
            folder.rename(doomed)  # it is gone at once, even if deleting its files fails half-way
            shutil.rmtree(doomed)
        except OSError as error:
            raise PackageError(
                folder,
                tr("It could not be removed: {error}.").format(error=error.strerror or error),
            ) from error

    @contextmanager
    def _draft(self, source: Path) -> Iterator[Path]:
        """A hidden folder beside the models, so that installing is only a rename."""
        draft = self.folder / f".import-{secrets.token_hex(6)}"
        try:
            draft.mkdir(parents=True)
            yield draft
        except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            reason = getattr(error, "strerror", None) or error
            raise PackageError(
                source, tr("It could not be imported: {reason}.").format(reason=reason)
            ) from error
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def _check_id(self, model_id: str, source: Path) -> None:
        if model_id in self._reserved:
            raise PackageError(
                source,
                tr(
                    "Its id '{id}' is that of a model or an algorithm of Terraloom "
                    "itself. Change the id in {card}."
                ).format(id=model_id, card=CARD_NAME),
            )

    def _install(self, checked: Path, *, replace: bool) -> None:
        target = self.folder / checked.name
        if not target.exists():
            checked.rename(target)
            return
        if not replace:
            raise ModelExistsError(target)
        old = checked.parent / "old"  # deleted with the draft
        target.rename(old)
        try:
            checked.rename(target)
        except OSError:
            old.rename(target)
            raise


def export_zip(package: ModelPackage, target: Path) -> Path:
    """Write the model as a zip that `ModelStore.add` reads; complete or not at all."""
    target = Path(target)
    unfinished = target.with_name(f".{target.name}-{secrets.token_hex(4)}")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(package.folder.iterdir()):
                if path.is_file() and _is_data(path.name):
                    entry = zipfile.ZipInfo(f"{package.id}/{path.name}", _DATE)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    entry.external_attr = 0o100644 << 16
                    archive.writestr(entry, path.read_bytes())
        os.replace(unfinished, target)
    except OSError as error:
        raise PackageError(
            package.folder,
            tr("It could not be exported to '{target}': {error}.").format(
                target=target, error=error.strerror or error
            ),
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def _is_data(name: str) -> bool:
    if name.startswith("."):
        return False
    return Path(name).suffix.lower() in _DATA_SUFFIXES or name.upper() in _DATA_NAMES


def _limit(name: str) -> int:
    if name == CARD_NAME:
        return MAX_CARD_BYTES
    return MAX_WEIGHTS_BYTES if name.endswith(".safetensors") else MAX_EXTRA_BYTES


def _check_size(source: Path, name: str, size: int) -> None:
    if size > _limit(name):
        raise PackageError(
            source,
            tr("'{name}' has {size}; such a file has at most {limit}.").format(
                name=name, size=bytes_text(size), limit=bytes_text(_limit(name))
            ),
        )


def _copy_folder(source: Path, draft: Path) -> tuple[str, ...]:
    left_out = []
    for path in sorted(source.iterdir()):
        if not path.is_file() or not _is_data(path.name):
            if not path.name.startswith((".", "__")):
                left_out.append(path.name)
            continue
        _check_size(source, path.name, path.stat().st_size)
        shutil.copyfile(path, draft / path.name)
    return tuple(left_out)


def _unpack(source: Path, draft: Path) -> tuple[str, ...]:
    if not zipfile.is_zipfile(source):
        raise PackageError(source, tr("It is neither a folder nor a zip file."))
    left_out = []
    with zipfile.ZipFile(source) as archive:
        entries = _sound_entries(archive, source)
        top = _model_top(entries, source)
        for entry in entries:
            path = PurePosixPath(entry.filename)
            if path.parent != top or not _is_data(path.name):
                if not any(part.startswith((".", "__")) for part in path.parts):
                    left_out.append(str(path))
                continue
            _check_size(source, path.name, entry.file_size)
            _extract(archive, entry, draft / path.name, source)
    return tuple(left_out)


def _sound_entries(archive: zipfile.ZipFile, source: Path) -> list[zipfile.ZipInfo]:
    """The files of the zip; an archive made to do harm is refused as a whole."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_ENTRIES:
        raise PackageError(
            source,
            tr("The zip has {count} files; a model has a few.").format(count=len(entries)),
        )
    for entry in entries:
        path = PurePosixPath(entry.filename)
        if path.is_absolute() or ".." in path.parts or re.search(r"[\\:\x00]", entry.filename):
            raise PackageError(
                source,
                tr("The zip's entry '{entry}' leads out of its folder.").format(
                    entry=entry.filename
                ),
            )
        if entry.external_attr >> 16 & _FILE_KIND == _SYMLINK:
            raise PackageError(
                source,
                tr("The zip's entry '{entry}' is a link, not a file.").format(entry=entry.filename),
            )
        if entry.flag_bits & _ENCRYPTED:
            raise PackageError(
                source, tr("The zip is encrypted. Unpack it, and import the folder.")
            )
    total = sum(entry.file_size for entry in entries)
    if total > MAX_TOTAL_BYTES:
        raise PackageError(
            source,
            tr("The zip unpacks to {size}; a model has at most {limit}.").format(
                size=bytes_text(total), limit=bytes_text(MAX_TOTAL_BYTES)
            ),
        )
    return entries


def _model_top(entries: list[zipfile.ZipInfo], source: Path) -> PurePosixPath:
    """The folder in the zip that holds the only card."""
    paths = [PurePosixPath(entry.filename) for entry in entries]
    tops = [path.parent for path in paths if path.name == CARD_NAME and path.parts[0] != "__MACOSX"]
    if len(tops) != 1:
        found = tr("no") if not tops else tr("more than one")
        raise PackageError(
            source,
            tr("The zip has {found} {card}; it must hold one model.").format(
                found=found, card=CARD_NAME
            ),
        )
    return tops[0]


def _extract(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, source: Path) -> None:
    """Copy one file, and no more of it than the zip's directory promised."""
    left = entry.file_size
    with archive.open(entry) as packed, target.open("xb") as plain:
        while piece := packed.read(2**20):
            left -= len(piece)
            if left < 0:
                raise PackageError(
                    source,
                    tr("'{entry}' is larger than the zip says.").format(entry=entry.filename),
                )
            plain.write(piece)


def _card_id(folder: Path, source: Path) -> str:
    """The id that the card gives, fit to be a folder's name; the rest is checked later."""
    path = folder / CARD_NAME
    if not path.is_file():
        raise PackageError(source, tr("It has no {card}.").format(card=CARD_NAME))
    try:
        data: Any = parse_json(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise PackageError(
            source,
            tr("{card} is not valid JSON: {error}.").format(card=CARD_NAME, error=error),
        ) from error
    found: Optional[object] = data.get("id") if isinstance(data, dict) else None
    if not isinstance(found, str) or _ID.fullmatch(found) is None:
        raise PackageError(
            source,
            tr(
                "{card} has no proper id: small letters, digits and underscores, at most 64."
            ).format(card=CARD_NAME),
        )
    return found
