"""The check of a fact as wishes: its state, the proposed wording, and what a rule has read and a person confirms."""

from __future__ import annotations

from annotator.language.label_names import capitalised
from annotator.language.plain_line import plain_line, shortened
from annotator.model import attribute_edits, check_edits
from annotator.model.annotation import CHECK_STATES, Annotation, Value
from annotator.model.scheme import AttributeRule, Scheme
from annotator.session.editing.check_words import ANSWER_WORDS, STATE_NAME, answer_words, signed_state, state_words
from annotator.session.editing.descriptions import LONGEST, beginning, filled
from annotator.session.editing.values.attribute_fields import AttributeField, with_key
from annotator.session.editing.values.state_setting import StateSetting
from annotator.session.session import Session
from annotator.translation.messages import N_, _

OLD, NEW, ANSWER, WHY = "old", "new", "answer", "why"
WORDING: dict[str, str] = {NEW: N_("Proposed wording"), WHY: N_("Reason"), ANSWER: N_("Author’s answer")}
"""Names of the fields of the wording; the fields of a scheme stand in another form."""


class Checking:
    """Wishes about the check of facts; each call is an undo step, and calls with the same ``token`` are one step."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def set_state(self, id: str, state: str) -> bool:
        """Give the annotation a state of check; the empty one removes it. Return False if nothing changes."""
        return StateSetting(self._session).set([id], state)

    def set_wording(self, id: str, key: str, text: str, token: object | None = None) -> bool:
        """Set a part of the proposed wording: the new words, the reason, or the answer, by ``key``.

        Return False if nothing changes. Raises ValueError for a lone surrogate.
        """
        session, annotation = self._session, self._session.document.annotations[id]
        wording: dict[str, Value] = {**annotation.wording, key: text}
        if key == NEW:
            wording[OLD] = annotation.wording.get(OLD) or session.words(annotation)
        if not any(wording.get(name) for name in (NEW, ANSWER, WHY)):
            wording = {}
        change = check_edits.set_wording(session.document, id, wording, now=session.now())
        title, done = _("Propose a wording for “{words}”"), _("Proposed a wording for “{words}”")
        title, done = filled(title, done, words=self._words(id))
        return session.do(change, title, token, done=done)

    def set_answer(self, id: str, answer: str) -> bool:
        """Set the author's answer to the proposed wording; an empty one reopens it. Return False if nothing changes."""
        session, annotation = self._session, self._session.document.annotations[id]
        wording: dict[str, Value] = {**annotation.wording, ANSWER: answer}
        change = check_edits.set_wording(session.document, id, wording, now=session.now())
        title, done = _("Answer the wording for “{words}”: {answer}"), _("The wording for “{words}” is {answer}")
        title, done = filled(title, done, words=self._words(id), answer=answer_words(answer))
        return session.do(change, title, done=done)

    def confirm(self, id: str, name: str = "") -> bool:
        """Confirm the attribute that a rule has filled, or all if none is named. Return False if nothing changes."""
        session, words = self._session, self._words(id)
        change = attribute_edits.confirm(session.document, [id], name, now=session.now())
        if name:
            title, done = _("Confirm {name} of “{words}”"), _("Confirmed {name} of “{words}”")
        else:
            title, done = _("Confirm what is read of “{words}”"), _("Confirmed what is read of “{words}”")
        facts = filled(title, done, words=words, name=plain_line(capitalised(name)).lower())
        return session.do(change, facts[0], done=facts[1])

    def _words(self, id: str) -> str:
        return beginning(self._session.words(self._session.document.annotations[id]))


def state_field(annotation: Annotation, scheme: Scheme) -> AttributeField:
    """Return the field of the state of check, with the states that the scheme uses as its choices."""
    states = scheme.states_in_use
    choices = tuple(state_words(state.id) for state in states)
    keys = tuple((state_words(state.id), state.keys) for state in states if state.keys)
    rule = AttributeRule(_(STATE_NAME), "choice", choices, keys=keys)
    words = state_words(annotation.state) if annotation.state else ""
    return with_key(AttributeField(rule, words or None, signed_state(annotation.state)), scheme)


def state_of(words: Value) -> str:
    """Return the state of these words; empty for none."""
    return next((state for state in CHECK_STATES if state_words(state) == words), "")


def wording_fields(annotation: Annotation) -> list[AttributeField]:
    """Return the fields of the proposed wording: the new words, why, and the author's answer, a choice."""
    found = []
    for key, name in WORDING.items():
        text = str(annotation.wording.get(key, ""))
        if key == ANSWER:
            found.append(_answer_field(_(name), text, proposed=bool(annotation.wording.get(NEW))))
        else:
            words = shortened(text, 10 * LONGEST)
            found.append(AttributeField(AttributeRule(_(name), "text"), text or None, words))
    return found


def answer_of(words: Value) -> str:
    """Return the answer of these words; empty for “open”, and any other as it is."""
    if words in (None, answer_words("")):
        return ""
    return next((answer for answer in ANSWER_WORDS if answer_words(answer) == words), str(words))


def _answer_field(name: str, answer: str, *, proposed: bool) -> AttributeField:
    known = [*map(answer_words, (*ANSWER_WORDS, ""))]
    words = answer_words(answer) if answer or proposed else ""
    rule = AttributeRule(name, "choice", (*known, *([words] if words and words not in known else [])))
    return AttributeField(rule, words or None, words)


def wording_key(name: str) -> str:
    """Return the key of the wording whose field has that name; empty if none has."""
    return next((key for key, words in WORDING.items() if _(words) == name), "")
