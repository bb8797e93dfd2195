"""A further kind of item is one module and one row: all that holds of annotations and relations holds of it too.

The properties are those of the other tests, which draw items of every kind that the table has.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication

from annotator.corpus.checking.problems import Check
from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.change import Change
from annotator.model.deciding import BOTH, THEIRS, decided
from annotator.model.difference import difference, in_words
from annotator.model.document import IN_WORK, Document, Status
from annotator.model.edits import remove
from annotator.model.items import Item, altered
from annotator.model.kinds.kind import Kind
from annotator.model.kinds.table import KINDS
from annotator.model.merge import Conflict, merge
from annotator.model.span import Span
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.session.text_index import TextIndex
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.storage.sidecars.sidecar_files import SidecarWriter, read_sidecar
from tests.model import test_difference, test_merge
from tests.storage.sidecars import test_canonical_sidecar, test_sidecar_reading, test_sidecar_writing
from tests.support.document_strategies import documents
from tests.support.remarks import REMARKS, Remark, remarks_known
from tests.support.running.examples import examples

TEXT = "Thousands of people left the town on Thursday."
ARTICLE = Article.of("town.txt", TEXT)
CLAIM, SOURCE = Annotation("a", "claim", Span(0, 9)), Annotation("b", "source", Span(10, 12))
LINK = Relation("r", "attributed_to", "a", "b")
ON_LINK, ANSWER = Remark("m1", "r", ("a", "b"), text="Who said so?"), Remark("m2", "b", answers="m1", settled=True)
WRITTEN = b"""\
remarks:
- id: m1
  "on": r
  beside:
  - a
  - b
  text: "Who said so?"
- id: m2
  "on": b
  answers: m1
  settled: true
