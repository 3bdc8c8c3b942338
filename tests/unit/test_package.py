from __future__ import annotations

import json
import os
import pickle
import shutil
import zipfile
from dataclasses import replace

import pytest

from ...core import package as package_module
from ...core.card import ModelCard, Style
from ...core.errors import PackageError
from ...core.package import hash_file, load_package, write_package
from ...core.safetensors_header import check_safetensors
from .model_folders import card, edit_card, make_model, safetensors_bytes, with_header


@pytest.fixture
def hills(tmp_path):
    """A sound model folder to break."""
    return make_model(tmp_path / "hills").folder


def put_weights(folder, content):
    """Weights that the card vouches for, whatever they are: only the header can tell."""
    path = folder / "fine.safetensors"
    path.write_bytes(content)
    data = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    data["stages"][1]["weights"].update(sha256=hash_file(path), bytes=len(content))
    (folder / "model.json").write_text(json.dumps(data), encoding="utf-8")


def test_a_written_model_loads_with_the_same_card(tmp_path):
    written = make_model(tmp_path / "hills")
    loaded = load_package(tmp_path / "hills")
    assert loaded == written
    hashes = [stage.weights.sha256 for stage in loaded.card.stages]
    assert loaded.card == replace(card(), stages=loaded.card.stages)
    assert all(len(text) == 71 and text.count("-") == 7 for text in hashes)
    assert loaded.weights_path("fine") == tmp_path / "hills" / "fine.safetensors"
    assert loaded.readme_path == tmp_path / "hills" / "README.md"
    assert loaded.preview_path is None
    assert sorted(p.name for p in tmp_path.iterdir()) == ["hills"]


def test_a_card_survives_json(hills):
    loaded = load_package(hills).card
    assert ModelCard.from_json(json.loads(json.dumps(loaded.to_json()))) == loaded


def test_folders_with_accents_and_spaces_load(tmp_path):
    folder = make_model(tmp_path / "Мои модели é" / "hills").folder
    assert load_package(str(folder)).id == "hills"


def test_the_weights_hash_follows_the_weights(tmp_path):
    first = make_model(tmp_path / "a" / "hills")
    same = make_model(tmp_path / "b" / "hills")
    other = write_package(
        tmp_path / "c" / "hills",
        card(),
        {"coarse.safetensors": safetensors_bytes(), "fine.safetensors": safetensors_bytes()},
    )
    assert len(first.weights_hash) == 16
    assert first.weights_hash == same.weights_hash != other.weights_hash


def test_a_folder_without_a_card_is_refused(tmp_path):
    with pytest.raises(PackageError, match=r"It has no model\.json"):
        load_package(tmp_path)
    with pytest.raises(PackageError, match=r"It has no model\.json"):
        load_package(tmp_path / "nowhere")


def test_a_renamed_folder_is_refused(hills):
    renamed = hills.rename(hills.with_name("dunes"))
    with pytest.raises(PackageError, match=r"named 'dunes', but .* id 'hills'\. Rename"):
        load_package(renamed)


def test_a_truncated_card_is_refused(hills):
    path = hills / "model.json"
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(PackageError, match="not valid JSON"):
        load_package(hills)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe{}",
        b"[1, 2]",
        b'{"schema": 1, "schema": 1}',
        b'{"schema": NaN}',
        b'{"schema": 1e999}',
        b"[" * 200_000,
        b"",
    ],
)
def test_a_card_that_is_not_strict_json_is_refused(hills, content):
    (hills / "model.json").write_bytes(content)
    with pytest.raises(PackageError, match="not valid JSON|not a JSON object"):
        load_package(hills)


def test_an_oversized_card_is_refused_unread(hills):
    (hills / "model.json").write_bytes(b" " * (2**20 + 1))
    with pytest.raises(PackageError, match="a card has at most"):
        load_package(hills)


