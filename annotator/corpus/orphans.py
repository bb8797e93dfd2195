"""Sidecars whose article is not where they say, and the articles that they may be of."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from pathlib import Path

from annotator.corpus.likely_articles import Likely, likely_articles
from annotator.corpus.tree import Tree
from annotator.storage.articles.article_reading import article_name, is_article, read_article
from annotator.storage.articles.remembered_encoding import remembered_in
from annotator.storage.files.file_bytes import bytes_of, is_there
from annotator.storage.files.file_error import ArticleError, SidecarError
from annotator.storage.saving.own_sidecar import sidecar_of
from annotator.storage.sidecars.belonging import is_plain_name, same_name
from annotator.storage.sidecars.named_article import NamedArticle, named_article
from annotator.storage.sidecars.sidecar_files import MAX_SIDECAR_BYTES, annotator_in, is_sidecar, stem_of

MOST_FILES = 100_000
MOST_BYTES_A_CHARACTER = 8
"""A line break of two characters in UTF-32 takes as many, and is one character here."""


@dataclass(frozen=True, slots=True)
class Orphan:
    """A sidecar whose article is not where it says.

    ``same`` are the articles with the very text that it was made on, ``likely`` those with another that may be it;
    ``contested``: other orphans are of the same article.
    """

    sidecar: Path
    data: bytes = field(repr=False)
    named: NamedArticle
    same: tuple[Path, ...] = ()
    likely: tuple[Likely, ...] = ()
    contested: bool = False

    @property
    def sure(self) -> Path | None:
        """Return the article that it is of beyond doubt."""
        return self.same[0] if len(self.same) == 1 and not self.contested else None

    @property
    def articles(self) -> tuple[Path, ...]:
        """Return every article that it may be of; those with its own text alone, where there are such."""
        return self.same or tuple(likely.article for likely in self.likely)

    def target(self, article: Path) -> Path:
        """Return what it is to be called as the sidecar of the article."""
        return sidecar_of(article, annotator_in(self.sidecar))


def orphans_below(folder: Path, tree: Tree | None = None, *, missing_only: bool = False) -> list[Orphan]:
    """Find the orphans of a folder and the folders in it, in the order of their names.

    ``tree`` collects the folders that cannot be listed, for those who tell of them.
    """
    return Orphans(islice((tree or Tree()).files(folder), MOST_FILES), missing_only=missing_only).all()


def orphan_beside(article: Path, sidecar: Path) -> Orphan | None:
    """Find out whether the sidecar of another article may be of this one, which has its stem."""
    return next(iter(Orphans([sidecar, article]).all()), None)


class Orphans:
    """Looks for orphans among files. Articles are read only where there are orphans, and each once.

    ``missing_only``: only those beside which no article has their stem; then no other sidecar is read.
    """

    def __init__(self, files: Iterable[Path], *, missing_only: bool = False) -> None:
        self._missing_only = missing_only
        self._sidecars: list[Path] = []
        self._articles: defaultdict[tuple[Path, str], list[Path]] = defaultdict(list)
        for file in files:
            if is_sidecar(file):
                self._sidecars.append(file)
            elif is_article(file):
                self._articles[file.parent, file.stem].append(file)

    def all(self) -> list[Orphan]:
        """List them, each with the articles that it may be of."""
        found = [self._judged(orphan) for orphan in self.unjudged]
        wanted = Counter(orphan.target(path) for orphan in found for path in orphan.same)
        return [
            replace(orphan, contested=any(wanted[orphan.target(path)] > 1 for path in orphan.same)) for orphan in found
        ]

    @cached_property
    def unjudged(self) -> list[Orphan]:
        """List them without looking for their articles."""
        return [orphan for sidecar in self._sidecars if (orphan := self._orphan(sidecar))]

    def _orphan(self, sidecar: Path) -> Orphan | None:
        """Read what the sidecar says; None where its article is beside it, and where it cannot be read."""
        beside = self._beside(sidecar)
        if beside and self._missing_only:
            return None
        try:
            data = bytes_of(sidecar, MAX_SIDECAR_BYTES, SidecarError)
            named = named_article(sidecar, data)
        except SidecarError:
            return None  # whoever reads it says why
        if any(same_name(article_name(path), named.file) for path in beside):
            return None
        orphan = Orphan(sidecar, data, named, same=self._with_text(beside, named.sha256))
        return None if beside and not orphan.same and _is_beside(sidecar, named.file) else orphan

    def _judged(self, orphan: Orphan) -> Orphan:
        if orphan.same:
            return orphan
        free = [path for path in self._by_sha256.get(orphan.named.sha256, []) if not is_there(orphan.target(path))]
        if free:
            return replace(orphan, same=tuple(free))
        candidates = self._beside(orphan.sidecar) or [p for p in self._unannotated if not is_there(orphan.target(p))]
        return replace(orphan, likely=likely_articles(orphan.sidecar, orphan.data, orphan.named.file, candidates))

    def _beside(self, sidecar: Path) -> Sequence[Path]:
        place, stem = sidecar.parent, stem_of(sidecar)
        whole = [path for path in self._articles.get((place, Path(stem).stem), ()) if path.name == stem]
        return [*whole, *self._articles.get((place, stem), ())]

    def _with_text(self, articles: Iterable[Path], sha256: str) -> tuple[Path, ...]:
        return tuple(path for path in articles if sha256 in _hashes(path, [""]))

    @cached_property
    def _by_sha256(self) -> Mapping[str, list[Path]]:
        """Map the hashes of texts to the articles, of those that can be as long as an orphan's."""
        encodings = {"", *(remembered_in(orphan.data)[0] for orphan in self.unjudged)}
        lengths = sorted({orphan.named.length or 0 for orphan in self.unjudged})
        found: defaultdict[str, list[Path]] = defaultdict(list)
        for path in self._all_articles():
            if _may_have_length(path, lengths):
                for sha256 in _hashes(path, encodings):
                    found[sha256].append(path)
        return found

    @cached_property
    def _unannotated(self) -> list[Path]:
        annotated = {(sidecar.parent, stem_of(sidecar)) for sidecar in self._sidecars}
        names = ((path, {(path.parent, path.stem), (path.parent, path.name)}) for path in self._all_articles())
        return [path for path, taken in names if annotated.isdisjoint(taken)]

    def _all_articles(self) -> Iterator[Path]:
        for paths in self._articles.values():
            yield from paths


def _is_beside(sidecar: Path, name: str) -> bool:
    return is_plain_name(name) and is_there(sidecar.with_name(name))


def _hashes(article: Path, encodings: Iterable[str]) -> set[str]:
    """Return the hash of the article's text in each of the encodings; empty for the one that it is taken for."""
    found = set()
    for encoding in encodings:
        try:
            found.add(read_article(article, encoding).article.sha256)
        except ArticleError:
            continue
    return found


def _may_have_length(article: Path, lengths: Sequence[int]) -> bool:
    """Return whether a file of its size can have one of the lengths in characters; 0 stands for any."""
    try:
        size = article.stat().st_size
    except OSError:
        return False
    longest = lengths[bisect_right(lengths, size) - 1] if lengths and lengths[0] <= size else -1
    return lengths[:1] == [0] or 0 <= longest <= size <= MOST_BYTES_A_CHARACTER * (longest + 1)
