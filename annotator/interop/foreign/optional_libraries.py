"""Large libraries: imported on use; a missing one is reported in a sentence that says how to install it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any

from annotator.interop.foreign.errors import ForeignError
from annotator.storage.program.installation import missing_library


def require(module: str, distribution: str, extra: str = "") -> Any:
    """Import and return the module, which an extra brings or, without one, every installation.

    Raises ForeignError, with the command that installs it, where it is missing.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise ForeignError(missing_library(distribution, extra)) from error


def is_installed(module: str) -> bool:
    """Return whether the module can be imported, without importing it."""
    return find_spec(module) is not None


@cache
def made_by(distribution: str) -> str:
    """Return the distribution's name and version for an article's origin, e.g. “trafilatura 2.3.1”."""
    try:
        return f"{distribution} {version(distribution)}"
    except PackageNotFoundError:
        return distribution
