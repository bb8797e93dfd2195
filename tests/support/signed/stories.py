"""A folder with an article whose claims are checked, to be signed, and drafts of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.storage.articles.article_reading import read_article
from annotator.storage.sidecars.sidecar_writing import SidecarWriter
from tests.support.program import CTRL, SHIFT, Key, Program, sidecar_of

SENTENCES = {
    "c1": "The harbour was closed for nine days",
    "c2": "Some 412 boats lay at the quay",
    "c3": "Ana Ruiz has been mayor since 2019",
    "c4": "The storm broke two of the three cranes",
    "c5": "Repairs will cost 3.5 million",
    "c6": "Nobody was hurt that night",
}
TEXT = "After the storm\n\n" + ". ".join([*SENTENCES.values(), ""]).strip() + "\n"
CHANGED = (("nine days", "eleven days"), ("two of the three", "all three"), ("3.5 million", "4 million"))
MOST_PARTS = 60


def write_checked(folder: Path, *, asked: str = "c3", text: str = TEXT) -> Path:
    """Write an article with six claims, all confirmed but the one that was asked about; return its path."""
    path = folder / "storm.txt"
    path.write_text(text, "utf-8")
    items = {}
    for id, words in SENTENCES.items():
        start = text.index(words)
        state = "asked" if id == asked else "confirmed"
        items[id] = Annotation(id, "claim", Span(start, start + len(words)), state=state)
    document = Document(read_article(path).article, items)
    sidecar_of(path).write_bytes(SidecarWriter().data(document))
    return path


def draft(text: str = TEXT) -> str:
    """Return the article with three of its sentences changed."""
    for old, new in CHANGED:
        text = text.replace(old, new)
    return text


def open_sign_off(program: Program) -> None:
    """Open the dialog by its key."""
    program.press(Key.Key_S, CTRL | SHIFT)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    program.wait_for(dialog.isActiveWindow)


def tab_to(program: Program, name: str) -> None:
    """Go on by Tab to the part of that name."""
    for _part in range(MOST_PARTS):
        widget = QApplication.focusWidget()
        if widget is not None and widget.objectName() == name:
            return
        program.press(Key.Key_Tab)
    raise AssertionError(name)


def give_name(program: Program, name: str) -> None:
    """Type the name of who signs in place of the one that is there."""
    tab_to(program, "signerName")
    program.press(Key.Key_A, CTRL)
    program.type(name)


def sign(program: Program) -> None:
    """Press the button that signs, by keys, and wait until it is saved."""
    tab_to(program, "signOff")
    program.press(Key.Key_Space)
    be_back(program)


def be_back(program: Program) -> None:
    """Wait until the dialog is closed and all is saved; there is no window manager that activates the window again."""
    assert QApplication.activeModalWidget() is None
    program.window.activateWindow()
    program.wait_for(program.window.isActiveWindow)
    program.wait_saved()
