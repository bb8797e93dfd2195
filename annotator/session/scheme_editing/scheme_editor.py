"""Editor of a scheme's draft: the place that is shown, and steps that the window takes, undoes and redoes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.facts.desk.words import state_words
from annotator.language.plain_line import shortened
from annotator.model.scheme import Scheme
from annotator.model.scheme_changes.changes import RefusedChangeError
from annotator.model.scheme_changes.parts import (
    ARTICLE,
    ATTRIBUTE,
    CHOICE,
    LABEL,
    RELATION,
    SCHEME,
    STATE,
    Part,
    has,
    rule_of,
)
from annotator.session.scheme_editing.checks import NAMED, name_refusal, suggested_id
from annotator.session.scheme_editing.draft import SchemeDraft
from annotator.session.scheme_editing.edits import added, free_name, moved, removed, renamed, with_state_used
from annotator.session.scheme_editing.places import siblings, state_at
from annotator.session.scheme_editing.uses import Uses
from annotator.translation.messages import _, pgettext


class SchemeEditor(QObject):
    """A draft and the place in it that is shown.

    ``changed``: the draft is another one. ``went``: another place is shown. ``refused``: a sentence why nothing was
    done. ``named``: the name of the place is to be typed. ``sweep_asked``: the deed, RENAME or REMOVE, for a part that
    saved files may name, the place and the new name.
    """

    changed = Signal()
    went = Signal()
    refused = Signal(str)
    named = Signal()
    counted = Signal()
    sweep_asked = Signal(str, object, str)

    RENAME, REMOVE = "rename", "remove"

    def __init__(self, scheme: Scheme, folder: Path, held: Callable[[str], str], parent: QObject | None = None) -> None:
        """``held`` says what the program itself uses a key for, or nothing."""
        super().__init__(parent)
        self.draft, self.folder, self.held = SchemeDraft(scheme), folder, held
        self.place = Part(LABEL, scheme.labels[0].id)
        self.uses = Uses()

    @property
    def scheme(self) -> Scheme:
        """Scheme as it is edited."""
        return self.draft.scheme

    def begin_anew(self, scheme: Scheme, place: Part | None = None) -> None:
        """Edit the scheme that was written meanwhile, without any step to undo, and show the place."""
        self.draft = SchemeDraft(scheme)
        self._settle(place or self.place)

    def take_uses(self, uses: Uses) -> None:
        """Take over what was counted in the folder."""
        self.uses = uses
        self.counted.emit()

    def go(self, place: Part) -> None:
        """Show that place."""
        if place != self.place:
            self.place = place
            self.went.emit()

    def do(self, title: str, scheme: Scheme, place: Part | None = None, token: str = "") -> None:
        """Take a step and show its place. Steps with the same ``token`` at the same place are one."""
        place = place or self.place
        if self.draft.do(title, scheme, place, f"{token} {place}" if token else ""):
            self._settle(place)

    def start_with(self, scheme: Scheme, data: bytes) -> None:
        """Edit another scheme, whose file has these bytes, in place of this one; that is one step."""
        title = _("Start from “{name}”").format(name=shortened(scheme.name, NAMED))
        place = Part(LABEL, scheme.labels[0].id)
        if self.draft.do(title, scheme, place, base=data):
            self._settle(place)

    def undo(self) -> None:
        """Undo the last step and show where it was."""
        if state := self.draft.undo():
            self._settle(state.place or self.place)

    def redo(self) -> None:
        """Redo the next step and show where it is."""
        if state := self.draft.redo():
            self._settle(state.place or self.place)

    def add(self, kind: str) -> None:
        """Add a label, a relation, an attribute of the place shown or the ARTICLE, or a choice; have it named."""
        place = self.new_place(kind)
        if place is None:
            self.refused.emit(_no_place(kind, self.place))
            return
        place = free_name(self.scheme, place)
        # Translators: the kind is “label”, “relation”, “attribute” or “choice”.
        title = _("Add: {kind}").format(kind=kind_words(place.kind))
        self.do(title, added(self.scheme, place), place)
        self.named.emit()

    def new_place(self, kind: str) -> Part | None:
        """Return where a new part of that kind would be; None where none can be."""
        name, place = f"new_{kind}", self.place
        if kind in (LABEL, RELATION):
            return Part(kind, name)
        if kind == STATE or (kind == ATTRIBUTE and place.kind in (SCHEME, STATE)):
            return None
        if kind in (ATTRIBUTE, ARTICLE):
            return (place.owner if kind == ATTRIBUTE else Part(ARTICLE)).child("new_attribute")
        rule = rule_of(self.scheme, place)
        return place.rule.child(name) if rule and rule.type == CHOICE else None

    def remove(self) -> None:
        """Remove the place shown, or ask for that where saved files may name it."""
        place = self.place
        if place.kind == SCHEME:
            self.refused.emit(_("The scheme itself cannot be removed; it is replaced by “Start from…”."))
            return
        if place.kind == STATE:
            self.use_state(used=False)
            return
        if not self.draft.is_new(place):
            self.sweep_asked.emit(self.REMOVE, place, "")
            return
        beside = siblings(self.scheme, place)
        at = beside.index(place)
        others = [*beside[at + 1 :], *reversed(beside[:at])]
        try:
            scheme = removed(self.scheme, place)
        except RefusedChangeError as refusal:
            self.refused.emit(refusal.sentence)
            return
        self.draft.do(_step(_("Remove “{name}”"), place), scheme, place)
        self._settle(others[0] if others else place)

    def rename(self, name: str) -> str:
        """Rename the place shown, or ask for that where saved files may name it. Return a refusal, or nothing."""
        place = self.place
        name = suggested_id(name) if place.kind != CHOICE and self.draft.is_new(place) else name.strip()
        if refusal := name_refusal(self.scheme, place, name):
            return refusal
        if name == place.name:
            return ""
        if not self.draft.is_new(place):
            self.sweep_asked.emit(self.RENAME, place, name)
            return ""
        try:
            scheme = renamed(self.scheme, place, name)
        except RefusedChangeError as refused:
            return refused.sentence
        self.do(_step(_("Rename “{name}”"), place), scheme, place.named(name))
        return ""

    def use_state(self, *, used: bool) -> None:
        """Let the scheme use the state of check that is shown, or not; annotations that have it keep it."""
        state = state_at(self.scheme, self.place)
        if not used and len(self.scheme.states_in_use) == 1 and state:
            self.refused.emit(_("A scheme uses one state of check at least."))
        elif used != (state is not None):
            title = _("Use “{name}”") if used else _("Do not use “{name}”")
            edited = with_state_used(self.scheme, self.place.id, used=used)
            self.do(title.format(name=state_words(self.place.id)), edited)

    def move(self, step: int) -> None:
        """Move the place shown up or down among its kind."""
        self.do(_step(_("Move “{name}”"), self.place), moved(self.scheme, self.place, step))

    def _settle(self, place: Part) -> None:
        """Show the place, or the nearest one around it that the draft has, and tell that the draft is another."""
        shown: Part | None = place
        while shown and not has(self.scheme, shown):  # nor has any scheme the article itself, which has no form
            shown = shown.parent
        before, self.place = self.place, shown or Part(LABEL, self.scheme.labels[0].id)
        self.changed.emit()
        if self.place != before:
            self.went.emit()


def kind_words(kind: str) -> str:
    """Return what a kind of part is called."""
    return {
        LABEL: pgettext("part of a scheme", "label"),
        SCHEME: pgettext("part of a scheme", "scheme"),
        RELATION: pgettext("part of a scheme", "relation"),
        ATTRIBUTE: pgettext("part of a scheme", "attribute"),
        CHOICE: pgettext("part of a scheme", "choice"),
        ARTICLE: pgettext("part of a scheme", "article"),
        STATE: pgettext("part of a scheme", "state of check"),
    }[kind]


def _no_place(kind: str, place: Part) -> str:
    """Return why nothing of that kind can be added where the place is."""
    if kind == CHOICE:
        return _("Only an attribute that is a choice has choices.")
    if STATE in (kind, place.kind):
        return _("All states of check are here: each is used or not.")
    return _("The scheme itself has no attributes.")


def _step(title: str, place: Part) -> str:
    name = state_words(place.id) if place.kind == STATE else place.name
    return title.format(name=shortened(name, NAMED))
