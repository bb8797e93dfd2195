"""Result and options of an extraction, and the description of an extractor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from annotator.interop.articles.inline.inlay import Correction
from annotator.interop.foreign.errors import ForeignError
from annotator.model.span import Span

HEADLINE, BYLINE, CAPTION = "headline", "byline", "caption"
DUPLICATE, BOILERPLATE, NAVIGATION = "duplicate", "boilerplate", "navigation"
FOOTNOTE, QUOTED, REMARK = "footnote", "quoted", "comment"
"""Roles of the label “part” in the built-in scheme."""

PAGE_PARTS = "navigation and other page parts"
"""What surrounds the article on a page, in words."""

NAMES, FIRST_TEXT = "names", "text"
"""What the first row of a table can be said to have; empty means that it is to be found out."""

ALL_LINKS, NO_LINKS = "all", "none"
"""Which links of a draft become evidence; empty means all unless the draft is full of them."""

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Part:
    """Span of the text and its role."""

    span: Span
    role: str


@dataclass(frozen=True, slots=True)
class Source:
    """Source that a note, link or comment of a file names; ``note`` says by whom and when, where that is known.

    ``kind`` and ``stance`` are those of a piece of evidence; ``page`` is a page or a time; ``archived`` is the link to
    a kept copy, ``seen`` the day on which it was seen. Each is empty where nothing is told.
    """

    kind: str = ""
    title: str = ""
    quote: str = ""
    link: str = ""
    page: str = ""
    note: str = ""
    stance: str = ""
    publisher: str = ""
    archived: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Comments, notes and links of a file on the words at the span.

    ``note`` says who wrote what and when, a line for each; ``sources`` are those that they name. ``wording`` are the
    old words and those that a comment proposes instead.
    """

    span: Span
    note: str
    sources: tuple[Source, ...] = ()
    wording: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """Extracted text that is to become an article.

    ``name`` is a name for its file, without a suffix and not yet made safe. ``text`` has LF newlines and is not empty.
    ``about`` has the article attributes of the built-in scheme: title, outlet, byline, published, link. ``made_by`` is
    the extractor and its version. ``notes`` say in a sentence each what was left out or altered; ``harmless`` are those
    of them by which nothing of the article is lost, as that of a page's navigation. ``corrections`` are what was
    deleted, inserted or moved in the file itself, ``remarks`` the comments, sources and links on its words. ``times``
    are the ranges of what is said with their times, as “0-41 00:00:01.000 --> 00:00:03.500”. ``left_out`` are passages
    between those of the article that are not in it. ``links`` is how many links could be evidence. ``pages`` are the
    offsets at which the pages of a printed file begin, one for each, the first being 0.
    """

    name: str
    text: str
    parts: tuple[Part, ...] = ()
    about: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    made_by: str = ""
    notes: tuple[str, ...] = ()
    harmless: frozenset[str] = frozenset()
    corrections: tuple[Correction, ...] = ()
    remarks: tuple[Remark, ...] = ()
    times: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    links: int = 0
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """Passages of a page to keep that would be left out: those with these words in it, all that are told for none.

    ``file`` is the name of the file that they are in; empty means every file.
    """

    words: str = ""
    file: str = ""


def raised(error: ForeignError) -> None:
    """Refuse the whole file for a part of it that cannot be read."""
    raise error


@dataclass(frozen=True, slots=True)
class Wishes:
    """Options of an extraction. ``page_parts`` keeps navigation and other page parts instead of leaving them out.

    ``keep`` are passages that are kept at their places.

    ``text_column`` and ``name_column`` name the columns of a table that hold the texts and their names; ``first_row``
    is “names” or “text” and says what its first row has; empty ones are detected. ``links`` is one of ``ALL_LINKS`` and
    ``NO_LINKS``, or empty. ``go_on`` is called now and then by an extraction that takes long; what it raises ends the
    extraction. ``failed`` takes the error of each row, message, chapter or subtitle that cannot be read, so that the
    others come in; without one, the first refuses the whole file.
    """

    page_parts: bool = False
    text_column: str = ""
    name_column: str = ""
    first_row: str = ""
    keep: tuple[Kept, ...] = ()
    links: str = ""
    go_on: Callable[[], None] = field(default=lambda: None, compare=False, repr=False)
    failed: Callable[[ForeignError], None] = field(default=raised, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Extractor:
    """Extractor of the texts in one kind of file.

    ``title`` is translated where it is shown. ``extract`` takes the file's bytes, its name and the options and yields
    one text or several. It raises ForeignError and never accesses the network. ``needs`` is the module that must be
    installed, empty for none. ``page_parts`` tells whether the option of that name acts on files of this kind.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    extract: Callable[[bytes, str, Wishes], Iterator[Extracted]]
    needs: str = ""
    page_parts: bool = False
