"""Rows of the table of actions for the desk: queries, criticism, the lists made of them, and the review."""

from __future__ import annotations

from functools import partial

from annotator.translation.messages import N_
from annotator.ui.actions.row import DESK, MARK, REVIEWING, ActionRow, Needs, Scope
from annotator.ui.actions.targets import Targets

MENU = "Annotate/" + N_("Queries and criticism")
OfFact = partial(ActionRow, menu=MENU, scope=Scope.ARTICLE, group=MARK, yields=True)

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


def finish_article(on: Targets) -> None:
    """Set the article to done and open the next; in a review set one's own status to reviewed, too."""
    if on.review.under_way:
        on.review.finish()
    else:
        on.navigation.done_next()


Review = partial(ActionRow, menu=N_("Review"), group=REVIEWING)
REVIEW = (
    Review(
        "review",
        N_("Review"),
        lambda on: on.review.toggle(),
        ("F9",),
        needs=Needs.ARTICLE,
        words=N_("review what another annotator has marked, and back"),
        checkable=True,
    ),
    Review(
        "comment",
        N_("Comment…"),
        lambda on: on.review.comment(),
        ("Shift+M",),
        scope=Scope.ARTICLE,
        needs=Needs.WRITABLE,
        words=N_("comment on it, or on the article"),
        yields=True,
        ruled=True,
    ),
    Review(
        "comments",
        N_("Comments…"),
        lambda on: on.review.open_comments(),
        ("Ctrl+Shift+M",),
        needs=Needs.ARTICLE,
        words=N_("all comments on the article"),
    ),
    Review(
        "not_sure",
        N_("Not sure"),
        lambda on: on.review.comments.turn_doubt(),
        ("?",),
        scope=Scope.ARTICLE,
        needs=Needs.CHANGEABLE,
        words=N_("say that you are not sure of it, or are again"),
        yields=True,
    ),
)
Compare = partial(ActionRow, menu="Review", needs=Needs.ARTICLE, group=DESK)
COMPARING = (
    Compare(
        "compare_annotators",
        N_("Compare annotators"),
        lambda on: on.window.compare_annotators(deciding=False),
        ("Ctrl+F9",),
        words=N_("compare the annotators of the article"),
    ),
    Compare(
        "compare_earlier",
        N_("Compare with my earlier version"),
        lambda on: on.window.compare_earlier(),
        ("Ctrl+Shift+F9",),
        words=N_("compare with one’s own earlier version"),
    ),
    Compare(
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
