"""Groups of RTF: what the text in a group is for, and how it looks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from annotator.interop.articles.counting import Thing
from annotator.interop.articles.inline.signs import DELETED, INSERTED, LOWERED, RAISED
from annotator.interop.articles.kinds.rtf import words

TEXT, NOTHING, FONTS, EDGE, TITLE, AUTHOR, CREATED = "text", "nothing", "fonts", "edge", "title", "author", "created"
NOTE, COMMENT = "note", "comment"
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
}
LEVELS = {"super": RAISED, "sub": LOWERED, "nosupersub": "", "up": RAISED, "dn": LOWERED}


@dataclass(frozen=True, slots=True)
class Group:
    """State that is local to a group; ``hidden`` is the kind under which invisible text is counted, if it is.

    ``level`` is the sign of raised or lowered text.
    """

    target: str = TEXT
    font: int | None = None
    skip: int = 1
    hidden: Thing | None = None
    level: str = ""
    is_struck: bool = False
    is_deleted: bool = False
    is_inserted: bool = False

    @property
    def signs(self) -> tuple[str, ...]:
        """Signs around the text of the group, the outermost first."""
        gone = DELETED if self.is_struck or self.is_deleted else ""
        return tuple(filter(None, (INSERTED if self.is_inserted and not gone else "", gone, self.level)))

    def plain(self) -> Group:
        """Return the group with the usual look."""
        return Group(self.target, skip=self.skip)

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
        return self
