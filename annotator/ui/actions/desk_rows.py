"""Rows of the table of actions for the desk: queries, criticism, and the lists made of them."""

from __future__ import annotations

from functools import partial

from annotator.translation.messages import N_
from annotator.ui.actions.row import DESK, MARK, ActionRow, Needs, Scope

OfFact = partial(
    ActionRow, menu="Annotate/" + N_("Queries and criticism"), scope=Scope.ARTICLE, group=MARK, yields=True
)

ASKING = (
    OfFact(
        "ask_query",
        N_("Query to the author…"),
        lambda on: on.dialogs.ask_query(),
        ("Y",),
        needs=Needs.WRITABLE,
        words=N_("ask the author about it, or about the article"),
    ),
    OfFact(
        "mark_criticism",
        N_("Criticism and reply…"),
        lambda on: on.dialogs.mark_criticism(),
        ("Shift+Y",),
        needs=Needs.CHANGEABLE,
        words=N_("mark it as criticism of somebody"),
    ),
)
LISTS = ActionRow(
    "lists",
    N_("Lists…"),
    lambda on: on.dialogs.open_lists(),
    ("Ctrl+Shift+L",),
    menu="File",
    words=N_("queries, calls, criticism, changes, and what is open"),
)
Review = partial(ActionRow, menu="Review", needs=Needs.ARTICLE, group=DESK)
REVIEW = (
    Review(
        "compare_annotators",
        N_("Compare annotators"),
        lambda on: on.window.compare_annotators(deciding=False),
        ("Ctrl+F9",),
        words=N_("compare the annotators of the article"),
    ),
    Review(
        "compare_earlier",
        N_("Compare with my earlier version"),
        lambda on: on.window.compare_earlier(),
        ("Ctrl+Shift+F9",),
        words=N_("compare with one’s own earlier version"),
    ),
    Review(
        "decide_final",
        N_("Decide on a final version"),
        lambda on: on.window.compare_annotators(deciding=True),
        ("Shift+F9",),
        words=N_("decide on a final version"),
    ),
    Review(
        "my_corrections",
        N_("My corrections…"),
        lambda on: on.dialogs.open_corrections(),
        words=N_("what was decided otherwise than I had it"),
    ),
)
