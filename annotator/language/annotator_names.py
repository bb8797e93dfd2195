"""Names of annotators as a person reads them; files and tables for programs keep those of the sidecars."""

from __future__ import annotations

from annotator.language.plain_line import plain_line
from annotator.model.document import Document
from annotator.model.kinds.decisions import Decision
from annotator.translation.messages import _, listed

GOLD = "gold"
"""Name of the annotator whose document is the final version."""
UNNAMED = "annotations"
"""Name in decisions of an annotator without one; nobody can be called so."""


def annotator_name(name: str) -> str:
    """Return the name of an annotator on one line, or words for the final version or for one without a name."""
    if name == GOLD:
        return _("Final version")
    return _("no name") if name in ("", UNNAMED) else plain_line(name)


def annotator_of(document: Document) -> str:
    """Return the name of the document's annotator; of a final version also who has decided in it, by name."""
    people = people_of(document)
    if document.annotator != GOLD or not people:
        return annotator_name(document.annotator)
    return _("Final version by {names}").format(names=listed(map(plain_line, people)))


def people_of(document: Document) -> list[str]:
    """Return the names of the people whose work the document is: of a final version those who have decided in it."""
    if document.annotator != GOLD:
        return [document.annotator] if document.annotator else []
    return [*dict.fromkeys(decision.by for decision in document.of(Decision).values() if decision.by)]
