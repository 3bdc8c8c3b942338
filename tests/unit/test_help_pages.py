"""The offline help: whole, small, and asking nothing of the network."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

HELP = Path(__file__).resolve().parents[2] / "help"
PAGES = sorted(path.stem for path in HELP.glob("*.html"))
DIALOGS = {"panel", "preview", "live_layer", "models", "options", "provenance"}
MAX_PICTURE_BYTES = 2_600_000
_VOID = {"meta", "link", "img", "br"}


class Page(HTMLParser):
    """What a page links to and shows; raises where a tag is not closed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.pictures: list[str] = []
        self.tags: list[str] = []
        self.alternatives: list[str] = []
        self._open: list[str] = []
        self.feed((HELP / f"{name}.html").read_text(encoding="utf-8"))
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        self.tags.append(tag)
        self.links += [values["href"]] if "href" in values else []
        if tag == "img":
            self.pictures.append(values["src"])
            self.alternatives.append(values["alt"])
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag


def test_there_is_a_page_for_every_dialog_an_index_and_the_news() -> None:
    assert {*DIALOGS, "index", "whats_new"} <= set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_links_and_pictures_are_there(name: str) -> None:
    page = Page(name)
    for target in [*page.links, *page.pictures]:
        assert (HELP / target).is_file(), target
    assert all(page.alternatives)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_script_and_needs_no_network(name: str) -> None:
    text = (HELP / f"{name}.html").read_text(encoding="utf-8")
    assert "script" not in Page(name).tags
    assert re.findall(r"https?:|url\(|@import", text) == []


def test_the_style_follows_the_theme_and_loads_nothing() -> None:
    style = (HELP / "style.css").read_text(encoding="utf-8")
    assert "prefers-color-scheme: dark" in style
    assert re.findall(r"https?:|url\(|@import", style) == []


@pytest.mark.parametrize("name", [one for one in PAGES if one != "whats_new"])
def test_a_page_has_a_picture(name: str) -> None:
    assert Page(name).pictures


def test_every_page_can_be_reached_from_the_index() -> None:
    assert {f"{name}.html" for name in PAGES} - {"index.html"} <= set(Page("index").links)


def test_every_picture_is_used_and_all_are_small() -> None:
    used = {picture for name in PAGES for picture in Page(name).pictures}
    files = [path for path in (HELP / "images").iterdir() if path.is_file()]
    assert {f"images/{path.name}" for path in files} == used
    assert sum(path.stat().st_size for path in files) < MAX_PICTURE_BYTES
