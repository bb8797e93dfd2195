"""Annotations of one article that wait for a reviewer's decisions; pure functions of documents."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from annotator.model.document import Document
from annotator.review.own_work import is_own_work
from annotator.review.reviewing import reviewed, undecided


def waiting(documents: Mapping[str, Document], reviewer: str, called: str = "") -> int | None:
    """Return on how many annotations in the others' documents, by annotator, the reviewer has not decided.

    ``called`` is the name under which the review is made where it cannot be that of the ``reviewer``: who has none, or
    whose work is the only one on the article. None: nobody else has annotated the article.
    """
    theirs = _of_others(documents, reviewer)
    if called and not (reviewer and theirs):
        reviewer, theirs = called, _of_others(documents, called)
    if not theirs:
        return None
    own = documents.get(reviewer) or Document(theirs[0].article, annotator=reviewer)
    return len([*chain.from_iterable(undecided(reviewed(own, one)) for one in theirs)])


def _of_others(documents: Mapping[str, Document], reviewer: str) -> list[Document]:
    return [one for name, one in documents.items() if name != reviewer and is_own_work(one)]
