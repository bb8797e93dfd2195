"""Kind of this installation, and the command that installs what it lacks."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from annotator.storage.program.resources import CHECKOUT, is_checkout
from annotator.translation.messages import _

DISTRIBUTION = "article-annotator"
"""The program's name on the package index, where “annotator” is another program."""
EXPORT = "export"
"""The extra with the libraries that two formats are written with."""
NEEDS_NO_QUOTES = re.compile(r"[\w./\\:~+-]+")


class Installation(Enum):
    """``CHECKOUT`` covers an editable installation, ``FROZEN`` a program with a Python of its own and without pip."""

    CHECKOUT = auto()
    WHEEL = auto()
    FROZEN = auto()


def installation() -> Installation:
    """Return how the running program was installed."""
    if getattr(sys, "frozen", False):
        return Installation.FROZEN
    return Installation.CHECKOUT if is_checkout() else Installation.WHEEL


def install_command(extra: str = "", path_words: Callable[[Path], str] = str) -> str:
    """Return the command that installs what is missing, that of the extra included; ``path_words`` writes its paths.

    It uses the Python that runs, so it reaches the right environment from any folder. It is of no use to a frozen
    program.
    """
    python = path_words(Path(sys.executable)) if sys.executable else "python"
    command = f"{_quoted(python)} -m pip install"
    extras = f"[{extra}]" if extra else ""
    if installation() is Installation.CHECKOUT:
        return f'{command} -e "{path_words(CHECKOUT)}{extras}"'
    return f'{command} "{DISTRIBUTION}{extras}"'


def missing_library(library: str, extra: str = "", path_words: Callable[[Path], str] = str) -> str:
    """Return the sentence that tells of a missing library and of the way to get it."""
    if installation() is Installation.FROZEN:
        return _("This build does not contain {library}.").format(library=library)
    sentence = _("{library} is not installed: “{command}” installs it.")
    return sentence.format(library=library, command=install_command(extra, path_words))


def _quoted(path: str) -> str:
    """Quote only what needs it: PowerShell takes a quoted first word for a text instead of a command."""
    return path if NEEDS_NO_QUOTES.fullmatch(path) else f'"{path}"'
