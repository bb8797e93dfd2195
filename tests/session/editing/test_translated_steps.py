"""Steps of undo in another language: whole sentences, in its own order of words and with its own plurals."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from annotator.model.document import DONE
from annotator.session.editing.marking import Marking
from annotator.session.editing.status_words import setting_status
from annotator.session.opening.status_names import status_words
from annotator.translation.catalogue import Catalogue
from annotator.translation.messages import use
from tests.support.reading import Reader, made_reader

TEXT = "Thousands of people left the town."
GERMAN = """
msgid ""
msgstr "Plural-Forms: nplurals=2; plural=(n != 1);"

msgid "Tag “{words}” as {label}"
msgstr "„{words}“ als {label} markieren"

msgid "Tagged “{words}” as {label}"
msgstr "„{words}“ als {label} markiert"

msgid "Remove {count} annotation"
msgid_plural "Remove {count} annotations"
msgstr[0] "{count} Annotation entfernen"
msgstr[1] "{count} Annotationen entfernen"

msgid "Undone: {step}"
msgstr "Rückgängig: {step}"

msgid "Set the status to {status}"
msgstr "Status auf „{status}“ setzen"

msgctxt "done"
msgid "Set the status to {status}"
msgstr "Status auf „{status}“ gesetzt"

msgid "done"
msgstr "erledigt"

msgid "Done"
msgstr "Erledigt"
"""


@pytest.fixture
def german() -> Iterator[None]:
    use(Catalogue(GERMAN))
    yield
    use()


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[Reader]:
    made = made_reader()
    yield made
    made.view.close()
    made.view.deleteLater()


@pytest.mark.usefixtures("german")
def test_a_step_is_named_and_undone_in_the_language_in_use(reader: Reader) -> None:
    said: list[str] = []
    reader.open(TEXT)
    reader.session.said.connect(said.append)
    reader.session.move_caret(len("Thousands"), 0)
    Marking(reader.session).tag("claim")
    assert reader.session.history.undoText() == "„Thousands“ als claim markieren"
    reader.session.undo()
    assert said == ["„Thousands“ als claim markiert", "Rückgängig: „Thousands“ als claim markieren"]


@pytest.mark.usefixtures("german")
def test_several_annotations_take_the_plural_of_the_language(reader: Reader) -> None:
    reader.open(TEXT, [("claim", "Thousands"), ("claim", "people")])
    Marking(reader.session).remove([*reader.session.document.annotations])
    assert reader.session.history.undoText() == "2 Annotationen entfernen"


@pytest.mark.usefixtures("german")
def test_what_to_do_and_what_was_done_differ_where_english_has_one_form() -> None:
    assert setting_status(DONE) == ("Status auf „erledigt“ setzen", "Status auf „erledigt“ gesetzt")
    assert status_words(DONE) == "Erledigt"


def test_without_a_language_all_is_english() -> None:
    assert setting_status(DONE) == ("Set the status to done", "Set the status to done")
