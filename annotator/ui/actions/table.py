"""The table of actions: menus, palette, sheet of keys and the settings of keys are made from it."""

from __future__ import annotations

from functools import partial

from annotator.model.document import DONE, IN_WORK, NEW, NOTHING_FOUND
from annotator.session.editing.edge_mover import END, START
from annotator.translation.messages import N_
from annotator.ui.actions import desk_rows, evidence_rows, sign_off_rows
from annotator.ui.actions.card_rows import NEXT_OPEN, OPEN_CARD, leave_level, next_or_previous
from annotator.ui.actions.check_rows import OPEN_FACTS, READING
from annotator.ui.actions.copy_rows import COPY
from annotator.ui.actions.exchange_rows import EXCHANGE
from annotator.ui.actions.row import EVERYWHERE, FIND, MARK, MOVE, RELATIONS, ActionRow, Needs, Scope
from annotator.ui.actions.view_rows import HELP, VIEW

REDO_KEYS, ENTER_KEYS, DONE_KEYS = ("Ctrl+Shift+Z", "Ctrl+Y"), ("Return", "Enter"), ("Ctrl+Return", "Ctrl+Enter")

File = partial(ActionRow, menu="File")
FileOfArticle = partial(File, needs=Needs.ARTICLE)
StatusChoice = partial(ActionRow, menu="File/" + N_("Article status"), needs=Needs.WRITABLE, choice="status")
Edit = partial(ActionRow, menu="Edit", repeats=True)
Step = partial(ActionRow, menu="Edit")
Find = partial(ActionRow, menu="Edit", needs=Needs.ARTICLE, group=FIND)
Match = partial(Find, words=N_("next, previous match"), repeats=True)
Mark = partial(ActionRow, menu="Annotate", scope=Scope.ARTICLE, needs=Needs.CHANGEABLE, group=MARK)
SPAN = "Annotate/" + N_("Selection and edges")
Selection = partial(Mark, menu=SPAN, needs=Needs.ARTICLE, words=N_("grow, shrink the selection"), repeats=True)
Hold = partial(Mark, menu=SPAN, words=N_("take hold of the start, the end"))
Walk = partial(ActionRow, menu="Go", scope=Scope.ARTICLE, needs=Needs.ANNOTATIONS, group=MOVE, repeats=True)
Go = partial(ActionRow, menu="Go", group=MOVE)
Article = partial(Go, words=N_("next, previous article"), repeats=True)
Pane = partial(Go, words=N_("next, previous pane"))


