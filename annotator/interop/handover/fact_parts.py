"""Facts of a hand-over: who says them, with which figures, on what evidence, and how their check has ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from annotator.facts.desk.open_facts import Reason, checked_facts
from annotator.facts.desk.rounds import in_order
from annotator.facts.desk.which_facts import VERDICT
from annotator.facts.figures.amount_words import PERCENT, PROPORTION, amount_words
from annotator.facts.figures.claims import ATTRIBUTED_TO
from annotator.facts.figures.figure_attributes import text_in
from annotator.facts.figures.mismatches import mismatches
from annotator.facts.figures.rows import FigureRow, figure_rows
from annotator.facts.finding import without_dismissed
from annotator.interop.handover.content import HandedFact, HandedFigure, Speaker, Wording
from annotator.interop.handover.pieces import Pieces
from annotator.language.plain_line import plain_line
from annotator.language.values.numbers import Separators
from annotator.model.annotation import Annotation, Value
from annotator.model.document import Document
from annotator.model.kinds.dismissals import Dismissal
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.scheme import Scheme


class FactParts:
    """Parts of the facts of one document."""

    def __init__(self, document: Document, scheme: Scheme, separators: Separators, pieces: Pieces) -> None:
        self._document, self._scheme, self._pieces = document, scheme, pieces
        self._speakers = _speakers(document)
        self._figures = _figures(document, scheme, separators)
        self._reasons = {one.annotation.id: one.reasons for one in checked_facts(document, scheme)}
        self._exceptions = _exceptions(document)

    def fact(self, one: Annotation, number: int, *, placed: bool, notes: bool) -> HandedFact:
        """Return the fact with its parts; its ``notes`` only if they are wanted."""
        said, reasons = one.attributes, self._reasons.get(one.id, ())
        return HandedFact(
            one.id,
            number,
            one.label,
            one.span,
            placed,
            self._document.words(one),
            text_in(said.get("in_full")),
            text_in(said.get("kind")),
            text_in(said.get("voice")),
            tuple(self._speakers.get(one.id, ())),
            tuple(self._figures.get(one.id, ())),
            one.state,
            text_in(said.get(VERDICT)),
            text_in(said.get("checked_on")),
            _wording(one, self._document),
            self._pieces.labels_of(one.id),
            self._pieces.withheld_from(one.id),
            _links(said.get("evidence")),
            one.note if notes else "",
            reasons if placed or Reason.PLACE in reasons else (Reason.PLACE, *reasons),
            self._exceptions.get(one.id, ""),
        )


def _speakers(document: Document) -> Mapping[str, list[Speaker]]:
    """Return the sources of each claim by its id, each name once."""
    found: dict[str, dict[str, Speaker]] = defaultdict(dict)
    for relation in sorted(document.relations.values(), key=lambda one: one.id):
        source = document.annotations.get(relation.target)
        if relation.type == ATTRIBUTED_TO and source:
            speaker = _speaker(source, document)
            found[relation.source].setdefault(speaker.name, speaker)
    return {id: [*speakers.values()] for id, speakers in found.items()}


def _speaker(source: Annotation, document: Document) -> Speaker:
    said, words = source.attributes, plain_line(document.words(source))
    kind, naming, link = (text_in(said.get(name)) for name in ("kind", "naming", "link"))
    return Speaker(plain_line(text_in(said.get("entity"))) or words, kind, naming, link, words)


def _figures(document: Document, scheme: Scheme, separators: Separators) -> Mapping[str, list[HandedFigure]]:
    """Return the figures of each claim by its id, or of a figure that is a fact itself by its own."""
    rows = figure_rows(document, scheme)
    arithmetic: dict[str, list[str]] = defaultdict(list)
    for finding in without_dismissed(mismatches(document, rows, separators), document.of(Dismissal).values()):
        for id in finding.of:
            arithmetic[id].append(finding.sentence)
    found: dict[str, list[HandedFigure]] = defaultdict(list)
    for row in rows:
        figure = HandedFigure(
            row.id, plain_line(row.words), _value(row, separators), row.modifier, tuple(arithmetic.get(row.id, ()))
        )
        found[row.claim_id or row.id].append(figure)
    return found


def _value(row: FigureRow, separators: Separators) -> str:
    """Return the number or its bounds with the unit; empty where no number is known."""
    words = amount_words(row.amount, separators)
    unit = "" if row.kind in (PERCENT, PROPORTION) else plain_line(row.unit)
    return f"{words} {unit}" if words and unit else words


def _wording(one: Annotation, document: Document) -> Wording | None:
    new = text_in(one.wording.get("new"))
    if not new:
        return None
    old, answer, why = (text_in(one.wording.get(name)) for name in ("old", "answer", "why"))
    return Wording(old or document.words(one), new, answer, why)


def _links(value: Value) -> tuple[str, ...]:
    given = value if isinstance(value, list) else [value]
    return tuple(one for one in map(text_in, given) if one)


def _exceptions(document: Document) -> dict[str, str]:
    """Return why facts were left open, by id: as the latest sign-off says."""
    signed = in_order(document.of(SignOff).values())
    return {id: text_in(why) for id, why in signed[-1].exceptions.items()} if signed else {}
