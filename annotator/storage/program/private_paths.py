"""Paths without what is private in them: for logs, and for reports that are sent to strangers."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from pathlib import Path, PurePath

from annotator.storage.program.resources import PACKAGE

HOME = "~"
LIBRARIES = re.compile(r"^.*[\\/](?:site|dist)-packages[\\/]")


def code_path(path: str) -> str:
    """A file of code, from its package on."""
    for root in (str(PACKAGE.parent), str(Path(sys.base_prefix) / "lib")):
        if path.startswith((root + "/", root + "\\")):
            path = path[len(root) + 1 :]
    return LIBRARIES.sub("", path).replace("\\", "/") if not path.startswith("<") else path


def without_home(text: str) -> str:
    """The text with ``~`` for the user's home folder, wherever that stands in it."""
    home = _home()
    return re.sub(re.escape(home) + r"(?![\w.-])", HOME, text) if home else text


def without_user(path: Path) -> str:
    """The path with ``~`` for the user's home folder and for the user's name."""
    text = without_home(str(path))
    parts = PurePath(text).parts
    return str(PurePath(*(HOME if part in _names() else part for part in parts)))


def _home() -> str:
    try:
        home = str(Path.home())
    except RuntimeError:  # nobody knows
        return ""
    return "" if home == Path(home).anchor else home


def _names() -> set[str]:
    import getpass  # here: it brings what the window does not need

    names = {PurePath(_home()).name}
    with suppress(KeyError, OSError, ImportError):  # a user without a name
        names.add(getpass.getuser())
    return names - {"", "root"}
