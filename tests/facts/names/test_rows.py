"""Rows of the table of names: marks, forms and ticks."""

from __future__ import annotations

from annotator.facts.names.rows import name_rows
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.kinds.checked_names import CheckedName
from annotator.model.scheme import AttributeRule, Label, RelationRule, Scheme
from annotator.model.span import Span

SOURCE = Label("source", "s", "#000000", "line", (AttributeRule("entity", "text"), AttributeRule("kind", "choice")))
SCHEME = Scheme("s", "S", (SOURCE,))


def document(text: str, *annotations: Annotation, ticks: tuple[CheckedName, ...] = ()) -> Document:
    made = Document(Article("a.txt", text, ""), {one.id: one for one in annotations})
    return made.with_items(CheckedName, {tick.id: tick for tick in ticks})


def mark(text: str, words: str, id: str = "a", label: str = "source", **attributes: str) -> Annotation:
    start = text.index(words)
    return Annotation(id, label, Span(start, start + len(words)), attributes)


def test_a_marked_name_has_a_row_with_its_kind_and_place() -> None:
    text = "“Fog,” said harbour master Ines Okoro."
    marked = mark(text, "harbour master Ines Okoro", entity="Ines Okoro", kind="person")
    (row,) = name_rows(document(text, marked), SCHEME, "ar", "b/a.txt")
    assert (row.name, row.kind, row.count) == ("Ines Okoro", "person", 1)
    (place,) = row.places
    assert (place.id, place.article, place.span.of(text)) == ("a", "b/a.txt", "Ines Okoro")


def test_a_name_is_ticked_by_the_item_of_its_name() -> None:
    text = "قال يوسف الحداد إن الجسر مغلق."
    marked = mark(text, "يوسف الحداد", kind="person")
    ticked = document(text, marked, ticks=(CheckedName("t", "يوسف الحداد"),))
    (row,) = name_rows(ticked, SCHEME, "ar")
    assert row.ticked_by == ("t",)
    assert not name_rows(document(text, marked), SCHEME, "ar")[0].is_ticked


def test_a_source_that_is_not_named_has_no_row() -> None:
    text = "She said so."
    assert name_rows(document(text, mark(text, "She", entity="Ines Okoro")), SCHEME, "en") == []
    assert name_rows(document(text, mark(text, "She", naming="unnamed")), SCHEME, "en") == []


def test_in_german_a_label_of_names_tells_a_body_that_capitals_do_not() -> None:
    scheme = Scheme("s", "S", (Label("organisation", "o", "#000000", "line", (AttributeRule("entity", "text"),)),))
    text = "Gestern tagte der Hafenrat. Die Behörde schwieg."
    marked = mark(text, "Hafenrat", label="organisation")
    assert [(row.name, row.kind) for row in name_rows(document(text, marked), scheme, "de")] == [
        ("Hafenrat", "organisation")
    ]


def test_a_source_in_german_is_a_name_only_if_it_is_said_to_be_named() -> None:
    text = "Die Behörde schwieg."
    assert name_rows(document(text, mark(text, "Die Behörde", kind="organisation")), SCHEME, "de") == []
    (row,) = name_rows(document(text, mark(text, "Behörde", kind="organisation", naming="named")), SCHEME, "de")
    assert row.kind == "organisation"


def test_whom_a_relation_of_saying_goes_to_is_a_name_in_any_scheme() -> None:
    labels = (Label("speaker", "s", "#000000", "line"), Label("words", "w", "#000000", "line"))
    scheme = Scheme("s", "S", labels, (RelationRule("said_by", "words", "speaker"),))
    text = "港务局说桥已关闭。"
    (row,) = name_rows(document(text, mark(text, "港务局", label="speaker")), scheme, "zh")
    assert row.name == "港务局"
