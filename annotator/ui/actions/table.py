"""The table of actions: menus, palette, sheet of keys and the settings of keys are made from it."""

from __future__ import annotations

from functools import partial

from annotator.model.document import DONE, IN_WORK, NEW, NOTHING_FOUND
from annotator.session.editing.edge_mover import END, START
from annotator.session.preferences.zoom import zoom
from annotator.translation.messages import N_
from annotator.ui.actions.row import EVERYWHERE, FIND, MARK, MOVE, ActionRow, Needs, Scope
from annotator.ui.actions.targets import Targets

REDO_KEYS, ENTER_KEYS, DONE_KEYS = ("Ctrl+Shift+Z", "Ctrl+Y"), ("Return", "Enter"), ("Ctrl+Return", "Ctrl+Enter")

File = partial(ActionRow, menu="File")
FileOfArticle = partial(File, needs=Needs.ARTICLE)
StatusChoice = partial(ActionRow, menu="File/Article status", needs=Needs.WRITABLE, choice="status")
Edit = partial(ActionRow, menu="Edit", repeats=True)
Step = partial(ActionRow, menu="Edit")
Text = partial(ActionRow, menu="Edit", needs=Needs.ARTICLE, group=FIND, scope=Scope.ARTICLE)
Find = partial(ActionRow, menu="Edit", needs=Needs.ARTICLE, group=FIND)
Match = partial(Find, words="next, previous match", repeats=True)
Mark = partial(ActionRow, menu="Annotate", scope=Scope.ARTICLE, needs=Needs.CHANGEABLE, group=MARK)
Selection = partial(Mark, needs=Needs.ARTICLE, words="grow, shrink the selection", repeats=True)
Hold = partial(Mark, words="take hold of the start, the end")
Walk = partial(ActionRow, menu="Go", scope=Scope.ARTICLE, needs=Needs.ANNOTATIONS, group=MOVE, repeats=True)
Go = partial(ActionRow, menu="Go", group=MOVE)
Article = partial(Go, words="next, previous article", repeats=True)
Pane = partial(Go, words="next, previous pane")
View = partial(ActionRow, menu="View")
Panel = partial(View, checkable=True)
Zoom = partial(View, words="larger, smaller text", repeats=True)
FontChoice = partial(ActionRow, menu="View/Article font", choice="font")
Theme = partial(ActionRow, menu="View/Theme")
ThemeChoice = partial(Theme, choice="theme")
Help = partial(ActionRow, menu="Help")


def _leave(on: Targets) -> None:
    """Leave one level: the panel over the text, what is locked or selected, the find bar, at last focus mode."""
    if not on.window.close_overlay() and not on.marking.escape() and not on.text.close_find():
        on.window.leave_focus_mode()


