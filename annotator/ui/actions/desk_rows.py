"""Rows of the table of actions for reading and checking."""

from __future__ import annotations

from functools import partial

from annotator.translation.messages import N_
from annotator.ui.actions.row import DESK, ActionRow, Needs, Scope

MENU = "Annotate/" + N_("Reading")
Read = partial(ActionRow, menu=MENU, scope=Scope.ARTICLE, needs=Needs.ARTICLE, group=DESK, yields=True)

READING = (
    Read(
        "read_on",
        N_("Sentence is read, go on"),
        lambda on: on.desk.reading.read_on(),
        ("Space",),
        words=N_("the sentence is read, go on"),
        repeats=True,
    ),
    Read(
        "take_back_reading",
        N_("Back, the sentence is unread"),
        lambda on: on.desk.reading.take_back(),
        ("Shift+Space",),
        words=N_("back, the sentence is unread"),
        repeats=True,
    ),
    Read(
        "next_unread",
        N_("Next unread sentence"),
        lambda on: on.desk.reading.next_unread(),
        ("J",),
        words=N_("next unread sentence"),
        repeats=True,
    ),
)
