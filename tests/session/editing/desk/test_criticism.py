"""Criticism and its reply: marked, changed and removed, one step of undo each."""

from __future__ import annotations

import pytest

from annotator.language.values.local_day import local_day
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.criticisms import Criticism
from annotator.model.span import Span
from annotator.session.editing.desk.criticism import Criticisms, criticised_words
from annotator.session.editing.desk.desk_words import criticism_words
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


def test_words_with_marks_of_their_own_have_one_pair() -> None:
    text = "“We deny it”, they said."
    claim = Annotation("c1", "claim", Span(0, 12))
    document = Document(Article.of("a.txt", text), {"c1": claim})
    assert criticised_words(document, Criticism("k1", of=("c1",))) == "“We deny it”"
    answered = Criticism("k2", answered_in=("c1",))
    assert criticism_words(document, answered).endswith("answered in “We deny it”")


def test_half_a_character_is_refused(criticism: Criticisms) -> None:
    with pytest.raises(ValueError, match="surrogates"):
        criticism.put(criticism.draft([FIRST], "\ud800"))
