"""Pages of the handbook: read in one language, and their places for menus and keys filled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.language.folding import folded
from annotator.storage.program.resources import resource
from annotator.translation.messages import _
from annotator.ui.actions.keys import KeyMap
from annotator.ui.actions.row import ActionRow
from annotator.ui.widgets.words.key_names import captions

PLACE = re.compile(r"\{(key|name|menu|menu-of):([a-z_]+)\}")
"""Place in a page: the key of an action, its name, its name with the menus above it, or these menus alone."""

ENGLISH = "en"
INTO = " ▸ "
THIN = "\u202f"
"""Narrow blank that does not break, on both sides of a key."""


@dataclass(frozen=True, slots=True)
class Page:
    """Page of the handbook: its file name, its title and its text in Markdown."""

    name: str
    title: str
    text: str

    def holds(self, query: str) -> bool:
        """Return whether the page contains every word of the case-folded query."""
        text = folded(self.text)
        return all(word in text for word in query.split())


def page_files(language: str) -> list[Path]:
    """Return the files of all pages in their order; a page that is not there in the language is the English one."""
    own = resource(f"handbook/{language}")
    pages = sorted(resource(f"handbook/{ENGLISH}").glob("*.md"))
    return [own / page.name if (own / page.name).is_file() else page for page in pages]


def read_pages(language: str, rows: Sequence[ActionRow], keys: KeyMap) -> list[Page]:
    """Return the pages, with the menus and keys that the actions have now. Raises OSError."""
    return [_page(path, filled(path.read_text("utf-8"), rows, keys)) for path in page_files(language)]


def filled(text: str, rows: Sequence[ActionRow], keys: KeyMap) -> str:
    """Return the text with names and keys in its places. Raises KeyError for an action that does not exist."""
    by_id = {row.id: row for row in rows}

    def words(place: re.Match[str]) -> str:
        row = by_id[place[2]]
        match place[1]:
            case "key":
                return _key_words(keys.keys[row.id])
            case "name":
                return _(row.text)
            case "menu":
                return f"*{INTO.join([*_menus(row), _(row.text)])}*"
            case _:
                return INTO.join(_menus(row))

    return PLACE.sub(words, text)


def _menus(row: ActionRow) -> list[str]:
    return [_(menu) for menu in row.menu.split("/")]


def _key_words(keys: Sequence[str]) -> str:
    """Return the first of the keys as code; words where the action has none."""
    caps = captions(keys)[:1]
    if not caps:
        return _("no key")
    return f"`{THIN}{caps[0]}{THIN}`" if caps[0] != "`" else f"``{THIN}`{THIN}``"


def _page(path: Path, text: str) -> Page:
    first, _line, _rest = text.partition("\n")
    return Page(path.name, first.removeprefix("#").strip(), text)
