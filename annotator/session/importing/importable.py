"""Files in a folder that articles can be imported from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from annotator.storage.articles.article_reading import is_article

MOST = 1000


def is_importable(path: Path) -> bool:
    """Return whether the file is of a kind that articles are imported from, and is none itself."""
    from annotator.interop.article_kinds import extractor_for  # here: the window opens without the kinds

    return not is_article(path) and extractor_for(path) is not None


def importable_in(folder: Path) -> Sequence[Path]:
    """Return such files in the folder and the folders in it, at most MOST, in natural order."""
    from annotator.interop.incoming.article_sources import files_in  # here: likewise

    return [*islice((file for file in files_in([folder]) if not is_article(file)), MOST)]
