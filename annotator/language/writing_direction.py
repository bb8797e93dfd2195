"""Direction in which languages are written, by their codes."""

from __future__ import annotations

from html import escape

from annotator.translation.messages import language

LEFTWARDS = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Codes of languages that are written from right to left."""
ENGLISH = "en"


def is_written_leftwards(code: str) -> bool:
    """Tell whether the language of that code, ``ar`` or ``ar-EG``, is written from right to left."""
    return code.replace("_", "-").partition("-")[0] in LEFTWARDS


def html_language() -> str:
    """Return the attributes of an HTML element whose text is in the language in use: its code and its direction."""
    code = language() or ENGLISH
    direction = "rtl" if is_written_leftwards(code) else "ltr"
    return f'lang="{escape(code.replace("_", "-"))}" dir="{direction}"'
