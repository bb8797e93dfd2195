"""The program as a user has it: its window on a folder, keys and mouse, and what stands on disk."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent, QIODevice, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPagedPaintDevice,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.app import build_window
from annotator.model.document import Document
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.status_bar.status_bar import StatusBar
from annotator.ui.system.system_dialogs import Question
from annotator.ui.widgets.banner import BannerStack
from annotator.ui.window.main_window import MainWindow

Key = Qt.Key
NONE, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton
GIVING_UP = ("Close without saving", "Discard the changes")
PATIENCE = 30
"""Seconds: on a busy machine nothing is wrong yet after pytest-qt's five."""
Found = TypeVar("Found", bound=QObject)


@dataclass
class FakeMessages:
    """Answers as it was told to: with each of ``answers``, then always with ``answer``, or gives up what is not saved.

    ``asked``, ``told``, ``choices`` and ``printed`` list what came.
    """

    folder: str = ""
    article: str = ""
    copy: str = ""
    target: str = ""
    sources: tuple[str, ...] = ()
    evidence: str = ""
    answer: str = "Close without saving"
    answers: list[str] = field(default_factory=list)
    gives_up: bool = False
    asked: list[Question] = field(default_factory=list)
    told: list[tuple[str, ...]] = field(default_factory=list)
    choices: list[tuple[str, ...]] = field(default_factory=list)
    printed: list[tuple[str, str]] = field(default_factory=list)

    def tell(self, title: str, sentence: str, detail: str = "") -> None:
        self.told.append((title, sentence, detail))

    def ask(self, question: Question) -> str:
        self.asked.append(question)
        if self.gives_up:
            return next((one for one in question.answers if one in map(_, GIVING_UP)), self.answer)
        return self.answers.pop(0) if self.answers else self.answer

    def give_up(self) -> None:
        """Answer from now on that everything may be closed, whatever is not saved in it."""
        self.gives_up = True

    def print_text(self, title: str, document: QTextDocument) -> None:
        self.printed.append((title, document.toPlainText()))

    def print_painted(self, title: str, paint: Callable[[QPagedPaintDevice], None]) -> None:
        """Paint on a PDF in memory, and note its title with the bytes."""
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        paint(QPdfWriter(buffer))
        self.printed.append((title, bytes(data.data()).decode("latin-1")))

    def choose_folder(self, start: str) -> str:
        self.choices.append((start,))
        return self.folder

    def choose_copy(self, start: str) -> str:
        self.choices.append((start,))
        return self.copy

    def choose_target(self, start: str, suffix: str) -> str:
        self.choices.append((start, suffix))
        return self.target

    def choose_sources(self, start: str) -> tuple[str, ...]:
        self.choices.append((start,))
        return self.sources

    def choose_evidence(self, start: str) -> str:
        self.choices.append((start,))
        return self.evidence

    def choose_source_folder(self, start: str) -> str:
        self.choices.append((start,))
        return self.folder

    def choose_article(self, start: str, suffixes: tuple[str, ...]) -> str:
        self.choices.append((start, *suffixes))
        return self.article


class Worker(ThreadPoolExecutor):
    """A thread that counts what it was asked to do."""

    def __init__(self, name: str) -> None:
        super().__init__(1, name)
        self.asked = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.asked += 1
        return super().submit(fn, *args, **kwargs)

    def finish(self) -> None:
        """Wait until nothing is left to do, nor to be heard of."""
        before = -1
        while before != self.asked:
            before = self.asked
            super().submit(int).result()
            QApplication.processEvents()