def test_a_newer_schema_asks_for_a_newer_plugin(hills):
    edit_card(hills, schema=2, something_new={"a": 1})
    with pytest.raises(PackageError, match="made for a newer Terraloom.*Update the plugin"):
        load_package(hills)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"schema": 0}, "schema must be 1"),
        ({"schema": "1"}, "schema must be 1"),
        ({"schema": True}, "schema must be 1"),
        ({"title": None}, "lacks 'title'"),
        ({"colour": "red"}, "unknown entry 'colour'"),
        ({"id": "Hills"}, "id is 'Hills', which does not match"),
        ({"id": "hills\n"}, "does not match"),
        ({"version": "1.0"}, "version is '1.0'"),
        ({"task": "os.system"}, "task is 'os.system', not one of"),
        ({"output": []}, "output needs at least 1"),
        ({"quantum": -1}, "quantum is -1, below 0"),
        ({"stages": {}}, "stages must be of type array"),
        ({"style": {}}, "style must not be empty"),
        ({"style": {"file": "../../style.qml"}}, "style.file is"),
        ({"tags": ["a", "a"]}, "an entry twice"),
        (
            {"presets": {"Alps": {"relief": "high"}}},
            r"presets\.Alps\.relief must be of type number",
        ),
        ({"pixel_range_m": [200, 10]}, "wrong way round"),
        ({"pixel_range_m": [40, 200]}, "not ascending inside 40"),
        ({"native_pixel_sizes_m": [90, 30]}, "not ascending"),
        ({"native_pixel_sizes_m": [30]}, "gives 2 pixel sizes for 1 native"),
        ({"native_pixel_sizes_m": [10**400]}, "above 1000000"),
        ({"quantum": 10**400}, "contradicts itself"),
        ({"parameters": [{"name": "a", "kind": "float", "default": "b"}]}, "would refuse"),
        (
            {"parameters": [{"name": "a", "kind": "bool", "default": True}] * 2},
            "same parameter name",
        ),
        ({"output": [{"name": "z", "dtype": "float32", "min": 2, "max": 1}]}, "minimum above"),
    ],
)
def test_a_card_that_breaks_the_schema_or_itself_is_refused(hills, changes, reason):
    edit_card(hills, **changes)
    with pytest.raises(PackageError, match=reason):
        load_package(hills)


