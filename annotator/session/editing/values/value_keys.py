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
from annotator.translation.messages import N_, _, listed

NO_VALUE = N_("What is selected has no value for this key")


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
    one. ``shown`` are the keys that can follow; ``refused`` those that could, had the first not been refused: the next
    key does nothing if it is one of them, as labels have digits, too.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self.values, self.states = session, Values(session), StateSetting(session)
        self.first, self.several = "", list[str]()
        self.shown: tuple[ValueKey, ...] = ()
        self.refused: frozenset[str] = frozenset()
        self._why = ""
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
            self._refuse(first, _("Select an annotation first: Tab, O or a click"))
            return
        annotations = [session.document.annotations[id] for id in ids]
        fields = [*fields_of_annotations(annotations, session.scheme), state_key_field(annotations, session.scheme)]
        found = tuple(_keys_of(fields, first))
        if not found:
            self._refuse(first, _(NO_VALUE))
            return
        self.first, self.shown, self.refused = first, found, frozenset()
        following = listed(f"{one.key.upper()} {one.words}" for one in found)
        # Translators: after the first of two keys; {keys} are keys with what they set, “1 supported, 2 refuted”.
        session.say(_("{attribute}: {keys}").format(attribute=self.names, keys=following))
        self.changed.emit()

    def _refuse(self, first: str, why: str) -> None:
        """Say why the first key does nothing, and keep the second, perhaps pressed blindly, from doing anything."""
        self._why = why
        self._session.say(why)
        if self._session.current:
            scheme = self._session.scheme
            fields = [AttributeField(rule) for label in scheme.labels for rule in label.attributes]
            self.refused = frozenset(one.key for one in _keys_of([*fields, state_key_field([], scheme)], first))
            self.changed.emit()

    def is_refused(self, key: str) -> bool:
        """Return whether the key belongs to a first one that was refused."""
        return _plain(key) in self.refused

    def refuse(self, key: str) -> bool:
        """Return whether the key belongs to a first one that was refused, which is said; that one is over by this."""
        refused = self.is_refused(key)
        self.leave()
        if refused:
            self._session.say(self._why)
        return refused

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
            self._session.say(_(NO_VALUE))
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
        under_way = bool(self.first)
        if under_way or self.refused:
            self.first, self.shown, self.refused = "", (), frozenset()
            self.changed.emit()
        return under_way


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
