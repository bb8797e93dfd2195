"""Wishes about values of attributes: of annotations, of a relation, of the article itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from annotator.language.values.numbers import ValueTextError
from annotator.language.values.typed import value_of
from annotator.model import attribute_edits
from annotator.model.annotation import NOTHING, Value
from annotator.model.scheme import AttributeRule
from annotator.session.editing.values.attribute_fields import next_with
from annotator.session.editing.values.attribute_words import separators
from annotator.session.editing.values.value_descriptions import (
    repeating,
    saying,
    valuing,
    valuing_article,
    valuing_relation,
)
from annotator.session.session import Session
from annotator.translation.messages import _


class Values:
    """Set values of attributes; each call is an undo step, and calls with the same ``token`` are one step."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: dict[str, Mapping[str, Value]] = {}

    def set(self, ids: Collection[str], name: str, value: Value, token: object | None = None) -> bool:
        """Give the annotations a value of the attribute, None for none. Return False if nothing changes."""
        session, document = self._session, self._session.document
        change = attribute_edits.set_attribute(document, ids, name, value, now=session.now())
        annotations = [document.annotations[id] for id in ids]
        title, done = valuing(document, annotations, self._rule(annotations[0].label, name), value) if ids else ("", "")
        if session.writable:
            for annotation in annotations:
                self._last[annotation.label] = {**self._last.get(annotation.label, NOTHING), name: value}
        return session.do(change, title, token, done=done)

    def set_of_relation(self, id: str, name: str, value: Value, token: object | None = None) -> bool:
        """Give a relation a value of the attribute, None for none. Return False if nothing changes."""
        document = self._session.document
        relation = document.relations[id]
        rule = self._session.scheme.relation(relation.type)
        known = next((one for one in rule.attributes if one.id == name), None) if rule else None
        title, done = valuing_relation(relation, known or AttributeRule(name, "text"), value)
        change = attribute_edits.set_relation_attribute(document, id, name, value)
        return self._session.do(change, title, token, done=done)

    def set_note_of_relation(self, id: str, note: str, token: object | None = None) -> bool:
        """Write a relation's note; an empty one removes it. Return False if nothing changes."""
        document = self._session.document
        title, done = saying(document.relations[id], note)
        return self._session.do(attribute_edits.set_relation_note(document, id, note), title, token, done=done)

    def set_of_article(self, name: str, value: Value, token: object | None = None) -> bool:
        """Give the article itself a value of the attribute, None for none. Return False if nothing changes."""
        known = next((rule for rule in self._session.scheme.article if rule.id == name), None)
        title, done = valuing_article(known or AttributeRule(name, "text"), value)
        change = attribute_edits.set_article_attribute(self._session.document, name, value)
        return self._session.do(change, title, token, done=done)

    def again(self, ids: Collection[str]) -> bool:
        """Give each annotation the values that were last set on its label. Return False if nothing changes."""
        session, document = self._session, self._session.document
        annotations = [document.annotations[id] for id in ids]
        wanted = {one.id: last for one in annotations if (last := self._last.get(one.label))}
        change = attribute_edits.set_each(document, wanted, now=session.now())
        if not change:
            words = _("It has them already") if wanted else _("There are no values to repeat on this label yet")
            session.say(words)
            return False
        title, done = repeating(document, change.annotations_removed)
        return session.do(change, title, done=done)

    def select_next(self, id: str, name: str) -> bool:
        """Select the next annotation that can have the attribute. Return False if there is none, which is said."""
        session = self._session
        found = next_with(session.document, session.scheme, id, name)
        if found:
            session.say("")
            session.select(found, show=True)
        else:
            session.say(_("No annotation after this one has this attribute"))
        return bool(found)

    def _rule(self, label: str, name: str) -> AttributeRule:
        known = self._session.scheme.label(label)
        found = next((rule for rule in known.attributes if rule.id == name), None) if known else None
        return found or AttributeRule(name, "text")


def typed_value(text: str, rule: AttributeRule) -> tuple[Value, str]:
    """Return the value of a text typed in the language of the window, and a sentence on what is wrong, or nothing."""
    try:
        return value_of(text, rule, separators()), ""
    except ValueTextError as error:
        return None, error.sentence
