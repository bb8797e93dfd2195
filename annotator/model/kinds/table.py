"""The table of kinds of item: what a document holds lists of, in the order of the file.

A further kind is one module, with a frozen class and its ``Kind``, and one row here. Reading, writing, undo, merging,
differences and ``check`` go through this table.
"""

from __future__ import annotations

from typing import Any, cast

from annotator.model.annotation import Annotation, Relation
from annotator.model.items import Item, Kept
from annotator.model.kinds.annotations import ANNOTATIONS
from annotator.model.kinds.checked_names import CHECKED_NAMES
from annotator.model.kinds.comments import COMMENTS
from annotator.model.kinds.criticisms import CRITICISMS
from annotator.model.kinds.decisions import DECISIONS
from annotator.model.kinds.dismissals import DISMISSALS
from annotator.model.kinds.evidence import EVIDENCE
from annotator.model.kinds.kind import Kind
from annotator.model.kinds.queries import QUERIES
from annotator.model.kinds.relations import RELATIONS
from annotator.model.kinds.sign_offs import SIGN_OFFS

KINDS: dict[type[Item], Kind[Any]] = {
    kind.item: kind
    for kind in (
        *(ANNOTATIONS, RELATIONS, EVIDENCE, QUERIES, CRITICISMS, COMMENTS),
        *(CHECKED_NAMES, DISMISSALS, SIGN_OFFS, DECISIONS),
    )
}
FURTHER_KINDS: tuple[Kind[Any], ...] = tuple(kind for item, kind in KINDS.items() if item not in (Annotation, Relation))
"""The kinds that are neither annotations nor relations."""


def kind_of(item: type[Kept]) -> Kind[Kept]:
    """Return the kind of item of that class."""
    return cast("Kind[Kept]", KINDS[item])
