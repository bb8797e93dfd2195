"""Row of the table of actions: the name of an action, its place, its keys and the function it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from msgspec import Struct

from annotator.translation.messages import N_, _
from annotator.ui.actions.targets import Targets

# Translators: headings of the sheet of keys, up to “Reading and checking”.
LABELS, MARK, MOVE, CARET = N_("Labels"), N_("Mark"), N_("Move"), N_("Caret")
DETAILS, CARD = N_("Values in the details"), N_("The card")
FIND, EVERYWHERE, PLACES = N_("Copy and find"), N_("Everywhere"), N_("Places, when the article has changed")
RELATIONS, LISTS, FACTS = N_("Relations"), N_("Lists and filters"), N_("Figures and names")
DESK, REVIEWING = N_("Reading and checking"), N_("Review")
GROUPS = (LABELS, MARK, DETAILS, CARD, DESK, REVIEWING, MOVE, CARET, FIND, EVERYWHERE, PLACES, RELATIONS, LISTS, FACTS)
LOCK = "lock"
"""The choice of the label that is locked."""
CHECK_STATE = "state"
"""The choice of the state of check of the selected annotation."""

MENUS = (N_("File"), N_("Edit"), N_("Annotate"), N_("Go"), N_("Review"), N_("View"), N_("Help"))


class Scope(Enum):
    """Reach of an action's keys: the whole window, or the article while it has the focus."""

    WINDOW = "window"
    ARTICLE = "article"


class Needs(Enum):
    """Condition under which an action can do something."""

    NOTHING = "nothing"
    ARTICLE = "an open article"
    ANNOTATIONS = "annotations"
    SELECTED = "a selected annotation"
    WRITABLE = "an article that can be changed"
    CHANGEABLE = "a selected annotation that can be changed"
    UNDO = "a change to undo"
    REDO = "a change to redo"


class ActionRow(Struct, frozen=True):
    """One action. ``menu`` is its path, ``File`` or ``View/Theme``; ``ruled`` puts a separator above it.

    ``group`` and ``words`` place it in the sheet of keys; rows with the same words share a line there. Of the actions
    with the same ``choice`` the one is checked whose ``value`` is the present one. An action that ``repeats`` runs
    again while its key is held down; one that ``yields`` leaves its key to a label of the scheme that has it.
    ``tags`` is the label that the action tags with; ``opens`` is the first of two keys that set a value, and ``after``
    are the action with that first key and the second key.

    ``text``, ``menu``, ``group`` and ``words`` are in English; ``translated`` is the text in the language in use where
    it is no message of the program.
    """

    id: str
    text: str
    run: Callable[[Targets], object]
    keys: tuple[str, ...] = ()
    menu: str = ""
    scope: Scope = Scope.WINDOW
    needs: Needs = Needs.NOTHING
    group: str = EVERYWHERE
    words: str = ""
    ruled: bool = False
    checkable: bool = False
    choice: str = ""
    value: str = ""
    repeats: bool = False
    yields: bool = False
    tags: str = ""
    opens: str = ""
    after: tuple[str, str] = ("", "")
    translated: str = ""

    @property
    def title(self) -> str:
        """Name of the action in the language in use."""
        return self.translated or _(self.text)

    @property
    def menu_titles(self) -> tuple[str, ...]:
        """Path of the menu in the language in use."""
        return tuple(map(_, self.menu.split("/")))

    @property
    def purpose(self) -> str:
        """Words of the line in the sheet of keys, in the language in use; a label's name is as the scheme has it."""
        return self.words if self.is_label or self.is_value else _(self.words)

    @property
    def is_label(self) -> bool:
        """True for the actions of the scheme's labels."""
        return bool(self.tags) or self.choice == LOCK

    @property
    def is_value(self) -> bool:
        """True for the actions of the keys that the scheme gives to values."""
        return bool(self.opens or self.after[0])


@dataclass(frozen=True, slots=True)
class FixedKeys:
    """Keys that belong to the text and cannot be given to an action; a line in the sheet of keys."""

    keys: tuple[str, ...]
    group: str
    words: str
