"""Validation of what is known of the check of a fact: its state, what rules have filled, and evidence."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.corpus.checking.fault import Fault
from annotator.model.annotation import CHECK_STATES, Annotation
from annotator.model.kinds.evidence import EVIDENCE_KINDS, STANCES, Evidence
from annotator.storage.files.file_error import shown, told


def of_check(annotation: Annotation) -> Iterator[Fault]:
    """Yield the faults of the state of check and of the names of the attributes that a rule has filled."""
    if annotation.state and annotation.state not in CHECK_STATES:
        yield Fault(annotation.id, ("state",), _not_one_of("state", annotation.state, CHECK_STATES))
    for name in annotation.by_rule:
        if name not in annotation.attributes:
            sentence = f"“by_rule:” names the attribute {told(name)}, which the annotation does not have."
            yield Fault(annotation.id, ("by_rule",), sentence)


def of_evidence(piece: Evidence) -> Iterator[Fault]:
    """Yield the faults of the words of a piece of evidence."""
    for key, value, known in (("stance", piece.stance, STANCES), ("kind", piece.kind, EVIDENCE_KINDS)):
        if value and value not in known:
            yield Fault(piece.id, (key,), _not_one_of(key, value, known))


def _not_one_of(key: str, value: str, known: tuple[str, ...]) -> str:
    return f"“{key}: {shown(value)}” is not one of {', '.join(known)}."
