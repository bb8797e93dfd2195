"""Keys that give values, and the values themselves, without a window: what is set, refused and repeated."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.model.annotation import Value
from annotator.model.scheme import AttributeRule
from annotator.session.editing.values.attribute_fields import fields_of
from annotator.session.editing.values.value_keys import ValueKeys
from annotator.session.editing.values.values import Values
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session

Opened = Callable[..., OpenArticle]
FIRST, SECOND, MAYOR, THIRD = "a00000", "a00001", "a00002", "a00003"
MARKS = [("claim", "people left"), ("claim", "said so"), ("source", "The mayor"), ("claim", "on Thursday")]
NO_KEY, NONE_SELECTED = "What is selected has no value for this key", "Select an annotation first: Tab, O or a click"


@pytest.fixture
def keys(session: Session, opened: Opened) -> ValueKeys:
    """Three claims and a source, of which the first claim is selected."""
    session.show(opened(MARKS))
    session.select(FIRST)
    return ValueKeys(session)


def value(session: Session, name: str, id: str = FIRST) -> Value:
    return session.document.annotations[id].attributes.get(name)


def test_without_an_article_nothing_gets_a_value(session: Session, said: list[str]) -> None:
    keys = ValueKeys(session)
    assert keys.ids == []
    keys.begin("v")
    assert (keys.first, said) == ("", [NONE_SELECTED])


def test_without_a_selection_no_second_key_is_awaited(keys: ValueKeys, session: Session, said: list[str]) -> None:
    session.select(None)
    keys.begin("v")
    keys.again()
    assert (keys.first, keys.shown, said) == ("", (), [NONE_SELECTED])


def test_an_article_that_can_only_be_read_awaits_no_second_key(session: Session, opened: Opened) -> None:
    session.show(opened(MARKS, read_only="It is a link."))
    session.select(FIRST)
    keys = ValueKeys(session)
    keys.begin("v")
    assert keys.first == ""


def test_a_first_key_that_a_label_lacks_is_told(keys: ValueKeys, session: Session, said: list[str]) -> None:
    session.select(MAYOR)
    keys.begin("v")
    assert (keys.first, said[-1]) == ("", NO_KEY)


@pytest.mark.parametrize(("attribute", "choice"), [("verdict", "true"), ("colour", "supported")])
def test_a_choice_that_the_scheme_lacks_is_not_set(
    keys: ValueKeys, session: Session, said: list[str], attribute: str, choice: str
) -> None:
    before = session.document
    keys.set(attribute, choice)
    assert (session.document, said[-1]) == (before, NO_KEY)


def test_a_choice_that_is_set_already_stays(keys: ValueKeys, session: Session) -> None:
    keys.set("verdict", "refuted")
    before = session.document
    keys.set("verdict", "refuted")
    assert value(session, "verdict") == "refuted"
    assert session.document is before


def test_values_are_repeated_on_several_as_one_step(keys: ValueKeys, session: Session, said: list[str]) -> None:
    keys.set("verdict", "refuted")
    keys.set("checkable", "worthy")
    keys.note_several([SECOND, THIRD])
    keys.again()
    assert said[-1] == "Repeated the values on 2 annotations"
    assert [value(session, "verdict", id) for id in (SECOND, THIRD)] == ["refuted", "refuted"]
    assert [value(session, "checkable", id) for id in (SECOND, THIRD)] == ["worthy", "worthy"]
    session.undo()
    assert [value(session, "verdict", id) for id in (FIRST, SECOND, THIRD)] == ["refuted", None, None]


def test_a_value_that_was_refused_is_not_repeated(session: Session, opened: Opened) -> None:
    session.show(opened(MARKS, read_only="It is a link."))
    values = Values(session)
    assert not values.set([FIRST], "verdict", "refuted")
    session.show(opened(MARKS))
    values.again([SECOND])
    assert (value(session, "verdict"), value(session, "verdict", SECOND)) == (None, None)


def test_more_than_four_values_are_cut_short() -> None:
    rule = AttributeRule("verdict", "text")
    holders: list[dict[str, Value]] = [{"verdict": word} for word in ("a", "a", "b", "c", "d", "e")]
    [field] = fields_of([rule], holders)
    assert field.several
    assert field.words.startswith("several: a 2, b 1, c 1, d 1")
    assert field.words.endswith("…")
    assert "e 1" not in field.words


def test_long_texts_of_several_are_shortened() -> None:
    holders: list[dict[str, Value]] = [{"in_full": "The bridge has been shut since Monday, the council said."}, {}]
    [field] = fields_of([AttributeRule("in_full", "text")], holders)
    assert field.words == "several: The bridge has been shut since Monday, … 1, no value 1"


def test_attributes_that_depend_on_each_other_apply_together() -> None:
    one = AttributeRule("one", "choice", ("yes", "no"), when=(("other", ("yes",)),))
    other = AttributeRule("other", "choice", ("yes", "no"), when=(("one", ("yes",)),))
    assert [field.rule.id for field in fields_of([one, other], [{"one": "yes", "other": "yes"}])] == ["one", "other"]
    assert [field.rule.id for field in fields_of([one, other], [{"one": "yes"}])] == []