FILE = (
    File(
        "open_folder", N_("Open folder…"), lambda on: on.window.choose_folder(), ("Ctrl+O",), words=N_("open a folder")
    ),
    File(
        "open_article",
        N_("Open article…"),
        lambda on: on.window.choose_article(),
        ("Ctrl+Shift+O",),
        words=N_("open an article"),
    ),
    *EXCHANGE,
    desk_rows.LISTS,
    FileOfArticle("print_guidelines", N_("Print the guidelines…"), lambda on: on.window.print_guidelines()),
    FileOfArticle(
        "show_in_file_manager", N_("Show in file manager"), lambda on: on.window.show_in_file_manager(), ruled=True
    ),
    FileOfArticle(
        "history",
        N_("Earlier versions…"),
        lambda on: on.dialogs.open_history(),
        ("Ctrl+H",),
        words=N_("earlier versions"),
    ),
    sign_off_rows.SIGN_OFF,
    File("encoding", N_("Encoding…"), lambda on: on.dialogs.open_encoding()),
    StatusChoice("status_new", N_("Not started"), lambda on: on.navigation.set_status(NEW), value=NEW),
    StatusChoice("status_in_work", N_("In work"), lambda on: on.navigation.set_status(IN_WORK), value=IN_WORK),
    StatusChoice("status_done", N_("Done"), lambda on: on.navigation.set_status(DONE), value=DONE),
    StatusChoice(
        "status_nothing_found",
        N_("Done, nothing found"),
        lambda on: on.navigation.set_status(NOTHING_FOUND),
        value=NOTHING_FOUND,
    ),
    File(
        "settings",
        N_("Settings…"),
        lambda on: on.dialogs.open_settings(),
        ("Ctrl+,",),
        words=N_("settings"),
        ruled=True,
    ),
    File("quit", N_("Quit"), lambda on: on.window.quit(), ("Ctrl+Q",), words=N_("quit"), ruled=True),
)
EDIT = (
    Edit("undo", N_("Undo"), lambda on: on.session.undo(), ("Ctrl+Z",), needs=Needs.UNDO, words=N_("undo")),
    Edit("redo", N_("Redo"), lambda on: on.session.redo(), REDO_KEYS, needs=Needs.REDO, words=N_("redo")),
    Step(
        "steps",
        N_("Undo list…"),
        lambda on: on.dialogs.open_steps(),
        ("Ctrl+Alt+Z",),
        needs=Needs.ARTICLE,
        words=N_("all steps of undo"),
    ),
    *COPY,
    Find("find", N_("Find…"), lambda on: on.text.open_find(), ("Ctrl+F",), words=N_("find in the article"), ruled=True),
    Match("find_next", N_("Find next"), lambda on: on.text.find_next(), ("F3",)),
    Match("find_previous", N_("Find previous"), lambda on: on.text.find_previous(), ("Shift+F3",)),
    Step(
        "scheme",
        N_("Scheme…"),
        lambda on: on.dialogs.open_scheme(),
        ("F7",),
        words=N_("the scheme"),
        ruled=True,
    ),
    evidence_rows.LIST,
)
ANNOTATE = (
    Selection("grow", N_("Grow the selection"), lambda on: on.marking.grow(), (".",), ruled=True),
    Selection("shrink", N_("Shrink the selection"), lambda on: on.marking.shrink(), (",",)),
    Hold("hold_start", N_("Take hold of the start"), lambda on: on.text.hold_edge(START), ("[",), ruled=True),
    Hold("hold_end", N_("Take hold of the end"), lambda on: on.text.hold_edge(END), ("]",)),
    Mark(
        "details",
        N_("Edit the details"),
        lambda on: on.window.edit_details(),
        ENTER_KEYS,
        needs=Needs.SELECTED,
        words=N_("edit the details"),
        ruled=True,
    ),
    Mark(
        "link",
        N_("Link…"),
        lambda on: on.linking.begin(),
        ("L",),
        group=RELATIONS,
        words=N_("link to another annotation"),
        yields=True,
    ),
    *OPEN_CARD,
    Mark(
        "again",
        N_("The same values again"),
        lambda on: on.values.again(),
        ("R",),
        words=N_("the values last set on this label, again"),
        yields=True,
    ),
    Mark("note", N_("Write a note"), lambda on: on.window.edit_note(), ("N",), words=N_("note")),
    *evidence_rows.ADDING,
    *desk_rows.ASKING,
    Mark(
        "guidelines",
        N_("Guidelines of the label"),
        lambda on: on.window.show_guidelines(),
        ("F2",),
        scope=Scope.WINDOW,
        needs=Needs.ARTICLE,
        words=N_("guidelines of the label"),
    ),
    Mark("remove", N_("Remove"), lambda on: on.marking.remove(), ("Del", "Backspace"), words=N_("remove")),
    Mark(
        "escape",
        N_("Deselect or cancel"),
        leave_level,
        ("Esc",),
        needs=Needs.ARTICLE,
        words=N_("deselect or cancel"),
        ruled=True,
    ),
)
GO = (
    Walk(
        "next_annotation",
        N_("Next annotation"),
        lambda on: on.marking.walk(1),
        ("Tab",),
        words=N_("next, previous annotation"),
    ),
    Walk(
        "previous_annotation",
        N_("Previous annotation"),
        lambda on: on.marking.walk(-1),
        ("Shift+Tab",),
        words=N_("next, previous annotation"),
    ),
    Walk(
        "cycle",
        N_("Next annotation under the caret"),
        lambda on: on.marking.cycle(),
        ("O",),
        words=N_("the ones under the caret"),
    ),
    *NEXT_OPEN,
    *READING,
    *OPEN_FACTS,
    *sign_off_rows.REOPENED,
    Go(
        "relation_back",
        N_("Back along the relation"),
        lambda on: on.navigation.relations.back(),
        ("Alt+Left",),
        needs=Needs.ARTICLE,
        group=RELATIONS,
        words=N_("back from the other end of a relation"),
    ),
    Article("next_article", N_("Next article"), partial(next_or_previous, step=1), ("Alt+Down",), ruled=True),
    Article("previous_article", N_("Previous article"), partial(next_or_previous, step=-1), ("Alt+Up",)),
    Go(
        "next_new",
        N_("Next article not started"),
        lambda on: on.navigation.next_new(),
        ("Alt+Shift+Down",),
        words=N_("next article not started"),
    ),
    Go(
        "places",
        N_("Annotations that lost their place"),
        lambda on: on.window.go_through_places(),
        needs=Needs.ARTICLE,
        ruled=True,
    ),
    Go(
        "figures",
        N_("Figures and names…"),
        lambda on: on.dialogs.open_figures(),
        ("F12",),
        words=N_("figures and names, and what does not fit"),
        ruled=True,
    ),
    Go(
        "done_next",
        N_("Done, go to the next article"),
        desk_rows.finish_article,
        DONE_KEYS,
        needs=Needs.ARTICLE,
        words=N_("done, next article"),
    ),
    Pane("next_pane", N_("Next pane"), lambda on: on.window.step_pane(1), ("F6",), ruled=True),
    Pane("previous_pane", N_("Previous pane"), lambda on: on.window.step_pane(-1), ("Shift+F6",)),
    Go(
        "palette",
        N_("Run a command or go to…"),
        lambda on: on.dialogs.open_palette(),
        ("Ctrl+K",),
        group=EVERYWHERE,
        words=N_("commands"),
        ruled=True,
    ),
)
ACTIONS: tuple[ActionRow, ...] = (*FILE, *EDIT, *ANNOTATE, *GO, *desk_rows.REVIEW, *VIEW, *HELP)
