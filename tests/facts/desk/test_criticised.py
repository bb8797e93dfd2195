"""Against whom criticism may be."""

from __future__ import annotations

from annotator.facts.desk.criticised import criticised
from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme

TEXT = "Ines Okoro said that the Harbour Board of Norhaven had lied. Marta Vell disagreed with Ines Okoro on Monday."
CLAIM = TEXT[len("Ines Okoro said that ") : TEXT.index(".")]


def document() -> Document:
    start = TEXT.index(CLAIM)
    marks = {
        "c": Annotation("c", "claim", Span(start, start + len(CLAIM))),
        "s": Annotation("s", "source", Span(0, 10), {"entity": "Ines Okoro"}),
        "n": Annotation("n", "source", Span(TEXT.index("Marta"), TEXT.index("Marta") + 10)),
    }
    links = {"r": Relation("r", "attributed_to", "c", "s"), "q": Relation("q", "attributed_to", "x", "n")}
    return Document(Article.of("board.txt", TEXT), marks, links)


def test_who_says_it_is_not_criticised_and_who_is_named_in_it_is_likely() -> None:
    found = criticised(document(), built_in_scheme(), ["c"])
    assert found.likely == "Harbour Board of Norhaven"
    assert found.names[0] == found.likely
    assert "Marta Vell" in found.names
    assert "Ines Okoro" not in found.names


def test_nobody_is_likely_where_no_name_is_in_the_claim() -> None:
    found = criticised(document(), built_in_scheme(), [])
    assert found.likely == ""
    assert {"Ines Okoro", "Marta Vell"} <= {*found.names}


def test_a_name_in_the_claim_in_full_is_likely_too() -> None:
    made = document()
    full = altered(made.annotations["c"], span=Span(50, 58), attributes={"in_full": "Marta Vell lied."})
    made = made.with_items(Annotation, {**made.annotations, "c": full})
    assert criticised(made, built_in_scheme(), ["c"]).likely == "Marta Vell"


def test_who_says_it_is_not_criticised_under_a_longer_form_of_the_name() -> None:
    text = "Ines Okoro will resign from the board, Okoro said on Monday. The Harbour Board thanked Ines Okoro."
    marks = {"c": Annotation("c", "claim", Span(0, 37)), "s": Annotation("s", "source", Span(39, 44))}
    made = Document(Article.of("board.txt", text), marks, {"r": Relation("r", "attributed_to", "c", "s")})
    found = criticised(made, built_in_scheme(), ["c"])
    assert found.likely == ""
    assert "Ines Okoro" not in found.names
