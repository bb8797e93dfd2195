"""Problem of a file in words, and the button that shows the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from annotator.storage.files.file_error import Problem
from annotator.translation.messages import _, number

Button: TypeAlias = tuple[str, Callable[[], object]]


def problem_words(problem: Problem) -> str:
    """Return the sentence of the problem, with the number of its line where it has one."""
    if not problem.line:
        return problem.sentence
    return _("Line {line}: {sentence}").format(line=number(problem.line), sentence=problem.sentence)


def file_button(path: Path) -> Button:
    """Return the button of a banner that shows the file."""
    return _("Show the file"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
