"""Corrections of one annotator's work: what reviewers and the final version decided otherwise, as views of decisions.

Nothing is stored: they follow from the decisions, the annotator's document and what came of each decision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotator.facts.desk.version_digests import version_digest
from annotator.model.alike import alike
from annotator.model.annotation import Annotation
from annotator.model.change import Change
from annotator.model.document import Document
from annotator.model.kinds.decisions import NONE, Decision
from annotator.model.span import Span, trimmed

EDGES, LABEL, VALUES, RELATIONS, MISSED, SUPERFLUOUS = "edges", "label", "values", "relations", "missed", "superfluous"
KINDS = (EDGES, LABEL, VALUES, RELATIONS, MISSED, SUPERFLUOUS)
"""Kinds of corrections, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision that did not follow the annotator; ``id`` is theirs, empty where they had none there.

    ``had`` and ``got`` are the words before and after, ``label`` and ``got_label`` their labels; what there was not is
    empty. ``stands``: the annotator has not changed it since. ``span`` is in code points of the article.
    """

    kind: str
    id: str
    span: Span
    label: str
    had: str
    got_label: str
    got: str
    why: str
    by: str
    at: str
    stands: bool

    @property
    def ruled(self) -> str:
        """Label whose guideline tells about it: the one that it should have, else the one that it has."""
        return self.got_label or self.label


def corrections(document: Document, judges: Iterable[Document], annotator: str) -> list[Correction]:
    """Return the corrections of the annotator's ``document`` by the decisions of the ``judges``, in text order."""
    found = [
        correction
        for judge in judges
        for decision in judge.of(Decision).values()
        if annotator in decision.over and (correction := _correction(document, judge, decision, annotator))
    ]
    return sorted(found, key=lambda one: (one.span, one.id, one.at))


def only_over(judge: Document, annotator: str) -> Document:
    """Return the document without the decisions that are over the work of others than that annotator."""
    return Change(tuple(one for one in judge.of(Decision).values() if one.over.keys() - {annotator})).apply(judge)


def by_kind(found: Iterable[Correction]) -> Mapping[str, int]:
    """Return how many corrections there are of each kind, in the order of ``KINDS``, without those of which none is."""
    counts = Counter(one.kind for one in found)
    return {kind: counts[kind] for kind in KINDS if counts[kind]}


def followed_of(judges: Iterable[Document], annotator: str) -> tuple[int, int]:
    """Return how many decisions over the annotator followed them, and how many there are.

    To follow is to take their version, or nothing where they have nothing: that is rightly nothing.
    """
    decisions = [one for judge in judges for one in judge.of(Decision).values() if annotator in one.over]
    agreed = sum(one.followed == annotator or (one.took == NONE and not one.over[annotator]) for one in decisions)
    return agreed, len(decisions)


def rightly_nothing(judges: Iterable[Document], annotator: str) -> int:
    """Return in how many places the annotator rightly had nothing, where another one had something."""
    return sum(_is_rightly_nothing(one, annotator) for judge in judges for one in judge.of(Decision).values())


def _is_rightly_nothing(decision: Decision, annotator: str) -> bool:
    return decision.took == NONE and decision.over.get(annotator, None) == ""


def _correction(document: Document, judge: Document, decision: Decision, annotator: str) -> Correction | None:
    if decision.followed == annotator:
        return None
    id = str(decision.of.get(annotator, ""))
    mine, result = document.annotations.get(id), judge.annotations.get(decision.result)
    kind = next(_kinds(document, judge, mine, result), "")
    place = mine or result
    if not kind or place is None:
        return None
    return Correction(
        kind,
        id if mine else "",
        place.span,
        mine.label if mine else "",
        document.words(mine) if mine else "",
        result.label if result else "",
        judge.words(result) if result else "",
        decision.why,
        decision.by or judge.annotator,
        decision.at,
        stands=version_digest(document, id) == decision.over[annotator],
    )


def _kinds(document: Document, judge: Document, mine: Annotation | None, result: Annotation | None) -> Iterator[str]:
    """Yield the kinds of differences between the two, the weightiest first; none where they are the same."""
    if mine is None or result is None:
        if result:
            yield MISSED
        elif mine:
            yield SUPERFLUOUS
        return
    if mine.label != result.label:
        yield LABEL
    if _place(document, mine) != _place(judge, result):
        yield EDGES
    if not alike({**mine.attributes}, {**result.attributes}):
        yield VALUES
    if version_digest(document, mine.id) != version_digest(judge, result.id):
        yield RELATIONS


def _place(document: Document, annotation: Annotation) -> Span:
    span = annotation.span
    return trimmed(document.article.text, span.start, span.end) or span
