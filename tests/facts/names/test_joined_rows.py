"""Rows of a folder: names of several documents, places of several annotators, ticks of all."""

from __future__ import annotations

from annotator.facts.finding import Place
from annotator.facts.names.joined_rows import joined_rows
from annotator.facts.names.mention import ORGANISATION, UNKNOWN
from annotator.facts.names.rows import NameRow, Variant
from annotator.model.span import Span


def row(
    article: str, *starts: int, name: str = "Red Cross", kind: str = UNKNOWN, ticks: tuple[str, ...] = ()
) -> NameRow:
    places = tuple(Place(Span(start, start + 9), "", article) for start in starts)
    return NameRow(name, kind, (Variant(name, places),), (), ticks)


def test_a_name_has_one_row_with_the_places_of_all_articles() -> None:
    (joined,) = joined_rows([[row("a.txt", 4)], [row("b.txt", 9, 40, kind=ORGANISATION)]])
    assert (joined.name, joined.kind, joined.count) == ("Red Cross", ORGANISATION, 3)
    assert [place.article for place in joined.places] == ["a.txt", "b.txt", "b.txt"]


def test_a_place_of_two_annotators_counts_once() -> None:
    (joined,) = joined_rows([[row("a.txt", 4, 20)], [row("a.txt", 4, 60)]])
    assert joined.count == 3


def test_a_name_is_ticked_where_every_document_has_ticked_it() -> None:
    ticked, other = row("a.txt", 4, ticks=("t",)), row("b.txt", 4)
    assert joined_rows([[ticked], [row("b.txt", 4, ticks=("u",))]])[0].ticked_by == ("t", "u")
    assert not joined_rows([[ticked], [other]])[0].is_ticked


def test_the_most_frequent_is_first() -> None:
    joined = joined_rows([[row("a.txt", 4, name="Selby")], [row("b.txt", 4, 30)]])
    assert [one.name for one in joined] == ["Red Cross", "Selby"]
