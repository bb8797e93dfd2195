"""Columns of the board for the annotations of a label: what its scheme says of it, and what every fact has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from annotator.facts.desk.which_facts import VERDICT, fact_labels
from annotator.facts.figures.claims import ATTRIBUTED_TO, QUANTIFIES
from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.model.scheme_keys import state_rule

IN_FULL = "in_full"
"""Attribute that says in whole words what an annotation means; it stands for these in the board."""
MOST_CHOICES = 4
"""Attributes of a label without a verdict that are shown before somebody chooses others."""


class ColumnKind(Enum):
    """Kind of a column, which says what its cells are."""

    NUMBER = "number"
    WORDS = "words"
    RELATION = "relation"
    ATTRIBUTE = "attribute"
    STATE = "state"
    EVIDENCE = "evidence"
    QUERIES = "queries"
    ANNOTATOR = "annotator"
    ARTICLE = "article"
    CREATED = "created"
    MODIFIED = "modified"


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A column; ``name`` is the id of its relation or attribute.

    A relation is followed from its source to its target, or back if it is ``inward``. ``usual``: the column is shown
    before somebody chooses others. ``rule`` is that of the attribute, or of the states; that of the
    words is the one of the attribute that says them in full, where the label has it.
    """

    kind: ColumnKind
    name: str = ""
    inward: bool = False
    usual: bool = True
    rule: AttributeRule | None = None

    @property
    def id(self) -> str:
        """Name by which settings remember the column."""
        return f"{self.kind.value}:{self.name}{'<' if self.inward else ''}" if self.name else self.kind.value

    @property
    def attribute(self) -> str:
        """Attribute that its cells are of; empty for the state, and for what is no attribute."""
        return IN_FULL if self.kind is ColumnKind.WORDS else self.name if self.kind is ColumnKind.ATTRIBUTE else ""

    @property
    def has_cells(self) -> bool:
        """True if its cells are those of the rows, and not a field of their own."""
        return self.kind in (ColumnKind.RELATION, ColumnKind.ATTRIBUTE)


def board_columns(scheme: Scheme, label: str) -> tuple[BoardColumn, ...]:
    """Return the columns for annotations of the label, in the order in which they are shown at first."""
    known = scheme.label(label)
    is_fact = label in fact_labels(scheme)
    attributes = list(_attributes(known)) if known else []
    verdicts = [column for column in attributes if column.name == VERDICT]
    return (
        BoardColumn(ColumnKind.NUMBER, usual=False),
        BoardColumn(ColumnKind.WORDS, rule=_in_full(known)),
        *_relations(scheme, label),
        *(column for column in attributes if column.name != VERDICT),
        BoardColumn(ColumnKind.STATE, usual=is_fact, rule=state_rule(scheme)),
        *verdicts,
        BoardColumn(ColumnKind.EVIDENCE, usual=is_fact),
        BoardColumn(ColumnKind.QUERIES, usual=is_fact),
        BoardColumn(ColumnKind.ANNOTATOR, usual=False),
        BoardColumn(ColumnKind.ARTICLE, usual=False),
        BoardColumn(ColumnKind.CREATED, usual=False),
        BoardColumn(ColumnKind.MODIFIED, usual=False),
    )


def _in_full(label: Label | None) -> AttributeRule | None:
    return next((rule for rule in label.attributes if rule.id == IN_FULL), None) if label else None


def _relations(scheme: Scheme, label: str) -> Iterator[BoardColumn]:
    """Yield the relations from the label, then those to it; of a claim who says it and its figures are usual."""
    for rule in scheme.relations:
        if rule.source == label:
            yield BoardColumn(ColumnKind.RELATION, rule.id, usual=rule.id == ATTRIBUTED_TO)
    for rule in scheme.relations:
        if rule.target == label and rule.source != label:
            yield BoardColumn(ColumnKind.RELATION, rule.id, inward=True, usual=rule.id == QUANTIFIES)


def _attributes(label: Label) -> Iterator[BoardColumn]:
    rules = [rule for rule in label.attributes if rule.id != IN_FULL]
    choices = [rule.id for rule in rules if rule.type in ("choice", "flag", "number", "date")]
    has_verdict = VERDICT in choices
    usual = {VERDICT, "voice", "checkable"} if has_verdict else set(choices[:MOST_CHOICES])
    for rule in rules:
        yield BoardColumn(ColumnKind.ATTRIBUTE, rule.id, usual=rule.id in usual, rule=rule)
