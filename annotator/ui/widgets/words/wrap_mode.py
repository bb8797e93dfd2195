"""Line breaking that stays fast whatever the text holds."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit

ANYWHERE, AT_WORDS = QTextOption.WrapMode.WrapAnywhere, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
LONGEST_WORD = 2000
"""Qt looks at all of a word for each line that it breaks it into: one of a million letters takes minutes."""

EAST_ASIAN = "\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
"""Characters between which a line may end, so that their words are never long."""
TO_LAST_BREAK = rf"(?s:.*[\s{EAST_ASIAN}])"


def wrap_mode(text: str) -> QTextOption.WrapMode:
    """Return how the text's lines are broken: between words, but anywhere if one of them is very long."""
    if has_long_word(text):
        return ANYWHERE
    return AT_WORDS


def has_long_word(text: str) -> bool:
    """Return whether a word of the text is very long.

    It goes from break to break, each the last within reach, so that most of the text is not looked at.
    """
    start, last = 0, len(text) - LONGEST_WORD
    while start < last:
        after = text.rfind(" ", start, start + LONGEST_WORD + 1) + 1
        if not after:
            found = re.compile(TO_LAST_BREAK).match(text, start, start + LONGEST_WORD + 1)
            if found is None:
                return True
            after = found.end()
        start = after
    return False


def set_plain_text(field: QPlainTextEdit, text: str) -> None:
    """Show the text in the field, its lines broken as they are best broken."""
    mode = wrap_mode(text)
    if mode != field.wordWrapMode():
        field.setPlainText("")  # or the text that was shown is laid out in the mode of the new one
        field.setWordWrapMode(mode)
    field.setPlainText(text)
