"""The table of facts for spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO

from hypothesis import given

from annotator.interop.handover.choices import Choices
from annotator.interop.handover.contents import contents_of
from annotator.interop.handover.facts_csv import COLUMNS, file_of
from annotator.language.table_cells import RISKY
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.items import altered
from tests.support.document_strategies import documents
from tests.support.handover.checked_story import SCHEME, SECRET, TEXT, checked_story


def rows(document: Document) -> list[dict[str, str]]:
    text = file_of(contents_of(document, SCHEME, Choices())).decode("utf-8-sig")
    return [*csv.DictReader(StringIO(text, newline=""))]


def test_each_fact_is_a_row_with_its_place_in_code_points() -> None:
    first, second, third = rows(checked_story())
    assert TEXT[int(first["start"]) : int(first["end"])] == first["words"] == "The bell weighs 412 kilos 🔔"
    assert (first["said_by"], first["verdict"], first["evidence"]) == ("Rosa Lind", "supported", "E1; E2")
    assert (second["old_wording"], second["new_wording"]) == ("58 per cent", "42 per cent")
    assert (second["confidential"], second["queries"]) == ("1", "Which old bell?")
    assert (second["open_because"], third["start"]) == ("wording; state; query; criticism", "")
    assert third["open_because"] == "place; state"


def test_no_cell_is_a_formula() -> None:
    document = checked_story()
    formula = altered(document.annotations["c1"], attributes={"in_full": '=HYPERLINK("x")', "verdict": "@sum"})
    first = rows(document.with_items(Annotation, {**document.annotations, "c1": formula}))[0]
    assert (first["in_full"], first["verdict"]) == ('\'=HYPERLINK("x")', "'@sum")


@given(documents())
def test_every_row_has_all_columns_and_no_cell_begins_like_a_formula(document: Document) -> None:
    for row in rows(document):
        assert tuple(row) == COLUMNS
        assert not [cell for cell in row.values() if cell[:1] in RISKY - {"'"}]


def test_confidential_evidence_is_not_in_it() -> None:
    assert SECRET.encode() not in file_of(contents_of(checked_story(), SCHEME, Choices(notes=True)))
