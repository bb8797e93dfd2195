"""The table of actions: what each is called, where it stands and which keys it has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial

from annotator.model.scheme import Label, Scheme


class Scope(Enum):
    """Where an action's keys act: in the whole window, or only while the article has the focus."""

    WINDOW = "window"
    ARTICLE = "article"


class Needs(Enum):
    """What must be there for an action to do something."""

    NOTHING = "nothing"
    ARTICLE = "an open article"
    ANNOTATIONS = "annotations"
    SELECTED = "a selected annotation"
    WRITABLE = "an article that can be changed"
    CHANGEABLE = "a selected annotation that can be changed"
    UNDO = "a change to undo"
    REDO = "a change to redo"


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action. ``menu`` is its path, ``File`` or ``View/Theme``; ``ruled`` puts a separator above it.

    ``group`` and ``words`` place it in the sheet of keys; rows with the same words share a line there. Of the actions
    with the same ``choice`` exactly one is checked. One that ``repeats`` is done again while its key is held down.
    """

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.WINDOW
    needs: Needs = Needs.NOTHING
    group: str = ""
    words: str = ""
    ruled: bool = False
    checkable: bool = False
    choice: str = ""
    repeats: bool = False

    @property
    def is_label(self) -> bool:
        """Whether it comes from the scheme."""
        return self.id.startswith(("tag:", "lock:"))


@dataclass(frozen=True, slots=True)
class FixedKeys:
    """Keys that belong to the text and cannot be given to an action; a line in the sheet of keys."""

    keys: tuple[str, ...]
    group: str
    words: str


LABELS, MARK, MOVE, CARET, FIND, EVERYWHERE = "Labels", "Mark", "Move", "Caret", "Copy and find", "Everywhere"
PLACES = "Places, when the article has changed"
GROUPS = (LABELS, MARK, MOVE, CARET, FIND, EVERYWHERE, PLACES)
REDO_KEYS, ENTER_KEYS, DONE_KEYS = ("Ctrl+Shift+Z", "Ctrl+Y"), ("Return", "Enter"), ("Ctrl+Return", "Ctrl+Enter")
MENUS = ("File", "Edit", "Annotate", "Go", "View", "Help")

Row = partial(ActionRow, needs=Needs.NOTHING)
InArticle = partial(ActionRow, needs=Needs.ARTICLE)
Mark = partial(ActionRow, menu="Annotate", scope=Scope.ARTICLE, needs=Needs.CHANGEABLE, group=MARK)
Selection = partial(Mark, needs=Needs.ARTICLE, words="grow, shrink the selection", repeats=True)
Walk = partial(ActionRow, menu="Go", scope=Scope.ARTICLE, needs=Needs.ANNOTATIONS, group=MOVE, repeats=True)
Go = partial(ActionRow, menu="Go", group=MOVE)
Find = partial(ActionRow, menu="Edit", needs=Needs.ARTICLE, group=FIND)
Zoom = partial(ActionRow, menu="View", group=EVERYWHERE)
StatusChoice = partial(ActionRow, menu="File/Article status", needs=Needs.WRITABLE, choice="status")
ThemeChoice = partial(ActionRow, menu="View/Theme", choice="theme")
FontChoice = partial(ActionRow, menu="View/Article font", choice="font")

FILE = (
    Row("open_folder", "Open folder…", "File", ("Ctrl+O",), group=EVERYWHERE, words="open a folder"),
    Row("open_article", "Open article…", "File", ("Ctrl+Shift+O",), group=EVERYWHERE, words="open an article"),
    Row("import", "Import…", "File", ("Ctrl+Shift+I",), group=EVERYWHERE, words="import", ruled=True),
    Row("export", "Export…", "File", ("Ctrl+E",), group=EVERYWHERE, words="export"),
    InArticle("show_in_file_manager", "Show in file manager", "File", ruled=True),
    InArticle("history", "History…", "File", ("Ctrl+H",), group=EVERYWHERE, words="earlier versions"),
    Row("encoding", "Encoding…", "File"),
    StatusChoice("status_new", "Not started"),
    StatusChoice("status_in_work", "In work"),
    StatusChoice("status_done", "Done"),
    StatusChoice("status_nothing_found", "Done, nothing found"),
    Row("settings", "Settings…", "File", ("Ctrl+,",), group=EVERYWHERE, words="settings", ruled=True),
    Row("quit", "Quit", "File", ("Ctrl+Q",), group=EVERYWHERE, words="quit", ruled=True),
)
EDIT = (
    Row("undo", "Undo", "Edit", ("Ctrl+Z",), needs=Needs.UNDO, group=EVERYWHERE, words="undo", repeats=True),
    Row("redo", "Redo", "Edit", REDO_KEYS, needs=Needs.REDO, group=EVERYWHERE, words="redo", repeats=True),
    Find("copy", "Copy", keys=("Ctrl+C",), scope=Scope.ARTICLE, words="copy the selected text", ruled=True),
    Find("select_all", "Select all", keys=("Ctrl+A",), scope=Scope.ARTICLE, words="select all"),
    Find("find", "Find…", keys=("Ctrl+F",), words="find in the article", ruled=True),
    Find("find_next", "Find next", keys=("F3",), words="next, previous match", repeats=True),
    Find("find_previous", "Find previous", keys=("Shift+F3",), words="next, previous match", repeats=True),
)
ANNOTATE = (
    Selection("grow", "Grow the selection", keys=(".",), ruled=True),
    Selection("shrink", "Shrink the selection", keys=(",",)),
    Mark("hold_start", "Take hold of the start", keys=("[",), words="take hold of the start, the end", ruled=True),
    Mark("hold_end", "Take hold of the end", keys=("]",), words="take hold of the start, the end"),
    Mark("details", "Edit the details", keys=ENTER_KEYS, needs=Needs.SELECTED, words="edit the details", ruled=True),
    Mark("note", "Write a note", keys=("N",), words="note"),
    Mark("remove", "Remove", keys=("Del", "Backspace"), words="remove"),
    Mark("escape", "Unlock, let go", keys=("Esc",), needs=Needs.ARTICLE, words="unlock, let go", ruled=True),
)
GO = (
    Walk("next_annotation", "Next annotation", keys=("Tab",), words="next, previous annotation"),
    Walk("previous_annotation", "Previous annotation", keys=("Shift+Tab",), words="next, previous annotation"),
    Walk("cycle", "Next annotation under the caret", keys=("O",), words="the ones under the caret"),
    Go("next_article", "Next article", keys=("Alt+Down",), words="next, previous article", ruled=True, repeats=True),
    Go("previous_article", "Previous article", keys=("Alt+Up",), words="next, previous article", repeats=True),
    Go("next_new", "Next article not started", keys=("Alt+Shift+Down",), words="next article not started"),
    Go("places", "Annotations that lost their place", needs=Needs.ARTICLE, ruled=True),
    Go("done_next", "Done, go to the next article", keys=DONE_KEYS, needs=Needs.ARTICLE, words="done, next article"),
    Go("next_pane", "Next pane", keys=("F6",), words="next, previous pane", ruled=True),
    Go("previous_pane", "Previous pane", keys=("Shift+F6",), words="next, previous pane"),
    Row("palette", "Run a command or go to…", "Go", ("Ctrl+K",), group=EVERYWHERE, words="commands", ruled=True),
)
VIEW = (
    Row("show_articles", "Articles", "View", checkable=True),
    Row("show_annotations", "Annotations", "View", checkable=True),
    Row("show_details", "Details", "View", checkable=True),
    Zoom("zoom_in", "Larger text", keys=("Ctrl+=", "Ctrl++"), words="larger, smaller text", ruled=True, repeats=True),
    Zoom("zoom_out", "Smaller text", keys=("Ctrl+-",), words="larger, smaller text", repeats=True),
    Zoom("zoom_reset", "Text at 100 %", keys=("Ctrl+0",), words="text at 100 %"),
    FontChoice("font_serif", "Serif", ruled=True),
    FontChoice("font_system", "System"),
    FontChoice("font_fixed", "Fixed width"),
    ThemeChoice("theme_system", "System"),
    ThemeChoice("theme_light", "Light"),
    ThemeChoice("theme_dark", "Dark"),
    Row("system_accent", "Use the system’s accent", "View/Theme", checkable=True, ruled=True),
    Zoom("full_screen", "Full screen", keys=("F11",), words="full screen", checkable=True, ruled=True),
)
HELP = (
    Row("keys", "Keys", "Help", ("F1",), group=EVERYWHERE, words="these keys"),
    Row("open_samples", "Look at the samples", "Help"),
    Row("about", "About Annotator", "Help", ruled=True),
)
ACTIONS: tuple[ActionRow, ...] = (*FILE, *EDIT, *ANNOTATE, *GO, *VIEW, *HELP)

FIXED_KEYS = (
    FixedKeys(("Left", "Right"), MARK, "move the end held, with Ctrl by word"),
    FixedKeys(("Return", "Esc"), MARK, "keep it there, put it back"),
    FixedKeys(("Left", "Right"), CARET, "by character"),
    FixedKeys(("Ctrl+Left", "Ctrl+Right"), CARET, "by word"),
    FixedKeys(("Home", "End"), CARET, "start, end of the line"),
    FixedKeys(("Ctrl+Home", "Ctrl+End"), CARET, "start, end of the article"),
    FixedKeys(("PgUp", "PgDown"), CARET, "a screen up, down"),
    FixedKeys(("Shift+Left", "Shift+Right"), CARET, "with Shift: select"),
    FixedKeys(("Return",), PLACES, "accept the proposed place"),
    FixedKeys(("Left", "Right"), PLACES, "another of several places"),
    FixedKeys(("Shift+Return",), PLACES, "accept all of this kind"),
    FixedKeys(("R",), PLACES, "select the words again"),
    FixedKeys(("Del",), PLACES, "drop it"),
)


def label_rows(scheme: Scheme) -> list[ActionRow]:
    """The actions of the scheme's labels: tag with each, by its key and by its number; lock each."""
    taken = {label.key for label in scheme.labels}
    tags = [_tag(label, str(n), taken) for n, label in enumerate(scheme.labels, 1)]
    lock = partial(ActionRow, menu="Annotate/Lock a label", needs=Needs.WRITABLE, checkable=True)
    return tags + [lock(f"lock:{label.id}", f"Lock {label.name}") for label in scheme.labels]


def _tag(label: Label, number: str, taken: set[str]) -> ActionRow:
    digit = (number,) if len(number) == 1 and number not in taken else ()
    keys = ((label.key,) if label.key else ()) + digit
    tag = partial(ActionRow, menu="Annotate", scope=Scope.ARTICLE, needs=Needs.WRITABLE, group=LABELS)
    return tag(f"tag:{label.id}", f"Tag as {label.name}", keys=keys, words=label.name)