"""


@pytest.fixture(autouse=True, scope="module")
def known() -> Iterator[None]:
    with remarks_known():
        yield


def document(*items: Item, status: str = IN_WORK) -> Document:
    by_kind: dict[type[Item], dict[str, Item]] = {}
    for item in items:
        by_kind.setdefault(type(item), {})[item.id] = item
    return Document(ARTICLE, items=by_kind, status=Status(status))


WHOLE = document(CLAIM, SOURCE, LINK, ON_LINK, ANSWER)


def again(test: Any, *names: str, **drawn: st.SearchStrategy[Any]) -> Any:
    """Return a property on documents by these names, on fewer than its own module tries: enough for what is further."""
    drawn |= dict.fromkeys(names, documents())
    return examples(1 / 3)(given(**drawn)(test.hypothesis.inner_test))


test_its_difference = again(test_difference.test_the_difference_makes_one_of_the_other, "before", "after")
test_no_difference = again(test_difference.test_nothing_differs_from_itself, "document")
test_one_side = again(test_merge.test_what_only_one_side_has_altered_is_taken, "base", "other")
test_both_sides = again(test_merge.test_the_same_on_both_sides_is_no_conflict, "base", "same")
test_either_side = again(
    test_merge.test_every_annotation_of_either_side_is_there_or_in_conflict, "base", "ours", "theirs"
)
test_its_order = again(test_sidecar_writing.test_the_order_in_which_things_came_makes_no_difference, "document")
test_its_writer = again(
    test_sidecar_writing.test_a_writer_that_wrote_before_writes_what_a_new_one_does, "document", data=st.data()
)
test_its_fast_reader = again(test_canonical_sidecar.test_what_is_taken_is_what_was_written, "document")
test_its_round_trip = again(test_sidecar_reading.test_what_is_written_is_read_back_and_written_alike, "document")
test_its_lines = again(test_sidecar_reading.test_the_lines_are_where_the_ids_stand, "document")
test_its_own_layout = again(test_sidecar_reading.test_the_own_layout_is_read_as_yaml_would_be, "document")


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.section)
def test_the_keys_are_those_of_the_class(kind: Kind[Any]) -> None:
    names = [*kind.item.__struct_fields__]
    assert (names[0], names[-1]) == ("id", "extra")
    in_order = [*dict.fromkeys(key.field for key in kind.keys), "extra"]
    assert in_order == names or kind.item is Annotation  # whose place is in two parts of the file
    assert set(names) == {*(key.field for key in kind.keys), "extra"}


def test_it_is_written_in_its_layout_and_read_back(tmp_path: Path) -> None:
    data = SidecarWriter().data(WHOLE)
    assert data.endswith(WRITTEN)
    read = read_sidecar(tmp_path / "town.annotations.yaml", ARTICLE, data)
    assert read.document == WHOLE
    assert read.lines["m1"] == data[: data.index(b"- id: m1")].count(b"\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('  "on": r\n', "", "“on:” is missing or empty."),
        ("settled: true", "settled: maybe", "“settled:” must be true or false."),
        ("  beside:\n  - a\n  - b\n", "  beside: a\n", "“beside:” must be a list."),
        ("- id: m2", "- id: m1", "The id “m1” stands in line"),
    ],
)
def test_what_is_wrong_with_it_is_told_with_its_line(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    (tmp_path / "town.txt").write_text(TEXT)
    wrong = SidecarWriter().data(WHOLE).decode().replace(old, new)
    (tmp_path / "town.annotations.yaml").write_text(wrong)
    [problem] = Check().below(tmp_path)
    assert sentence in problem.sentence
    assert problem.line
    assert wrong.splitlines()[problem.line - 1].lstrip("- ").partition(":")[0] in ("id", "settled", "beside")


def test_check_names_what_it_refers_to_in_vain(tmp_path: Path) -> None:
    (tmp_path / "town.txt").write_text(TEXT)
    astray = altered(ON_LINK, on="z", beside=("a", "m2"))
    (tmp_path / "town.annotations.yaml").write_bytes(SidecarWriter().data(document(CLAIM, SOURCE, LINK, astray)))
    assert [problem.sentence for problem in Check().below(tmp_path)] == [
        "There is no annotation or relation or remark “z”.",
        "There is no annotation “m2”.",
    ]


def test_what_cannot_be_without_the_removed_goes_and_the_rest_loses_the_reference() -> None:
    change = remove(WHOLE, ["a"])
    assert change.apply(WHOLE) == document(SOURCE, altered(ANSWER, answers=""))
    assert change.inverse().apply(change.apply(WHOLE)) == WHOLE


def test_only_a_reference_is_lost_where_that_is_enough() -> None:
    about = altered(ON_LINK, on="b")
    before = document(CLAIM, SOURCE, about)
    assert remove(before, ["a"]).apply(before) == document(SOURCE, altered(about, beside=("b",)))


def test_it_is_undone_and_redone_in_the_session(qapp: QApplication, tmp_path: Path) -> None:
    session, path = Session(clock=lambda: "", randomness=random.Random(1)), tmp_path / "town.txt"
    index = TextIndex(TEXT, [CLAIM, SOURCE])
    sidecar = tmp_path / "town.annotations.yaml"
    session.show(OpenArticle(path, sidecar, document(CLAIM, SOURCE), index, QUndoStack(), built_in_scheme()))
    session.do(Change(added=(altered(ANSWER, answers=""),)), "Remark")
    after = session.document
    assert after == document(CLAIM, SOURCE, altered(ANSWER, answers=""))
    session.history.undo()
    assert session.document == document(CLAIM, SOURCE)
    session.history.redo()
    assert session.document == after


class TestMerging:
    def test_what_one_side_removes_stays_where_the_other_has_remarked_on_it(self) -> None:
        base = document(CLAIM, SOURCE, LINK)
        ours = document(CLAIM, SOURCE, LINK, ON_LINK)
        theirs = remove(base, ["a"]).apply(base)
        for one, other in ((ours, theirs), (theirs, ours)):
            merged = merge(base, one, other)
            assert not merged.conflicts
            assert merged.change.apply(one) == ours  # the relation too, and the annotation that it needs

    def test_one_id_for_two_kinds_is_a_conflict(self) -> None:
        base = document(CLAIM)
        ours, theirs = document(CLAIM, altered(SOURCE, id="m2")), document(CLAIM, altered(ANSWER, on="a"))
        [conflict] = merge(base, ours, theirs).conflicts
        assert conflict.key == ("Remark", "m2")

    def test_the_choice_is_carried_out(self) -> None:
        theirs = altered(ANSWER, text="Theirs.")
        conflict = Conflict(None, ANSWER, theirs)
        change = decided(WHOLE, [conflict], {conflict.key: THEIRS}, lambda: "new")
        assert change.apply(WHOLE) == document(CLAIM, SOURCE, LINK, ON_LINK, theirs)
        change = decided(WHOLE, [conflict], {conflict.key: BOTH}, lambda: "new")
        assert change.apply(WHOLE) == document(CLAIM, SOURCE, LINK, ON_LINK, ANSWER, altered(theirs, id="new"))

    def test_theirs_is_left_out_where_it_would_dangle(self) -> None:
        lost = altered(ANSWER, on="gone")
        conflict = Conflict(ANSWER, None, lost)
        assert not decided(document(CLAIM), [conflict], {conflict.key: THEIRS}, lambda: "new")


def test_it_is_counted_in_words() -> None:
    change = difference(document(CLAIM, ON_LINK), document(CLAIM, altered(ON_LINK, text="Who?"), ANSWER))
    assert in_words(change) == "1 remark added, 1 remark changed"


@given(st.data())
def test_whatever_is_removed_nothing_dangles_and_all_comes_back(data: st.DataObject) -> None:
    annotations = [Annotation(id, "claim", Span(at, at + 1)) for at, id in enumerate("abc")]
    ids = st.sampled_from("abc")
    links = [Relation(f"r{n}", "via", data.draw(ids), data.draw(ids)) for n in range(data.draw(st.integers(0, 3)))]
    remarks: list[Remark] = []
    for number in range(data.draw(st.integers(0, 4))):
        on = st.sampled_from([*"abc", *(item.id for item in (*links, *remarks))])
        answers = data.draw(st.sampled_from(["", *(item.id for item in remarks)]))
        beside = tuple(data.draw(st.lists(ids, unique=True)))
        remarks.append(Remark(f"m{number}", data.draw(on), beside, answers))
    before = document(*annotations, *links, *remarks)
    change = remove(before, data.draw(st.lists(ids, unique=True)))
    after = change.apply(before)
    left = set(after.ids())
    assert all(REMARKS.references(item) <= left for item in after.of(Remark).values())
    assert all({item.source, item.target} <= left for item in after.relations.values())
    assert change.inverse().apply(after) == before
