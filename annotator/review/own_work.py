"""Documents that are an annotator's own work, apart from those that only say something of the work of others."""

from __future__ import annotations

from annotator.language.annotator_names import GOLD
from annotator.model.annotation import Relation
from annotator.model.document import FINISHED, Document
from annotator.model.kinds.comments import Comment
from annotator.model.kinds.decisions import Decision


def is_own_work(document: Document) -> bool:
    """Return whether the document says what its annotator marks in the article, be it nothing.

    A final version and a review say what was decided over others' work, unless the reviewer has annotated the article
    in the same document as well. Who has only commented has not annotated it, as long as the status does not say so.
    """
    if document.of(Decision):
        return document.annotator != GOLD and _has_more_than_decided(document)
    return bool(document.annotations) or document.status.value in FINISHED or not document.of(Comment)


def _has_more_than_decided(document: Document) -> bool:
    """Return whether there are annotations that neither came of a decision nor are ends of relations of such ones."""
    known = {decision.result for decision in document.of(Decision).values()}
    links = [one for one in document.of(Relation).values() if one.source in known or one.target in known]
    known.update(end for one in links for end in (one.source, one.target))
    return not document.annotations.keys() <= known
