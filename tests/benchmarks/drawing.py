"""Opening, annotating, scrolling and resizing: each action in turn with the same of a bare text field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from annotator.model.span import Span
from tests.benchmarks.screen import Picture, drawn, text_rect
from tests.benchmarks.subjects import Bare, View, Window
from tests.benchmarks.texts import Sample, sample
from tests.benchmarks.timing import Times

LABELS = (("claim", "c"), ("source", "s"), ("figure", "f"), ("quote", "q"))
NOTCH = -120
WIDER = 24
Subject = View | Window


@dataclass(slots=True)
class Pair:
    """The same action of the program and of the bare field."""

    ours: Times = field(default_factory=Times)
    bare: Times = field(default_factory=Times)

    @property
    def ratio(self) -> float:
        """Medians of processor time."""
        return self.ours.cpu_median / self.bare.cpu_median


def open_again(subject: Subject, bare: Bare, shown: Sample, times: int) -> Pair:
    """Open the article in place of a small one."""
    pair, small = Pair(), sample("start", 2000, 10)
    for _ in range(times):
        bare.open(small)
        pair.bare.measure(lambda: bare.open(shown))
        Picture(bare.view).check_text(text_rect(bare.view))
        subject.prepare(small)
        subject.open(small)
        subject.rest()
        subject.prepare(shown)
        before = Picture(subject.window)
        pair.ours.measure(lambda: subject.open(shown))
        picture, rect = Picture(subject.window), text_rect(subject.view)
        picture.check_differs(rect, before)
        picture.check_text(rect)
        subject.rest()
    return pair


def annotate(subject: Subject, bare: Bare, words: list[Span]) -> Pair:
    """Tag words all over the article by key; the bare field repaints all of itself at the same place."""
    pair = Pair()
    subject.window.activateWindow()
    subject.view.setFocus()
    for number, span in enumerate(words):
        label, key = LABELS[number % len(LABELS)]
        bare.go_to(span)
        pair.bare.measure(bare.repaint)
        _go_to(subject, span)
        before, rect = Picture(subject.window), _word_rect(subject.view, span)
        pair.ours.measure(lambda key=key: _press(subject.view, key))
        _check_marked(subject, before, rect, label)
    return pair


def page_down(subject: Subject, bare: Bare, start: Span, times: int) -> Pair:
    """Press PgDn again and again."""
    return _move(subject, bare, start, times, lambda view: _press(view, Qt.Key.Key_PageDown))


def turn_wheel(subject: Subject, bare: Bare, start: Span, times: int) -> Pair:
    """Turn the wheel by one notch again and again."""
    return _move(subject, bare, start, times, _turn)


def resize(subject: Subject, bare: Bare, start: Span, times: int) -> Pair:
    """Make the window wider and narrower again, and taller by as much."""
    pair = Pair()
    _go_to(subject, start)
    bare.go_to(start)
    sizes = subject.window.size(), bare.view.size()
    for number in range(times):
        more = QSize(WIDER, WIDER) * ((number + 1) % 2)
        pair.bare.measure(lambda more=more: _resize(bare.view, sizes[1] + more))
        pair.ours.measure(lambda more=more: _resize(subject.window, sizes[0] + more))
        Picture(subject.window).check_text(text_rect(subject.view))
        subject.rest()
    return pair


def _go_to(subject: Subject, span: Span) -> None:
    subject.session.select(None)
    subject.session.move_caret(span.start + 1)
    subject.view.centerCursor()
    subject.rest()


def _press(view: QPlainTextEdit, key: str | Qt.Key) -> None:
    QTest.keyClick(view, key)
    drawn()


def _turn(view: QPlainTextEdit) -> None:
    middle = view.viewport().rect().center()
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    at, moved, phase = QPointF(middle), QPoint(0, NOTCH), Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, view.mapToGlobal(at), QPoint(), moved, no_button, no_key, phase, False)
    QCoreApplication.sendEvent(view.viewport(), event)
    drawn()


def _resize(window: QPlainTextEdit, size: QSize) -> None:
    window.resize(size)
    drawn()


def _move(subject: Subject, bare: Bare, start: Span, times: int, step: Callable[[QPlainTextEdit], None]) -> Pair:
    pair = Pair()
    _go_to(subject, start)
    bare.go_to(start)
    for _ in range(times):
        pair.bare.measure(lambda: step(bare.view))
        before = Picture(subject.window)
        pair.ours.measure(lambda: step(subject.view))
        picture, rect = Picture(subject.window), text_rect(subject.view)
        picture.check_differs(rect, before)
        picture.check_text(rect)
        subject.rest()
    return pair


def _word_rect(view: QPlainTextEdit, span: Span) -> QRect:
    """Where an ASCII text's word stands in the window, with what is drawn right below it, less its upper part.

    There the marks of the line before may be.
    """
    first, last = QTextCursor(view.document()), QTextCursor(view.document())
    first.setPosition(span.start)
    last.setPosition(span.end)
    rect = view.cursorRect(first).united(view.cursorRect(last)).adjusted(-2, 10, 2, 4)
    return rect.translated(view.viewport().mapTo(view.window(), QPoint(0, 0)))


def _check_marked(subject: Subject, before: Picture, rect: QRect, label: str) -> None:
    colours, picture = subject.view.colours(label), Picture(subject.window)
    picture.check_text(rect)
    picture.check_colour(rect, colours.cap if label == "claim" else colours.stroke, before)