class Program:
    """One run of the program, on settings of its own."""

    def __init__(self, qtbot: QtBot, settings: Path, annotator: str | None = None) -> None:
        self._qtbot = qtbot
        self._settings = settings
        gc.collect()  # here: what earlier tests left must not be found by the threads that begin now
        self._executors = Worker("disk"), Worker("scan"), Worker("long")
        self.messages = FakeMessages()
        self.window: MainWindow = build_window(settings, *self._executors, annotator=annotator, messages=self.messages)
        self._open = True

    # from outside

    def start(self, path: Path | None = None) -> None:
        """Show the window, with ``path`` as on the command line, and wait until that is open."""
        self.window.open(path)
        self.window.show()
        self.window.activateWindow()
        self.wait_for(self.window.isActiveWindow)
        if path:
            self.wait_for(lambda: self.is_open(path))

    def is_open(self, path: Path) -> bool:
        """Whether that article is open, or one of that folder."""
        current = self.session.current
        return current is not None and path in (current.path, current.path.parent)

    def close(self) -> None:
        """Close the window and end what it began."""
        if self._open and self.window.close():
            self._open = False
            for executor in self._executors:
                executor.finish()
            self.window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            for executor in self._executors:
                executor.shutdown()

    def finish(self) -> None:
        """Wait until nothing is left to do beside the window."""
        for executor in self._executors if self._open else ():
            executor.finish()

    @property
    def is_closed(self) -> bool:
        return not self._open

    # what is there

    @property
    def settings(self) -> Path:
        """The file of the settings, after what is to be written to it has been."""
        self.finish()
        return self._settings

    def part(self, kind: type[Found], name: str = "") -> Found:
        """The part of the window of that kind, and of that object name where one is given."""
        found: Any = self.window.findChild(kind, name or None)
        assert found is not None, f"no {kind.__name__} {name}"
        return found

    @property
    def session(self) -> Session:
        return self.part(Session)

    @property
    def view(self) -> ArticleView:
        return self.part(ArticleView, "articleView")

    @property
    def document(self) -> Document:
        return self.session.document

    @property
    def opened(self) -> str:
        """The name of the open article."""
        return self.session.document.article.name if self.session.current else ""

    @property
    def marks(self) -> list[tuple[str, str]]:
        """Every annotation in text order: its label and its words."""
        return [(a.label, self.document.words(a)) for a in self.document.in_text_order()]

    @property
    def said(self) -> str:
        return self.part(StatusBar).said

    @property
    def banners(self) -> dict[str, str]:
        """What each banner says, by its key."""
        contents = self.part(BannerStack).contents
        return {key: f"{content.name} {content.sentence}".strip() for key, content in contents.items()}

    def click_banner(self, text: str) -> None:
        """Click a button of a banner."""
        buttons = self.part(BannerStack).findChildren(QPushButton)
        self._qtbot.mouseClick(next(button for button in buttons if button.text() == text), LEFT)

    @property
    def is_saving(self) -> bool:
        return self.part(StatusBar).saved_words == "Saving"

    def wait_saved(self) -> None:
        """Wait until the status bar says, in the language in use, that everything is saved."""
        self.wait_for(lambda: self.part(StatusBar).saved_words == _("Saved"))

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so, and look every millisecond: pytest-qt's own wait looks every ten."""
        end = time.monotonic() + PATIENCE
        while not holds(condition):
            if time.monotonic() > end:
                raise TimeoutError(f"it is not so after {PATIENCE} seconds")
            self._qtbot.wait(1)

    def wait_opened(self, name: str) -> None:
        """Wait until the article of that name is open."""
        self.wait_for(lambda: self.opened == name)

    # keys and mouse

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key where the focus is."""
        for _time in range(times):
            self._qtbot.keyClick(self._focus(), key, modifiers)

    def type(self, text: str) -> None:
        """Type letters where the focus is, each where it is when its turn comes."""
        for letter in text:
            if letter.isascii():
                self._qtbot.keyClicks(self._focus(), letter)
            else:
                send_letter(self._focus(), letter)

    def select_on(self, characters: int) -> None:
        """Hold Shift down, go right, let go of Shift."""
        for _letter in range(characters):
            QApplication.sendEvent(self._focus(), QKeyEvent(QEvent.Type.KeyPress, Key.Key_Right, SHIFT))
        QApplication.sendEvent(self._focus(), QKeyEvent(QEvent.Type.KeyRelease, Key.Key_Shift, SHIFT))

    def go_to(self, position: int) -> None:
        """Put the caret before the code point at ``position``, by keys alone."""
        self.press(Key.Key_Home, CTRL)
        self.press(Key.Key_Right, times=position)

    def select(self, words: str, nth: int = 0) -> None:
        """Select the words by keys alone: find them, take the match."""
        self.press(Key.Key_F, CTRL)
        self.press(Key.Key_A, CTRL)
        send_words(self._focus(), words)
        self.press(Key.Key_Return)
        self.press(Key.Key_F3, times=nth)

    def point_at(self, position: int) -> QPoint:
        """A place on the letter at the code point ``position``, in the view's coordinates."""
        view = self.view
        cursor = view.textCursor()
        cursor.setPosition(view.offsets.to_utf16(position))
        here = view.cursorRect(cursor)
        cursor.setPosition(view.offsets.to_utf16(position + 1))
        there = view.cursorRect(cursor)
        x = (here.left() + there.left()) // 2 if there.top() == here.top() else here.left() + 3
        return QPoint(x, here.center().y())

    def edge_at(self, position: int) -> QPoint:
        """Where the caret stands before the code point at ``position``, in the view's coordinates."""
        cursor = self.view.textCursor()
        cursor.setPosition(self.view.offsets.to_utf16(position))
        return self.view.cursorRect(cursor).center()

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Drag with the mouse over the text."""
        where = self.view.viewport()
        send_mouse(where, QEvent.Type.MouseButtonPress, start, LEFT, LEFT)
        send_mouse(where, QEvent.Type.MouseMove, (start + end) / 2, Qt.MouseButton.NoButton, LEFT)
        send_mouse(where, QEvent.Type.MouseMove, end, Qt.MouseButton.NoButton, LEFT)
        send_mouse(where, QEvent.Type.MouseButtonRelease, end, LEFT, Qt.MouseButton.NoButton)

    def drag_over(self, words: str) -> None:
        """Select the words with the mouse."""
        start = self.document.article.text.index(words)
        self.drag(self.edge_at(start), self.edge_at(start + len(words)))

    def click(self, where: QPoint) -> None:
        """Click into the text."""
        self._qtbot.mouseClick(self.view.viewport(), LEFT, NONE, where)

    def click_at(self, widget: QWidget, where: QPoint) -> None:
        """Click on a part of the window."""
        self._qtbot.mouseClick(widget, LEFT, NONE, where)

    def double_click_at(self, widget: QWidget, where: QPoint) -> None:
        """Click twice on a part of the window."""
        self._qtbot.mouseDClick(widget, LEFT, NONE, where)

    def picture(self) -> QImage:
        """The article view as it is drawn, without the blinking caret."""
        focus = self._focus()
        focus.clearFocus()
        image = self.view.grab().toImage()
        focus.setFocus()
        return image

    def _focus(self) -> QWidget:
        """Return what the system gives keys to: the popup that is open, else the widget with the focus."""
        popup = QApplication.activePopupWidget()
        return (popup.focusWidget() or popup if popup else QApplication.focusWidget()) or self.view


def holds(condition: Callable[[], bool]) -> bool:
    """Whether it is so; a part that it looks at may not be there yet."""
    try:
        return condition()
    except AssertionError:
        return False


def send_mouse(
    widget: QWidget,
    kind: QEvent.Type,
    at: QPoint,
    button: Qt.MouseButton,
    buttons: Qt.MouseButton,
    modifiers: Qt.KeyboardModifier = NONE,
) -> None:
    """A mouse event with the buttons that are held down meanwhile, which qtbot.mouseMove leaves out."""
    point = QPointF(at)
    event = QMouseEvent(kind, point, QPointF(widget.mapToGlobal(at)), button, buttons, modifiers)
    QApplication.sendEvent(widget, event)


def send_letter(widget: QWidget, letter: str) -> None:
    """A letter as an input method gives it, which has no key of its own."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, NONE, letter))


def send_words(widget: QWidget, words: str) -> None:
    """Words as an input method gives them, all at once: letter by letter, each is looked for as it comes."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def sidecar_of(article: Path, annotator: str = "") -> Path:
    """The file beside the article that holds its annotations."""
    dot = f".{annotator}" if annotator else ""
    return article.with_name(f"{article.stem}.annotations{dot}.yaml")


def saved_marks(article: Path, annotator: str = "") -> list[tuple[str, str]]:
    """What the sidecar says is marked, read by another program's means: label and words, in the file's order."""
    content = yaml.safe_load(sidecar_of(article, annotator).read_text("utf-8"))
    text = article.read_text("utf-8")
    for item in content["annotations"]:
        assert text[item["start"] : item["end"]] == item["text"]
    return [(item["label"], item["text"]) for item in content["annotations"]]
