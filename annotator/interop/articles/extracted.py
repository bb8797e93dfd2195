"""What was taken out of a file: a text to be annotated, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from annotator.model.span import Span

HEADLINE, BYLINE, BODY, CAPTION = "headline", "byline", "body", "caption"
DUPLICATE, BOILERPLATE, NAVIGATION = "duplicate", "boilerplate", "navigation"
"""The roles that the label part has in the built-in scheme."""

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text and its role."""

    span: Span
    role: str


@dataclass(frozen=True, slots=True)
class Extracted:
    """One article to be.

    ``name`` is what its file could be called, without a suffix and not yet made safe. ``text`` has LF newlines and is
    not empty. ``about`` has what the built-in scheme knows of an article: title, outlet, byline, published, link.
    ``made_by`` says what extracted it, with its version. ``notes`` say in a sentence each what was left out or altered.
    """

    name: str
    text: str
    parts: tuple[Part, ...] = ()
    about: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    made_by: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """``furniture``: keep menus, footers and the like, as parts, instead of leaving them out.

    ``text_column`` and ``name_column`` are for tables: which column has the texts, and which their names; where empty,
    they are found by their names.
    """

    furniture: bool = False
    text_column: str = ""
    name_column: str = ""


@dataclass(frozen=True, slots=True)
class Extractor:
    """Takes texts out of one kind of file.

    ``extract`` is given the file's bytes, its name and what is wished, and yields one text or several; it raises
    ForeignError and fetches nothing. ``needs`` is the module to be installed, empty where none is.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    extract: Callable[[bytes, str, Wishes], Iterator[Extracted]]
    needs: str = ""
