"""Own models: what is taken in, what is refused and why, and what comes out again."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ...core import model_store
from ...core.errors import PackageError
from ...core.model_store import ModelExistsError, ModelStore, export_zip
from ...core.package import load_package
from .model_folders import edit_card, make_model


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "profile" / "models", reserved=("terrain", "verify"))


@pytest.fixture
def dunes(tmp_path: Path) -> Path:
    return make_model(tmp_path / "from elsewhere" / "dunes").folder


def zipped(folder: Path, target: Path, top: str = "dunes/", **entries: bytes) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, top + path.name)
        for name, content in entries.items():
            archive.writestr(name, content)
    return target


def stored(store: ModelStore) -> list[str]:
    """Everything in the store's folder, hidden remains too."""
    return sorted(path.name for path in store.folder.iterdir()) if store.folder.exists() else []


def test_a_folder_is_taken_in_whatever_its_name(store: ModelStore, dunes: Path) -> None:
    renamed = dunes.rename(dunes.with_name("Dunes (copy) ö"))
    (renamed / "train.py").write_text("print('not run')")
    imported = store.add(renamed)
    assert imported.package.folder == store.folder / "dunes"
    assert imported.left_out == ("train.py",)
    assert stored(store) == ["dunes"]
    assert not (store.folder / "dunes" / "train.py").exists()
    assert load_package(store.folder / "dunes").readme_path is not None


@pytest.mark.parametrize("top", ["dunes/", "", "download/models/dunes/"])
def test_a_zip_is_taken_in_wherever_its_card_lies(
    store: ModelStore, dunes: Path, tmp_path: Path, top: str
) -> None:
    archive = zipped(dunes, tmp_path / "dunes.zip", top)
    with zipfile.ZipFile(archive, "a") as added:
        added.writestr(f"__MACOSX/{top}._model.json", b"junk")
    assert store.add(archive).left_out == ()
    assert stored(store) == ["dunes"]


def test_an_export_comes_back_the_same(store: ModelStore, dunes: Path, tmp_path: Path) -> None:
    archive = export_zip(load_package(dunes), tmp_path / "out.zip")
    back = store.add(archive).package.folder
    assert {path.name: path.read_bytes() for path in back.iterdir()} == {
        path.name: path.read_bytes() for path in dunes.iterdir()
    }
    again = export_zip(load_package(back), tmp_path / "again.zip")
    assert again.read_bytes() == archive.read_bytes()
    with pytest.raises(PackageError, match="could not be exported"):
        export_zip(load_package(dunes), tmp_path / "missing" / "out.zip")


@pytest.mark.parametrize(
    "name", ["../evil.json", "/etc/evil.json", "dunes/../../evil.json", "C:evil.json", "a\\..\\b"]
)
def test_a_zip_that_leads_out_of_its_folder_is_refused(
    store: ModelStore, dunes: Path, tmp_path: Path, name: str
) -> None:
    archive = zipped(dunes, tmp_path / "evil.zip", **{name: b"{}"})
    before = {path for path in tmp_path.rglob("*") if store.folder not in path.parents}
    with pytest.raises(PackageError, match="leads out of its folder"):
        store.add(archive)
    assert stored(store) == []
    after = {path for path in tmp_path.rglob("*") if store.folder not in path.parents}
    assert after - before <= {store.folder, store.folder.parent}


