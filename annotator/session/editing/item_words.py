"""Items of the further kinds in words: their kind, what they say, and the names of their keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.language.plain_line import plain_line
from annotator.model.items import Item
from annotator.model.kinds.checked_names import CheckedName
from annotator.model.kinds.comments import Comment
from annotator.model.kinds.criticisms import Criticism
from annotator.model.kinds.decisions import Decision
from annotator.model.kinds.dismissals import Dismissal
from annotator.model.kinds.evidence import Evidence
from annotator.model.kinds.kind import Form
from annotator.model.kinds.queries import Query
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.kinds.table import kind_of
from annotator.translation.messages import N_, _, listed, pgettext

KEYS: Mapping[type[Item], Mapping[str, str]] = {
    Evidence: {
        "for": N_("For"),
        "stance": N_("Stance"),
        "kind": N_("Kind"),
        "title": N_("Title"),
        "publisher": N_("Publisher"),
        "link": N_("Link"),
        "archived": N_("Archived link"),
        "quote": N_("Quoted words"),
        "page": N_("Page or time"),
        "seen": N_("Seen on"),
        "file": N_("File"),
        "confidential": N_("Confidential"),
        "note": N_("Note"),
    },
    Query: {
        "about": N_("About"),
        "text": N_("Question"),
        "by": N_("By"),
        "asked": N_("Asked on"),
        "answer": N_("Answer"),
        "answered": N_("Answered on"),
    },
    Criticism: {
        "of": N_("Of"),
        "against": N_("Against"),
        "put": N_("Put to them on"),
        "answered_in": N_("Answered in"),
        "answer": N_("Answer"),
    },
    Comment: {
        "on": N_("On"),
        "annotator": N_("Of annotator"),
        "by": N_("By"),
        "at": N_("At"),
        "text": N_("Comment"),
        "reply_to": N_("In reply to"),
        "settled": N_("Settled"),
    },
    Decision: {
        "over": N_("Over"),
        "of": N_("Of"),
        "took": N_("Followed"),
        "result": N_("Result"),
        "why": N_("Reason"),
        "by": N_("By"),
        "at": N_("At"),
    },
    CheckedName: {
        "name": N_("Name"),
        "variants": N_("Also written"),
        "kind": N_("Kind"),
        "by": N_("By"),
        "at": N_("At"),
    },
    Dismissal: {
        "kind": N_("Rule"),
        "of": N_("Of"),
        "written": N_("Written"),
        "why": N_("Reason"),
        "by": N_("By"),
        "at": N_("At"),
    },
    SignOff: {
        "by": N_("By"),
        "at": N_("At"),
        "round": N_("Round"),
        "sha256": N_("Hash of the text"),
        "exceptions": N_("Exceptions"),
        "facts": N_("Facts"),
        "numbers": N_("Numbers"),
        "reopened": N_("Reopened"),
    },
}
NAMES: Mapping[type[Item], str] = {
    Evidence: N_("Evidence"),
    Query: N_("Query"),
    Criticism: N_("Criticism"),
    Comment: N_("Comment"),
    Decision: N_("Decision"),
    CheckedName: N_("Ticked name"),
    Dismissal: N_("Dismissal"),
    SignOff: N_("Sign-off"),
}


def kind_words(kind: type[Item]) -> str:
    """Return what an item of that kind is called."""
    return _(NAMES[kind]) if kind in NAMES else kind_of(kind).noun


def item_words(item: Item) -> str:
    """Return the item on one line: “Evidence: Situation report no. 14”."""
    match item:
        case Evidence():
            said = item.title or item.link or item.quote or item.publisher or item.note
        case CheckedName():
            said = item.name
        case Query():
            said = item.text or item.answer
        case Criticism():
            said = item.against or item.answer
        case Comment():
            said = item.text
        case Decision():
            said = item.why or item.followed or item.took
        case SignOff():
            said = item.by
        case Dismissal():
            said = item.why
        case _:
            said = ""
    name = kind_words(type(item))
    # Translators: what an item is and what it says, as in “Evidence: Situation report no. 14”.
    return plain_line(_("{kind}: {words}").format(kind=name, words=said)) if said else name


def key_words(item: Item, told: Mapping[str, str]) -> dict[str, str]:
    """Return the text of each key of the item that has one, by the name of the key.

    ``told`` has the words for the ids to which the item refers.
    """
    kind = kind_of(type(item))
    names = KEYS.get(kind.item, {})
    return {
        _(names.get(key.name, key.name)): _value_words(getattr(item, key.field), key.form, told)
        for key in kind.keys[1:]
        if getattr(item, key.field)
    }


def _value_words(value: Any, form: Form, told: Mapping[str, str]) -> str:
    match form:
        case Form.WORDS:
            return listed(told.get(one, one) for one in value)
        case Form.FLAG:
            return pgettext("value", "yes")
        case Form.VALUES:
            return listed(f"{key} {one}" for key, one in value.items())
        case _:
            return told.get(value, value)
