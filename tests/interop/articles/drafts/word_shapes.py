"""Word documents of drafts as Word, LibreOffice and Google Docs write them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

from tests.interop.articles.drafts.notation import Block, Box, Draft, Said, Table, tokens
from tests.interop.articles.kinds.test_word import with_body
from tests.interop.articles.taking import repacked

WORD, LIBREOFFICE, GOOGLE = "Word", "LibreOffice", "Google Docs"
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
SPACES = (
    f'xmlns:r="{RELATIONSHIP}" {W14} '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
)
RELATIONS = "word/_rels/document.xml.rels"
TAGS = {"ins": "ins", "del": "del", "from": "moveFrom", "to": "moveTo"}


def written(draft: Draft, program: str = WORD) -> bytes:
    """The draft as that program writes it."""
    return _Writing(draft, program).file()


@dataclass(slots=True)
class _Writing:
    draft: Draft
    program: str
    numbers: dict[str, int] = field(default_factory=dict)
    targets: list[str] = field(default_factory=list)
    ids: int = 100

    def file(self) -> bytes:
        self.numbers = {letter: number for number, letter in enumerate(self.draft.comments)}
        body = "".join(map(self.block, self.draft.blocks))
        found = (
            with_body(body.replace("<w:p>", self._p()), comments=self.comments())
            if self.draft.comments
            else with_body(body)
        )
        parts = {f"word/{name}": part.encode() for name, part in self.parts().items()}
        return repacked(found, parts | ({RELATIONS: self.relations(found)} if self.targets else {}))

    def relations(self, found: bytes) -> bytes:
        """The relationships of the document with those of its links."""
        with ZipFile(BytesIO(found)) as archive:
            return archive.read(RELATIONS).replace(b"</Relationships>", self.links().encode() + b"</Relationships>")

    def links(self) -> str:
        return "".join(
            f'<Relationship Id="rId{900 + number}" Type="{RELATIONSHIP}/hyperlink" Target={quoteattr(target)} '
            'TargetMode="External"/>'
            for number, target in enumerate(self.targets)
        )

    def _p(self) -> str:
        return '<w:p w:rsidR="00A11B22" w:rsidRDefault="00A11B22">' if self.program == WORD else "<w:p>"

    def parts(self) -> dict[str, str]:
        notes = "".join(self.note(id, text) for id, text in self.draft.notes.items())
        found = {}
        if notes:
            lines = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            found["footnotes.xml"] = f"<w:footnotes {SPACES}>{lines}{notes}</w:footnotes>"
        if self.draft.heads:
            found["header1.xml"] = f"<w:hdr {SPACES}><w:p>{self.inline(self.draft.heads)}</w:p></w:hdr>"
        if self.draft.comments and self.program != GOOGLE:
            found["commentsExtended.xml"] = self.extended()
            found["commentsIds.xml"] = self.durable()
        if notes and self.targets:
            space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
            found["_rels/footnotes.xml.rels"] = f"<Relationships {space}>{self.links()}</Relationships>"
        return found

    def comments(self) -> str:
        return "".join(self.comment(letter, said) for letter, said in self.draft.comments.items())

    def comment(self, letter: str, said: Said) -> str:
        number, time = self.numbers[letter], f' w:date="{said.time}"' if said.time and self.program != GOOGLE else ""
        initials = f' w:initials="{said.writer[:1]}"' if self.program != GOOGLE else ""
        lines = said.text.split("\n")
        paragraphs = "".join(self.comment_line(letter, line, at == len(lines) - 1) for at, line in enumerate(lines))
        return f'<w:comment w:id="{number}" w:author={quoteattr(said.writer)}{time}{initials}>{paragraphs}</w:comment>'

    def comment_line(self, letter: str, line: str, is_last: bool) -> str:
        if self.program == GOOGLE:
            look = '<w:rPr><w:color w:val="000000"/></w:rPr>'
            return f'<w:p><w:r>{look}<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        id = self.paragraph_id(letter) if is_last else f"0000F{self.numbers[letter]:03X}"
        mark = "<w:r><w:annotationRef/></w:r>" if self.program == WORD else ""
        return f'<w:p {W14} w14:paraId="{id}">{mark}{self.run(line)}</w:p>'

    def paragraph_id(self, letter: str) -> str:
        return f"5C0A{self.numbers[letter]:04X}"

    def extended(self) -> str:
        rows = (
            f'<w15:commentEx w15:paraId="{self.paragraph_id(letter)}" w15:done="{int(said.is_resolved)}"'
            + (f' w15:paraIdParent="{self.paragraph_id(said.answers)}"/>' if said.answers else "/>")
            for letter, said in self.draft.comments.items()
        )
        return f"<w15:commentsEx {SPACES}>{''.join(rows)}</w15:commentsEx>"

    def durable(self) -> str:
        rows = (
            f'<w16cid:commentId w16cid:paraId="{self.paragraph_id(letter)}" w16cid:durableId="2BD{number:05X}"/>'
            for letter, number in self.numbers.items()
        )
        return f"<w16cid:commentsIds {SPACES}>{''.join(rows)}</w16cid:commentsIds>"

    def note(self, id: str, text: str) -> str:
        mark = "<w:r><w:footnoteRef/></w:r>"
        return f'<w:footnote w:id="{id}"><w:p>{mark}{self.inline(text)}</w:p></w:footnote>'

    def block(self, block: Block) -> str:
        match block:
            case Table(rows):
                cells = ("".join(f"<w:tc><w:p>{self.inline(cell)}</w:p></w:tc>" for cell in row) for row in rows)
                return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
            case Box(before, inside):
                box = f"<w:txbxContent><w:p>{self.inline(inside)}</w:p></w:txbxContent>"
                choice = f"<mc:Choice Requires='wps'><w:drawing><w:x>{box}</w:x></w:drawing></mc:Choice>"
                both = f"{choice}<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
                shape = f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"
                return f"<w:p>{self.inline(before)}{shape}</w:p>"
            case str():
                return f"<w:p>{self.inline(block)}</w:p>"

    def inline(self, text: str) -> str:
        return "".join(self.pieces(text))

    def pieces(self, text: str) -> Iterator[str]:
        ends: list[str] = []
        for token in tokens(text):
            match token.kind:
                case "words":
                    is_gone = any("</w:del>" in end or "moveFrom" in end for end in ends)
                    yield from self.runs(token.said, "delText" if is_gone else "t")
                case "begin":
                    yield "".join(map(self.begin, self.thread(token.said)))
                case "end":
                    yield from map(self.end, self.thread(token.said))
                case "point":
                    yield from map(self.reference, self.thread(token.said))
                case "note":
                    style = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                    yield f'<w:r>{style}<w:footnoteReference w:id="{token.said}"/></w:r>'
                case "open":
                    begin, end = self.wrapper(token.said, token.target)
                    ends.append(end)
                    yield begin
                case _:
                    yield ends.pop()

    def thread(self, letter: str) -> list[str]:
        """The comment and the replies to it, which programs put at the same places."""
        return [letter, *(other for other, said in self.draft.comments.items() if said.answers == letter)]

    def begin(self, letter: str) -> str:
        mark = f'<w:commentRangeStart w:id="{self.numbers[letter]}"/>'
        tag = f'<w:sdtPr><w:tag w:val="goog_rdk_{self.numbers[letter]}"/></w:sdtPr>'
        return f"<w:sdt>{tag}<w:sdtContent>{mark}</w:sdtContent></w:sdt>" if self.program == GOOGLE else mark

    def end(self, letter: str) -> str:
        return f'<w:commentRangeEnd w:id="{self.numbers[letter]}"/>{self.reference(letter)}'

    def reference(self, letter: str) -> str:
        style = '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>' if self.program == WORD else ""
        return f'<w:r>{style}<w:commentReference w:id="{self.numbers[letter]}"/></w:r>'

    def wrapper(self, kind: str, target: str) -> tuple[str, str]:
        """The markup before and behind the words."""
        if kind == "link":
            self.targets.append(target)
            return f'<w:hyperlink xmlns:r="{RELATIONSHIP}" r:id="rId{899 + len(self.targets)}">', "</w:hyperlink>"
        if kind == "field":
            said = f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{target}" </w:instrText></w:r>'
            return f"{_field('begin')}{said}{_field('separate')}", _field("end")
        self.ids += 2
        tag, by = TAGS[kind], f'w:author={quoteattr(self.draft.by)} w:date="{self.draft.at}"'
        begin, end = f'<w:{tag} w:id="{self.ids}" {by}>', f"</w:{tag}>"
        if kind in ("from", "to"):
            begin = f'<w:{tag}RangeStart w:id="{self.ids + 1}" {by} w:name="move1"/>{begin}'
            end += f'<w:{tag}RangeEnd w:id="{self.ids + 1}"/>'
        return begin, end

    def runs(self, words: str, tag: str) -> Iterator[str]:
        """The words as runs; Word divides them wherever it has looked at the spelling."""
        cut = words.find(" ", len(words) // 2) if self.program == WORD else -1
        for piece in filter(None, (words[:cut], words[cut:]) if cut > 0 else (words,)):
            yield self.run(piece, tag)
            yield '<w:proofErr w:type="spellStart"/>' if cut > 0 and tag == "t" else ""

    def run(self, words: str, tag: str = "t") -> str:
        id = ' w:rsidRPr="00B20C11"' if self.program == WORD else ""
        return f'<w:r{id}><w:{tag} xml:space="preserve">{escape(words)}</w:{tag}></w:r>'


def _field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
