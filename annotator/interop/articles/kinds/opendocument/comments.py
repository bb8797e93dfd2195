"""Comments of an OpenDocument text: their text, replies and state, and signs at their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from annotator.interop.articles.inline.signs import begins, ends
from annotator.interop.articles.kinds.opendocument.links import LINK, target_of
from annotator.interop.articles.kinds.opendocument.names import DUBLIN_CORE, METADATA, OFFICE, PARAGRAPHS, TEXT, become
from annotator.interop.articles.margin.margin import MOST_COMMENTS, Comment, Margin

NAME = f"{OFFICE}name"
ANNOTATION, ANNOTATION_END = f"{OFFICE}annotation", f"{OFFICE}annotation-end"
BREAKS: Mapping[str, str] = {f"{TEXT}line-break": "\n", f"{TEXT}tab": "\t", f"{TEXT}s": " "}


def sign_comments(body: Element, margin: Margin) -> None:
    """Put signs where comments begin and end, and take the comments into the margin."""
    numbers: dict[str, int] = {}
    for element in [one for one in body.iter() if one.tag in (ANNOTATION, ANNOTATION_END)]:
        name = element.get(NAME, "")
        if element.tag == ANNOTATION_END:
            number = numbers.pop(name, None)
            become(element, "" if number is None else ends(number))
        elif len(margin.comments) < MOST_COMMENTS:
            numbers[name] = margin.comment(_comment(element))
            become(element, begins(numbers[name]))
        else:
            margin.lost.append(_comment(element))
            become(element, "")


def comments_elsewhere(styles: Element | None) -> Iterator[Comment]:
    """Yield the comments in headers and footers, which are no part of the text."""
    return map(_comment, () if styles is None else styles.iter(ANNOTATION))


def _comment(element: Element) -> Comment:
    writer, time = (element.findtext(f"{DUBLIN_CORE}{key}", "") for key in ("creator", "date"))
    writer = writer or element.findtext(f"{METADATA}creator-initials", "")
    texts = (_text(item).strip() for item in element.iter() if item.tag in PARAGRAPHS)
    is_resolved = _extension(element, "resolved") == "true"
    answers = _extension(element, "parent-name")
    return Comment(writer, time, "\n".join(filter(None, texts)), element.get(NAME, ""), answers, is_resolved)


def _text(paragraph: Element) -> str:
    """Return the text of a paragraph, with the target of each link behind it unless its words are the target."""
    text = "".join(_pieces(paragraph))
    links = dict.fromkeys(target for link in paragraph.iter(LINK) if (target := target_of(link)))
    return " ".join([text, *(f"({link})" for link in links if link not in text)])


def _pieces(element: Element) -> Iterator[str]:
    yield BREAKS.get(element.tag, "") + (element.text or "")
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""


def _extension(element: Element, name: str) -> str:
    """Return an attribute that programs write in namespaces of their own beside the standard."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")
