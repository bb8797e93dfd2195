"""Imports as Python does them, after PySide has put its own in their place."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 – its first import is what exchanges Python's


def use_plain_imports() -> None:
    """Import from now on without PySide, which reads and keeps the source of each module to look for ``__feature__``.

    Nothing here switches such a feature on. A PySide that does not say what it replaced is left as it is.
    """
    builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
