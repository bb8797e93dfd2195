"""Articles that a sidecar may be of, though their text is another than the one that it was made on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from unicodedata import normalize

from msgspec import Struct

from annotator.anchoring.anchored import read_document
from annotator.anchoring.places import MOVED, SAME, VERDICTS
from annotator.model.article import Article
from annotator.storage.articles.article_reading import read_article_of
from annotator.storage.files.file_error import FileError
from annotator.storage.sidecars.belonging import LONGEST_NAME
from annotator.storage.sidecars.sidecar_files import read_sidecar

MOST = 500
"""So many articles are compared with one sidecar at most."""
ENOUGH = 0.5
"""The share of the annotations whose words must be in an article of another name."""


class Likely(Struct, frozen=True):
    """An article that may be the one, and how many annotations would have which verdict in it."""

    article: Path
    counts: Mapping[str, int]

    @property
    def share(self) -> float:
        """Return the share of the annotations whose words stand in it."""
        return (self.counts[SAME] + self.counts[MOVED]) / max(1, sum(self.counts.values()))


def likely_articles(sidecar: Path, data: bytes, named: str, candidates: Iterable[Path]) -> tuple[Likely, ...]:
    """Find those that are called as the sidecar says but for case or suffix, and those with most of its words."""
    quotes = _quotes(sidecar, data)
    if quotes is None:
        return ()
    found = [likely for path in [*candidates][:MOST] if (likely := _likely(sidecar, data, named, quotes, path))]
    return tuple(sorted(found, key=lambda likely: (-likely.share, likely.article)))


def _likely(sidecar: Path, data: bytes, named: str, quotes: list[str], path: Path) -> Likely | None:
    try:
        article = read_article_of(path, data).article
        stem_alike = _stem(path.name) == _stem(named)
        if not stem_alike and sum(quote in article.text for quote in quotes) < max(1, ENOUGH * len(quotes)):
            return None
        read = read_document(sidecar, article, data, renamed=True)
    except FileError:
        return None
    verdicts = Counter(place.verdict for place in read.places.values())
    verdicts[SAME] = len(quotes) - verdicts.total()
    likely = Likely(path, {verdict: verdicts[verdict] for verdict in VERDICTS})
    return likely if stem_alike or likely.share >= ENOUGH else None


def _stem(name: str) -> str:
    return normalize("NFC", Path(name[:LONGEST_NAME].replace("\0", "_")).stem).casefold()


def _quotes(sidecar: Path, data: bytes) -> list[str] | None:
    """Return the words of all annotations; None where the sidecar cannot be read."""
    try:
        items = read_sidecar(sidecar, Article.of("", "-"), data, renamed=True).document.annotations.values()
    except FileError:
        return None
    return [item.displaced.text if item.displaced else "-" for item in items]
