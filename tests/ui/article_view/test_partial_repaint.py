"""What is repainted after a change is all that looks different: the picture is that of a view painted afresh."""

from __future__ import annotations

import gc
from weakref import ref

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from annotator.model.annotation import Annotation
from annotator.model.change import Change
from annotator.model.span import Span, trimmed
from tests.support.reading import Reader
from tests.support.running.examples import examples

WORDS = "Thousands of civilians left the town on Thursday under a deal that will hold, the council said. "
TEXT = f"{WORDS * 2}\n{WORDS * 80}\n{WORDS}"
ARABIC = "غادر آلاف المدنيين المدينة Aleppo يوم 15 بموجب اتفاق قالت البلدية إنه سيصمد. " * 12
ROUNDED = 2
"""Most that a byte of a colour may differ."""
LABELS = ("claim", "source", "figure", "cue", "quote", "part")


def on_screen(reader: Reader) -> QImage:
    """The pixels that were painted, without painting again."""
    QApplication.processEvents()
    view = reader.view
    return view.screen().grabWindow(view.winId()).toImage()


def are_alike(one: QImage, other: QImage) -> bool:
    """Return whether the pixels are the same but for what blending at the border of a repainted strip rounds."""
    before, now, size = bytes(one.constBits()), bytes(other.constBits()), one.bytesPerLine()
    lines = [(before[at : at + size], now[at : at + size]) for at in range(0, max(len(before), len(now)), size)]
    pairs = (zip(*line, strict=True) for line in lines if line[0] != line[1])
    return all(abs(a - b) <= ROUNDED for line in pairs for a, b in line)


def marks(text: str, most: int) -> st.SearchStrategy[list[tuple[str, int, int]]]:
    span = st.tuples(st.sampled_from(LABELS), st.integers(0, min(len(text), 2400)), st.integers(1, 160))
    drawn = span.map(lambda one: (one[0], trimmed(text, one[1], one[1] + one[2])))
    return st.lists(drawn, max_size=most, unique=True).map(
        lambda found: [(label, span.start, span.end) for label, span in found if span]
    )


def assert_painted(reader: Reader) -> None:
    """See that what is on the screen is what the view looks like."""
    painted = on_screen(reader)
    reader.view.repaint_all()
    assert are_alike(painted, on_screen(reader))


@pytest.mark.parametrize("text", [TEXT, ARABIC], ids=["english", "arabic"])
@examples(0.4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_change_repaints_all_that_looks_different(reader: Reader, text: str, data: st.DataObject) -> None:
    reader.open(text, data.draw(marks(text, 60)))
    reader.view.clearFocus()  # so that no caret blinks
    on_screen(reader)
    for number, (label, start, end) in enumerate(data.draw(marks(text, 3))):
        change = Change(added=(Annotation(f"b{number}", label, Span(start, end)),))
        reader.session.do(change, "Tag")
        assert_painted(reader)
    for number in range(3):
        reader.session.select(f"a{number}")
        assert_painted(reader)
    reader.session.undo()
    assert_painted(reader)


THEMES = st.lists(st.sampled_from(["light", "dark", "contrast"]), min_size=1, max_size=4)


@examples(0.4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=marks(TEXT, 60), themes=THEMES)
def test_another_theme_is_painted_as_afresh(
    reader: Reader, drawn: list[tuple[str, int, int]], themes: list[str]
) -> None:
    reader.open(TEXT, drawn)
    reader.view.clearFocus()
    on_screen(reader)
    for theme in [*themes, "light"]:
        reader.look.set_choice(theme)
        assert_painted(reader)


def test_the_badges_stay_beside_their_lines_where_the_text_is_scrolled(reader: Reader) -> None:
    text = f"{WORDS}\n" * 40
    reader.open(text, [("claim", at, at + 20) for at in range(0, len(text), len(WORDS) + 1)])
    reader.view.clearFocus()  # so that no caret blinks
    on_screen(reader)
    for line in (1, 3, 2):
        reader.view.verticalScrollBar().setValue(line)
        reader.view.repaint_view()
        page = reader.view.viewport().rect()
        assert reader.view.placements(page.translated(0, page.height()))  # laid out by that: then the bar stays
        assert_painted(reader)


def test_nothing_of_an_article_stays_when_another_was_painted(reader: Reader) -> None:
    text = f"{WORDS}\n" * 12
    reader.open(text, [("claim", at, at + 20) for at in range(0, len(text), len(WORDS) + 1)])
    on_screen(reader)
    index, canvas = ref(reader.session.index), ref(reader.view.canvas)
    reader.open(WORDS)
    on_screen(reader)
    gc.collect()
    assert index() is None
    assert canvas() is None
