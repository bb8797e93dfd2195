"""Articles in which annotations of others wait for a reviewer's decisions; without Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from annotator.corpus.annotators.open_comments import documents_beside
from annotator.corpus.seen_sidecars import is_seen
from annotator.review.waiting import waiting
from annotator.storage.articles.folders import names_in
from annotator.storage.saving.own_sidecar import sidecars_of
from annotator.storage.sidecars.sidecar_names import is_sidecar_name, stem_of


def first_to_review(articles: Iterable[Path], reviewer: str) -> Path | None:
    """Return the first of the articles in which the reviewer has something to decide; None where there is none.

    Each folder is listed once.
    """
    names = cache(_sidecar_names)
    return next((one for one in articles if waiting_in(one, reviewer, _called_after(one, names(one.parent)))), None)


def waiting_in(article: Path, reviewer: str, names: Iterable[str] | None = None) -> int:
    """Return how many annotations of others in the article the reviewer has not decided on, as it is on the disk.

    ``names`` are those of its sidecars, and maybe others, where its folder has been listed.
    """
    sidecars = (sidecar for sidecar in sidecars_of(article, names) if is_seen(sidecar.name))
    return waiting({document.annotator: document for document in documents_beside(article, sidecars)}, reviewer) or 0


def _sidecar_names(folder: Path) -> Mapping[str, Sequence[str]]:
    """Return the names of the folder's sidecars by the name or stem after which they are called."""
    found = defaultdict[str, list[str]](list)
    for name in names_in(folder):
        if is_sidecar_name(name):
            found[stem_of(Path(name))].append(name)
    return found


def _called_after(article: Path, names: Mapping[str, Sequence[str]]) -> list[str]:
    return [*names.get(article.stem, ()), *(names.get(article.name, ()) if article.suffix else ())]
