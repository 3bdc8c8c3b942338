"""A model folder: ``model.json``, safetensors weights, style, licence. Read, checked, written.

Nothing here opens weights as tensors: every check is made on plain bytes, before torch sees them.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Callable, Union

from .card import SCHEMA_VERSION, ModelCard, Stage
from .errors import PackageError
from .json_schema import parse_json, problems
from .language import tr
from .safetensors_header import HeaderError, check_safetensors
from .units import bytes_text

CARD_NAME = "model.json"
SCHEMA_PATH = Path(__file__).resolve().parent.parent / "models" / "model.schema.json"

MAX_CARD_BYTES = 2**20
MAX_WEIGHTS_BYTES = 2**26

Content = Union[Path, bytes]
"""A file to copy, or the bytes of one."""


@dataclass(frozen=True)
class ModelPackage:
    """A model folder that has passed every check."""

    folder: Path
    card: ModelCard
    kept: str = ""
    """The band of an earlier stage that this part of a model ends with, see `kept_stage`."""
    whole: ModelCard | None = None
    """The card of the whole model, for a part of one."""

    @property
    def id(self) -> str:
        return self.card.id

    @property
    def complete(self) -> ModelPackage:
        """The whole model, where this is a part of one."""
        return self if self.whole is None else ModelPackage(self.folder, self.whole)

    def weights_path(self, stage: str) -> Path:
        """The safetensors file of that stage; `KeyError` for a stage the card does not have."""
        return self.folder / self.card.stage(stage).weights.file

    @property
    def weights_hash(self) -> str:
        """16 hex digits that change when any weight of any stage does."""
        return weights_hash(self.whole or self.card)

    @property
    def style_path(self) -> Path | None:
        return self._existing(self.card.style.file)

    @property
    def preview_path(self) -> Path | None:
        return self._existing("preview.png")

    @property
    def readme_path(self) -> Path | None:
        return self._existing("README.md")

    def _existing(self, name: str | None) -> Path | None:
        path = self.folder / name if name else None
        return path if path is not None and path.is_file() else None


def hash_file(path: Path) -> str:
    """The grouped SHA-256 of a file, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for piece in iter(lambda: file.read(2**20), b""):
            digest.update(piece)
    return hash_text(digest.hexdigest())


def load_package(folder: Path | str, hash_of: Callable[[Path], str] = hash_file) -> ModelPackage:
    """The model in ``folder`` after every check; `PackageError` gives the reason against it."""
    path = Path(folder).absolute()
    return _load(path, path.name, hash_of)


def check_weights(package: ModelPackage) -> None:
    """Raise `PackageError` unless every weights file is still the one that the card names."""
    try:
        for stage in package.card.stages:
            _check_weights(package.folder, stage, hash_file)
    except OSError as error:
        reason = tr("It cannot be read: {error}.").format(error=error.strerror or error)
        raise PackageError(package.folder, reason) from error


def write_package(
    folder: Path | str,
    card: ModelCard,
    weights: Mapping[str, Content],
    extras: Mapping[str, Content] | None = None,
    *,
    overwrite: bool = False,
) -> ModelPackage:
    """Write a model folder and load it back.

    ``weights`` and ``extras`` (README, LICENSE, style, preview) map plain file names to contents;
    sizes and hashes in ``card`` are filled in here. The folder appears complete or not at all:
    all is written and checked beside it under a hidden name, then renamed.
    """
    target = Path(folder).absolute()
    if target.exists() and not overwrite:
        raise PackageError(
            target, tr("It exists already. Choose another id, or delete the folder first.")
        )
    draft = target.with_name(f".{target.name}-{secrets.token_hex(4)}")
    try:
        draft.mkdir(parents=True)
        for name, content in {**weights, **(extras or {})}.items():
            _write(draft, name, content)
        filled = replace(card, stages=tuple(_described(stage, draft) for stage in card.stages))
        text = json.dumps(filled.to_json(), indent=2, ensure_ascii=False, allow_nan=False)
        (draft / CARD_NAME).write_text(text + "\n", encoding="utf-8")
        _load(draft, target.name)
        _swap(draft, target)
    except (OSError, ValueError) as error:
        raise PackageError(
            target, tr("It could not be written: {error}.").format(error=error)
        ) from error
    except PackageError as error:
        raise PackageError(target, error.reason) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return load_package(target)


def weights_hash(card: ModelCard) -> str:
    """16 hex digits of the SHA-256 over the stages' weight hashes, in the card's order."""
    joined = "".join(stage.weights.sha256.replace("-", "") for stage in card.stages)
    return hashlib.sha256(joined.encode("ascii")).hexdigest()[:16]


def hash_text(hexdigest: str) -> str:
    """A hash in groups of eight digits, which scanners for leaked secrets let pass."""
    return "-".join(hexdigest[i : i + 8] for i in range(0, len(hexdigest), 8))


@lru_cache(maxsize=1)
def card_schema() -> Mapping[str, Any]:
    """The JSON schema of ``model.json``, as shipped in ``models/``."""
    schema: Mapping[str, Any] = parse_json(SCHEMA_PATH.read_text(encoding="utf-8"))
    return schema


