"""Notes that count what was left out or altered, one sentence each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, TypeAlias

from annotator.translation.messages import N_, _, listed, ngettext, number

Thing: TypeAlias = Literal[
    "comment",
    "drawing",
    "embedded frame",
    "embedded object",
    "endnote",
    "equation",
    "footnote",
    "hidden passage",
    "image",
    "reading aid",
    "sound recording",
    "symbol",
    "text box",
    "video",
]
"""Kinds of things beside running text, which an article cannot hold."""

EDGES = N_("The headers and footers of its pages were left out.")

LEFT_OUT: Mapping[Thing, Callable[[int], str]] = MappingProxyType(
    {
        "comment": lambda n: ngettext("{count} comment was left out.", "{count} comments were left out.", n),
        "drawing": lambda n: ngettext("{count} drawing was left out.", "{count} drawings were left out.", n),
        "embedded frame": lambda n: ngettext(
            "{count} embedded frame was left out.", "{count} embedded frames were left out.", n
        ),
        "embedded object": lambda n: ngettext(
            "{count} embedded object was left out.", "{count} embedded objects were left out.", n
        ),
        "endnote": lambda n: ngettext("{count} endnote was left out.", "{count} endnotes were left out.", n),
        "equation": lambda n: ngettext("{count} equation was left out.", "{count} equations were left out.", n),
        "footnote": lambda n: ngettext("{count} footnote was left out.", "{count} footnotes were left out.", n),
        "hidden passage": lambda n: ngettext(
            "{count} hidden passage was left out.", "{count} hidden passages were left out.", n
        ),
        "image": lambda n: ngettext("{count} image was left out.", "{count} images were left out.", n),
        "reading aid": lambda n: ngettext(
            "{count} reading aid was left out.", "{count} reading aids were left out.", n
        ),
        "sound recording": lambda n: ngettext(
            "{count} sound recording was left out.", "{count} sound recordings were left out.", n
        ),
        "symbol": lambda n: ngettext("{count} symbol was left out.", "{count} symbols were left out.", n),
        "text box": lambda n: ngettext("{count} text box was left out.", "{count} text boxes were left out.", n),
        "video": lambda n: ngettext("{count} video was left out.", "{count} videos were left out.", n),
    }
)
"""Sentences by kind of thing, which choose their plural when they are shown."""


def left_out(counts: Mapping[Thing, int]) -> tuple[str, ...]:
    """Return a note for each kind of thing with a count above 0."""
    return tuple(LEFT_OUT[kind](count).format(count=number(count)) for kind, count in counts.items() if count)


def without_bullets(count: int) -> tuple[str, ...]:
    """Return the note on bullets and numbers that programs generate before the paragraphs of a list."""
    message = ngettext(
        "The bullets or numbers before {count} paragraph were left out.",
        "The bullets or numbers before {count} paragraphs were left out.",
        count,
    )
    return (message.format(count=number(count)),) if count else ()


def damaged(count: int) -> tuple[str, ...]:
    """Return the note on characters in the place of which a sign of replacement stands."""
    message = ngettext(
        "{count} damaged character was replaced by \ufffd.",
        "{count} damaged characters were replaced by \ufffd.",
        count,
    )
    return (message.format(count=number(count)),) if count else ()


def guessed(encoding: str, rivals: Sequence[str] = ()) -> str:
    """Return the note on an encoding that a file does not say; ``rivals`` are names of others about as likely."""
    if not rivals:
        return _("Its encoding was guessed: {encoding}.").format(encoding=encoding)
    message = _("Its encoding was guessed: {encoding}. It may as well be {others}.")
    return message.format(encoding=encoding, others=listed(rivals))
