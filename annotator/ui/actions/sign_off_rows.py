"""Rows of the table of actions for sign-offs."""

from __future__ import annotations

from functools import partial

from annotator.translation.messages import N_
from annotator.ui.actions.row import DESK, ActionRow, Needs

Reopened = partial(
    ActionRow,
    menu="Go",
    needs=Needs.ARTICLE,
    group=DESK,
    words=N_("next, previous fact that is open again"),
    repeats=True,
)

SIGN_OFF = ActionRow(
    "sign_off",
    N_("Sign off…"),
    lambda on: on.dialogs.open_sign_off(),
    ("Ctrl+Shift+S",),
    menu="File",
    needs=Needs.ARTICLE,
    group=DESK,
    words=N_("sign off the article"),
)
REOPENED = (
    Reopened("next_reopened", N_("Next fact open again"), lambda on: on.navigation.signing.go_to_reopened(1), ("F5",)),
    Reopened(
        "previous_reopened",
        N_("Previous fact open again"),
        lambda on: on.navigation.signing.go_to_reopened(-1),
        ("Shift+F5",),
    ),
)
Change = partial(
    ActionRow,
    menu="View",
    needs=Needs.ARTICLE,
    group=DESK,
    words=N_("next, previous change between the texts"),
    repeats=True,
)
COMPARING = (
    ActionRow(
        "compare_texts",
        N_("Compare with the signed text"),
        lambda on: on.window.compare_texts(),
        ("Ctrl+F8",),
        menu="View",
        needs=Needs.ARTICLE,
        group=DESK,
        words=N_("the signed text, or the one before, beside the article"),
    ),
    Change("next_change", N_("Next change"), lambda on: on.window.go_to_change(1), ("Ctrl+PgDown",)),
    Change("previous_change", N_("Previous change"), lambda on: on.window.go_to_change(-1), ("Ctrl+PgUp",)),
)
