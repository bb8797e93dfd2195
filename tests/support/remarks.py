"""A kind of item for tests alone, with a key of every form: one module, and one row in the table of kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from annotator.model.annotation import NOTHING, Annotation, Relation, Value
from annotator.model.items import Item
from annotator.model.kinds.kind import Form, Key, Kind
from annotator.model.kinds.table import KINDS


class Remark(Item, frozen=True):
    """What somebody remarks on an annotation, on a relation or on another remark."""

    on: str
    beside: tuple[str, ...] = ()
    answers: str = ""
    text: str = ""
    settled: bool = False
    attributes: Mapping[str, Value] = NOTHING
    extra: Mapping[str, Value] = NOTHING


REMARKS = Kind(
    Remark,
    section="remarks",
    noun="remark",
    keys=(
        Key("id", "id", Form.WORD, required=True),
        Key("on", "on", Form.WORD, required=True, refers_to=(Annotation, Relation, Remark)),
        Key("beside", "beside", Form.WORDS, refers_to=(Annotation,)),
        Key("answers", "answers", Form.WORD, refers_to=(Remark,)),
        Key("text", "text"),
        Key("settled", "settled", Form.FLAG),
        Key("attributes", "attributes", Form.VALUES),
    ),
    phrase=lambda _noun, done, count: f"{{count}} {'remark' if count == 1 else 'remarks'} {done}",
)


@contextmanager
def remarks_known() -> Iterator[None]:
    """Add the row to the table of kinds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(KINDS, Remark, REMARKS)
        yield
