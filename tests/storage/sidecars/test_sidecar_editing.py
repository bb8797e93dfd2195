"""Items edited in a sidecar's bytes: all else stays, and a name given back gives the same bytes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.table import KINDS
from annotator.model.scheme import Scheme
from annotator.model.scheme_changes.changes import Rename, SchemeChange
from annotator.model.scheme_changes.document_edits import changed_document
from annotator.model.scheme_changes.parts import LABEL, RELATION, Part
from annotator.storage.files.file_error import SaveError
from annotator.storage.sidecars.sidecar_editing import read_alone, with_items
from annotator.storage.sidecars.sidecar_files import SidecarWriter
from annotator.storage.yaml.yaml_writing import quoted
from tests.support.document_strategies import documents

PATH = Path("story.annotations.yaml")
SCHEME = Scheme("", "", ())
UNUSED = "a name: that “nobody” has\t"


def changed(data: bytes, change: SchemeChange) -> bytes:
    before = read_alone(PATH, data)
    after = changed_document(before.document, change, SCHEME)
    edited = with_items(PATH, before, after)
    assert read_alone(PATH, edited).document == after
    return edited


@given(documents(), st.data())
def test_a_name_given_back_gives_the_same_bytes(document: Document, draw: st.DataObject) -> None:
    data = SidecarWriter().data(document)
    parts = [Part(LABEL, item.label) for item in document.annotations.values()]
    parts += [Part(LABEL, item.label, name) for item in document.annotations.values() for name in item.attributes]
    parts += [Part(RELATION, item.type) for item in document.relations.values()]
    if parts:
        part = draw.draw(st.sampled_from(parts))
        edited = changed(data, Rename(part, UNUSED))
        assert edited != data
        assert changed(edited, Rename(part.named(UNUSED), part.name)) == data


@given(documents(), st.data())
def test_reading_and_writing_only_what_changes_gives_the_same_bytes(document: Document, draw: st.DataObject) -> None:
    data = SidecarWriter().data(document)
    labels = sorted({item.label for item in document.annotations.values()})
    label = draw.draw(st.sampled_from([*labels, "claim"]))
    change = Rename(Part(LABEL, label), draw.draw(st.sampled_from([UNUSED, "statement"])))
    part, whole = read_alone(PATH, data, [quoted(label)[1:-1]]), read_alone(PATH, data)
    assert part.document.annotations.items() <= whole.document.annotations.items()
    assert all(part.lines[id] == whole.lines[id] for id in part.document.annotations)
    edited = with_items(PATH, part, changed_document(part.document, change, SCHEME))
    plain = replace(whole, is_canonical=False)
    assert edited == with_items(PATH, plain, changed_document(whole.document, change, SCHEME))


@given(documents(), st.data())
def test_items_that_were_left_out_come_back(document: Document, draw: st.DataObject) -> None:
    data = SidecarWriter().data(document)
    assume(b"? " not in data)  # a key that is too long for its line; such a layout is refused
    whole = read_alone(PATH, data).document
    kinds = [kind for kind in KINDS if whole.of(kind)]
    less = document
    for kind in kinds:
        gone = draw.draw(st.sets(st.sampled_from(sorted(whole.of(kind)))))
        less = less.with_items(kind, {id: item for id, item in document.of(kind).items() if id not in gone})
    read = read_alone(PATH, SidecarWriter().data(less))
    edited = read_alone(PATH, with_items(PATH, read, replace(whole, status=read.document.status)))
    assert edited.document == replace(whole, status=read.document.status)


BY_HAND = """\
# mine
format: annotator
version: 1
article: {file: "story.txt", attributes: {outlet: daily}}   # all on one line
annotations:
- label: 'claim'  # first the label
  id: a1
  start: 0
  end: 4
  text: >-
    Snow
  attributes: {kind: [event, "rule"]}
# the second
- {id: a2, label: claim, start: 5, end: 9, text: fell}
relations: [{id: r1, type: repeats, from: a1, to: a2}]
"""
RENAMED = [
    (Rename(Part(LABEL, "claim"), "it's"), {"'claim'": "'it''s'", "label: claim,": 'label: "it\'s",'}),
    (Rename(Part(LABEL, "claim", "kind"), "sort"), {"{kind:": "{sort:"}),
    (Rename(Part(LABEL, "claim", "kind", "rule"), "law"), {'"rule"': '"law"'}),
    (Rename(Part(RELATION, "repeats"), "echoes"), {"type: repeats": "type: echoes"}),
    (Rename(Part("article", "", "outlet", "daily"), "paper"), {"daily": "paper"}),
]


@pytest.mark.parametrize(("change", "words"), RENAMED)
def test_a_sidecar_laid_out_by_hand_keeps_its_layout(change: Rename, words: dict[str, str]) -> None:
    wanted = BY_HAND
    for old, new in words.items():
        wanted = wanted.replace(old, new)
    assert changed(BY_HAND.encode(), change).decode() == wanted


def test_an_item_comes_back_into_a_sidecar_laid_out_by_hand() -> None:
    read = read_alone(PATH, BY_HAND.encode())
    new = altered(read.document.annotations["a2"], id="a0", label="no", note="Is it?")
    after = read.document.with_items(Annotation, {**read.document.annotations, "a0": new})
    edited = with_items(PATH, read, after)
    assert read_alone(PATH, edited).document == after
    assert set(BY_HAND.split("\n")) < set(edited.decode().split("\n"))


def test_a_layout_that_cannot_be_edited_is_refused() -> None:
    text = BY_HAND.replace("- label: 'claim'  # first the label\n  id: a1", "-\n  ? label\n  : claim\n  id: a1")
    with pytest.raises(SaveError, match="layout is too unusual"):
        changed(text.encode(), Rename(Part(LABEL, "claim"), "x" * 1100))
