"""Dense texts: one paragraph with thousands of annotations, hundreds of them on each screen, hundreds of labels.

Each action is done in an ordinary article too, in the same window, to compare with.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import IN_WORK, Document, Status
from annotator.model.ids import new_id
from annotator.model.span import Span
from tests.benchmarks.screen import Picture, drawn, text_rect
from tests.benchmarks.subjects import Window, wait_until
from tests.benchmarks.table import Row
from tests.benchmarks.texts import NOW, Sample, paragraphs, sample, spans_in
from tests.benchmarks.timing import Times

FRAME = 16
"""Milliseconds of a frame: the bar of each action."""
PARAGRAPH, SCREENS = "2,000 in a paragraph", "300 on a screen"
BARRED = {PARAGRAPH: ("label key", "undo", "resize"), SCREENS: ("page down", "resize", "label key")}
LARGE = ("label key", "zoom", "resize", "theme", "palette letter")
"""Actions that have a bar, by the name of the dense text, and in the largest article."""
SHOWN = 60
LETTERS = "waterharbourofficials"
LABEL_KEYS = "csfq"
CTRL = Qt.KeyboardModifier.ControlModifier
Action = Callable[[int], object]
Timed = tuple[str, Callable[[], Times]]
"""An action by its name, and the function that does and measures it."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How large the texts are, as a share of those of the bars, and how often each action is done."""

    share: float
    times: int
    labels: int


def dense(measure: Measure, large: Sample) -> list[Row]:
    """Measure the dense texts, and ``large``, against an ordinary article."""
    ordinary = sample("100 kB/1 k", int(100_000 * measure.share), int(1000 * measure.share))
    dense = [one_paragraph(measure.share), overlapping(measure.share)]
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        window = Window(Path(name), [ordinary, *dense, *([large] if large.name != ordinary.name else [])])
        usual = {what: act() for what, act in actions(window, ordinary, measure.times)}
        for shown in [*dense, large]:
            for what, act in actions(window, shown, measure.times):
                times = act()
                limit = FRAME if what in BARRED.get(shown.name, LARGE) else None
                rows.append(Row(f"{what}, window, p95", shown.name, times.cpu_p95, limit=limit))
                median, other = times.cpu_median, usual[what].cpu_median
                rows.append(Row(f"{what}, window", shown.name, median, other, other_name=ordinary.name))
        window.close()
    return [*rows, *_many_labels(measure, ordinary)]


def one_paragraph(share: float) -> Sample:
    """A paragraph of 20 kB with 2,000 annotations, between ordinary ones without any."""
    source = random.Random(1)
    before = "".join(paragraphs(source, int(20_000 * share), "\n"))
    paragraph = "".join(paragraphs(source, int(20_000 * share), " ")).strip()
    found = spans_in(source, paragraph, int(2000 * share))
    spans = [(Span(len(before) + span.start, len(before) + span.end), label) for span, label in found]
    return _document(PARAGRAPH, f"{before}{paragraph}\n{before}", spans, source)


def overlapping(share: float) -> Sample:
    """Some 300 annotations on each screen."""
    source = random.Random(2)
    text = "".join(paragraphs(source, int(100_000 * share), "\n"))
    return _document(SCREENS, text, [*spans_in(source, text, int(15_000 * share))], source)


def _document(name: str, text: str, spans: list[tuple[Span, str]], source: random.Random) -> Sample:
    made: dict[str, Annotation] = {}
    for span, label in spans:
        id = new_id(made, source)
        made[id] = Annotation(id, label, span, created=NOW, modified=NOW)
    article = Article.of(f"{name.replace(' ', '-').replace(',', '')}.txt", text)
    return Sample(name, Document(article, MappingProxyType(made), status=Status(IN_WORK), scheme="news-claims-1"))


def actions(window: Window, shown: Sample, times: int) -> Iterator[Timed]:
    """Open an article and yield each action, to be done so many times before the next is asked for."""
    window.open(shown)
    window.rest()
    window.window.activateWindow()
    window.view.setFocus()
    yield from _edits(window, _words(shown, times))
    yield from _moves(window, times)
    yield from _looks(window, times)
    yield "palette letter", lambda: _letters(window, times)


def _edits(window: Window, words: list[Span]) -> Iterator[Timed]:
    many, keys = len(words), [LABEL_KEYS[at % 4] for at in range(len(words))]
    go = partial(_go, window)
    yield "label key", lambda: _measured(window, many, lambda at: _press(window, keys[at]), lambda at: go(words[at]))
    yield "undo", lambda: _measured(window, many, lambda _at: window.session.undo())
    _go(window, words[0])


