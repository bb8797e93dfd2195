"""Rows of the table of actions for the card, and what the keys of several modes do while it is open."""

from __future__ import annotations

from annotator.translation.messages import N_
from annotator.ui.actions.row import CARD, ActionRow, Needs, Scope
from annotator.ui.actions.targets import Targets

OPEN_CARD = (
    ActionRow(
        "card",
        N_("Card"),
        lambda on: on.card.begin(),
        ("K",),
        menu="Annotate",
        scope=Scope.ARTICLE,
        needs=Needs.SELECTED,
        group=CARD,
        words=N_("open the card of what is selected"),
        yields=True,
    ),
)
NEXT_OPEN = (
    ActionRow(
        "next_open",
        N_("Next one to check"),
        lambda on: on.card.next_open(),
        ("Ctrl+Shift+K",),
        menu="Go",
        needs=Needs.ANNOTATIONS,
        group=CARD,
        words=N_("the card of the next one to check"),
    ),
)


def leave_level(on: Targets) -> None:
    """Leave one level: the panel over the text, what is locked or selected, the find bar, at last focus mode."""
    in_card = (on.text.close_find, on.card.back)
    without = (on.window.close_overlay, on.marking.escape, on.text.close_find)
    levels = (on.values.leave, on.linking.back, on.review.end_correction, *(in_card if on.card.under_way else without))
    if not any(leave() for leave in levels):
        on.window.leave_focus_mode()


def next_or_previous(on: Targets, step: int) -> None:
    """Go to the next card, or the one before; to the next article where no card is open."""
    if not on.card.step(step):
        on.navigation.step(step)
