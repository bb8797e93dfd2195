"""Keys that belong to a part of the window and cannot be given to an action."""

from __future__ import annotations

from annotator.ui.actions.row import CARET, MARK, PLACES, FixedKeys

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