FILE = (
    File("open_folder", "Open folder…", lambda on: on.window.choose_folder(), ("Ctrl+O",), words="open a folder"),
    File(
        "open_article",
        "Open article…",
        lambda on: on.window.choose_article(),
        ("Ctrl+Shift+O",),
        words="open an article",
    ),
    File("import", "Import…", lambda on: on.dialogs.open_import(), ("Ctrl+Shift+I",), words="import", ruled=True),
    File("export", "Export…", lambda on: on.dialogs.open_export(), ("Ctrl+E",), words="export"),
    FileOfArticle(
        "show_in_file_manager", "Show in file manager", lambda on: on.window.show_in_file_manager(), ruled=True
    ),
    FileOfArticle("history", "History…", lambda on: on.dialogs.open_history(), ("Ctrl+H",), words="earlier versions"),
    File("encoding", "Encoding…", lambda on: on.dialogs.open_encoding()),
    StatusChoice("status_new", "Not started", lambda on: on.navigation.set_status(NEW), value=NEW),
    StatusChoice("status_in_work", "In work", lambda on: on.navigation.set_status(IN_WORK), value=IN_WORK),
    StatusChoice("status_done", "Done", lambda on: on.navigation.set_status(DONE), value=DONE),
    StatusChoice(
        "status_nothing_found",
        "Done, nothing found",
        lambda on: on.navigation.set_status(NOTHING_FOUND),
        value=NOTHING_FOUND,
    ),
    File("settings", "Settings…", lambda on: on.dialogs.open_settings(), ("Ctrl+,",), words="settings", ruled=True),
    File("quit", "Quit", lambda on: on.window.quit(), ("Ctrl+Q",), words="quit", ruled=True),
)
EDIT = (
    Edit("undo", "Undo", lambda on: on.session.undo(), ("Ctrl+Z",), needs=Needs.UNDO, words="undo"),
    Edit("redo", "Redo", lambda on: on.session.redo(), REDO_KEYS, needs=Needs.REDO, words="redo"),
    Step(
        "steps",
        "Undo history…",
        lambda on: on.dialogs.open_steps(),
        ("Ctrl+Alt+Z",),
        needs=Needs.ARTICLE,
        words="all steps of undo",
    ),
    Text("copy", "Copy", lambda on: on.text.copy(), ("Ctrl+C",), words="copy the selected text", ruled=True),
    Text(
        "copy_with_source",
        "Copy with its source",
        lambda on: on.text.copy_with_source(),
        ("Ctrl+Shift+C",),
        needs=Needs.ARTICLE,
        words="copy it with its source",
    ),
    Text("select_all", "Select all", lambda on: on.text.select_all(), ("Ctrl+A",), words="select all"),
    Find("find", "Find…", lambda on: on.text.open_find(), ("Ctrl+F",), words="find in the article", ruled=True),
    Match("find_next", "Find next", lambda on: on.text.find_next(), ("F3",)),
    Match("find_previous", "Find previous", lambda on: on.text.find_previous(), ("Shift+F3",)),
)
ANNOTATE = (
    Selection("grow", "Grow the selection", lambda on: on.marking.grow(), (".",), ruled=True),
    Selection("shrink", "Shrink the selection", lambda on: on.marking.shrink(), (",",)),
    Hold("hold_start", "Take hold of the start", lambda on: on.text.hold_edge(START), ("[",), ruled=True),
    Hold("hold_end", "Take hold of the end", lambda on: on.text.hold_edge(END), ("]",)),
    Mark(
        "details",
        "Edit the details",
        lambda on: on.window.edit_details(),
        ENTER_KEYS,
        needs=Needs.SELECTED,
        words="edit the details",
        ruled=True,
    ),
    Mark("note", "Write a note", lambda on: on.window.edit_note(), ("N",), words="note"),
    Mark("remove", "Remove", lambda on: on.marking.remove(), ("Del", "Backspace"), words="remove"),
    Mark(
        "escape",
        "Unlock, let go, close the find bar",
        _leave,
        ("Esc",),
        needs=Needs.ARTICLE,
        words="unlock, let go, close the find bar",
        ruled=True,
    ),
)
GO = (
    Walk(
        "next_annotation", "Next annotation", lambda on: on.marking.walk(1), ("Tab",), words="next, previous annotation"
    ),
    Walk(
        "previous_annotation",
        "Previous annotation",
        lambda on: on.marking.walk(-1),
        ("Shift+Tab",),
        words="next, previous annotation",
    ),
    Walk(
        "cycle",
        "Next annotation under the caret",
        lambda on: on.marking.cycle(),
        ("O",),
        words="the ones under the caret",
    ),
    Article("next_article", "Next article", lambda on: on.navigation.step(1), ("Alt+Down",), ruled=True),
    Article("previous_article", "Previous article", lambda on: on.navigation.step(-1), ("Alt+Up",)),
    Go(
        "next_new",
        "Next article not started",
        lambda on: on.navigation.next_new(),
        ("Alt+Shift+Down",),
        words="next article not started",
    ),
    Go(
        "places",
        "Annotations that lost their place",
        lambda on: on.window.go_through_places(),
        needs=Needs.ARTICLE,
        ruled=True,
    ),
    Go(
        "done_next",
        "Done, go to the next article",
        lambda on: on.navigation.done_next(),
        DONE_KEYS,
        needs=Needs.ARTICLE,
        words="done, next article",
    ),
    Pane("next_pane", "Next pane", lambda on: on.window.step_pane(1), ("F6",), ruled=True),
    Pane("previous_pane", "Previous pane", lambda on: on.window.step_pane(-1), ("Shift+F6",)),
    Go(
        "palette",
        "Run a command or go to…",
        lambda on: on.dialogs.open_palette(),
        ("Ctrl+K",),
        group=EVERYWHERE,
        words="commands",
        ruled=True,
    ),
)
VIEW = (
    Panel("show_articles", "Articles", lambda on: on.window.toggle_panel("show_articles")),
    Panel("show_annotations", "Annotations", lambda on: on.window.toggle_panel("show_annotations")),
    Panel("show_details", "Details", lambda on: on.window.toggle_panel("show_details")),
    View("reset_layout", "Reset layout", lambda on: on.window.reset_layout()),
    Zoom("zoom_in", "Larger text", lambda on: zoom(on.store, 1), ("Ctrl+=", "Ctrl++"), ruled=True),
    Zoom("zoom_out", "Smaller text", lambda on: zoom(on.store, -1), ("Ctrl+-",)),
    View("zoom_reset", "Text at 100 %", lambda on: zoom(on.store, 0), ("Ctrl+0",), words="text at 100 %"),
    View(
        "line_numbers",
        N_("Line numbers"),
        lambda on: on.store.update(line_numbers=not on.store.settings.line_numbers),
        checkable=True,
        ruled=True,
    ),
    FontChoice("font_serif", "Serif", lambda on: on.store.update(article_font="serif"), value="serif"),
    FontChoice("font_system", "System", lambda on: on.store.update(article_font="system"), value="system"),
    FontChoice("font_fixed", "Fixed width", lambda on: on.store.update(article_font="fixed"), value="fixed"),
    ThemeChoice("theme_system", "System", lambda on: on.store.update(theme="system"), value="system"),
    ThemeChoice("theme_light", "Light", lambda on: on.store.update(theme="light"), value="light"),
    ThemeChoice("theme_dark", "Dark", lambda on: on.store.update(theme="dark"), value="dark"),
    Theme(
        "system_accent",
        "Use the system’s accent",
        lambda on: on.store.update(system_accent=not on.store.settings.system_accent),
        checkable=True,
        ruled=True,
    ),
    View(
        "full_screen",
        "Full screen",
        lambda on: on.window.toggle_full_screen(),
        ("F11",),
        words="full screen",
        checkable=True,
        ruled=True,
    ),
    View(
        "focus_mode",
        N_("Focus mode"),
        lambda on: on.window.toggle_focus_mode(),
        ("Shift+F11",),
        needs=Needs.ARTICLE,
        words=N_("the text alone, Esc leaves it"),
        checkable=True,
    ),
)
HELP = (
    Help("keys", "Keys", lambda on: on.dialogs.open_key_sheet(), ("F1",), words="these keys"),
    Help("open_samples", "Look at the samples", lambda on: on.window.open_samples()),
    Help("about", "About Annotator", lambda on: on.dialogs.open_about(), ruled=True),
)
ACTIONS: tuple[ActionRow, ...] = (*FILE, *EDIT, *ANNOTATE, *GO, *VIEW, *HELP)
