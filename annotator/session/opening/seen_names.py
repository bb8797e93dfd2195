"""Names in the folder of an article, listed again only where the folder has changed since: it may have 100,000."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from annotator.corpus.missing_articles import PART, without_article
from annotator.storage.articles.folder_contents import stamp_of
from annotator.storage.articles.folders import names_in

AFTER_ALL = chr(0x10FFFF)


class FolderNames(Struct, frozen=True):
    """Sidecars of a folder by name, and those ``missing`` their article; ``stamp`` is that of ``FolderContents``."""

    folder: Path
    stamp: int
    sidecars: tuple[str, ...]
    missing: tuple[Path, ...]

    def beside(self, article: Path) -> Iterator[str]:
        """Yield the names that begin as those of the article's sidecars do, of all annotators."""
        for beginning in dict.fromkeys((f"{article.stem}{PART}", f"{article.name}{PART}")):
            start = bisect_left(self.sidecars, beginning)
            yield from self.sidecars[start : bisect_left(self.sidecars, beginning + AFTER_ALL, start)]


class SeenNames:
    """The names of the folder that was asked for last, which is listed again where its time stamp is another one."""

    def __init__(self) -> None:
        self._last: FolderNames | None = None

    def of(self, folder: Path) -> FolderNames:
        """Return the names in the folder as they are now; none where it cannot be listed."""
        last, stamp = self._last, stamp_of(folder)
        if last is None or last.folder != folder or not stamp or last.stamp != stamp:
            names = names_in(folder)
            sidecars = tuple(sorted(name for name in names if PART in name))
            last = self._last = FolderNames(folder, stamp, sidecars, tuple(without_article(folder, names)))
        return last