def test_a_zip_with_a_link_is_refused(store: ModelStore, dunes: Path, tmp_path: Path) -> None:
    archive = zipped(dunes, tmp_path / "link.zip")
    with zipfile.ZipFile(archive, "a") as added:
        link = zipfile.ZipInfo("dunes/notes.txt")
        link.external_attr = 0o120777 << 16
        added.writestr(link, "/etc/passwd")
    with pytest.raises(PackageError, match="is a link"):
        store.add(archive)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(
    store: ModelStore, dunes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = zipped(dunes, tmp_path / "big.zip", **{"dunes/notes.txt": bytes(20_000_000)})
    with pytest.raises(PackageError, match=r"'notes.txt' has 20 MB; such a file has at most 17 MB"):
        store.add(archive)
    monkeypatch.setattr(model_store, "MAX_TOTAL_BYTES", 10_000_000)
    with pytest.raises(PackageError, match="unpacks to 20 MB"):
        store.add(archive)
    many = zipped(dunes, tmp_path / "many.zip", **{f"x/{n}": b"" for n in range(1001)})
    with pytest.raises(PackageError, match="a model has a few"):
        store.add(many)
    assert stored(store) == []


def test_damage_is_told_and_nothing_is_installed(
    store: ModelStore, dunes: Path, tmp_path: Path
) -> None:
    weights = dunes / "fine.safetensors"
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(content)
    with pytest.raises(PackageError, match="SHA-256") as caught:
        store.add(zipped(dunes, tmp_path / "dunes.zip"))
    assert caught.value.folder == tmp_path / "dunes.zip"
    cut = tmp_path / "cut.zip"
    cut.write_bytes((tmp_path / "dunes.zip").read_bytes()[:-200])
    with pytest.raises(PackageError, match="neither a folder nor a zip"):
        store.add(cut)
    assert stored(store) == []


def test_packed_bytes_that_were_changed_are_told(
    store: ModelStore, dunes: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "stored.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as plain:
        for path in dunes.iterdir():
            plain.write(path, f"dunes/{path.name}")
    archive.write_bytes(archive.read_bytes().replace(b"Rolling hills", b"Rolling HILLS"))
    with pytest.raises(PackageError, match="could not be imported: Bad CRC"):
        store.add(archive)
    assert stored(store) == []


@pytest.mark.parametrize("model_id", ["../up", "Dunes", "", 7, None, "a" * 65])
def test_an_improper_id_is_refused(store: ModelStore, dunes: Path, model_id: object) -> None:
    edit_card(dunes, id=model_id)
    with pytest.raises(PackageError, match="no proper id"):
        store.add(dunes)


def test_what_is_no_model_is_refused(store: ModelStore, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(PackageError, match=r"no model\.json"):
        store.add(tmp_path / "empty")
    with pytest.raises(PackageError, match=r"no model\.json"):
        store.add(zipped(tmp_path / "empty", tmp_path / "empty.zip", **{"a.txt": b""}))
    with pytest.raises(PackageError, match="neither"):
        store.add(tmp_path / "missing")
    (tmp_path / "empty" / "model.json").write_text("{")
    with pytest.raises(PackageError, match="not valid JSON"):
        store.add(tmp_path / "empty")


def test_ids_of_terraloom_itself_are_refused(store: ModelStore, tmp_path: Path) -> None:
    terrain = make_model(tmp_path / "other" / "terrain").folder
    with pytest.raises(PackageError, match="'terrain' is that of a model or an algorithm"):
        store.add(terrain)


def test_a_second_model_of_an_id_replaces_the_first_only_when_asked(
    store: ModelStore, dunes: Path
) -> None:
    store.add(dunes)
    newer = make_model(dunes.parent / "newer" / "dunes", version="2.0.0").folder
    with pytest.raises(ModelExistsError, match="'dunes' among your own already"):
        store.add(newer)
    assert load_package(store.folder / "dunes").card.version == "1.0.0"
    assert store.add(newer, replace=True).package.card.version == "2.0.0"
    edit_card(newer, task="unheard_of")
    with pytest.raises(PackageError, match="does not fit the schema"):
        store.add(newer, replace=True)
    assert load_package(store.folder / "dunes").card.version == "2.0.0"
    assert stored(store) == ["dunes"]


def test_only_own_models_are_removed(store: ModelStore, dunes: Path) -> None:
    package = store.add(dunes).package
    assert store.holds(package.folder)
    with pytest.raises(PackageError, match="not one of your own"):
        store.remove(dunes)
    store.remove(package.folder)
    assert stored(store) == []
    (store.folder / "linked").symlink_to(dunes)
    store.remove(store.folder / "linked")
    assert (dunes / "model.json").is_file()
    assert stored(store) == []
    with pytest.raises(PackageError, match="could not be removed"):
        store.remove(store.folder / "gone")
