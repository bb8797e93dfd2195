"""Names of keys as they stand on key caps, in the language in use."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence

ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}
BRIEF = {"PgDown": "PgDn"}
NATIVE, PORTABLE = QKeySequence.SequenceFormat.NativeText, QKeySequence.SequenceFormat.PortableText
LEFT_TO_RIGHT = "\u200e"


def caption(key: str) -> str:
    """Return the key, given as portable text, as it stands on a key cap, named as Qt does in the language in use."""
    return caption_of(QKeySequence.fromString(key))


def caption_of(keys: QKeySequence) -> str:
    """Return the key as it stands on a key cap; in a layout from right to left it still reads from left to right."""
    portable = keys.toString(PORTABLE)
    native = keys.toString(NATIVE)
    before, plus, last = native.rpartition("+")
    text = before + plus + _last_caption(portable.rpartition("+")[2], last) if last else native
    rtl = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return f"{LEFT_TO_RIGHT}{text}{LEFT_TO_RIGHT}" if rtl and text else text


def _last_caption(portable: str, native: str) -> str:
    if portable == "Return":
        return QKeySequence.fromString("Enter").toString(NATIVE)
    return ARROWS.get(portable) or BRIEF.get(native, native)


def modifier(key: str) -> str:
    """Return the name of ``Ctrl``, ``Shift`` or ``Alt`` as Qt has it in the language in use."""
    return QKeySequence.fromString(f"{key}+A").toString(NATIVE).removesuffix("A").removesuffix("+")


def captions(keys: Iterable[str]) -> list[str]:
    """Return the keys as they stand on key caps, none twice."""
    return list(dict.fromkeys(caption(key) for key in keys))
