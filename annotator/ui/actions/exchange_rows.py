"""Rows of the table of actions for what comes in and goes out."""

from __future__ import annotations

from functools import partial

from annotator.translation.messages import N_
from annotator.ui.actions.row import ActionRow, Needs

File = partial(ActionRow, menu="File")

EXCHANGE = (
    File(
        "import", N_("Import…"), lambda on: on.dialogs.open_import(), ("Ctrl+Shift+I",), words=N_("import"), ruled=True
    ),
    File("export", N_("Export…"), lambda on: on.dialogs.open_export(), ("Ctrl+E",), words=N_("export")),
    File(
        "hand_over",
        N_("Hand over…"),
        lambda on: on.dialogs.open_hand_over(),
        ("Ctrl+Shift+H",),
        words=N_("hand over the checked article"),
    ),
    File(
        "print_article",
        N_("Print…"),
        lambda on: on.dialogs.print_article(),
        ("Ctrl+P",),
        needs=Needs.ARTICLE,
        words=N_("print the checked article"),
    ),
)
