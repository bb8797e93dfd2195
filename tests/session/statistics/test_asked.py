"""Answers to what the window asks."""

from __future__ import annotations

from dataclasses import replace

from annotator.corpus.charts.all_charts import Wishes
from annotator.corpus.charts.chart import Bars
from annotator.corpus.tallies.tally import Tally
from annotator.session.statistics.asked import Answer, Asked, Key, answer, found_annotator, frequent_words
from tests.support.statistics.tallied import SCHEME, Marking, quay

TRAM = "The tram is late. Trams are never late.\n"


def folder() -> dict[Key, Tally]:
    """Two articles, one of which two annotators have annotated."""
    found = (
        quay().tally(),
        Marking(annotator="kim").mark("claim", "Nobody").tally(),
        Marking("north/tram.txt", text=TRAM).mark("figure", "late").tally(),
    )
    return {(tally.article, tally.annotator): tally for tally in found}


def labels(told: Answer) -> dict[str, int]:
    chart = told.charts[0]
    assert isinstance(chart, Bars)
    return {row.name: row.mark.count for row in chart.rows}


def test_everything_is_counted_unless_something_is_asked_for() -> None:
    told = answer(Asked(SCHEME), folder())
    assert labels(told) == {"claim": 3, "figure": 3, "source": 1}
    assert (told.articles, told.words, told.annotators) == (2, 23, ("", "kim"))
    assert told.labels == ("claim", "figure", "source")


def test_one_annotator_one_article_or_those_whose_names_have_some_words() -> None:
    assert labels(answer(Asked(SCHEME, annotator="kim"), folder())) == {"claim": 1}
    assert labels(answer(Asked(SCHEME, article="quay.txt", whole_folder=False), folder())) == {
        "claim": 3,
        "figure": 2,
        "source": 1,
    }
    assert labels(answer(Asked(SCHEME, filter="TRAM north"), folder())) == {"figure": 1}
    assert labels(answer(Asked(SCHEME, article="quay.txt", filter="tram", whole_folder=False), folder())) != {}


def test_the_open_document_is_counted_as_it_is_now() -> None:
    document = Marking().mark("figure", "9 boats").entry().document
    assert labels(answer(Asked(SCHEME, "quay.txt", document), folder())) == {"claim": 1, "figure": 2}


def test_without_a_scheme_there_are_no_charts() -> None:
    assert answer(Asked(None), folder()) == Answer()


def test_other_wishes_make_only_some_charts_anew() -> None:
    asked = Asked(SCHEME)
    before = answer(asked, folder()).charts
    wished = replace(asked, wishes=Wishes(word="late", rates=True))
    after = answer(wished, folder(), 0, before).charts
    assert after == answer(wished, folder()).charts
    same = [one.head.key for one, other in zip(before, after, strict=True) if one is other]
    assert same == ["verdicts", "progress", "sources", "labels-articles", "voice", "states"]


def test_it_is_said_that_a_word_is_not_looked_for_everywhere() -> None:
    asked = Asked(SCHEME, wishes=Wishes(word="late"))
    (chart,) = [chart for chart in answer(asked, folder(), left_out=1).charts if chart.head.key == "places"]
    assert chart.head.note == "The word is looked for in the first articles only, as the folder is very large."


def test_frequent_words_are_offered() -> None:
    assert frequent_words(folder().values())[:3] == ("the", "boats", "mayor")
    assert "9" not in frequent_words(folder().values())


def test_at_first_the_users_own_documents_are_shown_or_all() -> None:
    assert found_annotator("kim", ("", "kim")) == "kim"
    assert found_annotator("lea", ("", "kim")) is None
