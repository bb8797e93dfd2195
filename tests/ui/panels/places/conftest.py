"""An article that has changed, with four annotations that have lost their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.anchoring.places import AMBIGUOUS, CHANGED, LOST, MOVED, Place
from annotator.model.annotation import Annotation, Excerpt
from annotator.model.span import Span
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.ui.panels.places.panel import PlacesPanel
from annotator.ui.panels.places.places_view import PlacesView
from annotator.ui.theme.look import Look

NEW = "Last night the mayor said that 300 boats sank.\nThe pier was closed. The pier was closed.\nIt rains."


def span_of(words: str, nth: int = 0, text: str = NEW) -> Span:
    """Where the words stand for the ``nth`` time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def displaced(id: str, label: str, start: int, excerpt: Excerpt) -> Annotation:
    return Annotation(id, label, Span(start, start + len(excerpt.text)), displaced=excerpt)


ANNOTATIONS = (
    displaced("mayor", "source", 0, Excerpt("the mayor", "", " said that", MOVED, "old")),
    displaced("boats", "claim", 15, Excerpt("200 boats sank", "said that ", ".", CHANGED, "old")),
    displaced("pier", "claim", 35, Excerpt("The pier was closed", "", ".", AMBIGUOUS, "old")),
    displaced("wind", "figure", 60, Excerpt("90 km/h", "wind of ", " blew", LOST, "old")),
    displaced("rain", "claim", 80, Excerpt("It rains", "", ".", MOVED, "old")),
)
PLACES: Mapping[str, Place] = {
    "mayor": Place(MOVED, span_of("the mayor")),
    "boats": Place(CHANGED, span_of("300 boats sank")),
    "pier": Place(AMBIGUOUS, span_of("The pier was closed"), (span_of("The pier was closed", 1),)),
    "wind": Place(LOST),
    "rain": Place(MOVED, span_of("It rains")),
}


@dataclass
class Shown:
    """The panel, and beside it something else that can have the keyboard."""

    panel: PlacesPanel
    session: Session
    other: QPushButton
    qtbot: QtBot
    window: QWidget

    @property
    def list(self) -> PlacesView:
        return self.panel.findChild(PlacesView)

    @property
    def rows(self) -> list[str]:
        """Every row as a screen reader says it."""
        model, role = self.list.model(), Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    @property
    def chosen(self) -> str:
        """The words that are selected in the text."""
        selection = self.session.selection
        return selection.of(NEW) if selection else ""

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        for _ in range(times):
            self.qtbot.keyClick(self.list, key, modifier)

    def placed(self, id: str) -> str:
        """The words that the annotation marks now; empty as long as it has no place."""
        annotation = self.session.document.annotations[id]
        return "" if annotation.displaced else annotation.span.of(NEW)


@pytest.fixture
def changed_article(session: Session, opened: Callable[..., OpenArticle]) -> OpenArticle:
    article = opened(ANNOTATIONS, NEW)
    article.places = PLACES
    session.show(article)
    return article


@pytest.fixture
def shown(changed_article: OpenArticle, session: Session, look: Look, qtbot: QtBot) -> Shown:
    window = QWidget()
    qtbot.addWidget(window)
    panel, other = PlacesPanel(session, look), QPushButton("Elsewhere")
    column = QVBoxLayout(window)
    column.addWidget(panel)
    column.addWidget(other)
    window.resize(900, 420)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    panel.setFocus()
    panel.show_first()
    return Shown(panel, session, other, qtbot, window)


@pytest.fixture
def saying(session: Session) -> list[str]:
    """What the status bar is told."""
    said: list[str] = []
    session.said.connect(said.append)
    return said