def _moves(window: Window, times: int) -> Iterator[Timed]:
    down = partial(_press, window, Qt.Key.Key_PageDown)
    yield "page down", lambda: _measured(window, times, lambda _at: down(), lambda _at: _leave_end(window))
    size, more = window.window.size(), QSize(24, 24)
    yield "resize", lambda: _measured(window, times, lambda at: window.window.resize(size + more * ((at + 1) % 2)))


def _looks(window: Window, times: int) -> Iterator[Timed]:
    keys = (Qt.Key.Key_Equal, Qt.Key.Key_Minus)
    yield "zoom", lambda: _measured(window, times, lambda at: _press(window, keys[at % 2], CTRL))
    _press(window, Qt.Key.Key_0, CTRL)
    themes = [window.window.findChild(QAction, name) for name in ("theme_dark", "theme_light")]
    yield "theme", lambda: _measured(window, times, lambda at: themes[at % 2].trigger())
    themes[1].trigger()


def _letters(window: Window, times: int) -> Times:
    """Type words into the palette, which is opened anew for each."""
    field = window.window.findChild(QLineEdit, "paletteField")
    measured = Times()
    for at in range(times):
        if at % 5 == 0:
            _press(window, Qt.Key.Key_K, CTRL)
        letter = LETTERS[at % len(LETTERS)]
        measured.measure(lambda letter=letter: (QTest.keyClick(field, letter), drawn()))
        if at % 5 == 4 or at == times - 1:
            QTest.keyClick(field, Qt.Key.Key_Escape)
            drawn()
    return measured


def _measured(window: Window, times: int, act: Action, prepare: Action = lambda _at: None) -> Times:
    measured = Times()
    for at in range(times):
        prepare(at)
        before = Picture(window.window)
        measured.measure(lambda at=at: (act(at), drawn()))
        Picture(window.window).check_differs(text_rect(window.view), before)
        window.rest()
    return measured


def _words(shown: Sample, number: int) -> list[Span]:
    """Words without an annotation of their own, close to each other in the middle of what is dense."""
    marked = {annotation.span.start for annotation in shown.document.annotations.values()}
    found, at = list[Span](), sorted(marked)[len(marked) // 4]
    while len(found) < number:
        at = shown.text.index(" ", at) + 1
        end = min(shown.text.find(stop, at) % (len(shown.text) + 1) for stop in " .\n")
        if end - at > 3 and at not in marked:
            found.append(Span(at, end))
        at = end
    return found


def _go(window: Window, span: Span) -> None:
    window.session.select(None)
    window.session.move_caret(span.start + 1)
    window.view.centerCursor()
    window.rest()


def _leave_end(window: Window) -> None:
    bar = window.view.verticalScrollBar()
    if bar.value() + bar.pageStep() >= bar.maximum():
        _press(window, Qt.Key.Key_Home, CTRL)


def _press(window: Window, key: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.view, key, modifier)
    drawn()


def _many_labels(measure: Measure, ordinary: Sample) -> list[Row]:
    """Open a folder whose scheme has hundreds of labels, and one with the built-in scheme."""
    name = f"{measure.labels} labels"
    with (
        tempfile.TemporaryDirectory() as start,
        tempfile.TemporaryDirectory() as few,
        tempfile.TemporaryDirectory() as many,
    ):
        window = Window(Path(start), [])
        (Path(many) / "scheme.yaml").write_text(_scheme(measure.labels))
        usual, opened = (_opened(window, ordinary.write(Path(folder))) for folder in (few, many))
        window.rest()
        letters = _letters(window, measure.times)
        window.close()
    return [
        Row("article shown", name, opened.cpu_median, limit=SHOWN),
        Row("article shown, against 6 labels", name, opened.cpu_median, usual.cpu_median, other_name="6 labels"),
        Row("palette letter, window, p95", name, letters.cpu_p95, limit=FRAME),
    ]


def _opened(window: Window, path: Path) -> Times:
    opened = Times()
    opened.measure(lambda: _open(window, path))
    Picture(window.window).check_text(text_rect(window.view))
    return opened


def _open(window: Window, path: Path) -> None:
    window.window.open(path)
    wait_until(lambda: window.session.current is not None and window.session.current.path == path)
    drawn()


def _scheme(labels: int) -> str:
    rows = [f'- {{id: label_{number}, colour: "#{0x204060 + 4001 * number:06X}"}}' for number in range(labels)]
    return "\n".join(["format: annotation-scheme", "version: 1", "id: many", "name: Many", "labels:", *rows, ""])
