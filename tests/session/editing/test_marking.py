"""What the marking keys do to the document, and what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from annotator.session.editing.marking import Marking
from tests.support.reading import Mark, Reader, made_reader

TEXT = "Thousands of people left the town. The U.S. sent 1,204 buses.\n\nNobody e\u0301crit 👩‍👩‍👧 more."


@dataclass
class Marker:
    """A reader with the marking keys."""

    reader: Reader
    marking: Marking
    said: list[str] = field(default_factory=list)

    def open(self, *marks: Mark, text: str = TEXT, read_only: str = "") -> None:
        self.reader.open(text, marks, read_only=read_only)
        self.said.clear()

    def put_caret(self, words: str) -> None:
        self.reader.session.move_caret(TEXT.index(words))

    def mark_words(self, words: str) -> None:
        self.reader.session.move_caret(TEXT.index(words) + len(words), TEXT.index(words))

    @property
    def found(self) -> list[tuple[str, str]]:
        session = self.reader.session
        return [(a.label, session.words(a)) for a in session.document.in_text_order()]

    @property
    def selection(self) -> str:
        selection = self.reader.session.selection
        return selection.of(TEXT) if selection else ""


@pytest.fixture
def marker(qtbot: QtBot) -> Iterator[Marker]:
    reader = made_reader()
    made = Marker(reader, Marking(reader.session))
    reader.session.said.connect(made.said.append)
    yield made
    reader.view.close()
    reader.view.deleteLater()


def test_the_closing_full_stop_stays_outside_where_the_scheme_says_so(marker: Marker) -> None:
    marker.open()
    marker.mark_words("Thousands of people left the town.")
    marker.marking.tag("claim")
    marker.mark_words("people left the town.")
    marker.marking.tag("source")
    assert marker.found == [("claim", "Thousands of people left the town"), ("source", "people left the town.")]
    marker.mark_words("Thousands of people left the town.")
    marker.marking.tag("claim")
    assert marker.said[-1] == "“Thousands of people left the town” is a claim already"


def test_the_selection_is_tagged_and_then_chosen(marker: Marker) -> None:
    marker.open()
    marker.mark_words("people left")
    marker.marking.tag("claim")
    assert marker.found == [("claim", "people left")]
    assert marker.said == ["Tagged “people left” as claim"]
    assert marker.selection == ""
    chosen = marker.reader.session.selected_annotation
    assert chosen is not None
    assert chosen.label == "claim"
    assert chosen.created == chosen.modified != ""


def test_blanks_around_a_selection_are_left_out(marker: Marker) -> None:
    marker.open()
    marker.mark_words(" people left ")
    marker.marking.tag("claim")
    assert marker.found == [("claim", "people left")]


@pytest.mark.parametrize(
    ("at", "word"), [("S. sent", "U.S."), ("204", "1,204"), ("eople", "people"), ("crit", "e\u0301crit")]
)
def test_without_a_selection_the_word_is_tagged(marker: Marker, at: str, word: str) -> None:
    marker.open()
    marker.put_caret(at)
    marker.marking.tag("figure")
    assert marker.found == [("figure", word)]


def test_no_word_here(marker: Marker) -> None:
    marker.open()
    marker.reader.session.move_caret(TEXT.index("\n") + 1)
    marker.marking.tag("claim")
    assert marker.found == []
    assert marker.said == ["No word here: select some text first"]


def test_letters_are_never_split(marker: Marker) -> None:
    marker.open()
    at = TEXT.index("\u0301")
    marker.reader.session.move_caret(at + 2, at)
    marker.marking.tag("claim")
    family = TEXT.index("👩")
    marker.reader.session.move_caret(family + 3, family + 2)
    marker.marking.tag("source")
    assert marker.found == [("claim", "e\u0301c"), ("source", "👩‍👩‍👧")]


def test_the_same_again_is_refused_and_the_one_there_chosen(marker: Marker) -> None:
    marker.open(("claim", "people left"))
    marker.mark_words("people left")
    marker.marking.tag("claim")
    assert marker.found == [("claim", "people left")]
    assert marker.said == ["“people left” is a claim already"]
    assert marker.reader.selected == "a0"


def test_the_same_that_spans_paragraphs_is_refused_too(marker: Marker) -> None:
    words = "buses.\n\nNobody"
    marker.open(("claim", words))
    marker.mark_words(words)
    marker.marking.tag("claim")
    assert len(marker.found) == 1


def test_another_label_on_the_same_words_is_not(marker: Marker) -> None:
    marker.open(("claim", "people left"))
    marker.mark_words("people left")
    marker.marking.tag("source")
    assert marker.found == [("claim", "people left"), ("source", "people left")]


def test_a_chosen_annotation_is_relabelled(marker: Marker) -> None:
    marker.open(("claim", "people left"))
    marker.reader.session.select("a0", show=True)
    marker.marking.tag("source")
    assert marker.found == [("source", "people left")]
    marker.reader.session.undo()
    assert marker.found == [("claim", "people left")]


def test_twice_locks_and_once_more_unlocks(marker: Marker) -> None:
    marker.open()
    marker.mark_words("people")
    marker.marking.tag("figure")
    marker.marking.tag("figure")
    assert marker.reader.session.locked_label == "figure"
    assert marker.said[-1] == "Locked: figure, Esc unlocks"
    marker.mark_words("town")
    marker.marking.tag_selection_as_locked()
    assert marker.found == [("figure", "people"), ("figure", "town")]
    marker.marking.lock("figure")
    assert marker.reader.session.locked_label == ""


def test_nothing_is_tagged_by_a_lock_without_selection(marker: Marker) -> None:
    marker.open()
    marker.marking.lock("figure")
    marker.marking.tag_selection_as_locked()
    assert marker.found == []


def test_growing_goes_back_the_way_it_came(marker: Marker) -> None:
    marker.open()
    marker.mark_words("people left")
    selections = [marker.selection]
    for _ in range(3):
        marker.marking.grow()
        selections.append(marker.selection)
    assert selections[1] == "Thousands of people left the town."
    assert selections[-1] == TEXT
    marker.marking.grow()
    assert marker.said[-1] == "Nothing larger"
    for expected in selections[-2::-1]:
        marker.marking.shrink()
        assert marker.selection == expected


def test_shrinking_what_was_not_grown(marker: Marker) -> None:
    marker.open()
    marker.mark_words("Thousands of people left the town.")
    marker.marking.shrink()
    assert marker.selection == "Thousands"
    marker.marking.shrink()
    assert marker.selection == ""
    marker.marking.shrink()
    assert marker.selection == ""


def test_removing(marker: Marker) -> None:
    marker.open(("claim", "people left"), ("source", "town"))
    marker.marking.remove()
    assert marker.said == ["Select an annotation first: Tab, O or a click"]
    marker.marking.remove(["a0", "a1"])
    assert marker.found == []
    assert marker.said[-1] == "Removed 2 annotations"
    marker.reader.session.undo()
    assert len(marker.found) == 2


def test_notes(marker: Marker) -> None:
    marker.open(("claim", "people left"))
    marker.marking.set_note("a0", "Who counted?")
    marker.marking.set_note("a0", "Who counted?")
    assert marker.said == ["Wrote the note on “people left”"]
    marker.marking.set_note("a0", "")
    assert marker.said[-1] == "Removed the note on “people left”"


def test_walking_in_text_order(marker: Marker) -> None:
    marker.open(("claim", "town"), ("source", "people"), ("figure", "people left"), ("cue", "more"))
    walked = []
    for _ in range(5):
        marker.marking.walk(1)
        walked.append(marker.reader.selected)
    assert walked == ["a1", "a2", "a0", "a3", "a3"]
    assert marker.said[-1] == "No annotation after this one"
    marker.marking.walk(-1)
    assert marker.said[-1] == ""
    for _ in range(4):
        marker.marking.walk(-1)
    assert marker.reader.selected == "a1"
    assert marker.said[-1] == "No annotation before this one"


def test_walking_from_the_caret(marker: Marker) -> None:
    marker.open(("claim", "Thousands"), ("source", "town"))
    marker.put_caret("left")
    marker.marking.walk(1)
    assert marker.reader.selected == "a1"
    marker.put_caret("left")
    assert marker.reader.selected == ""
    marker.marking.walk(-1)
    assert marker.reader.selected == "a0"


def test_cycling_through_those_under_the_caret(marker: Marker) -> None:
    marker.open(("claim", "people left the town"), ("source", "people left"), ("figure", "people"))
    marker.put_caret("eople")
    seen = []
    for _ in range(4):
        marker.marking.cycle()
        seen.append(marker.reader.selected)
    assert seen == ["a2", "a1", "a0", "a2"]
    marker.put_caret("U.S.")
    marker.marking.cycle()
    assert marker.said == ["No annotation under the caret"]


def test_escape_lets_go_of_one_thing_after_the_other(marker: Marker) -> None:
    marker.open(("claim", "people left"))
    session = marker.reader.session
    session.select("a0", show=True)
    session.lock("figure")
    session.move_caret(15, 13)
    marker.marking.escape()
    assert marker.selection == ""
    marker.marking.escape()
    assert session.locked_label == ""
    assert marker.reader.selected == "a0"
    marker.marking.escape()
    assert marker.reader.selected == ""


@pytest.mark.parametrize("act", ["tag", "remove", "note", "relabel"])
def test_a_read_only_article_stays_as_it_is(marker: Marker, act: str) -> None:
    marker.open(("claim", "people left"), read_only="It is newer.")
    marker.reader.session.select("a0", show=True)
    match act:
        case "tag":
            marker.marking.tag("source")
        case "remove":
            marker.marking.remove()
        case "note":
            marker.marking.set_note("a0", "x")
        case _:
            marker.marking.relabel(["a0"], "source")
    assert marker.found == [("claim", "people left")]
    assert marker.said == ["It is newer."]


def test_long_words_are_cut_in_what_is_said(marker: Marker) -> None:
    marker.open()
    marker.mark_words(TEXT)
    marker.marking.tag("claim")
    assert len(marker.said[0]) < 70
    assert "\n" not in marker.said[0]


def test_with_no_article_open(marker: Marker) -> None:
    marker.reader.session.show(None)
    marker.marking.tag("claim")
    assert marker.said == ["No article is open"]
