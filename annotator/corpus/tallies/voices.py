"""Facts in the article's own voice and attributed ones, and sources by how openly they are named."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.corpus.tallies.counts import NOT_TOLD, Groups, grouped, in_order
from annotator.corpus.tallies.tally import Marked
from annotator.model.scheme import Label, Scheme

VOICE, NAMING, AFFILIATION, KIND = "voice", "naming", "affiliation", "kind"
AUTHOR = "author"
OWN, ATTRIBUTED = "own", "attributed"
VOICES = (OWN, ATTRIBUTED)


def by_voice(facts: Iterable[Marked]) -> Groups:
    """Return facts as ``OWN``, ``ATTRIBUTED`` or not told.

    The voice that is given decides; without one, a fact whose source is marked is attributed.
    """
    return in_order(grouped(facts, lambda item: (voice_of(item),)), VOICES)


def voice_of(item: Marked) -> str:
    """Return in whose voice a fact is: ``OWN``, ``ATTRIBUTED`` or not told."""
    voice = item.values.get(VOICE, ())
    if voice:
        return OWN if voice == (AUTHOR,) else ATTRIBUTED
    return ATTRIBUTED if item.sourced else NOT_TOLD


def source_label(scheme: Scheme) -> Label | None:
    """Return the label of sources: the first whose annotations say how openly they are named; None without one."""
    return next((label for label in scheme.labels if choices_of(label, NAMING)), None)


def choices_of(label: Label | None, attribute: str) -> tuple[str, ...]:
    """Return the choices of a label's attribute; none where it has no such attribute."""
    rules = label.attributes if label else ()
    return next((rule.choices for rule in rules if rule.id == attribute and rule.type == "choice"), ())


def house_attribute(label: Label) -> str:
    """Return the attribute by which sources are told apart: their affiliation, else their kind; empty without."""
    return next((name for name in (AFFILIATION, KIND) if choices_of(label, name)), "")
