"""Evidence in the comments of a hand-over: styles of characters say what each run of a paragraph is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from annotator.interop.articles.extracted import Source
from annotator.model.kinds.evidence import EVIDENCE_KINDS, STANCES

FIELDS: Mapping[str, str] = {
    "EvidenceTitle": "title",
    "EvidencePublisher": "publisher",
    "EvidenceLink": "link",
    "EvidenceArchived": "archived",
    "EvidenceQuote": "quote",
    "EvidencePage": "page",
    "EvidenceSeen": "seen",
    "EvidenceNote": "note",
    "EvidenceStance": "stance",
    "EvidenceKind": "kind",
}
"""Keys of a piece of evidence by the styles of their words."""

STANCE_STYLES: Mapping[str, str] = {f"EvidenceStance{stance.capitalize()}": stance for stance in STANCES}
KIND_STYLES: Mapping[str, str] = {f"EvidenceKind{kind.capitalize()}": kind for kind in EVIDENCE_KINDS}
"""Stances and kinds of evidence by the styles of their words, which are in any language."""

STYLES = (*FIELDS, *STANCE_STYLES, *KIND_STYLES)
"""Ids of the styles, which are their names too."""

SPECIAL: Mapping[str, str] = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def sources_in(comment: Element) -> tuple[Source, ...]:
    """Return the pieces of evidence of a comment, each of a paragraph; none where no run has such a style."""
    return tuple(source for one in comment.iter() if _local(one.tag) == "p" for source in _of_paragraph(one))


def _of_paragraph(paragraph: Element) -> Iterator[Source]:
    words: dict[str, str] = defaultdict(str)
    for run in (one for one in paragraph.iter() if _local(one.tag) == "r"):
        style = _style(run)
        if style in FIELDS:
            words[FIELDS[style]] += _text(run)
        elif style in STANCE_STYLES:
            words["stance"] = STANCE_STYLES[style]
        elif style in KIND_STYLES:
            words["kind"] = KIND_STYLES[style]
    if words:
        yield Source(**words)


def _style(run: Element) -> str:
    marks = (one for one in run.iter() if _local(one.tag) == "rStyle")
    return next((value for one in marks for name, value in one.items() if _local(name) == "val"), "")


def _text(run: Element) -> str:
    return "".join((one.text or "") if _local(one.tag) == "t" else SPECIAL.get(_local(one.tag), "") for one in run)


def _local(name: str) -> str:
    return name.rpartition("}")[2]
