"""Corrections of one annotator in a folder, with the guideline beside each; without Qt, as the command uses it too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.corpus.annotators.folder_documents import documents_below
from annotator.corpus.seen_sidecars import all_seen, is_blind
from annotator.model.document import Document
from annotator.model.scheme import Guideline, Scheme
from annotator.review.corrections import Correction, corrections, followed_of, only_over, rightly_nothing
from annotator.storage.files.file_error import Problem


@dataclass(frozen=True, slots=True)
class CorrectedPlace:
    """A correction in the article with that path in the folder; ``guideline`` is that of its label."""

    article: str
    correction: Correction
    guideline: Guideline


@dataclass(slots=True)
class FolderCorrections:
    """Corrections of the ``annotator``, with how many decisions there are over them and how many followed them.

    ``nothing``: places in which they rightly had nothing. ``alone``: decisions that are also over others' work are left
    out, as the annotator is not to see it.
    """

    annotator: str
    places: list[CorrectedPlace] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    decided: int = 0
    followed: int = 0
    nothing: int = 0
    alone: bool = False


def corrections_below(
    paths: Sequence[Path], annotator: str, passed: Callable[[str], None] = lambda _name: None
) -> FolderCorrections:
    """Return the corrections of the annotator below the paths; ``passed`` is told the name of each article.

    Where the work is for somebody who is not to see what others annotate, decisions over these too are left out.
    """
    alone = is_blind()
    with all_seen():
        return _corrections_below(paths, annotator, passed, alone=alone)


def _corrections_below(
    paths: Sequence[Path], annotator: str, passed: Callable[[str], None], *, alone: bool
) -> FolderCorrections:
    found = FolderCorrections(annotator, alone=alone)
    for one in documents_below(paths):
        if isinstance(one, Problem):
            found.problems.append(one)
            continue
        own = one.documents.get(annotator)
        if own is not None:
            judges = [document for name, document in one.documents.items() if name != annotator]
            judges = [only_over(judge, annotator) for judge in judges] if alone else judges
            _add(found, one.path, one.scheme, own, judges)
        passed(one.path)
    return found


def _add(found: FolderCorrections, path: str, scheme: Scheme, own: Document, judges: Sequence[Document]) -> None:
    guidelines = {label.id: label.guideline for label in scheme.labels}
    for correction in corrections(own, judges, found.annotator):
        guideline = guidelines.get(correction.ruled, Guideline())
        found.places.append(CorrectedPlace(path, correction, guideline))
    followed, decided = followed_of(judges, found.annotator)
    found.followed += followed
    found.decided += decided
    found.nothing += rightly_nothing(judges, found.annotator)
