"""Markdown from text that nobody has checked, with all markup escaped."""

from __future__ import annotations

import re

from annotator.storage.files.file_error import shown

MARKUP = re.compile(r"([\\`*_\[\]<>|#&~])")


def plain(text: str) -> str:
    """Return the text on one line, with markup escaped."""
    return MARKUP.sub(r"\\\1", shown(re.sub(r"\s+", " ", text).strip()))
