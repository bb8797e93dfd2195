"""Comments of a Word document: their text, replies and state in the parts of the archive, and signs at their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any
from xml.etree.ElementTree import Element

from annotator.interop.articles.inline.signs import begins, ends
from annotator.interop.articles.kinds.word.evidence_runs import sources_in
from annotator.interop.articles.kinds.word.links import targets_in
from annotator.interop.articles.kinds.word.names import NOT_SET, W, run_of, text_element
from annotator.interop.articles.margin.margin import MOST_COMMENTS, Comment, Margin
from annotator.interop.articles.xml_part import part_of
from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError

ID = W + "id"
TABLES = (W + "tbl", W + "tr", W + "tc", W + "sdt", W + "sdtContent", W + "p")
"""Elements beside a place between paragraphs that may hold the paragraph it belongs to."""

SPECIAL = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def comments_in(archive: Archive) -> dict[str, Comment]:
    """Return the comments by id, with the replies and states that a further part tells.

    There are none where their part is damaged, without which the text is read.
    """
    root = _root(archive, "comments")
    if root is None:
        return {}
    targets = targets_in(archive, "comments.xml")
    comments: dict[str, Comment] = {}
    paragraphs: dict[str, str] = {}
    for element in root.iter():
        if _local(element.tag) == "comment":
            id = _said(element).get("id", "")
            comments[id] = _comment(element, id, targets)
            paragraphs |= {mark: id for mark in _paragraph_ids(element) if mark not in paragraphs}
    return _threaded(comments, paragraphs, _root(archive, "commentsExtended"))


def _root(archive: Archive, name: str) -> Element | None:
    member = next((member for member in archive.names if member.endswith(f"/{name}.xml")), "")
    try:
        return part_of(archive, member)[1] if member else None
    except ForeignError:
        return None


def _threaded(
    comments: dict[str, Comment], paragraphs: Mapping[str, str], extended: Element | None
) -> dict[str, Comment]:
    """Return the comments with what the further part says of them by the ids of their paragraphs."""
    for element in () if extended is None else extended.iter():
        said = _said(element)
        id = paragraphs.get(said.get("paraId", ""), "")
        if id in comments and _local(element.tag) == "commentEx":
            is_resolved = said.get("done", "0") not in NOT_SET
            answers = paragraphs.get(said.get("paraIdParent", ""), "")
            comments[id] = replace(comments[id], answers=answers, is_resolved=is_resolved)
    return comments


def _paragraph_ids(comment: Element) -> Iterator[str]:
    return (id for one in comment.iter() if _local(one.tag) == "p" and (id := _said(one).get("paraId", "")))


def _comment(element: Element, id: str, targets: Mapping[str, str]) -> Comment:
    said = _said(element)
    paragraphs = (_text(one, targets) for one in element.iter() if _local(one.tag) == "p")
    text, by = "\n".join(paragraphs).strip(), said.get("author", "") or said.get("initials", "")
    return Comment(by, said.get("date", ""), text, id, sources=sources_in(element))


def _text(paragraph: Element, targets: Mapping[str, str]) -> str:
    """Return the text of a paragraph, with the target of each link behind it unless its words are the target."""
    pieces = []
    for one in paragraph.iter():
        name = _local(one.tag)
        pieces.append((one.text or "") if name == "t" else "" if one.attrib else SPECIAL.get(name, ""))
    text = "".join(pieces)
    links = [targets.get(_said(one).get("id", ""), "") for one in paragraph.iter() if _local(one.tag) == "hyperlink"]
    return " ".join([text, *(f"({link})" for link in dict.fromkeys(links) if link and link not in text)])


def _said(element: Element) -> dict[str, str]:
    return {_local(key): value for key, value in element.items()}


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def sign_comments(roots: Sequence[Any], comments: Mapping[str, Comment], margin: Margin) -> None:
    """Put signs where the comments, by id, begin and end in the parts, and take the comments into the margin."""
    numbers = {id: margin.comment(comment) for id, comment in islice(comments.items(), MOST_COMMENTS)}
    margin.lost += islice(comments.values(), MOST_COMMENTS, None)
    begun = {id for id, element in _marked(roots, "commentRangeStart", numbers) if _put(element, begins, numbers)}
    ended = {id for id, element in _marked(roots, "commentRangeEnd", numbers) if _put(element, ends, numbers)}
    for id, element in _marked(roots, "commentReference", comments):
        if id in numbers and (id not in begun or id not in ended):
            sign = ends(numbers[id]) if id in begun else begins(numbers[id])
            element.addprevious(text_element(element, sign))
        element.getparent().remove(element)


def _marked(roots: Iterable[Any], name: str, known: Mapping[str, object]) -> Iterator[tuple[str, Any]]:
    found = [element for root in roots for element in root.iter(W + name)]
    return ((id, element) for element in found if (id := element.get(ID, "")) in known)


def _put(element: Any, sign: Callable[[int], str], numbers: Mapping[str, int]) -> bool:
    """Put the sign in the place of the element, or into the paragraph beside it; return whether there is one."""
    run = run_of(element, sign(numbers[element.get(ID)]))
    if next(element.iterancestors(W + "p", W + "tc"), element).tag == W + "p":
        element.addprevious(run)
        return True
    if sign is begins:
        paragraph = next((p for one in element.itersiblings(*TABLES) for p in one.iter(W + "p")), None)
        if paragraph is not None:
            paragraph.insert(1 if paragraph.find(W + "pPr") is not None else 0, run)
        return paragraph is not None
    before = next(
        (found for one in element.itersiblings(*TABLES, preceding=True) if (found := [*one.iter(W + "p")])), []
    )
    for paragraph in before[-1:]:
        paragraph.append(run)
    return bool(before)
