"""Sentences are marked as read, taken back and gone through; each wish is one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from pytestqt.qtbot import QtBot

from annotator.model.attribute_edits import set_article_attribute
from annotator.model.document import Document
from annotator.session.background.jobs import Jobs
from annotator.session.editing.desk.reading import AT_ONCE, MANY, Reading
from annotator.session.editing.desk.sentence_search import SentenceSearch
from annotator.session.editing.desk.sentence_states import ANNOTATED, READ, UNREAD
from annotator.session.editing.marking import Marking
from annotator.session.session import Session
from tests.session.conftest import Opened, Tag, WhenTold

TEXT = "The tram stops here. It goes on at noon. Nobody waits.\n\nThe driver is late. He sings."
SENTENCES = TEXT.replace("\n\n", " ").replace(". ", ".|").split("|")
Begin = Callable[..., Reading]


@pytest.fixture
def begin(session: Session, opened: Opened, worker: WhenTold) -> Begin:
    """Opens the text and puts the caret into the sentence of that number."""

    def made(at: int = 0, marks: Sequence[tuple[str, str]] = (), **more: str) -> Reading:
        reading = Reading(session, Jobs(worker), session)
        session.show(opened(marks, TEXT, **more))
        session.move_caret(TEXT.index(SENTENCES[at]) + 3)
        return reading

    return made


def states(reading: Reading) -> list[int]:
    found = reading.sentences
    assert found is not None
    return [found.state(number) for number in range(reading.total)]


def read_words(document: Document) -> list[str]:
    return [span.of(document.article.text) for span in document.read]


def test_each_sentence_is_read_in_turn(session: Session, begin: Begin, said: list[str]) -> None:
    reading = begin()
    assert (reading.read, reading.unread, reading.total) == (0, 5, 5)
    reading.read_on()
    assert said[-1] == "1 of 5 sentences read"
    assert session.caret.position == TEXT.index(SENTENCES[1])
    reading.read_on()
    assert read_words(session.document) == [f"{SENTENCES[0]} {SENTENCES[1]}"]
    assert states(reading) == [READ, READ, UNREAD, UNREAD, UNREAD]
    session.undo()
    assert states(reading) == [READ, UNREAD, UNREAD, UNREAD, UNREAD]
    assert session.caret.position == TEXT.index(SENTENCES[1])


def test_after_the_last_sentence_there_is_none(session: Session, begin: Begin, said: list[str]) -> None:
    reading = begin(4)
    reading.read_on()
    assert said[-1] == "That was the last sentence. 1 of 5 sentences read"
    assert reading.here == 4


def test_a_sentence_is_taken_back_where_the_caret_is_or_before_it(session: Session, begin: Begin) -> None:
    reading = begin()
    reading.read_on()
    reading.read_on()
    reading.take_back()
    assert (states(reading)[:2], reading.here) == ([READ, UNREAD], 1)
    reading.take_back()
    assert (states(reading)[:2], reading.here) == ([UNREAD, UNREAD], 0)
    reading.take_back()
    assert session.document.read == ()


def test_the_next_unread_one_is_looked_for_from_the_caret_and_then_from_the_beginning(
    begin: Begin, said: list[str]
) -> None:
    reading = begin(1)
    reading.read_on()
    reading.next_unread()
    assert reading.here == 3
    reading.next_unread()
    reading.next_unread()
    assert (reading.here, said[-1][:25]) == (0, "From the beginning again:")


def test_annotated_sentences_count_as_read_once_they_are_passed(session: Session, begin: Begin) -> None:
    reading = begin(0, [("claim", "tram stops"), ("figure", "noon"), ("part", TEXT)])
    assert states(reading) == [ANNOTATED, ANNOTATED, UNREAD, UNREAD, UNREAD]
    assert reading.unread == 3
    reading.next_unread()
    assert (states(reading)[:3], reading.here) == ([READ, READ, UNREAD], 2)
    session.undo()
    assert states(reading)[:3] == [ANNOTATED, ANNOTATED, UNREAD]


def test_where_nothing_is_unread_it_is_said(begin: Begin, said: list[str]) -> None:
    reading = begin()
    for _sentence in SENTENCES:
        reading.read_on()
    reading.next_unread()
    assert said[-1] == "No sentence is unread"


def test_tagging_and_its_undo_are_seen_at_once(session: Session, begin: Begin, tag: Tag) -> None:
    reading = begin()
    tag("claim", "Nobody waits")
    assert states(reading) == [UNREAD, UNREAD, ANNOTATED, UNREAD, UNREAD]
    session.undo()
    assert states(reading) == [UNREAD] * 5


@pytest.mark.parametrize("count", [3, MANY + 1])
def test_sentences_follow_a_change_of_few_and_of_many(count: int, session: Session, opened: Opened) -> None:
    words = [f"Tram {number:04}" for number in range(count)]
    reading, marking = Reading(session, Jobs(WhenTold()), session), Marking(session)
    session.show(opened([("claim", one) for one in words], "".join(f"{one} stops. " for one in [*words, "Nothing"])))
    ids = [*session.document.annotations]
    told: list[int] = []
    reading.changed.connect(lambda altered: told.append(len(altered)))
    assert states(reading) == [*count * [ANNOTATED], UNREAD]
    for wish, left, altered in (
        (lambda: marking.relabel(ids, "source"), count, []),
        (lambda: marking.relabel(ids, "part"), 0, [count]),
        (session.undo, count, [count]),
        (lambda: marking.remove(ids[1:]), 1, [count - 1]),
        (session.undo, count, [count - 1]),
    ):
        told.clear()
        wish()
        assert (states(reading).count(ANNOTATED), told) == (left, altered)


def test_nothing_is_written_to_what_cannot_be_changed(session: Session, begin: Begin, said: list[str]) -> None:
    reading = begin(read_only="The disk is full.")
    reading.read_on()
    assert (said[-1], session.document.read) == ("The disk is full.", ())
    reading.next_unread()
    assert reading.here == 1


def test_a_long_article_is_gone_through_in_the_background(
    session: Session, opened: Opened, worker: WhenTold, said: list[str], qtbot: QtBot
) -> None:
    reading = Reading(session, Jobs(worker), session)
    session.show(opened(text="It rains again. " * (AT_ONCE // 10)))
    reading.read_on()
    assert (reading.sentences, said) == (None, ["The sentences are still being looked for"])
    qtbot.waitUntil(lambda: bool(worker.waiting))
    worker.work()
    assert reading.total == AT_ONCE // 10
    reading.read_on()
    assert reading.read == 1


@pytest.mark.parametrize("searching", [False, True])
def test_another_article_in_between_gets_its_own_sentences(
    session: Session, opened: Opened, worker: WhenTold, qtbot: QtBot, searching: bool
) -> None:
    reading = Reading(session, Jobs(worker), session)
    session.show(opened(text="It rains again. " * (AT_ONCE // 10)))
    if searching:
        qtbot.waitUntil(lambda: bool(worker.waiting))
    session.show(opened(text="Two sentences. No more."))
    worker.work()
    assert reading.total == 2
    session.show(opened(text="It rains today. " * (AT_ONCE // 10)))
    qtbot.waitUntil(lambda: bool(worker.waiting))
    worker.work()
    assert reading.total == AT_ONCE // 10


def test_a_search_for_what_was_left_is_given_up(
    session: Session, opened: Opened, worker: WhenTold, qtbot: QtBot
) -> None:
    reading, text = Reading(session, Jobs(worker), session), "It rains again. " * (AT_ONCE // 10)
    session.show(opened(text=text))
    session.show(opened(text="Two sentences. No more."))
    later = SentenceSearch(session)
    with qtbot.waitSignal(later.found):
        later.begin(text, "")
    assert (reading.total, worker.waiting) == (2, [])


def test_another_language_that_is_told_while_it_is_searched_counts(
    session: Session, opened: Opened, worker: WhenTold, qtbot: QtBot
) -> None:
    reading = Reading(session, Jobs(worker), session)
    session.show(opened(text="Ende vs. Anfang kam. " * (AT_ONCE // 10)))
    session.do(set_article_attribute(session.document, "language", "de"), "set")
    qtbot.waitUntil(lambda: bool(worker.waiting))
    worker.work()
    assert reading.sentences is not None
    assert (reading.sentences.language, reading.total) == ("de", 2 * AT_ONCE // 10)


def test_an_article_without_words_has_no_sentences(session: Session, opened: Opened, said: list[str]) -> None:
    reading = Reading(session, Jobs(WhenTold()), session)
    session.show(opened(text=" \n"))
    reading.read_on()
    reading.next_unread()
    assert said == ["The article has no sentences"] * 2
    session.show(None)
    reading.next_unread()
    assert reading.total == 0
