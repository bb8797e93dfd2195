"""Articles in which annotations of others wait for a reviewer's decisions; without Qt."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from annotator.corpus.annotators.open_comments import documents_beside
from annotator.corpus.seen_sidecars import is_seen
from annotator.review.waiting import waiting
from annotator.storage.saving.own_sidecar import sidecars_of


def first_to_review(articles: Iterable[Path], reviewer: str) -> Path | None:
    """Return the first of the articles in which the reviewer has something to decide; None where there is none."""
    return next((article for article in articles if waiting_in(article, reviewer)), None)


def waiting_in(article: Path, reviewer: str) -> int:
    """Return how many annotations of others in the article the reviewer has not decided on, as it is on the disk."""
    sidecars = (sidecar for sidecar in sidecars_of(article) if is_seen(sidecar.name))
    return waiting({document.annotator: document for document in documents_beside(article, sidecars)}, reviewer) or 0
