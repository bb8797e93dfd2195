"""What is repainted at a step is all that looks different: the picture is that of a window painted afresh."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from annotator.ui.review.compare.difference_list import DifferenceList
from annotator.ui.review.compare.versions_pane import VersionsPane
from tests.support.program import CTRL, NONE, SHIFT, Key, Program
from tests.ui.article_view.test_partial_repaint import are_alike

Start = Callable[..., Program]
UNDO = Key.Key_Z
SENTENCE = "The ferry is late and forty people wait at the pier. "


def on_screen(program: Program) -> QImage:
    """The text with its margins as it was painted, without painting again."""
    QApplication.processEvents()
    return program.view.screen().grabWindow(program.view.winId()).toImage()


def rows_and_cards(program: Program) -> list[QImage]:
    """The list of the differences and the cards below it, as they were painted."""
    QApplication.processEvents()
    window = program.window
    picture = window.screen().grabWindow(window.winId()).toImage()
    parts: tuple[QWidget, ...] = program.part(DifferenceList).viewport(), program.part(VersionsPane)
    return [picture.copy(QRect(part.mapTo(window, QPoint()), part.size())) for part in parts]


def written(folder: Path, paragraph: str, seed: int) -> Path:
    """Three annotators who mostly differ, on twenty such paragraphs."""
    chance, article = random.Random(seed), folder / "long.txt"
    text = f"{paragraph}\n" * 20
    article.write_text(text, encoding="utf-8")
    places = sorted(chance.randrange(len(text) - 90) for _ in range(60))
    for name in ("ann", "ben", "cem"):
        spans = {f"{name[0]}{at}": Span(at + chance.randrange(3), at + chance.randrange(8, 80)) for at in places}
        marks = {id: Annotation(id, chance.choice(("claim", "source")), span) for id, span in spans.items()}
        document = Document(Article.of("long.txt", text), marks, annotator=name)
        sidecar_path(article, name).write_bytes(SidecarWriter().data(document))
    return article


@pytest.mark.parametrize(("paragraph", "seed"), [(SENTENCE * 2, 1), (SENTENCE * 12, 2)], ids=["short", "long"])
def test_each_step_and_each_decision(start: Start, tmp_path: Path, paragraph: str, seed: int) -> None:
    program = start(written(tmp_path, paragraph, seed), annotator="sam")
    program.window.resize(1200, 700)
    program.press(Key.Key_F9, SHIFT)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), DifferenceList))
    seen = [on_screen(program)]
    steps = (Key.Key_Tab, Key.Key_1, Key.Key_2, Key.Key_Up, Key.Key_Up, Key.Key_0, Key.Key_Down, Key.Key_Down, UNDO)
    program.messages.answer = "Decide"  # nothing is right in any difference of the kind: only badges look different
    for key in (*steps, Key.Key_G, Key.Key_0, *[Key.Key_Down] * 5):
        program.press(key, CTRL if key == UNDO else NONE)
        if key == Key.Key_G:
            continue  # the second key is awaited
        painted = on_screen(program)
        program.view.repaint_all()
        assert are_alike(painted, on_screen(program))
        seen.append(painted)
    assert all(one != following for one, following in pairwise(seen))


def test_rows_and_cards_that_are_kept_as_pictures_show_what_is(start: Start, tmp_path: Path) -> None:
    program = start(written(tmp_path, SENTENCE * 2, 3), annotator="sam")
    program.window.resize(1400, 1400)
    program.press(Key.Key_F9, SHIFT)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), DifferenceList))
    chance, look, view = random.Random(4), program.view.look, program.part(DifferenceList)
    for key in chance.choices((Key.Key_1, Key.Key_0, UNDO), k=30):
        view.scrollToTop()
        row = view.model().index(chance.randrange(1, 9), 0)
        program.click_at(view.viewport(), view.visualRect(row).center())
        program.press(key, CTRL if key == UNDO else NONE)
        view.scrollToTop()
        kept = rows_and_cards(program)
    look.changed.emit()  # forgets all pictures
    view.viewport().update()
    assert all(are_alike(*pair) for pair in zip(kept, rows_and_cards(program), strict=True))
