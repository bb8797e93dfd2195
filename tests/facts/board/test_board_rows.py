"""Rows and columns of the board, of any label."""

from __future__ import annotations

from decimal import Decimal

from annotator.facts.board.columns import ColumnKind, board_columns
from annotator.facts.board.rows import Asked, BoardRow, Pieces, board_rows
from annotator.model.annotation import Annotation, Excerpt, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import Item, altered
from annotator.model.kinds.evidence import Evidence
from annotator.model.kinds.queries import Query
from annotator.model.scheme import AttributeRule, Label, RelationRule, Scheme
from annotator.model.span import Span

TEXT = "The toll doubled to 4 crowns in May, the mayor said."
CLAIM = Label(
    "claim",
    "c",
    "#56B4E9",
    "fill",
    (
        AttributeRule("in_full", "text"),
        AttributeRule("kind", "choice", ("event",)),
        AttributeRule("voice", "choice", ("author", "reported")),
        AttributeRule("links", "link", many=True),
        AttributeRule("urgent", "flag"),
        AttributeRule("verdict", "choice", ("supported", "refuted")),
    ),
)
SOURCE = Label("source", "s", "#E69F00", "line", (AttributeRule("naming", "choice", ("named",)),))
FIGURE = Label("figure", "f", "#009E73", "box", (AttributeRule("value", "number"),))
RELATIONS = (RelationRule("attributed_to", "claim", "source"), RelationRule("quantifies", "figure", "claim"))
SCHEME = Scheme("facts", "Facts", (CLAIM, SOURCE, FIGURE), RELATIONS)


def document(*items: Item) -> Document:
    claim = Annotation("a1", "claim", Span(0, 35), {"voice": "reported"})
    source = Annotation("a2", "source", Span(37, 46), {"naming": "named"})
    figures = Annotation("a3", "figure", Span(20, 21), {"value": Decimal("4")}), Annotation("a4", "figure", Span(9, 16))
    relations = Relation("r1", "attributed_to", "a1", "a2"), Relation("r2", "quantifies", "a3", "a1")
    made = Document(Article.of("story.txt", TEXT), {one.id: one for one in (claim, source, *figures)})
    for item in (*relations, Relation("r3", "quantifies", "a4", "a1"), *items):
        made = made.with_items(type(item), {**made.of(type(item)), item.id: item})
    return made


def only(made: Document, label: str = "claim") -> BoardRow:
    (row,) = board_rows(made, SCHEME, label)
    return row


def cells(row: BoardRow, label: str = "claim") -> dict[str, str]:
    columns = [column.id for column in board_columns(SCHEME, label) if column.has_cells]
    return dict(zip(columns, row.cells, strict=True))


def with_claim(made: Document, **facts: object) -> Document:
    return made.with_items(Annotation, {**made.annotations, "a1": altered(made.annotations["a1"], **facts)})  # type: ignore[arg-type]  # of any field


def test_columns_of_a_claim_are_its_relations_attributes_and_what_every_fact_has() -> None:
    columns = board_columns(SCHEME, "claim")
    assert [column.id for column in columns if column.usual] == [
        *("words", "relation:attributed_to", "relation:quantifies<", "attribute:voice"),
        *("state", "attribute:verdict", "evidence", "queries"),
    ]
    assert "attribute:in_full" not in [column.id for column in columns]


def test_columns_of_any_other_label_are_its_own() -> None:
    usual = [column.id for column in board_columns(SCHEME, "figure") if column.usual]
    assert usual == ["words", "attribute:value"]
    assert "relation:quantifies" in [column.id for column in board_columns(SCHEME, "figure")]
    assert ColumnKind.STATE in [column.kind for column in board_columns(SCHEME, "unknown")]


def test_a_row_has_words_source_and_figures() -> None:
    row = only(document())
    assert (row.id, row.start, row.end, row.number) == ("a1", 0, 35, 1)
    assert row.words == "The toll doubled to 4 crowns in May"
    said = cells(row)
    assert said["relation:attributed_to"] == "the mayor"
    assert said["relation:quantifies<"] == "4\ndoubled"
    assert (said["attribute:voice"], said["attribute:kind"]) == ("reported", "")


def test_the_claim_in_full_stands_for_its_words() -> None:
    row = only(with_claim(document(), attributes={"in_full": "The toll of the bridge doubled\nin May."}))
    assert row.words == "The toll of the bridge doubled in May."


def test_values_of_every_type_are_texts() -> None:
    said = cells(only(with_claim(document(), attributes={"links": ["a.example", "b.example"], "urgent": False})))
    assert said["attribute:links"] == "a.example\nb.example"
    assert said["attribute:urgent"] == "no"
    figures = board_rows(document(), SCHEME, "figure")
    assert [cells(row, "figure")["attribute:value"] for row in figures] == ["", "4"]


def test_evidence_and_queries_are_counted_for_the_annotation() -> None:
    row = only(
        document(
            Evidence("e1", ("a1", "a1"), "supports"),
            Evidence("e2", ("a1", "a2"), "contradicts"),
            Evidence("e3", ("a2",), "supports"),
            Query("q1", "a1", "Since when?"),
            Query("q2", "a1", "Who says so?", answer="The mayor."),
        )
    )
    assert row.evidence == Pieces(2, 1, 1)
    assert row.queries == Asked(2, 1)


def test_a_row_knows_whether_the_fact_is_open_and_in_place() -> None:
    assert only(document()).is_open
    assert not only(with_claim(document(), state="confirmed")).is_open
    lost = only(with_claim(document(), displaced=Excerpt("The toll fell"), note="Ask again."))
    assert (lost.words, lost.has_place, lost.has_note) == ("The toll fell", False, True)


def test_what_is_no_fact_has_no_number() -> None:
    row = only(document(), "source")
    assert (row.number, row.is_open) == (0, False)


def test_a_relation_whose_end_is_gone_is_passed_over() -> None:
    made = document(Relation("r0", "attributed_to", "a1", "gone"))
    assert cells(only(made))["relation:attributed_to"] == "the mayor"
