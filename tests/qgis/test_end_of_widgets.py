"""Widgets that go while Python collects its garbage: nothing may be called that is gone."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from qgis.core import QgsProcessingContext, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtTest import QTest

from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.services import Services
from ...ui.panel import Panel
from .window import FakeWindow, Neighbours

TERRAIN, DETAIL = "terraloom:terrain", "terraloom:terrain_detail"


@pytest.fixture
def window(context: QgsProcessingContext) -> Iterator[FakeWindow]:
    window = FakeWindow()
    window.show_place(QgsRectangle(600_000, 5_180_000, 618_000, 5_198_000))
    yield window
    window.dispose()


def delete_what_waits() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_garbage_is_collected_before_a_closed_form_is_deleted(
    provider: TerraloomProvider, services: Services, window: FakeWindow
) -> None:
    """QGIS ended here, now and then: Qt called a slot that had been collected."""
    panel = Panel(window, services, "terraloom", Neighbours().parts())
    panel.show()
    gone = []
    for _ in range(10):
        assert panel.open_form(TERRAIN, {})
        page = panel.page()
        gone += [weakref.ref(one) for one in (page, page.form, page.form.context)]
        del page
        assert panel.open_form(DETAIL, {})  # in place of the other
        gc.collect()
        delete_what_waits()
    panel.close_panel()
    panel.deleteLater()
    del panel
    gc.collect()
    delete_what_waits()
    QTest.qWait(50)
    gc.collect()
    assert [one() for one in gone if one() is not None] == []
    QgsProject.instance().clear()