@pytest.mark.parametrize(
    "name", ["../hills/fine.safetensors", "a/b.safetensors", "C:\\w.safetensors", "fine.pt", ""]
)
def test_weights_are_plain_safetensors_names_in_the_folder(hills, name):
    data = json.loads((hills / "model.json").read_text(encoding="utf-8"))
    data["stages"][1]["weights"]["file"] = name
    (hills / "model.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(PackageError, match=r"weights\.file is .* does not match"):
        load_package(hills)


def test_missing_weights_are_named(hills):
    (hills / "fine.safetensors").unlink()
    with pytest.raises(PackageError, match=r"'fine\.safetensors' of stage 'fine' is missing"):
        load_package(hills)


def test_truncated_weights_are_refused(hills):
    path = hills / "fine.safetensors"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(PackageError, match="cut short or replaced"):
        load_package(hills)


def test_one_flipped_bit_is_refused(hills):
    path = hills / "fine.safetensors"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(PackageError, match="does not have the SHA-256"):
        load_package(hills)


def test_oversized_weights_are_refused_before_they_are_read(hills, monkeypatch):
    with (hills / "fine.safetensors").open("r+b") as file:
        file.truncate(2**26 + 1)

    def unread(path):
        if path.name == "fine.safetensors":
            raise AssertionError("oversized weights were read")
        return hash_file(path)

    monkeypatch.setattr(package_module, "hash_file", unread)
    with pytest.raises(PackageError, match="weights have at most"):
        load_package(hills)


def test_a_card_may_not_allow_more_bytes_than_the_limit(hills):
    data = json.loads((hills / "model.json").read_text(encoding="utf-8"))
    data["stages"][1]["weights"]["bytes"] = 2**26 + 1
    (hills / "model.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(PackageError, match="above 67108864"):
        load_package(hills)


class Explosive:
    """Unpickling this would create a folder."""

    def __reduce__(self):
        return (os.mkdir, ("exploded",))


def test_a_pickle_in_disguise_is_refused_and_never_opened(hills, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    put_weights(hills, pickle.dumps(Explosive()))
    with pytest.raises(PackageError, match="not a safetensors file"):
        load_package(hills)
    assert not (tmp_path / "exploded").exists()


def test_a_pickle_zip_in_disguise_is_refused(hills, tmp_path):
    with zipfile.ZipFile(tmp_path / "weights.pt", "w") as archive:
        archive.writestr("archive/data.pkl", pickle.dumps(Explosive()))
    put_weights(hills, (tmp_path / "weights.pt").read_bytes())
    with pytest.raises(PackageError, match="not a safetensors file"):
        load_package(hills)


def entry(begin, end, shape=(1,), dtype="F32"):
    return {"dtype": dtype, "shape": list(shape), "data_offsets": [begin, end]}


@pytest.mark.parametrize(
    ("header", "data", "reason"),
    [
        (b"[]", b"", "header is not JSON"),
        (b"{", b"", "not valid JSON"),
        (b'{"\xff": 1}', b"", "not valid JSON"),
        ({"a": entry(0, 4)}, b"123", "holds 3 bytes"),
        ({"a": entry(0, 4)}, b"12345", "holds 5 bytes"),
        ({"a": entry(0, 4), "b": entry(2, 6)}, b"123456", "overlap or leave gaps"),
        ({"a": entry(0, 4), "b": entry(8, 12)}, bytes(12), "overlap or leave gaps"),
        ({"a": entry(0, 8)}, bytes(8), "size of its shape"),
        ({"a": entry(4, 0)}, bytes(4), "size of its shape"),
        ({"a": entry(-4, 0)}, bytes(4), "invalid offsets"),
        ({"a": entry(0, 4, shape=(-1,))}, bytes(4), "invalid shape"),
        ({"a": entry(0, 4, shape=(True,))}, bytes(4), "invalid shape"),
        ({"a": entry(0, 4, dtype="OBJECT")}, bytes(4), "unknown type 'OBJECT'"),
        ({"a": entry(0, 4, dtype=["F32"])}, bytes(4), "unknown type"),
        ({"a": [0, 4]}, bytes(4), "lacks its dtype"),
        ({"__metadata__": {"a": 1}}, b"", "metadata"),
    ],
)
def test_unsound_safetensors_are_refused(hills, header, data, reason):
    raw = header if isinstance(header, bytes) else json.dumps(header).encode()
    put_weights(hills, with_header(raw, data))
    with pytest.raises(PackageError, match=reason):
        load_package(hills)


@pytest.mark.parametrize("length", [2**20 + 1, 2**62, 2**64 - 1])
def test_a_header_that_claims_too_much_is_refused(hills, length):
    put_weights(hills, length.to_bytes(8, "little") + b"{" + bytes(2**10))
    with pytest.raises(PackageError, match="its header claims"):
        load_package(hills)


def test_files_of_the_safetensors_library_pass(tmp_path):
    numpy = pytest.importorskip("numpy")
    library = pytest.importorskip("safetensors.numpy")
    tensors = {"a": numpy.zeros((2, 3), "float32"), "b": numpy.zeros((), "int64")}
    tensors["c"] = numpy.zeros((0, 4), "float16")
    library.save_file(tensors, str(tmp_path / "x.safetensors"), metadata={"k": "v"})
    assert check_safetensors(tmp_path / "x.safetensors") == {"a": (2, 3), "b": (), "c": (0, 4)}


def test_a_missing_style_file_is_named(hills):
    edit_card(hills, style={"file": "style.qml"})
    with pytest.raises(PackageError, match=r"style file 'style\.qml' that the card names is miss"):
        load_package(hills)
    (hills / "style.qml").write_text("<qgis/>", encoding="utf-8")
    assert load_package(hills).style_path == hills / "style.qml"


def test_a_folder_that_exists_is_not_overwritten_unasked(hills):
    before = (hills / "model.json").read_bytes()
    with pytest.raises(PackageError, match="exists already"):
        make_model(hills, title="Other")
    assert (hills / "model.json").read_bytes() == before


def test_overwriting_replaces_the_whole_folder(hills):
    (hills / "stale.txt").write_text("old", encoding="utf-8")
    content = {n: safetensors_bytes() for n in ("coarse.safetensors", "fine.safetensors")}
    loaded = write_package(hills, card(title="New"), content, overwrite=True)
    assert loaded.card.title == "New"
    assert not (hills / "stale.txt").exists()
    assert [p.name for p in hills.parent.iterdir()] == ["hills"]


@pytest.mark.parametrize(
    ("changes", "weights", "reason"),
    [
        ({}, {"coarse.safetensors": safetensors_bytes()}, "No weights were given for 'fine"),
        ({"id": "dunes"}, None, "named 'hills'"),
        ({"title": ""}, None, "title must not be empty"),
        ({"style": Style(file="style.qml")}, None, "style.qml"),
        ({}, {"coarse.safetensors": b"junk", "fine.safetensors": b"junk"}, "below 8|too short"),
        ({"quantum": float("nan")}, None, "could not be written"),
    ],
)
def test_a_failed_write_leaves_the_old_folder_and_nothing_else(hills, changes, weights, reason):
    before = (hills / "model.json").read_bytes()
    sound = {n: safetensors_bytes() for n in ("coarse.safetensors", "fine.safetensors")}
    with pytest.raises(PackageError, match=reason) as caught:
        write_package(
            hills, card(**{"model_id": "hills", **_ids(changes)}), weights or sound, overwrite=True
        )
    assert caught.value.folder == hills
    assert (hills / "model.json").read_bytes() == before
    assert [p.name for p in hills.parent.iterdir()] == ["hills"]


def _ids(changes):
    return {("model_id" if key == "id" else key): value for key, value in changes.items()}


def test_extras_stay_inside_the_folder(tmp_path):
    sound = {n: safetensors_bytes() for n in ("coarse.safetensors", "fine.safetensors")}
    with pytest.raises(PackageError, match="not a plain file name"):
        write_package(tmp_path / "hills", card(), sound, {"../evil.txt": b"x"})
    assert list(tmp_path.iterdir()) == []


def test_a_copied_folder_is_as_good_as_the_first(hills, tmp_path):
    copy = shutil.copytree(hills, tmp_path / "elsewhere" / "hills")
    assert load_package(copy).weights_hash == load_package(hills).weights_hash
