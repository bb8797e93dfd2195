"""Keys of the actions, the program's own or the user's, and the clashes between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct
from PySide6.QtGui import QKeySequence

from annotator.translation.messages import _
from annotator.ui.actions.row import ActionRow, Scope
from annotator.ui.widgets.words.key_names import caption, modifier

Standard = QKeySequence.StandardKey
TEXT_KEYS = (
    *(Standard.MoveToNextChar, Standard.MoveToPreviousChar, Standard.MoveToNextWord, Standard.MoveToPreviousWord),
    *(Standard.MoveToNextLine, Standard.MoveToPreviousLine, Standard.MoveToNextPage, Standard.MoveToPreviousPage),
    *(Standard.MoveToStartOfLine, Standard.MoveToEndOfLine, Standard.MoveToStartOfBlock, Standard.MoveToEndOfBlock),
    *(Standard.MoveToStartOfDocument, Standard.MoveToEndOfDocument, Standard.SelectNextChar),
    *(Standard.SelectPreviousChar, Standard.SelectNextWord, Standard.SelectPreviousWord, Standard.SelectNextLine),
    *(Standard.SelectPreviousLine, Standard.SelectNextPage, Standard.SelectPreviousPage, Standard.SelectStartOfLine),
    *(Standard.SelectEndOfLine, Standard.SelectStartOfBlock, Standard.SelectEndOfBlock),
    *(Standard.SelectStartOfDocument, Standard.SelectEndOfDocument, Standard.SelectAll, Standard.Copy),
    *(Standard.Cut, Standard.Paste),
)
COMMANDING = ("Ctrl+", "Alt+", "Meta+")
MODIFIERS = ("Ctrl", "Shift", "Alt", "Meta")
PORTABLE = QKeySequence.SequenceFormat.PortableText


class KeyMap(Struct, frozen=True):
    """The keys of each action, as portable text; ``problems`` tells in sentences which could not be given."""

    keys: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...] = ()

    def holder(self, key: str) -> str:
        """Return the id of the action that has the key; empty where none has."""
        return next((id for id, keys in self.keys.items() if key in keys), "")


def key_map(rows: Sequence[ActionRow], chosen: Mapping[str, tuple[str, ...]]) -> KeyMap:
    """Give every row its keys: those the user chose, the program's own, the labels', the values', then what yields."""
    claims = _Claims()
    own = [row for row in rows if not row.is_label]
    for row in own:
        if row.id in chosen:
            claims.choose(row, chosen[row.id])
    for row in sorted(rows, key=lambda row: (row.yields, row.is_value, row.is_label)):
        claims.default(row)
    return KeyMap(claims.keys, tuple(claims.problems))


def clash(rows: Sequence[ActionRow], keys: KeyMap, action: str, key: str) -> str:
    """Return why the action cannot have the key, in a sentence that names its holder; empty where it can."""
    by_id = {row.id: row for row in rows}
    if refusal := _unfit(by_id[action], key):
        return refusal
    holder = keys.holder(normalised(key))
    if holder and holder != action:
        return _held(key, by_id[holder])
    return ""


def held_by_program(rows: Sequence[ActionRow], chosen: Mapping[str, tuple[str, ...]], key: str) -> str:
    """Return why a scheme cannot use the key, in a sentence; empty where the program needs it for nothing else."""
    own = [row for row in rows if not row.is_label and not row.is_value and not row.yields]
    if normalised(key) in ("", *text_keys()):
        return _("“{key}” cannot be a key of the scheme.").format(key=key)
    holder = key_map(own, chosen).holder(normalised(key))
    return _held(key, next(row for row in own if row.id == holder)) if holder else ""


@lru_cache(maxsize=1024)
def normalised(key: str) -> str:
    """Return the key as portable text; empty where the text is no key, or more than one."""
    sequence = QKeySequence.fromString(key)
    text = sequence.toString(PORTABLE)
    return text if sequence.count() == 1 and text.isprintable() and text not in MODIFIERS else ""


@cache
def text_keys() -> frozenset[str]:
    """Return the keys that move and select in a text on this platform."""
    bound = (sequence for standard in TEXT_KEYS for sequence in QKeySequence.keyBindings(standard))
    return frozenset(sequence.toString(PORTABLE) for sequence in bound)


def _unfit(row: ActionRow, key: str) -> str:
    portable = normalised(key)
    if not portable:
        return _("“{key}” is not a key.").format(key=key)
    if portable in text_keys() and portable not in map(normalised, row.keys):
        return _("{key} moves or selects in the text and stays free for that.").format(key=caption(key))
    if row.scope is Scope.WINDOW and _types_a_character(portable):
        sentence = _("{key} alone acts only in the article; “{action}” needs {ctrl} or {alt} with it.")
        return sentence.format(key=caption(key), action=row.title, ctrl=modifier("Ctrl"), alt=modifier("Alt"))
    return ""


def _types_a_character(key: str) -> bool:
    bare = key.removeprefix("Shift+")
    return not key.startswith(COMMANDING) and (len(bare) == 1 or bare == "Space")


def _held(key: str, holder: ActionRow) -> str:
    return _("{key} is the key for “{action}”.").format(key=caption(key), action=holder.title)


class _Claims:
    """Give out keys: the first to claim a key has it."""

    def __init__(self) -> None:
        self.keys: dict[str, tuple[str, ...]] = {}
        self.problems: list[str] = []
        self._taken: dict[str, ActionRow] = {}

    def choose(self, row: ActionRow, keys: tuple[str, ...]) -> None:
        unfit = [refusal for key in keys if (refusal := _unfit(row, key) or self._in_the_way(row, key))]
        if unfit:
            sentence = _("{refusal} “{action}” keeps its own keys.")
            self.problems += (sentence.format(refusal=refusal, action=row.title) for refusal in unfit)
        else:
            self._give(row, keys)

    def default(self, row: ActionRow) -> None:
        if row.id in self.keys:
            return
        if not row.keys:
            self.keys[row.id] = ()
            return
        lost = {key: refusal for key in row.keys if (refusal := self._in_the_way(row, key))}
        sentence = _("{refusal} “{action}” is without that key.")
        self.problems += (sentence.format(refusal=refusal, action=row.title) for refusal in lost.values())
        self._give(row, tuple(key for key in row.keys if key not in lost))

    def _in_the_way(self, row: ActionRow, key: str) -> str:
        if row.is_label and normalised(key) in ("", *text_keys()):
            return _("“{key}” cannot be a label’s key.").format(key=key)
        holder = self._taken.get(normalised(key))
        return _held(key, holder) if holder else ""

    def _give(self, row: ActionRow, keys: tuple[str, ...]) -> None:
        self.keys[row.id] = tuple(map(normalised, keys))
        self._taken |= dict.fromkeys(self.keys[row.id], row)