def _load(
    folder: Path, expected_id: str, hash_of: Callable[[Path], str] = hash_file
) -> ModelPackage:
    try:
        card = _checked_card(folder, expected_id)
        for stage in card.stages:
            _check_weights(folder, stage, hash_of)
        style = card.style.file
        if style is not None and not (folder / style).is_file():
            raise PackageError(
                folder,
                tr("The style file '{style}' that the card names is missing.").format(style=style),
            )
    except OSError as error:
        raise PackageError(
            folder, tr("It cannot be read: {error}.").format(error=error.strerror or error)
        ) from error
    return ModelPackage(folder, card)


def _checked_card(folder: Path, expected_id: str) -> ModelCard:
    data = _card_json(folder)
    version = data.get("schema")
    if isinstance(version, int) and not isinstance(version, bool) and version > SCHEMA_VERSION:
        raise PackageError(
            folder,
            tr(
                "Its card has schema {schema}, made for a newer Terraloom; this one "
                "reads schema {newest}. Update the plugin."
            ).format(schema=version, newest=SCHEMA_VERSION),
        )
    found = problems(data, card_schema())
    if found:
        raise PackageError(
            folder,
            tr("{card} does not fit the schema: {problems}.").format(
                card=CARD_NAME, problems="; ".join(found)
            ),
        )
    try:
        card = ModelCard.from_json(data)
    except (ValueError, OverflowError) as error:
        raise PackageError(
            folder,
            tr("{card} contradicts itself. {problem}").format(card=CARD_NAME, problem=error),
        ) from error
    if card.id != expected_id:
        raise PackageError(
            folder,
            tr(
                "The folder is named '{folder}', but its card has the id '{id}'. "
                "Rename the folder to '{id}'."
            ).format(folder=expected_id, id=card.id),
        )
    return card


def _card_json(folder: Path) -> dict[str, Any]:
    path = folder / CARD_NAME
    if not path.is_file():
        raise PackageError(folder, tr("It has no {card}.").format(card=CARD_NAME))
    size = path.stat().st_size
    if size > MAX_CARD_BYTES:
        raise PackageError(
            folder,
            tr("{card} has {size}; a card has at most {limit}.").format(
                card=CARD_NAME,
                size=bytes_text(size),
                limit=bytes_text(MAX_CARD_BYTES),
            ),
        )
    try:
        data = parse_json(path.read_text(encoding="utf-8"))
    except ValueError as error:  # includes UnicodeDecodeError
        raise PackageError(
            folder,
            tr("{card} is not valid JSON: {error}.").format(card=CARD_NAME, error=error),
        ) from error
    if not isinstance(data, dict):
        raise PackageError(folder, tr("{card} is not a JSON object.").format(card=CARD_NAME))
    return data


def _check_weights(folder: Path, stage: Stage, hash_of: Callable[[Path], str]) -> None:
    """Size first, then the hash, then the header: the cheap and the telling before the rest."""
    weights = stage.weights
    path = folder / weights.file
    if not path.is_file():
        raise PackageError(
            folder,
            tr("The weights file '{file}' of stage '{stage}' is missing.").format(
                file=weights.file, stage=stage.name
            ),
        )
    size = path.stat().st_size
    if size > MAX_WEIGHTS_BYTES:
        raise PackageError(
            folder,
            tr("'{file}' has {size}; weights have at most {limit}.").format(
                file=weights.file,
                size=bytes_text(size),
                limit=bytes_text(MAX_WEIGHTS_BYTES),
            ),
        )
    if size != weights.bytes:
        raise PackageError(
            folder,
            tr(
                "'{file}' has {size} bytes, but the card says {bytes}: the file was "
                "cut short or replaced. Copy the model folder again."
            ).format(file=weights.file, size=size, bytes=weights.bytes),
        )
    if hash_of(path) != weights.sha256:
        raise PackageError(
            folder,
            tr(
                "'{file}' does not have the SHA-256 that the card gives: the file is "
                "damaged or was replaced. Copy the model folder again."
            ).format(file=weights.file),
        )
    try:
        check_safetensors(path)
    except HeaderError as error:
        raise PackageError(folder, str(error)) from error


def _described(stage: Stage, folder: Path) -> Stage:
    """The stage with the true size and hash of its weights file."""
    path = folder / stage.weights.file
    if not path.is_file():
        raise PackageError(
            folder,
            tr("No weights were given for '{file}' of stage '{stage}'.").format(
                file=stage.weights.file, stage=stage.name
            ),
        )
    weights = replace(stage.weights, sha256=hash_file(path), bytes=path.stat().st_size)
    return replace(stage, weights=weights)


def _write(folder: Path, name: str, content: Content) -> None:
    if Path(name).name != name or name in ("", ".", "..") or "\\" in name:
        raise PackageError(folder, tr("'{name}' is not a plain file name.").format(name=name))
    if isinstance(content, bytes):
        (folder / name).write_bytes(content)
    else:
        shutil.copyfile(content, folder / name)


def _swap(draft: Path, target: Path) -> None:
    """Put ``draft`` in the place of ``target``; an old folder comes back if that fails."""
    if not target.exists():
        draft.rename(target)
        return
    old = target.with_name(f".{target.name}-{secrets.token_hex(4)}-old")
    target.rename(old)
    try:
        draft.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
