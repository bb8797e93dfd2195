"""Steps of the forms: edits of the part that is shown, each with a title for undo."""

from __future__ import annotations

from collections.abc import Callable

from annotator.model.items import altered
from annotator.model.scheme import AttributeRule, Guideline, Label
from annotator.model.scheme_changes.parts import CHOICE, RELATION, Part, rule_of
from annotator.session.scheme_editing.edits import (
    added,
    free_name,
    with_chord,
    with_guideline,
    with_label,
    with_meaning,
    with_relation,
    with_rule,
    with_state,
)
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.translation.messages import _

When = tuple[tuple[str, tuple[str, ...]], ...]


def set_key(editor: SchemeEditor, key: str) -> None:
    _edit_label(editor, _("Set the key"), lambda label: altered(label, key=key))


def set_colour(editor: SchemeEditor, colour: str) -> None:
    _edit_label(editor, _("Set the colour"), lambda label: altered(label, colour=colour))


def set_mark(editor: SchemeEditor, mark: str) -> None:
    _edit_label(editor, _("Set the mark"), lambda label: altered(label, mark=mark))


def set_full_stop(editor: SchemeEditor, outside: bool) -> None:
    title = _("Leave the closing full stop out") if outside else _("Take the closing full stop in")
    _edit_label(editor, title, lambda label: altered(label, full_stop_outside=outside))


def set_names(editor: SchemeEditor, names: tuple[tuple[str, str], ...]) -> None:
    edited = with_label(editor.scheme, editor.place.id, lambda label: altered(label, names=names))
    editor.do(_("Edit the names"), edited, token="names")


def set_title(editor: SchemeEditor, name: str) -> None:
    editor.do(_("Edit the name of the scheme"), altered(editor.scheme, name=name))


def set_purpose(editor: SchemeEditor, definition: str) -> None:
    edited = altered(editor.scheme, definition=definition)
    editor.do(_("Edit the definition of the scheme"), edited, token="purpose")


def set_source(editor: SchemeEditor, source: str) -> None:
    editor.do(_("Edit the source of the scheme"), altered(editor.scheme, source=source), token="source")


def set_guideline(editor: SchemeEditor, guideline: Guideline, token: str) -> None:
    """Set definition and examples; what is typed into the same field, by its ``token``, is one step."""
    edited = with_guideline(editor.scheme, editor.place, guideline)
    editor.do(_("Edit the definition and examples"), edited, token=token)


def set_meaning(editor: SchemeEditor, meaning: str) -> None:
    editor.do(_("Edit the meaning"), with_meaning(editor.scheme, editor.place, meaning), token="meaning")


def set_chord(editor: SchemeEditor, chord: str) -> None:
    editor.do(_("Set the keys"), with_chord(editor.scheme, editor.place, chord))


def set_state_colour(editor: SchemeEditor, colour: str) -> None:
    """Set the colour of the state; an empty colour stands for the program's own."""
    edited = with_state(editor.scheme, editor.place.id, lambda state: altered(state, colour=colour))
    editor.do(_("Set the colour"), edited)


def set_type(editor: SchemeEditor, type: str) -> None:
    """Set the type of the attribute; a choice gets a first choice if it has none, other types have no choices."""
    place = editor.place

    def edited(rule: AttributeRule) -> AttributeRule:
        kept = rule.choices if type == CHOICE else ()
        return altered(
            rule,
            type=type,
            choices=kept,
            meanings=rule.meanings if kept else (),
            keys=rule.keys if kept else (),
            default="",
        )

    scheme = with_rule(editor.scheme, place, edited)
    rule = rule_of(scheme, place)
    if type == CHOICE and rule and not rule.choices:
        scheme = added(scheme, free_name(scheme, place.child("new_choice")))
    editor.do(_("Set the type"), scheme)


def set_many(editor: SchemeEditor, many: bool) -> None:
    title = _("Allow several values") if many else _("Allow one value")
    editor.do(title, with_rule(editor.scheme, editor.place, lambda rule: altered(rule, many=many)))


def set_default(editor: SchemeEditor, default: str) -> None:
    edited = with_rule(editor.scheme, editor.place, lambda rule: altered(rule, default=default))
    editor.do(_("Set the default"), edited, token="default")


def set_when(editor: SchemeEditor, when: When) -> None:
    edited = with_rule(editor.scheme, editor.place, lambda rule: altered(rule, when=when))
    editor.do(_("Set when it is shown"), edited)


def toggle_required(editor: SchemeEditor, place: Part) -> None:
    """Ask for the attribute when an article is set to done, or no longer."""
    edited = with_rule(editor.scheme, place, lambda rule: altered(rule, required=not rule.required))
    editor.do(_("Set what is asked at “done”"), edited, editor.place)


def set_ends(editor: SchemeEditor, source: str, target: str) -> None:
    edited = with_relation(editor.scheme, editor.place.id, lambda rule: altered(rule, source=source, target=target))
    editor.do(_("Set the ends"), edited)


def set_symmetric(editor: SchemeEditor, symmetric: bool) -> None:
    edited = with_relation(editor.scheme, editor.place.id, lambda rule: altered(rule, symmetric=symmetric))
    editor.do(_("Set the direction"), edited)


def add_relation_from(editor: SchemeEditor, label: str) -> None:
    """Add a relation from that label to itself, which then gets its name."""
    place = free_name(editor.scheme, Part(RELATION, "new_relation"))
    scheme = added(editor.scheme, place)
    edited = with_relation(scheme, place.id, lambda rule: altered(rule, source=label, target=label))
    editor.do(_("Add a relation"), edited, place)
    editor.named.emit()


def _edit_label(editor: SchemeEditor, title: str, edit: Callable[[Label], Label]) -> None:
    editor.do(title, with_label(editor.scheme, editor.place.id, edit))
