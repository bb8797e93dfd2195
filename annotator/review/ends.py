"""Relations of annotations by the clusters that they lead to, so that those of several annotators can be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from annotator.model.document import Document
from annotator.review.clustering import Group

End: TypeAlias = tuple[str, int, str]
"""Type, number of the cluster that it leads to, attributes as text."""


def relation_ends(documents: Mapping[str, Document], groups: Sequence[Group]) -> dict[tuple[str, str], list[End]]:
    """Return the relations that lead from each annotation that has any, by annotator and id, sorted.

    Of a relation that leads out of the groups, to an annotation that has no place in this text, nothing is returned.
    """
    if not any(document.relations for document in documents.values()):
        return {}
    number = {(name, item.id): at for at, group in enumerate(groups) for name, item in group.items.items()}
    found: defaultdict[tuple[str, str], list[End]] = defaultdict(list)
    for name, document in documents.items():
        for relation in document.relations.values():
            source, target = (name, relation.source), (name, relation.target)
            if source in number and target in number:
                values = repr(sorted(relation.attributes.items())) if relation.attributes else ""
                found[source].append((relation.type, number[target], values))
    for ends in found.values():
        ends.sort()
    return dict(found)
