"""Files of every kind with the same words in them, built from one notation, as the programs write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from email.message import EmailMessage

from annotator.interop.article_kinds import extractor_named
from annotator.interop.articles.extracted import Extracted, Extractor, Wishes
from tests.interop.articles.kinds.test_epub import book, chapter
from tests.interop.articles.kinds.test_opendocument import p as odt_paragraph
from tests.interop.articles.kinds.test_opendocument import with_body as odt
from tests.interop.articles.kinds.test_rtf import escaped, rtf
from tests.interop.articles.kinds.test_word import run
from tests.interop.articles.kinds.test_word import with_body as docx

Piece = str | tuple[str, str]
"""Words, or how they stand there and the words: “raised”, “lowered”, “deleted”, “inserted”, “struck”."""

HTML = {"raised": "sup", "lowered": "sub", "deleted": "del", "inserted": "ins", "struck": "s"}
RTF = {"raised": "super", "lowered": "sub", "deleted": "deleted", "inserted": "revised", "struck": "strike"}
WORD = {
    "raised": '<w:vertAlign w:val="superscript"/>',
    "lowered": '<w:vertAlign w:val="subscript"/>',
    "struck": "<w:strike/>",
}
STYLES = (
    '<style:style style:name="raised" style:family="text"><style:text-properties style:text-position="super 58%"/>'
    '</style:style><style:style style:name="lowered" style:family="text"><style:text-properties '
    'style:text-position="-33% 58%"/></style:style><style:style style:name="struck" style:family="text">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
)
MORE = "A second paragraph of the article, long enough to be taken for text by any reader of pages, follows it here."


def extractor(name: str) -> Extractor:
    found = extractor_named(name)
    assert found
    return found


def in_html(pieces: tuple[Piece, ...]) -> str:
    tags = ((HTML[one[0]], one[1]) if isinstance(one, tuple) else ("", one) for one in pieces)
    return "".join(f"<{tag}>{words}</{tag}>" if tag else words for tag, words in tags)


def _page(pieces: tuple[Piece, ...]) -> bytes:
    body = f"<article><p>{in_html(pieces)}</p><p>{MORE}</p></article>"
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()


def _mail(pieces: tuple[Piece, ...]) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Mill"
    message.set_content(f"<p>{in_html(pieces)}</p>", subtype="html")
    return message.as_bytes()


def _word(pieces: tuple[Piece, ...]) -> bytes:
    return docx(f"<w:p>{''.join(map(_run, pieces))}</w:p>")


def _run(piece: Piece) -> str:
    match piece:
        case str():
            return run(piece)
        case ("deleted", words):
            return f'<w:del w:id="1" w:author="a">{run(words).replace("w:t", "w:delText")}</w:del>'
        case ("inserted", words):
            return f'<w:ins w:id="1" w:author="a">{run(words)}</w:ins>'
        case (how, words):
            return run(words).replace("<w:r>", f"<w:r><w:rPr>{WORD[how]}</w:rPr>")


def _odt(pieces: tuple[Piece, ...]) -> bytes:
    changes: list[str] = []
    body = "".join(_span(piece, changes) for piece in pieces)
    return odt(f"<text:tracked-changes>{''.join(changes)}</text:tracked-changes>{odt_paragraph(body)}", STYLES)


def _span(piece: Piece, changes: list[str]) -> str:
    id = f"c{len(changes)}"
    match piece:
        case str():
            return piece
        case ("deleted", words):
            region = f"<text:deletion>{odt_paragraph(words)}</text:deletion>"
            changes.append(f'<text:changed-region text:id="{id}">{region}</text:changed-region>')
            return f'<text:change text:change-id="{id}"/>'
        case ("inserted", words):
            changes.append(f'<text:changed-region text:id="{id}"><text:insertion/></text:changed-region>')
            return f'<text:change-start text:change-id="{id}"/>{words}<text:change-end text:change-id="{id}"/>'
        case (how, words):
            return f'<text:span text:style-name="{how}">{words}</text:span>'


def _rtf(pieces: tuple[Piece, ...]) -> bytes:
    words = (f"{{\\{RTF[one[0]]} {escaped(one[1])}}}" if isinstance(one, tuple) else escaped(one) for one in pieces)
    return rtf("".join(words) + "\\par")


KINDS: Mapping[str, Callable[[tuple[Piece, ...]], bytes]] = {
    "html": _page,
    "mail": _mail,
    "epub": lambda pieces: book({"a.xhtml": chapter("One", in_html(pieces))}),
    "docx": _word,
    "odt": _odt,
    "rtf": _rtf,
}
"""Bytes of a file of each kind with a paragraph of these pieces."""


def imported(kind: str, *pieces: Piece) -> Extracted:
    """The article from a file of that kind."""
    of_kind = extractor(kind)
    (found,) = of_kind.extract(KINDS[kind](pieces), f"story{of_kind.suffixes[0]}", Wishes())
    return found


def line(found: Extracted, word: str = "The mill") -> str:
    """The paragraph that begins with that word."""
    return next(text for text in found.text.split("\n\n") if text.startswith(word))
