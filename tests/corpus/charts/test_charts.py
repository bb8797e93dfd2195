"""Charts of a document that was counted by hand: their words, their numbers, and what is behind each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from annotator.corpus.charts.all_charts import Wishes, charts_of, wished_charts
from annotator.corpus.charts.bar_charts import MOST
from annotator.corpus.charts.chart import Bars, Chart, HeatMap, Kind, Lines, SplitBars, Strokes, marks_of
from annotator.corpus.charts.wording import Wording
from annotator.corpus.tallies.tally import Tally
from annotator.language.values.numbers import Separators
from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.model.span import Span
from tests.corpus.tallies.test_counts import tallies
from tests.support.statistics.tallied import CLAIM, SCHEME, Marking, quay

USUAL, GERMAN = Wishes(), Wording(lambda day: f"{day.day}. {day.month}.", Separators(",", "."))
MOOD = Label("mood", "m", "#999999", "bar", (AttributeRule("tone", "choice", ("calm", "angry")),))
MOODS = Scheme("moods", "moods", (MOOD,))


def charts(
    *counted: Tally, scheme: Scheme = SCHEME, wishes: Wishes = USUAL, wording: Wording = GERMAN
) -> dict[str, Chart]:
    return {chart.head.key: chart for chart in charts_of(counted, scheme, wishes, wording)}


def numbers(bars: Chart) -> list[tuple[str, str, str]]:
    assert isinstance(bars, Bars)
    return [(row.name, row.mark.shown, row.share) for row in bars.rows]


def test_every_chart_of_the_scheme_is_there_in_its_order() -> None:
    assert [*charts(quay().tally())] == [
        "labels",
        "verdicts",
        "progress",
        "sources",
        "labels-articles",
        "places",
        "voice",
        "labels-together",
        "states",
    ]


def test_labels_are_drawn_with_their_own_marks() -> None:
    found = charts(quay().tally())["labels"]
    assert numbers(found) == [("claim", "2", ""), ("figure", "2", ""), ("source", "1", "")]
    assert isinstance(found, Bars)
    assert (found.rows[0].look.kind, found.rows[0].look.label) == (Kind.LABEL, CLAIM)
    assert found.rows[0].mark.words == "claim: 2 annotations"
    assert [item.id for item in found.rows[0].mark.behind] == ["c1", "c2"]


def test_labels_per_thousand_words_are_written_as_the_language_does() -> None:
    text = "word " * 799
    tally = Marking(text=text + "end").mark("claim", "end").mark("figure", "word").mark("figure", "word end").tally()
    found = charts(tally, wishes=Wishes(rates=True))["labels"]
    assert numbers(found) == [("figure", "2,5", ""), ("claim", "1,2", "")]


def test_verdicts_are_parts_of_all_facts_and_the_rest_is_open() -> None:
    found = charts(quay().tally())["verdicts"]
    assert found.head.line == "2 facts, 1 settled"
    assert numbers(found) == [("supported", "1", "50 %"), ("open", "1", "50 %")]
    (supported,), _open = marks_of(found)
    assert supported.words == "supported: 1 of 2, 50 %"


def test_states_are_said_in_words() -> None:
    found = charts(quay().mark("claim", "Nobody", state="cannot-verify").tally())["states"]
    assert [row[0] for row in numbers(found)] == ["asked", "cannot verify", "no state"]


def test_sources_are_split_by_how_openly_they_are_named() -> None:
    found = charts(quay().mark("source", "Nobody").tally())["sources"]
    assert isinstance(found, SplitBars)
    assert found.parts == ("named", "unnamed", "anonymous", "collective", "not told")
    assert [(row.name, [mark.count for mark in row.parts]) for row in found.rows] == [
        ("government", [1, 0, 0, 0, 0]),
        ("not told", [0, 0, 0, 0, 1]),
    ]
    assert found.rows[0].parts[0].words == "government, named: 1 of 1, 100 %"


def test_voices_are_split_by_whether_a_source_is_marked() -> None:
    found = charts(quay().tally())["voice"]
    assert isinstance(found, SplitBars)
    assert [(row.name, [mark.count for mark in row.parts]) for row in found.rows] == [
        ("the article’s own voice", [0, 1]),
        ("attributed", [1, 0]),
    ]


def test_progress_says_what_the_files_do_not_tell() -> None:
    found = charts(quay().tally(status="done"))["progress"]
    assert isinstance(found, Lines)
    assert found.days == (date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 4))
    assert [(one.name, [mark.shown for mark in one.marks]) for one in found.series] == [
        ("made", ["40", "60", "60"]),
        ("settled", ["0", "0", "50"]),
        ("done", ["0", "0", "0"]),
    ]
    assert found.series[0].marks[0].words == "2. 11.: 2 of 5 annotations were made, 40 %"
    assert found.head.note == (
        "2 annotations do not say when they were made. Now 0 of 3 sentences are read; "
        "1 of 1 documents are done, 0 reviewed. "
        "Of 1 document that is done the day is not known."
    )


def test_done_and_signed_documents_have_lines_where_their_days_are_known() -> None:
    tally = replace(quay().tally(status="done"), finished="2026-11-03", signed="2026-11-04")
    found = charts(tally)["progress"]
    assert isinstance(found, Lines)
    assert [(one.name, [mark.shown for mark in one.marks]) for one in found.series[2:]] == [
        ("done", ["0", "100", "100"]),
        ("signed", ["0", "0", "100"]),
    ]
    assert "the day is not known" not in found.head.note


def test_sentences_have_a_line_where_the_days_on_which_they_were_read_are_known() -> None:
    tally = quay().tally(read=(Span(0, 57),))
    assert tally.read == 2
    found = charts(replace(tally, read_on=(("2026-11-03", 1),)))["progress"]
    assert isinstance(found, Lines)
    assert (found.series[0].name, [mark.shown for mark in found.series[0].marks]) == ("read", ["0", "33", "33"])
    assert found.series[0].marks[1].words == "3. 11.: 1 of 3 sentences were read, 33 %"
    assert "Of 1 sentence that is read the day is not known." in found.head.note
    assert charts(tally)["progress"].series[0].name == "made"  # type: ignore[union-attr]  # it is of lines


def test_idle_weekends_are_shaded_and_said() -> None:
    marking = Marking().mark("claim", "boats", days=("2026-11-06", "2026-11-06"))
    found = charts(marking.mark("claim", "9", days=("2026-11-09", "2026-11-09")).tally())["progress"]
    assert isinstance(found, Lines)
    assert found.shaded == (1, 2)
    assert found.head.note.startswith("No work on the shaded weekends.")


def test_one_day_is_too_few_for_a_line() -> None:
    found = charts(Marking().mark("claim", "boats", days=("2026-11-06", "2026-11-06")).tally())["progress"]
    assert found.head.nothing.startswith("Too few days for a line: all work is of one day, 6. 11.")
    assert marks_of(found) == ()


def test_labels_by_article_are_rates_and_only_the_fullest_articles_are_shown() -> None:
    found = charts(quay().tally(), Marking("b.txt").mark("claim", "9").tally(), wishes=Wishes(columns=1))[
        "labels-articles"
    ]
    assert isinstance(found, HeatMap)
    assert (found.rows, found.columns) == (("claim", "source", "figure"), ("quay",))
    assert found.cells[0][0].shown == "133"
    assert found.cells[0][0].words == "claim in quay: 133 per 1,000 words, 2 annotations"
    assert found.head.note == "Shown are the 1 of 2 articles with the most annotations."


def test_labels_together_count_those_of_the_row() -> None:
    in_sentence = charts(quay().tally())["labels-together"]
    assert isinstance(in_sentence, HeatMap)
    assert [[mark.count for mark in cells] for cells in in_sentence.cells] == [[0, 1, 2], [1, 0, 1], [2, 1, 0]]
    assert in_sentence.cells[0][2].words == "2 of 2 annotations claim stand in one sentence with figure"
    overlapping = charts(quay().tally(), wishes=Wishes(overlapping=True))["labels-together"]
    assert isinstance(overlapping, HeatMap)
    assert [[mark.count for mark in cells] for cells in overlapping.cells] == [[0, 0, 2], [0, 0, 0], [2, 0, 0]]


def test_strokes_are_those_of_the_most_frequent_label_or_of_a_chosen_one_and_of_a_word() -> None:
    found = charts(quay().tally())["places"]
    assert isinstance(found, Strokes)
    assert (found.above, found.below, len(found.rows[0].above_at)) == ("claim", "", 2)
    found = charts(quay().tally(), wishes=Wishes(label="source", word="boats"))["places"]
    assert isinstance(found, Strokes)
    assert (found.above, found.below) == ("source", "the word “boats”")
    assert [mark.words for mark in marks_of(found)[0]] == [
        "source in quay: 1 annotation",
        "the word “boats” in quay: 2 places",
    ]
    found = charts(Marking().tally(), wishes=Wishes(label="source", word="moat"))["places"]
    assert found.head.nothing == "Neither source nor the word “moat” is found here."


def test_a_scheme_without_verdict_and_naming_has_charts_of_its_own_values() -> None:
    tally = Marking(scheme=MOODS).mark("mood", "sank", tone="calm").mark("mood", "Nobody").tally()
    found = charts(tally, scheme=MOODS)
    assert [*found] == ["labels", "mood-tone", "progress", "labels-articles", "places", "labels-together"]
    assert found["mood-tone"].head.title == "Tone of mood"
    assert numbers(found["mood-tone"]) == [("calm", "1", "50 %"), ("not told", "1", "50 %")]


def test_without_anything_each_chart_says_so_in_words() -> None:
    for counted in ((), (Marking().tally(),)):
        for chart in charts(*counted).values():
            assert chart.head.nothing
            assert marks_of(chart) == ()


def test_very_many_values_become_one_bar_of_others() -> None:
    tone = AttributeRule("tone", "choice", tuple(f"t{number}" for number in range(30)))
    marking = Marking(scheme=Scheme("m", "m", (Label("mood", "m", "#999999", "bar", (tone,)),)))
    for number in range(30):
        marking.mark("mood", "sank", tone=f"t{number}")
    found = charts(marking.tally(), scheme=Scheme("m", "m", (Label("mood", "m", "#999999", "bar", (tone,)),)))[
        "mood-tone"
    ]
    assert isinstance(found, Bars)
    assert len(found.rows) == MOST
    assert (found.rows[-1].name, found.rows[-1].mark.count) == ("22 others", 22)
    assert sum(row.mark.count for row in found.rows) == 30


@given(
    tallies(), st.booleans(), st.booleans(), st.sampled_from(("", "claim", "figure")), st.sampled_from(("", "boats"))
)
def test_other_wishes_give_the_same_charts_as_from_the_beginning(
    counted: list[Tally], rates: bool, overlapping: bool, label: str, word: str
) -> None:
    before = charts_of(counted, SCHEME, Wishes(), GERMAN)
    wishes = Wishes(label, word, rates, overlapping)
    assert wished_charts(before, counted, SCHEME, wishes, GERMAN) == charts_of(counted, SCHEME, wishes, GERMAN)


@given(tallies())
def test_each_number_is_that_of_what_is_behind_it(counted: list[Tally]) -> None:
    for chart in charts_of(counted, SCHEME, Wishes(word="boats"), GERMAN):
        for mark in (mark for marks in marks_of(chart) for mark in marks):
            assert mark.words
            assert mark.shown
            if not isinstance(chart, Lines):  # a day of a line has behind it what was done on that day
                assert len(mark.behind) == mark.count
