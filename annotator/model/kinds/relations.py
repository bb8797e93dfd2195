"""The row of relations in the table of kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.model.annotation import Annotation, Relation
from annotator.model.kinds.kind import Counted, Form, Key, Kind
from annotator.translation.messages import nN_


def _ending_at(relations: Iterable[Relation], ids: set[str]) -> Iterator[Relation]:
    return (relation for relation in relations if relation.source in ids or relation.target in ids)


RELATIONS = Kind(
    Relation,
    section="relations",
    noun="relation",
    keys=(
        Key("id", "id", Form.WORD, required=True),
        Key("type", "type", Form.WORD, required=True),
        Key("from", "source", Form.WORD, required=True, refers_to=(Annotation,)),
        Key("to", "target", Form.WORD, required=True, refers_to=(Annotation,)),
        Key("attributes", "attributes", Form.VALUES),
        Key("note", "note"),
    ),
    phrase=Counted(
        nN_("{count} relation added", "{count} relations added"),
        nN_("{count} relation removed", "{count} relations removed"),
        nN_("{count} relation changed", "{count} relations changed"),
    ),
    together=("type", "source", "target"),
    referring=_ending_at,
)
