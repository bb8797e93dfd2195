"""Pairs of keys that set values from the text: the first stands for attributes, the second for a value."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from annotator.language.label_names import attribute_name
from annotator.language.plain_line import plain_line
from annotator.model.scheme import STATE, AttributeRule
from annotator.session.editing.check_words import STATE_NAME, state_words
from annotator.session.editing.values.attribute_fields import AttributeField, fields_of_annotations
from annotator.session.editing.values.attribute_words import value_words
from annotator.session.editing.values.state_setting import StateSetting, state_key_field
from annotator.session.editing.values.toggling import chosen_values, toggled
from annotator.session.editing.values.values import Values
from annotator.session.session import Session
from annotator.translation.messages import _, listed


class ValueKey(Struct, frozen=True):
    """Second key, which sets a choice; ``chosen``: the choice is set already."""

    key: str
    field: AttributeField
    choice: str

    @property
    def words(self) -> str:
        """Name of the choice."""
        return state_words(self.choice) if self.is_state else plain_line(value_words(self.choice, self.field.rule))

    @property
    def is_state(self) -> bool:
        """True for a state of check, which is no attribute."""
        return self.field.rule.type == STATE

    @property
    def chosen(self) -> bool:
        return self.choice in chosen_values(self.field.value)


class ValueKeys(QObject):
    """Mode between the two keys; ``first`` is the key that was pressed, empty outside the mode.

    ``changed``: the mode has begun or ended. ``several`` are the ids of the selected annotations if they are more than
    one. ``shown`` are the keys that can follow.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self.values, self.states = session, Values(session), StateSetting(session)
        self.first, self.several = "", list[str]()
        self.shown: tuple[ValueKey, ...] = ()
        for other in (session.opened, session.selected, session.changed):
            other.connect(self.leave)

    @property
    def ids(self) -> list[str]:
        """Ids of the annotations that get the value."""
        if self._session.current is None:
            return []
        several = [id for id in self.several if id in self._session.document.annotations]
        selected = self._session.selected_annotation
        return several if len(several) > 1 else [selected.id] if selected else []

    @property
    def names(self) -> str:
        """Names of the attributes that the keys set."""
        return attribute_names([one.field.rule for one in self.shown])

    def note_several(self, ids: list[str]) -> None:
        """Take note of the annotations that are selected in the list."""
        self.several = ids if len(ids) > 1 else []

    def begin(self, first: str) -> None:
        """Wait for the second key; if what is selected has no such value, say so."""
        session = self._session
        session.field.finish()
        ids = self.ids
        if not ids or not session.writable:
            session.say(_("Select an annotation first: Tab, O or a click"))
            return
        annotations = [session.document.annotations[id] for id in ids]
        fields = [*fields_of_annotations(annotations, session.scheme), state_key_field(annotations, session.scheme)]
        found = tuple(_keys_of(fields, first))
        if not found:
            session.say(_("What is selected has no value for this key"))
            return
        self.first, self.shown = first, found
        following = listed(f"{one.key.upper()} {one.words}" for one in found)
        # Translators: after the first of two keys; {keys} are keys with what they set, “1 supported, 2 refuted”.
        session.say(_("{attribute}: {keys}").format(attribute=self.names, keys=following))
        self.changed.emit()

    def press(self, key: str) -> None:
        """Set the value of the second key and leave; any other key only leaves."""
        found = next((one for one in self.shown if one.key == _plain(key)), None)
        ids = self.ids
        self.leave()
        if found is None:
            self._session.say(_("Nothing was set"))
        elif found.is_state:
            self.states.toggle(ids, found.choice)
        elif found.chosen and not found.field.rule.many:
            self._session.say(_("{value} is set already").format(value=found.words))
        else:
            self.values.set(ids, found.field.rule.id, toggled(found.field, found.choice))

    def set(self, attribute: str, choice: str) -> None:
        """Set the choice on what is selected, as its keys would."""
        annotations = [self._session.document.annotations[id] for id in self.ids]
        fields = fields_of_annotations(annotations, self._session.scheme)
        field = next((field for field in fields if field.rule.id == attribute), None)
        if field is None or choice not in field.rule.choices:
            self._session.say(_("What is selected has no value for this key"))
        elif field.rule.many or choice != field.value:
            self.values.set(self.ids, attribute, toggled(field, choice))

    def set_state(self, state: str) -> None:
        """Give what is selected the state of check, or take it away, as its keys would."""
        self._session.field.finish()
        if ids := self.ids:
            self.states.toggle(ids, state)

    def again(self) -> None:
        """Set the values again that were last set on the label of what is selected."""
        self._session.field.finish()
        if ids := self.ids:
            self.values.again(ids)

    def leave(self, *_facts: object) -> bool:
        """Leave the mode and return whether it was under way."""
        if not self.first:
            return False
        self.first, self.shown = "", ()
        self.changed.emit()
        return True


def attribute_names(rules: Sequence[AttributeRule]) -> str:
    """Return the names of the attributes, each once."""
    return listed(dict.fromkeys(map(_name, rules)))


def _name(rule: AttributeRule) -> str:
    return _(STATE_NAME) if rule.type == STATE else plain_line(attribute_name(rule))


def _keys_of(fields: Sequence[AttributeField], first: str) -> Iterator[ValueKey]:
    """Yield the keys that can follow ``first``, in the order in which the scheme has the values."""
    for field in fields:
        for choice, keys in field.rule.keys:
            if keys[0] == first and not field.fixed:
                yield ValueKey(keys[-1], field, choice)


def _plain(key: str) -> str:
    """Return the key as a small letter, or as a digit from 0 to 9 if it is a digit of another script."""
    digit = unicodedata.digit(key, None) if len(key) == 1 else None
    return key.casefold() if digit is None else str(digit)
