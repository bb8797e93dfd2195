"""Criticism and its reply: marked, changed and removed, one step of undo each."""

from __future__ import annotations

import pytest

from annotator.language.values.local_day import local_day
from annotator.model.items import altered
from annotator.model.kinds.criticisms import Criticism
from annotator.session.editing.desk.criticism import Criticisms
from annotator.session.session import Session
from tests.session.conftest import Opened

MARKS = (("claim", "Thousands of people left the town"), ("claim", "The mayor said so"))
FIRST, SECOND = "a00000", "a00001"


@pytest.fixture
def criticism(session: Session, opened: Opened) -> Criticisms:
    session.show(opened(MARKS))
    return Criticisms(session)


def marked(session: Session) -> list[Criticism]:
    return list(session.document.of(Criticism).values())


def steps(session: Session) -> list[str]:
    stack = session.history.activeStack()
    return [stack.text(number) for number in range(stack.count())]


def test_criticism_is_marked_changed_and_removed(session: Session, criticism: Criticisms) -> None:
    draft = criticism.draft([FIRST], "the mayor")
    assert marked(session) == []
    assert criticism.put(draft)
    answered = altered(draft, put=criticism.today(), answered_in=(SECOND,))
    assert criticism.put(answered)
    assert not criticism.put(answered)
    assert marked(session) == [answered]
    assert answered.put == local_day(session.now())
    assert criticism.remove(draft.id)
    assert not criticism.remove(draft.id)
    assert steps(session) == [
        "Mark criticism of the mayor",
        "Change the criticism of the mayor",
        "Remove the criticism of the mayor",
    ]
    session.undo()
    assert marked(session) == [answered]


def test_criticism_of_nobody_is_named_by_its_words(session: Session, criticism: Criticisms) -> None:
    criticism.put(criticism.draft([SECOND]))
    assert steps(session) == ["Mark criticism of “The mayor said so”"]


def test_half_a_character_is_refused(criticism: Criticisms) -> None:
    with pytest.raises(ValueError, match="surrogates"):
        criticism.put(criticism.draft([FIRST], "\ud800"))
