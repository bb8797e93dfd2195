"""What a format of annotations is to the program: a name, what it can carry, how it is written and read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from annotator.interop.options import CODE_POINTS, LICENCE, SAFE_CELLS, UNITS, Options
from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.entry import Entry
from annotator.model.span import Span

ATTRIBUTES, RELATIONS, NOTES, STATUS = "attributes", "relations", "notes", "status"
ARTICLE, IDS, ORIGIN, TIMES, READ, EXTRA = "article", "ids", "origin", "times", "read ranges", "unknown keys"
OVERLAPS = "overlaps"
WORK = (ATTRIBUTES, RELATIONS, NOTES)
"""What a person says of the words: where a format lacks one of these, each that is lost is reported."""

BOOKKEEPING = (STATUS, ARTICLE, IDS, ORIGIN, TIMES, READ, EXTRA)
"""What stands beside it: a format that lacks one of these says so once."""

EVERYTHING = frozenset({*WORK, *BOOKKEEPING, OVERLAPS})


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file says of one article; the spans are code points of ``text``, with LF newlines.

    ``path`` is the article's as the file gives it, or made up from the file's own; not to be trusted. ``text`` is None
    where the file has none: then ``quotes`` has the words of each annotation by its id, as far as the file gives them,
    and ``around`` what stands before and after these. ``unplaced`` are the ids of those of which it gives words but no
    offsets; their spans mean nothing. ``sha256`` is that of the text, where the file says so. ``article`` and
    ``extra`` are unknown keys, to be kept.
    """

    path: str
    text: str | None
    annotations: tuple[Annotation, ...] = ()
    relations: tuple[Relation, ...] = ()
    status: str = ""
    read: tuple[Span, ...] = ()
    sha256: str = ""
    annotator: str = ""
    scheme: str = ""
    quotes: dict[str, str] = field(default_factory=dict)
    article: dict[str, Value] = field(default_factory=dict)
    extra: dict[str, Value] = field(default_factory=dict)
    around: dict[str, tuple[str, str]] = field(default_factory=dict)
    unplaced: frozenset[str] = frozenset()


Writer: TypeAlias = Callable[[Iterable[Entry], Output, Options, Report], None]
Reader: TypeAlias = Callable[[Path, Report], Iterator[Incoming]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format that other programs read, write or both.

    ``suffix`` is that of the one file that is written; empty where it is a folder of files. ``carries`` has the parts
    of ``EVERYTHING`` that come over. ``units`` are those that its offsets can be in, its own first. ``textless``:
    whether it can go without the articles' texts. ``needs`` is the module to be installed for it, empty where none is.
    ``uses`` are the options that only some formats have a place for.

    ``write`` takes the entries once, in their order; what it cannot carry it reports. ``read`` is given a file or a
    folder and raises ForeignError for what makes no sense. Either is None where that way is not open.
    """

    name: str
    title: str
    suffix: str
    carries: frozenset[str]
    write: Writer | None = None
    read: Reader | None = None
    units: tuple[str, ...] = (CODE_POINTS,)
    textless: bool = False
    needs: str = ""
    uses: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        assert self.carries <= EVERYTHING
        assert self.uses <= {LICENCE, SAFE_CELLS}
        assert {*self.units} <= {*UNITS}
