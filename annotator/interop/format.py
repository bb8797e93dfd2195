"""Description of an annotation format: its name, what it can carry, and how it is read and written."""

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
from annotator.model.items import Item
from annotator.model.span import Span
from annotator.translation.messages import N_

# Translators: the parts of a document, of which a format may lack some
ATTRIBUTES, RELATIONS, NOTES, STATUS = N_("attributes"), N_("relations"), N_("notes"), N_("status")
ARTICLE, IDS, ORIGIN, TIMES = N_("article"), N_("ids"), N_("origin"), N_("times")
READ, EXTRA, OVERLAPS = N_("read ranges"), N_("unknown keys"), N_("overlaps")
RELATION_FACTS = N_("attributes and notes of relations")
CHECKS, EVIDENCE = N_("states of check and proposed wordings"), N_("evidence")
QUERIES, SIGNATURES = N_("queries to the author and criticism"), N_("sign-offs")
COMMENTS, DECISIONS = N_("comments"), N_("decisions of a reviewer")
UNCONFIRMED, TICKS = N_("which values a rule has filled"), N_("ticked names and dismissals")
WORK = (ATTRIBUTES, RELATIONS, NOTES, RELATION_FACTS, CHECKS, EVIDENCE, QUERIES, COMMENTS)
"""Parts that a person entered: where a format lacks one, each single loss is reported."""

BOOKKEEPING = (STATUS, ARTICLE, IDS, ORIGIN, TIMES, READ, EXTRA, UNCONFIRMED, TICKS, SIGNATURES, DECISIONS)
"""Parts that the program records beside ``WORK``: where a format lacks one, this is reported once."""

EVERYTHING = frozenset({*WORK, *BOOKKEEPING, OVERLAPS})
ALL_BUT_CHECKS = EVERYTHING - {
    *(CHECKS, EVIDENCE, QUERIES, COMMENTS),
    *(UNCONFIRMED, TICKS, SIGNATURES, DECISIONS),
}
"""All that a document has but what is known of the check of its facts."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """Content that a file has for one article; spans are in code points of ``text``, which has LF newlines.

    ``path`` is the article's path in the file, or derived from the file's own name; it must not be trusted. ``text`` is
    None where the file has none: then ``quotes`` maps annotation ids to the marked words, where the file gives them,
    and ``around`` to the text before and after. ``unplaced`` has the ids of annotations with words but without offsets;
    their spans are meaningless. ``sha256`` is that of the text, where the file gives it. ``article`` and ``extra`` are
    unknown keys, to be kept; ``labels`` are those of the whole text. ``named`` is False where ``path`` was derived, so
    that it does not tell articles apart. ``items`` are those of further kinds, as evidence.
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
    named: bool = True
    labels: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()


Writer: TypeAlias = Callable[[Iterable[Entry], Output, Options, Report], None]
LineWriter: TypeAlias = Callable[[Entry, Options, Report], str]
Reader: TypeAlias = Callable[[Path, Report], Iterator[Incoming]]


@dataclass(frozen=True, slots=True)
class Format:
    """Format that other programs read, write or both.

    ``title`` is translated where it is shown. ``suffix`` is that of the single file written, empty for a format that is
    a folder of files. ``carries`` has the parts of ``EVERYTHING`` that the format can hold. ``units`` are the offset
    units it allows, its default first. ``textless`` says whether it works without the articles' texts. ``needs`` is the
    module that must be installed, empty for none. ``uses`` are the options that only some formats support.

    ``write`` iterates over the entries once, in order, and reports what it cannot carry. ``read`` takes a file or a
    folder and raises ForeignError for invalid content. Either is None where the format cannot be written or read.
    ``line`` returns what ``write`` would write of one entry, for a single file that is nothing but such lines.
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
    line: LineWriter | None = None

    def __post_init__(self) -> None:
        assert self.carries <= EVERYTHING
        assert self.uses <= {LICENCE, SAFE_CELLS}
        assert {*self.units} <= {*UNITS}
