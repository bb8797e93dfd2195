"""Decisions about a finding or a name, kept in the sidecar of an article that is not open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from annotator.corpus.documents import document_of
from annotator.corpus.summary import NEWER
from annotator.model.change import Change
from annotator.model.document import Document
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_error import FileError, Problem, SidecarError
from annotator.storage.saving.own_sidecar import sidecar_of
from annotator.storage.saving.saver import OvertakenError, Saver
from annotator.translation.messages import N_, _

Deciding: TypeAlias = Callable[[Document], Change]
"""The change that a decision makes to a document."""

TRIES = 3
OVERTAKEN = N_("It is being changed by somebody else all the time; it is left as it is.")
OTHER_TEXT = N_("Its text has changed since it was annotated. Go there and look at its annotations first.")


def decide(article: Path, annotator: str, deciding: Deciding, at: str) -> Problem | None:
    """Change the annotator's sidecar of the article; return why it is left as it was, None if it was changed.

    The history keeps what it held. ``at`` is the time in UTC.
    """
    with confined_to([article.parent]):
        sidecar = sidecar_of(article, annotator)
        for _try in range(TRIES):
            try:
                _change(article, sidecar, deciding, at)
            except OvertakenError:
                continue
            except FileError as error:
                return error.problem
            return None
    return Problem(sidecar, None, _(OVERTAKEN))


def _change(article: Path, sidecar: Path, deciding: Deciding, at: str) -> None:
    """Change the sidecar. Raises FileError, and its subclass OvertakenError where somebody else has changed it."""
    read = document_of(sidecar, article)
    if read.newer:
        raise SidecarError.at(sidecar, _(NEWER), 1)
    if read.sha256 != read.document.article.sha256:
        raise SidecarError.at(sidecar, _(OTHER_TEXT))
    if change := deciding(read.document):
        Saver(sidecar, strict=True).save(change.apply(read.document), read.data, at)
