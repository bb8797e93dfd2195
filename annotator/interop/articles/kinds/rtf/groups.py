"""Groups of RTF: what the text in a group is for, and how it looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from annotator.interop.articles.counting import Thing
from annotator.interop.articles.inline.signs import DELETED, INSERTED, LOWERED, RAISED, numbered
from annotator.interop.articles.kinds.rtf import words

TEXT, NOTHING, FONTS, EDGE, TITLE, AUTHOR, CREATED = "text", "nothing", "fonts", "edge", "title", "author", "created"
NOTE, COMMENT, FIELD, REVISERS = "note", "comment", "field", "revisers"
RUNNING = (TEXT, NOTE, COMMENT)
"""Targets that consist of paragraphs."""

TARGETS = {
    **dict.fromkeys([*words.SKIPPED, *words.BULLETS, *words.COUNTED], NOTHING),
    **dict.fromkeys(words.EDGES, EDGE),
    **{word: word for word in words.OF_COMMENTS},
    "fonttbl": FONTS,
    "title": TITLE,
    "author": AUTHOR,
    "creatim": CREATED,
    "footnote": NOTE,
    "annotation": COMMENT,
    "fldinst": FIELD,
    "revtbl": REVISERS,
}
NOBODY = (-1, 0)
LEVELS = {"super": RAISED, "sub": LOWERED, "nosupersub": "", "up": RAISED, "dn": LOWERED}


@dataclass(frozen=True, slots=True)
class Group:
    """State that is local to a group; ``hidden`` is the kind under which invisible text is counted, if it is.

    ``level`` is the sign of raised or lowered text. ``inserted_by`` and ``deleted_by`` are the number of a reviser and
    the time as RTF packs it into a number. ``link`` is the number of the link whose words the group has.
    """

    target: str = TEXT
    font: int | None = None
    skip: int = 1
    hidden: Thing | None = None
    level: str = ""
    is_struck: bool = False
    is_deleted: bool = False
    is_inserted: bool = False
    inserted_by: tuple[int, int] = NOBODY
    deleted_by: tuple[int, int] = NOBODY
    link: int | None = None

    def signs(self, change: Callable[[int, int], int | None]) -> tuple[str, ...]:
        """Return the signs around the text, the outermost first; ``change`` numbers a change by reviser and time."""
        if self.is_struck or self.is_deleted:
            sign = numbered(DELETED, change(*self.deleted_by) if self.is_deleted else None)
        else:
            sign = numbered(INSERTED, change(*self.inserted_by)) if self.is_inserted else ""
        return tuple(filter(None, (sign, self.level)))

    def plain(self) -> Group:
        """Return the group with the usual look."""
        return Group(self.target, skip=self.skip, link=self.link)

    def looking(self, word: str, number: int | None) -> Group:
        """Return the group after a word that changes how its text looks; others change nothing."""
        is_on = number != 0
        match word:
            case "v":
                return replace(self, hidden="hidden passage" if is_on else None)
            case "deleted":
                return replace(self, is_deleted=is_on)
            case "revised":
                return replace(self, is_inserted=is_on)
            case "strike" | "striked":
                return replace(self, is_struck=is_on)
            case "super" | "sub" | "nosupersub" | "up" | "dn":
                return replace(self, level=LEVELS[word] if is_on else "")
            case "revauth" | "revdttm" | "revauthdel" | "revdttmdel":
                return self._revised(word, number or 0)
        return self

    def _revised(self, word: str, number: int) -> Group:
        """Return the group after a word that says by whom or when its text was inserted or deleted."""
        match word:
            case "revauth":
                return replace(self, inserted_by=(number, self.inserted_by[1]))
            case "revdttm":
                return replace(self, inserted_by=(self.inserted_by[0], number))
            case "revauthdel":
                return replace(self, deleted_by=(number, self.deleted_by[1]))
            case _:
                return replace(self, deleted_by=(self.deleted_by[0], number))
