"""The guidelines of a folder: a Markdown file beside its articles, checked before it is shown."""

from __future__ import annotations

from pathlib import Path

from annotator.model.visible import visible
from annotator.storage.articles.article_reading import GUIDELINES_NAME
from annotator.storage.files.file_bytes import bytes_of, is_surely_there
from annotator.storage.files.file_error import FileError
from annotator.storage.schemes.guidelines_limits import too_long
from annotator.translation.messages import _

NAMES = (GUIDELINES_NAME, "Guidelines.md", "GUIDELINES.md")
"""Names that a folder's guidelines may have; the first file that exists counts."""

MOST_BYTES = 256 * 1024


class GuidelinesError(FileError):
    """The guidelines could not be read, or cannot be shown."""


def guidelines_of(folder: Path) -> str | None:
    """Return the Markdown of the folder's guidelines, with what cannot be seen as escapes; None where it has none.

    Raises GuidelinesError where they cannot be read: no text, too large, or a link that leads out of the folder.
    """
    path = next((path for name in NAMES if is_surely_there(path := folder / name, GuidelinesError)), None)
    if path is None:
        return None
    data = bytes_of(path, MOST_BYTES, GuidelinesError)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GuidelinesError.at(path, _("It is not UTF-8. Save it as UTF-8."), line) from error
    text = visible(text.replace("\r\n", "\n").replace("\r", "\n"))
    if found := too_long(text):
        raise GuidelinesError.at(path, *found)
    return text
