"""Hyperlinks of a Word document: by relationships or as fields; signs around their words, and their targets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from annotator.interop.articles.inline.signs import begins, ends
from annotator.interop.articles.kinds.word.names import W, run_of
from annotator.interop.articles.margin.field_links import field_target
from annotator.interop.articles.margin.margin import Margin
from annotator.interop.articles.xml_part import part_of
from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError

LINK = "/hyperlink"
RELATIONSHIP = "}id"


class Linked(NamedTuple):
    """Target of a link; the element before the first of its words and the one behind the last."""

    target: str
    first: Any
    last: Any


def targets_in(archive: Archive, part: str) -> dict[str, str]:
    """Return the targets of the links of a part, such as “comments.xml”, by the ids of their relationships."""
    member = next((name for name in archive.names if name.endswith(f"_rels/{part}.rels")), "")
    try:
        root = part_of(archive, member)[1] if member else ()
    except ForeignError:
        return {}
    return {
        one.get("Id", ""): one.get("Target", "").strip()
        for one in root
        if one.get("Type", "").endswith(LINK) and one.get("TargetMode") == "External"
    }


def sign_links(body: Any, targets: Mapping[str, str], margin: Margin) -> None:
    """Put signs around the words of the links and take the links into the margin."""
    for link in [*links_in(body, targets)]:
        number = margin.link(link.target)
        if number is not None:
            link.first.addprevious(run_of(body, begins(number)))
            link.last.addnext(run_of(body, ends(number)))


def links_in(root: Any, targets: Mapping[str, str]) -> Iterator[Linked]:
    """Yield the links below an element; those within the document have no target and are none."""
    for element in root.iter(W + "hyperlink"):
        id = next((value for key, value in element.items() if key.endswith(RELATIONSHIP)), "")
        if (target := targets.get(id, "")) and not target.startswith("#"):
            yield Linked(target, element, element)
    for element in root.iter(W + "fldSimple"):
        if target := field_target(element.get(W + "instr", "")):
            yield Linked(target, element, element)
    yield from _fields(root)


def _fields(root: Any) -> Iterator[Linked]:
    """Yield the links among the fields that consist of runs: begin, instruction, separate, words, end."""
    open_fields: list[tuple[list[str], list[Any]]] = []
    for element in root.iter(W + "fldChar", W + "instrText"):
        run = element.getparent()
        if element.tag == W + "instrText":
            if open_fields:
                open_fields[-1][0].append(element.text or "")
            continue
        match element.get(W + "fldCharType", ""):
            case "begin":
                open_fields.append(([], []))
            case "separate" if open_fields:
                open_fields[-1][1].append(run)
            case "end" if open_fields:
                said, runs = open_fields.pop()
                if runs and (target := field_target("".join(said))) and runs[0].getparent() is not None:
                    yield Linked(target, runs[0], run)
