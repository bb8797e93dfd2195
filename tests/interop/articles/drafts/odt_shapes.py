"""OpenDocument texts of drafts as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from tests.interop.articles.drafts.notation import Block, Box, Draft, Said, Table, tokens
from tests.interop.articles.kinds.test_opendocument import DUBLIN_CORE, NAMESPACES, with_body

LOEXT = 'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def written(draft: Draft) -> bytes:
    """The draft as LibreOffice writes it."""
    return _Writing(draft).file()


@dataclass(slots=True)
class _Writing:
    draft: Draft
    changes: list[str] = field(default_factory=list)

    def file(self) -> bytes:
        body = "".join(map(self.block, self.draft.blocks))
        changes = f"<text:tracked-changes>{''.join(self.changes)}</text:tracked-changes>" if self.changes else ""
        others = {}
        if self.draft.heads:
            head = f"<style:header><text:p>{self.inline(self.draft.heads)}</text:p></style:header>"
            others["styles"] = (
                f"<office:document-styles {NAMESPACES} {DUBLIN_CORE}>{head}</office:document-styles>".encode()
            )
        return with_body(changes + body, **others)

    def block(self, block: Block) -> str:
        match block:
            case Table(rows):
                cells = (
                    "".join(
                        f"<table:table-cell><text:p>{self.inline(cell)}</text:p></table:table-cell>" for cell in row
                    )
                    for row in rows
                )
                inside = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
                return f"<table:table>{inside}</table:table>"
            case Box(before, words):
                box = f"<draw:frame><draw:text-box><text:p>{self.inline(words)}</text:p></draw:text-box></draw:frame>"
                return f"<text:p>{self.inline(before)}{box}</text:p>"
            case str():
                return f'<text:p text:style-name="Standard">{self.inline(block)}</text:p>'

    def inline(self, text: str) -> str:
        return "".join(self.pieces(text))

    def pieces(self, text: str) -> Iterator[str]:
        opened: list[tuple[str, list[str]]] = []
        for piece, kind in self.marked(text):
            if kind == "open":
                opened.append((piece, []))
            elif kind == "close":
                begin, inside = opened.pop()
                whole = self.closed(begin, "".join(inside))
                if opened:
                    opened[-1][1].append(whole)
                else:
                    yield whole
            elif opened:
                opened[-1][1].append(piece)
            else:
                yield piece

    def marked(self, text: str) -> Iterator[tuple[str, str]]:
        for token in tokens(text):
            match token.kind:
                case "words":
                    yield escape(token.said), ""
                case "begin":
                    yield "".join(self.annotation(letter, True) for letter in self.thread(token.said)), ""
                case "point":
                    yield "".join(self.annotation(letter, False) for letter in self.thread(token.said)), ""
                case "end":
                    yield f'<office:annotation-end office:name="{_name(token.said)}"/>', ""
                case "note":
                    yield self.note(token.said), ""
                case "open":
                    yield f"{token.said} {token.target}", "open"
                case _:
                    yield "", "close"

    def closed(self, begin: str, inside: str) -> str:
        kind, _blank, target = begin.partition(" ")
        if kind in ("link", "field"):
            return f'<text:a {XLINK} xlink:type="simple" xlink:href={quoteattr(target)}>{inside}</text:a>'
        id = f"ct{len(self.changes)}"
        by = f"<dc:creator>{escape(self.draft.by)}</dc:creator><dc:date>{self.draft.at.rstrip('Z')}</dc:date>"
        info = f"<office:change-info>{by}</office:change-info>"
        region = f'<text:changed-region xml:id="{id}" text:id="{id}">'
        if kind in ("del", "from"):
            gone = f"<text:deletion>{info}<text:p>{inside}</text:p></text:deletion>"
            self.changes.append(f"{region}{gone}</text:changed-region>")
            return f'<text:change text:change-id="{id}"/>'
        self.changes.append(f"{region}<text:insertion>{info}</text:insertion></text:changed-region>")
        return f'<text:change-start text:change-id="{id}"/>{inside}<text:change-end text:change-id="{id}"/>'

    def thread(self, letter: str) -> list[str]:
        return [letter, *(other for other, said in self.draft.comments.items() if said.answers == letter)]

    def annotation(self, letter: str, is_range: bool) -> str:
        said = self.draft.comments[letter]
        parent = f' loext:parent-name="{_name(said.answers)}"' if said.answers else ""
        name = "" if said.answers or not (is_range or self.is_answered(letter)) else f' office:name="{_name(letter)}"'
        resolved = f' loext:resolved="{str(said.is_resolved).lower()}"'
        return f"<office:annotation {LOEXT}{name}{parent}{resolved}>{_inside(said)}</office:annotation>"

    def is_answered(self, letter: str) -> bool:
        return any(said.answers == letter for said in self.draft.comments.values())

    def note(self, id: str) -> str:
        mark = f"<text:note-citation>{id}</text:note-citation>"
        inside = f"<text:note-body><text:p>{self.inline(self.draft.notes[id])}</text:p></text:note-body>"
        return f'<text:note text:id="ftn{id}" text:note-class="footnote">{mark}{inside}</text:note>'


def _name(letter: str) -> str:
    return f"__Annotation__{ord(letter)}_42"


def _inside(said: Said) -> str:
    time = f"<dc:date>{said.time.rstrip('Z')}.000000000</dc:date>" if said.time else ""
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in said.text.split("\n"))
    return (
        f"<dc:creator>{escape(said.writer)}</dc:creator>{time}<meta:creator-initials>A</meta:creator-initials>{lines}"
    )
