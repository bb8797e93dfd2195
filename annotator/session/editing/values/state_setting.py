"""States of check of one annotation or of several, set and taken away as one step of undo."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model import check_edits
from annotator.model.annotation import Annotation
from annotator.model.scheme import Scheme
from annotator.model.scheme_keys import state_rule
from annotator.session.editing.check_words import signed_state, state_words
from annotator.session.editing.descriptions import beginning, filled
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.session.session import Session
from annotator.translation.messages import _, ngettext, number


class StateSetting:
    """Set the state that a key stands for, or remove it if all that is selected has it already."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def toggle(self, ids: Sequence[str], state: str) -> bool:
        """Give the annotations the state, or none where all have it. Return False if nothing changes."""
        document = self._session.document
        return self.set(ids, "" if all(document.annotations[id].state == state for id in ids) else state)

    def set(self, ids: Sequence[str], state: str) -> bool:
        """Give the annotations the state; the empty one removes it. Return False if nothing changes."""
        session = self._session
        change = check_edits.set_state(session.document, ids, state, now=session.now())
        title, done = _of_one(bool(state)) if len(ids) == 1 else _of_many(bool(state), len(ids))
        words = beginning(session.words(session.document.annotations[ids[0]]))
        title, done = filled(title, done, words=words, state=signed_state(state), count=number(len(ids)))
        return session.do(change, title, done=done)


def _of_one(is_set: bool) -> tuple[str, str]:
    if is_set:
        return _("Set the state of “{words}” to “{state}”"), _("“{words}”: state set to “{state}”")
    return _("Remove the state of “{words}”"), _("Removed the state of “{words}”")


def _of_many(is_set: bool, count: int) -> tuple[str, str]:
    if is_set:
        title = ngettext(
            "Set the state of {count} annotation to “{state}”",
            "Set the state of {count} annotations to “{state}”",
            count,
        )
    else:
        title = ngettext("Remove the state of {count} annotation", "Remove the state of {count} annotations", count)
    return title, title


def state_key_field(annotations: Sequence[Annotation], scheme: Scheme) -> AttributeField:
    """Return the state of check as a field with the keys that set it; ``several`` where it differs."""
    states = {annotation.state for annotation in annotations}
    value = next(iter(states)) if len(states) == 1 else ""
    return AttributeField(
        state_rule(scheme), value or None, state_words(value) if value else "", several=len(states) > 1
    )
