"""Paths without the user's name and home folder, for logs and error reports."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from pathlib import Path, PurePath

from annotator.storage.program.resources import PACKAGE

HOME = "~"
LIBRARIES = re.compile(r"^.*[\\/](?:site|dist)-packages[\\/]")


def code_path(path: str) -> str:
    """Return the path of a code file relative to the folder that holds its package, with slashes."""
    for root in (str(PACKAGE.parent), str(Path(sys.base_prefix) / "lib")):
        if path.startswith((root + "/", root + "\\")):
            path = path[len(root) + 1 :]
    return LIBRARIES.sub("", path).replace("\\", "/") if not path.startswith("<") else path


def without_home(text: str) -> str:
    """Return the text with each occurrence of the user's home folder as ``~``."""
    home = _home()
    return re.sub(re.escape(home) + r"(?![\w.-])", HOME, text) if home else text


def without_user(path: Path) -> str:
    """Return the path with ``~`` for the user's home folder and for each part that is the user's name."""
    text = without_home(str(path))
    parts = PurePath(text).parts
    return str(PurePath(*(HOME if part in _names() else part for part in parts)))


def _home() -> str:
    try:
        home = str(Path.home())
    except RuntimeError:  # the home folder is unknown
        return ""
    return "" if home == Path(home).anchor else home


def _names() -> set[str]:
    import getpass  # its imports would slow the start

    names = {PurePath(_home()).name}
    with suppress(KeyError, OSError, ImportError):  # a user without a name
        names.add(getpass.getuser())
    return names - {"", "root"}
