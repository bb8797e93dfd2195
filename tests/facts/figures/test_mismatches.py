"""Findings among figures: their words, places and hints, and what keeps a rule silent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest

from annotator.facts.figures.mismatches import mismatches
from annotator.facts.figures.rows import figure_rows
from annotator.facts.finding import Finding
from annotator.language.values.numbers import ENGLISH, Separators
from annotator.model.annotation import Annotation, Excerpt, Relation
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.facts.figures.cases import cases_in

GERMAN = Separators(",", ".")
FLOODED = (
    "== same-thing en\n[{one} | counted: homes flooded] homes were flooded. It was [{other} | counted: homes flooded]."
)
SAID = (
    "== same-thing en\nIna Kohl saw [412 | counted: homes flooded; said_by: Ina Kohl] wet homes. "
    "All [421 | counted: homes flooded; said_by: {who}] are dry, Tom Ray and Ina Kohl know."
)


Made: TypeAlias = Callable[[str], Document]


@pytest.fixture
def document(tmp_path: Path) -> Made:
    """Function that returns the document of a text with marked figures."""

    def made(text: str) -> Document:
        (tmp_path / "case.txt").write_text(text if text.startswith("==") else f"== fits en\n{text}", encoding="utf-8")
        (case,) = cases_in(tmp_path / "case.txt")
        return case.document

    return made


def findings(document: Document, separators: Separators = ENGLISH) -> list[Finding]:
    return mismatches(document, figure_rows(document, built_in_scheme()), separators)


@pytest.mark.parametrize(
    ("text", "sentence", "hint"),
    [
        (
            FLOODED.format(one="412", other="421"),
            "Sentence 1 says “412” and sentence 2 “421” of the same thing, homes flooded. They differ by 9.",
            "Two digits have changed places: often a slip.",
        ),
        (
            FLOODED.format(one="1,234", other="12,340"),
            "Sentence 1 says “1,234” and sentence 2 “12,340” of the same thing, homes flooded. They differ by 11,106.",
            "The digits are the same: perhaps a word such as million or billion was mixed up, or a comma.",
        ),
        ("[15 | ] of [12 | ] boats sank.", "“15” is said to be a part of “12”, but is more.", ""),
        (
            "[12 | ] men and [9 | ] dogs, a total of [22 | ].",
            "12 + 9 is 21, not “22”.",
            "",
        ),
        (
            "[77 | ] of [184 | ] homes ([58 % | ]) burned.",
            "“77” of “184” is 41.8 %, not “58 %”.",
            "",
        ),
        ("[104 % | ] of voters agreed.", "“104 %” is more than all there are.", ""),
        (
            "Fees rose by [20 % | ] from [£50 | ] to [£70 | ].",
            "From “£50” to “£70” is a change of 40 %, not of “20 %”.",
            "",
        ),
        (
            "The rate rose by [5 % | ] from [50 % | ] to [55 % | ].",
            "From “50 %” to “55 %” is a change of 10 %, not of “5 %”.",
            "The two differ by so many percentage points: perhaps these are meant.",
        ),
        (
            "Fares rose by [20 % | ] from [$8 | ] to [$10 | ].",
            "From “$8” to “$10” is a change of 25 %, not of “20 %”.",
            "It matches if the later value is taken as one hundred.",
        ),
        (
            "Nests fell from [18 | ] to [26 | ].",
            "It is said to have fallen, but “26” is more than “18”.",
            "",
        ),
        (
            "Rents rose from [£900 | ] to [£850 | ].",
            "It is said to have risen, but “£850” is less than “£900”.",
            "",
        ),
        ("[12 | ] men and [9 | ] dogs, [22 | ] in all.", "12 + 9 is 21, not “22”.", ""),
        (
            "Output doubled from [30 | ] to [45 | ].",
            "The text says “doubled”, but “45” is 1.5 times “30”.",
            "",
        ),
        (
            "Jo Ray (1931–2004) died aged [63 | ].",
            "Born 1931, one is 72 or 73 in 2004, not “63”.",
            "",
        ),
        (
            "Jo Ray, born on 3 May 1950, died on 1 March 2016 aged [66 | ].",
            "Born 1950, one is 65 in 2016, not “66”.",
            "",
        ),
    ],
)
def test_a_finding_says_its_arithmetic(document: Made, text: str, sentence: str, hint: str) -> None:
    (found,) = findings(document(text))
    assert (found.sentence, found.hint) == (sentence, hint)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("[30 | ] men, including [34 | ] sailors.", "More than [30 | ] men, including [34 | ] sailors."),
        (FLOODED.format(one="412", other="421"), FLOODED.format(one="412", other="421").replace("It", "On Monday it")),
        (FLOODED.format(one="412", other="421"), FLOODED.format(one="412", other="421")[:-1] + " homes by Monday."),
        (FLOODED.format(one="412", other="421"), FLOODED.format(one="412", other="421").replace("It", "In Osk it")),
        (FLOODED.format(one="412", other="421"), FLOODED.format(one="412", other="421").replace("It", "At first it")),
        (
            "The men earn [£412 | counted: pay a week]. Here men earn [£421 | counted: pay a week].",
            "The men earn [£412 | counted: pay a week]. Here women earn [£421 | counted: pay a week].",
        ),
        (
            "Two in Osk won [£412 | counted: sum won there]. Men in Osk won [£421 | counted: sum won there].",
            "Two in Osk won [£412 | counted: sum won there]. Men in Ilm won [£421 | counted: sum won there].",
        ),
        ("[12 | ] men and [9 | ] dogs, a total of [22 | ].", "[12 | ] men and [9 | ] dogs, a total of [22 | ] so far."),
        ("[104 % | ] of voters agreed.", "[104 % | ] of voters agreed, more than there are."),
        ("[77 | ] of [90 | ] homes ([58 % | ]) burned.", "[77 | ] of [90 | ] homes ([58 % | ] of them wet) burned."),
        ("Fees rose by [20 % | ] from [£50 | ] to [£70 | ].", "Fees rose by [20 % | ] and from [£50 | ] to [£70 | ]."),
        ("Output doubled from [30 | ] to [45 | ].", "Output nearly doubled from [30 | ] to [45 | ]."),
        ("Jo Ray (1931–2004) died aged [63 | ].", "Jo Ray (1931–2004) left a son aged [63 | ]."),
    ],
)
def test_a_word_makes_the_difference(document: Made, wrong: str, right: str) -> None:
    assert len(findings(document(wrong))) == 1
    assert findings(document(right)) == []


def test_numbers_are_written_with_the_separators_given(document: Made) -> None:
    (found,) = findings(document(FLOODED.format(one="1,234", other="12,340")), GERMAN)
    assert found.sentence.endswith("11.106.")


def test_places_are_in_the_order_of_the_text_and_known_by_their_ids(document: Made) -> None:
    (found,) = findings(document("Fees rose by [20 % | ] from [£50 | ] to [£70 | ]."))
    assert [place.id for place in found.places] == ["f0", "f1", "f2"]
    assert found.places[0].span == Span(13, 17)
    assert found.of == ("f0", "f1", "f2")


def test_dates_are_places_without_an_id(document: Made) -> None:
    (found,) = findings(document("Jo Ray (1931–2004) died aged [63 | ]."))
    assert [place.id for place in found.places] == ["", "", "f0"]
    assert found.of == ("f0",)


@pytest.mark.parametrize("type", ["updates", "contradicts"])
def test_claims_that_a_person_has_compared_are_left_alone(document: Made, type: str) -> None:
    before: Document = document(FLOODED.format(one="412", other="421"))
    claims = {id: Annotation(id, "claim", before.annotations[f"f{id[1]}"].span) for id in ("c0", "c1")}
    compared = replace(
        before,
        annotations={**before.annotations, **claims},
        relations={"r": Relation("r", type, "c1", "c0")},
    )
    assert len(findings(before)) == 1
    assert findings(compared) == []


@pytest.mark.parametrize(("who", "count"), [("Ina Kohl", 1), ("Tom Ray", 0)])
def test_two_sources_may_give_two_numbers(document: Made, who: str, count: int) -> None:
    assert len(findings(document(SAID.format(who=who)))) == count


@pytest.mark.parametrize(
    ("first", "second", "count"), [("2022-01-12", "2022-01-12", 1), ("2022-01-12", "2022-01-13", 0)]
)
def test_the_same_time_ties_and_another_one_parts(document: Made, first: str, second: str, count: int) -> None:
    text = f"[31 | counted: shut schools; as_of: {first}] shut. So [37 | counted: shut schools; as_of: {second}] do."
    assert len(findings(document(text))) == count


def test_attributes_and_relations_do_in_every_language(document: Made) -> None:
    text = (
        "== parts pl\nW porcie stoi [12 #w | counted: statki] statków. [15 | counted: statki; part_of: w] jest starych."
    )
    assert [found.rule for found in findings(document(text))] == ["parts"]


def test_a_displaced_figure_is_compared_by_its_relations_only(document: Made) -> None:
    before: Document = document("[15 | ] of [12 | ] boats sank.")
    gone = altered(before.annotations["f0"], displaced=Excerpt("15"))
    assert findings(replace(before, annotations={**before.annotations, "f0": gone})) == []


def test_without_figures_there_is_nothing(document: Made) -> None:
    assert findings(document("Nothing is counted here.")) == []
