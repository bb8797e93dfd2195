"""A language for tests that is English in angle brackets, so that a message that was not translated is seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabWidget,
    QWidget,
)

from annotator.translation import messages
from annotator.translation.forms import Forms

WORD = re.compile(r"[A-Za-z]{2,}")
LISTS_OF_NAMES = ("languageChoice", "fontFamily")
NAMES = re.compile(
    r"Annotator( [\d.]+\S*)?|PySide6 [\d.]+|CC BY 4\.0|Train|Dev|Test|Scroll (Left|Right)|Close|Float"
    "|Closes the dock widget|Undocks and re-attaches the dock widget"
)


class Marked:
    """Translate each message into itself between angle brackets."""

    def text(self, message: str, context: str = "") -> str:  # noqa: ARG002  # as every translator
        return f"<{message}>"

    def plural(self, one: str, many: str, count: int) -> str:
        return f"<{one if count == 1 else many}>"


class WithFullStops(Forms):
    """Write whole numbers with full stops between their groups."""

    def whole(self, value: int) -> str:
        return f"{value:,}".replace(",", ".")


@contextmanager
def marked_language() -> Iterator[None]:
    """Use that language, which writes numbers with full stops, and English again afterwards."""
    messages.use(Marked(), WithFullStops())
    try:
        yield
    finally:
        messages.use()


def unmarked(whole: QWidget) -> set[str]:
    texts = {text for text in shown(whole) if WORD.search(text) and not ("<" in text or ">" in text)}
    return {text for text in texts if not NAMES.fullmatch(text)}


def shown(whole: QWidget) -> Iterator[str]:
    """Yield what all widgets say, save the buttons that Qt itself translates and what is a name everywhere."""
    for widget in (whole, *whole.findChildren(QWidget)):
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle(), widget.toolTip())
        match widget:
            case QAbstractButton() if not isinstance(widget.parent(), QDialogButtonBox):
                yield widget.text()
            case QLabel():
                yield widget.text()
            case QLineEdit():
                yield widget.placeholderText()
            case QMenu():
                yield widget.title()
                yield from (text for action in widget.actions() for text in (action.text(), action.toolTip()))
            case QComboBox() if widget.objectName() not in LISTS_OF_NAMES:
                yield from (widget.itemText(row) for row in range(widget.count()))
            case QTabWidget():
                yield from (widget.tabText(tab) for tab in range(widget.count()))
