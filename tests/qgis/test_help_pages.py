"""The help pages and what QGIS links to them."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl

from ...core import jobs
from ...core.catalog import Catalog, bundled_folder
from ...processing_provider.help import PAGES, page_url
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.services import Services
from ...tools import help_pages
from .fakes import FakeEngine
from .processes import ROOT


@pytest.fixture
def bundled(qgis: QgsApplication) -> TerraloomProvider:
    """The provider over the models that are shipped."""
    provider = TerraloomProvider(Services(Catalog([bundled_folder()]), FakeEngine(), jobs))
    provider.refreshAlgorithms()
    return provider


def test_every_algorithm_links_to_a_page_of_its_own(bundled: TerraloomProvider) -> None:
    for algorithm in bundled.algorithms():
        url = QUrl(algorithm.helpUrl())
        assert url.isLocalFile()
        assert url.toLocalFile() == str(PAGES / f"{algorithm.name()}.html")
        assert (PAGES / f"{algorithm.name()}.html").is_file()


def test_a_page_that_is_missing_leads_to_the_index() -> None:
    assert page_url("my_own_model") == page_url() == page_url("index")


def test_the_pages_say_what_the_algorithms_and_the_change_log_say(
    bundled: TerraloomProvider,
) -> None:
    algorithms = help_pages.bundled_algorithms(bundled)
    outdated = [page.name for page in help_pages.outdated(ROOT, algorithms)]
    assert outdated == [], "Run: bash tools/help_pages"


def test_a_page_shows_a_changed_parameter_as_outdated(bundled: TerraloomProvider) -> None:
    algorithms = help_pages.bundled_algorithms(bundled)
    page = (ROOT / "help" / "verify.html").read_text(encoding="utf-8")
    changed = page.replace("Terraloom raster <code>INPUT", "Another raster <code>INPUT")
    assert changed != page
    assert help_pages.brought_up_to_date(changed, ROOT, algorithms) == page
