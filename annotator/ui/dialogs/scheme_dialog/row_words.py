"""Words of the parts of a scheme: their names, and the remarks beside them in the tree."""

from __future__ import annotations

from annotator.language.arrow_words import from_to
from annotator.language.folding import folded, folded_query
from annotator.language.label_names import label_name
from annotator.language.plain_line import shortened
from annotator.model.scheme import Scheme
from annotator.model.scheme_changes.parts import ATTRIBUTE, CHOICE, LABEL, RELATION, SCHEME, STATE, Part, rule_of
from annotator.session.editing.check_words import signed_state
from annotator.session.scheme_editing.places import all_parts, keys_at, relation_at, state_at
from annotator.session.scheme_editing.scheme_editor import SchemeEditor, kind_words
from annotator.translation.messages import N_, _, ngettext, number

TYPES = {
    "choice": N_("choice"),
    "text": N_("text"),
    "number": N_("number"),
    "date": N_("date"),
    "flag": N_("yes or no"),
    "link": N_("link"),
}
MOST = 30


def name_words(scheme: Scheme, place: Part) -> str:
    """Return the name of a part as the window shows it."""
    if place.kind == SCHEME:
        return scheme.name
    if place.kind == LABEL:
        return label_name(scheme, place.id)
    if place.kind == STATE:
        return signed_state(place.id)
    return place.name if place.kind == CHOICE else words_of(place.name)


def words_of(id: str) -> str:
    """Return an id with blanks for underscores and hyphens."""
    return id.replace("_", " ").replace("-", " ").strip() or id


def remark_words(editor: SchemeEditor, place: Part) -> str:
    """Return how often a part is used, what an attribute is, which labels a relation joins, or the keys of a state."""
    if place.kind == ATTRIBUTE:
        return _attribute_words(editor.scheme, place)
    if place.kind == RELATION:
        return ends_words(editor.scheme, place)
    if place.kind == SCHEME:
        return kind_words(SCHEME)
    if place.kind == STATE:
        return keys_at(editor.scheme, place).upper() if state_at(editor.scheme, place) else _("not used")
    count = editor.uses.counts[place]
    return number(count) if count else ""


def ends_words(scheme: Scheme, place: Part) -> str:
    """Return “claim → source” for a relation."""
    rule = relation_at(scheme, place)
    if rule is None:
        return ""
    source, target = (shortened(label_name(scheme, id), MOST) for id in (rule.source, rule.target))
    return f"{source} ↔ {target}" if rule.symmetric else from_to(source, target)


def type_words(type: str) -> str:
    """Return what a type of attribute is called."""
    return _(TYPES.get(type, type))


def found_place(scheme: Scheme, start: Part, words: str, *, onwards: bool) -> Part | None:
    """Return the first part whose name contains the words, from ``start`` on, then from the top.

    With ``onwards`` the search begins after ``start``.
    """
    places, needle = list(all_parts(scheme)), folded_query(words)
    at = (places.index(start) if start in places else 0) + onwards
    rotated = [*places[at:], *places[:at]]
    return next((it for it in rotated if needle in folded(f"{it.name}\n{name_words(scheme, it)}")), None)


def _attribute_words(scheme: Scheme, place: Part) -> str:
    rule = rule_of(scheme, place)
    if rule is None:
        return ""
    if rule.type != CHOICE:
        return type_words(rule.type)
    return ngettext("{count} choice", "{count} choices", len(rule.choices)).format(count=number(len(rule.choices)))
