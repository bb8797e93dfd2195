"""Annotator: mark the claims, sources and figures of news articles, saved as YAML beside each article.

The interface for scripts and notebooks is described in ``annotator.notebooks``.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from annotator.notebooks import *  # noqa: F403  # the public names stand once, in notebooks.__all__


def __getattr__(name: str) -> Any:
    """Return a public name of ``annotator.notebooks``, imported when asked for so that the window starts without it."""
    if name == "__all__" or not (name.startswith("_") or find_spec(f"{__name__}.{name}")):
        notebooks = import_module(f"{__name__}.notebooks")
        if name == "__all__" or name in notebooks.__all__:
            return getattr(notebooks, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
