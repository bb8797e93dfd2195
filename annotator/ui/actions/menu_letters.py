"""Mnemonics in the menu bar, for the rows of the table of actions and for submenus."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from annotator.translation.messages import N_, _
from annotator.ui.actions.mnemonics import is_untyped, mnemonics
from annotator.ui.actions.row import ActionRow

RECENT = N_("Open recent")


def menu_letters(*tables: Sequence[ActionRow]) -> Mapping[str, str]:
    """Return a letter for each action's id and each submenu's path, unique in its menu.

    Rows of labels take what the program's own leave, so that a scheme changes no letter of those.
    """
    rows = sorted((row for table in tables for row in table), key=lambda row: (row.menu, row.is_label))
    menus = {path: list(found) for path, found in groupby(rows, key=lambda row: row.menu)}
    letters: dict[str, str] = {}
    for menu, own in menus.items():
        below = [path for path in menus if path.startswith(f"{menu}/")]
        items = [(row.id, row.title) for row in own if not row.is_label]
        items += [(path, _(path.split("/")[1])) for path in below] + [(RECENT, _(RECENT))] * (menu == "File")
        given = _given(items)
        labels = _given([(row.id, row.words) for row in own if row.is_label], given.values())
        untyped = any(is_untyped(text) for _id, text in items)
        letters |= given | (_completed(labels, given.values()) if untyped else labels)
    return letters


def _completed(letters: Mapping[str, str], taken: Iterable[str]) -> dict[str, str]:
    """Return the letters, with one that is free for each item that has none left of its own.

    Items in a script that is not typed letter by letter take Latin letters that labels may need.
    """
    free = sorted({*string.ascii_lowercase}.difference(taken, letters.values()), reverse=True)
    return {id: letter or (free.pop() if free else "") for id, letter in letters.items()}


def _given(items: Sequence[tuple[str, str]], taken: Iterable[str] = ()) -> dict[str, str]:
    """Return the letters of the items, which are ids with their texts."""
    return dict(zip((id for id, _text in items), mnemonics([text for _id, text in items], taken), strict=True))
