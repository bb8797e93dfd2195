"""Keys that belong to a part of the window and cannot be given to an action."""

from __future__ import annotations

from annotator.translation.messages import N_, _
from annotator.ui.actions.row import CARD, CARET, DESK, DETAILS, FACTS, FIND, LISTS, MARK, PLACES, RELATIONS, FixedKeys
from annotator.ui.widgets.words.key_names import modifier

FIXED_KEYS = (
    FixedKeys(("Left", "Right"), MARK, N_("move the end held, with {ctrl} by word")),
    FixedKeys(("Return", "Esc"), MARK, N_("keep it there, put it back")),
    FixedKeys(("Tab", "Shift+Tab"), DETAILS, N_("next, previous value")),
    FixedKeys(("1", "9"), DETAILS, N_("choose the first, the ninth choice")),
    FixedKeys(("Return",), DETAILS, N_("keep the value")),
    FixedKeys(("F2",), DETAILS, N_("what the scheme says of the attribute")),
    FixedKeys(("Ctrl+Return",), DETAILS, N_("the same value of the next annotation")),
    FixedKeys(("Return", "Del"), DETAILS, N_("on evidence: edit it, take it off")),
    FixedKeys(("O", "Q"), DETAILS, N_("on evidence: open its link, check the quotes by its file")),
    FixedKeys(("Return", "E"), DETAILS, N_("on a query or criticism: answer it, edit the question")),
    FixedKeys(("R", "Del"), DETAILS, N_("on a query or criticism: reopen it, remove it")),
    FixedKeys(("Tab", "Shift+Tab"), CARD, N_("next, previous slot")),
    FixedKeys(("Up", "Down"), CARD, N_("within the slot")),
    FixedKeys(("Return",), CARD, N_("fill it with the selection, take what is proposed, confirm")),
    FixedKeys(("1", "9"), CARD, N_("choose the verdict, the state or a value")),
    FixedKeys(("F4",), CARD, N_("the card of this one, Esc comes back")),
    FixedKeys(("Alt+Down", "Alt+Up"), CARD, N_("next, previous card")),
    FixedKeys(("Del",), CARD, N_("take it out of the slot")),
    FixedKeys(("Left", "Right"), CARET, N_("by character")),
    FixedKeys(("Ctrl+Left", "Ctrl+Right"), CARET, N_("by word")),
    FixedKeys(("Home", "End"), CARET, N_("start, end of the line")),
    FixedKeys(("Ctrl+Home", "Ctrl+End"), CARET, N_("start, end of the article")),
    FixedKeys(("PgUp", "PgDown"), CARET, N_("a screen up, down")),
    FixedKeys(("Shift+Left", "Shift+Right"), CARET, N_("with {shift}: select")),
    FixedKeys(("Alt+C", "Alt+W"), FIND, N_("while finding: match case, whole words only")),
    FixedKeys(("Return",), PLACES, N_("accept the proposed place")),
    FixedKeys(("Left", "Right"), PLACES, N_("another of several places")),
    FixedKeys(("Shift+Return",), PLACES, N_("accept all of this kind")),
    FixedKeys(("R",), PLACES, N_("select the words again")),
    FixedKeys(("Del",), PLACES, N_("drop it")),
    FixedKeys(("Tab", "Shift+Tab"), RELATIONS, N_("while linking: next, previous candidate")),
    FixedKeys(("1", "9"), RELATIONS, N_("link to that number, with {alt} once words are typed")),
    FixedKeys(("Return",), RELATIONS, N_("link, with {shift} go on linking")),
    FixedKeys(("Alt+T",), RELATIONS, N_("link the other way round")),
    FixedKeys(("Return",), RELATIONS, N_("in the details: go to the other end")),
    FixedKeys(("Left", "Right"), LISTS, N_("close, open the group")),
    FixedKeys(("Return", "Del"), LISTS, N_("details of all that is selected, remove it")),
    FixedKeys(("L",), LISTS, N_("link all that is selected to one")),
    FixedKeys(("F4",), LISTS, N_("in a filter: its menu, with the kept ones")),
    FixedKeys(("Backspace",), LISTS, N_("in a filter: remove the last term")),
    FixedKeys(("Alt+1", "Alt+5"), LISTS, N_("in the lists of the desk: the first, the fifth list")),
    FixedKeys(("A", "T", "R", "C"), LISTS, N_("there: answer, taken, reopen or refused, contact")),
    FixedKeys(("1", "7"), LISTS, N_("there: the first, the seventh state of the fact")),
    FixedKeys(("F2",), LISTS, N_("in the board: a state or a value for the selected rows")),
    FixedKeys(
        ("Return", "Shift+Return"), LISTS, N_("on a head of the board: sort by it, sort by it before the others")
    ),
    FixedKeys(("Alt+Left", "Alt+Right"), LISTS, N_("on a head of the board: move the column, with {ctrl} its width")),
    FixedKeys(("R", "T", "Del"), RELATIONS, N_("another relation, turn it round, remove it")),
    FixedKeys(("E",), RELATIONS, N_("edit what is said of the relation")),
    FixedKeys(("Tab", "Shift+Tab"), DESK, N_("while comparing: next, previous difference")),
    FixedKeys(("H",), DESK, N_("while comparing: hide the names")),
    FixedKeys(("1", "5"), DESK, N_("while deciding: take that version, 0: none is right")),
    FixedKeys(("M", "E"), DESK, N_("while deciding: merge the edges, an own version")),
    FixedKeys(("A", "G"), DESK, N_("while deciding: all that is agreed, all of a kind")),
    FixedKeys(("Alt+Down", "Alt+Up"), FACTS, N_("next, previous finding")),
    FixedKeys(("1", "2"), FACTS, N_("choose the first, the second place")),
    FixedKeys(("Alt+1", "Alt+2"), FACTS, N_("go there")),
    FixedKeys(("Ctrl+1", "Ctrl+2"), FACTS, N_("propose a wording there")),
    FixedKeys(("Alt+R",), FACTS, N_("the reason why it does fit")),
    FixedKeys(("Space",), FACTS, N_("tick the name for all its mentions")),
)


def fixed_purpose(fixed: FixedKeys) -> str:
    """Return what the keys do, in the language in use."""
    return _(fixed.words).format(ctrl=modifier("Ctrl"), shift=modifier("Shift"), alt=modifier("Alt"))
