"""The row of relations in the table of kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.model.annotation import Annotation, Relation
from annotator.model.kinds.kind import Form, Key, Kind
from annotator.translation.messages import ngettext


def _phrase(_noun: str, done: str, count: int) -> str:
    match done:
        case "added":
            return ngettext("{count} relation added", "{count} relations added", count)
        case "removed":
            return ngettext("{count} relation removed", "{count} relations removed", count)
        case _:
            return ngettext("{count} relation changed", "{count} relations changed", count)


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
    phrase=_phrase,
    together=("type", "source", "target"),
    referring=_ending_at,
)
