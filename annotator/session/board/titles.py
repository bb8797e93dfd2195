"""Titles of the columns of the board."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.facts.figures.claims import ATTRIBUTED_TO, QUANTIFIES
from annotator.language.label_names import attribute_name, capitalised
from annotator.language.plain_line import plain_line
from annotator.translation.messages import N_, _

TITLES: Mapping[ColumnKind, str] = MappingProxyType(
    {
        ColumnKind.NUMBER: N_("No."),
        ColumnKind.WORDS: N_("In full"),
        ColumnKind.STATE: N_("State"),
        ColumnKind.EVIDENCE: N_("Evidence"),
        ColumnKind.QUERIES: N_("Queries"),
        ColumnKind.ANNOTATOR: N_("Annotator"),
        ColumnKind.ARTICLE: N_("Article"),
        ColumnKind.CREATED: N_("Created"),
        ColumnKind.MODIFIED: N_("Changed"),
    }
)
RELATIONS: Mapping[tuple[str, bool], str] = MappingProxyType(
    {(ATTRIBUTED_TO, False): N_("Said by"), (QUANTIFIES, True): N_("Figures")}
)
"""Titles of relations by their type, and whether they are followed back."""


def column_title(column: BoardColumn) -> str:
    """Return the title of the column in the language of the window; a relation that leads here has an arrow."""
    if not column.has_cells:
        return _(TITLES[column.kind])
    if column.kind is ColumnKind.ATTRIBUTE:
        return plain_line(attribute_name(column.rule) if column.rule else capitalised(column.name))
    known = RELATIONS.get((column.name, column.inward))
    if known:
        return _(known)
    name = plain_line(capitalised(column.name))
    return f"← {name}" if column.inward else name
