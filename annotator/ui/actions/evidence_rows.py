"""Rows of the table of actions for evidence."""

from __future__ import annotations

from functools import partial

from annotator.translation.messages import N_
from annotator.ui.actions.row import MARK, ActionRow, Needs, Scope

MENU = "Annotate/" + N_("Evidence")
OfClaim = partial(
    ActionRow,
    menu=MENU,
    scope=Scope.ARTICLE,
    needs=Needs.CHANGEABLE,
    group=MARK,
    words=N_("add evidence; paste it"),
)

ADDING = (
    OfClaim("add_evidence", N_("Add evidence…"), lambda on: on.window.add_evidence(), ("E",), yields=True),
    OfClaim("paste_evidence", N_("Paste as evidence"), lambda on: on.window.paste_evidence(), ("Ctrl+V",)),
)
LIST = ActionRow(
    "evidence",
    N_("Evidence…"),
    lambda on: on.dialogs.open_evidence(),
    ("Ctrl+Shift+E",),
    menu="Edit",
    needs=Needs.ARTICLE,
    words=N_("all evidence of the article and the folder"),
)
