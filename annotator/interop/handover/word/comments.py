"""Notes on facts as comments of Word or as its footnotes: their numbers, their marks in the text, and their part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotator.interop.handover.content import HandOver
from annotator.interop.handover.word.notes import fact_paragraphs, piece_paragraph
from annotator.interop.handover.word.page import FOOTNOTE
from annotator.interop.handover.word.xml import attribute, run
from annotator.translation.messages import _

REFERENCE = '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
RAISED = '<w:vertAlign w:val="superscript"/>'
SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for id, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


class Comments:
    """Numbered comments: one for each fact, and one for each piece of evidence that serves none."""

    first, style, between = 0, "CommentText", "\n"
    also = ""
    """Stands between the marks of two notes whose words end at one place."""

    def __init__(self, handed: HandOver) -> None:
        self.handed = handed
        self._pieces = {piece.label: piece for piece in handed.evidence}
        self._loose = [piece for piece in handed.evidence if not piece.facts]
        keys = (*(str(fact.number) for fact in handed.facts), *(piece.label for piece in self._loose))
        self._ids = {key: id for id, key in enumerate(keys, self.first)}

    def has(self, key: str) -> bool:
        """Tell whether there is a note of that key: the number of a fact or the label of a piece."""
        return key in self._ids

    def begins(self, key: str) -> str:
        """Return the mark where the words of a note begin."""
        return f'<w:commentRangeStart w:id="{self._ids[key]}"/>'

    def ends(self, key: str) -> str:
        """Return the mark where the words of a note end, and the reference to it."""
        id = self._ids[key]
        return f'<w:commentRangeEnd w:id="{id}"/><w:r>{REFERENCE}<w:commentReference w:id="{id}"/></w:r>'

    def xml(self) -> str:
        """Return all notes as the content of their part."""
        looks = self.style, self.between
        facts = {str(one.number): fact_paragraphs(one, self._pieces, *looks) for one in self.handed.facts}
        loose = {one.label: [piece_paragraph(one, *looks)] for one in self._loose}
        paragraphs = facts | loose
        return "".join(self._note(id, paragraphs[key]) for key, id in self._numbered().items())

    def _numbered(self) -> Mapping[str, int]:
        """Return the ids of the notes by their keys, in the order in which they stand in their part."""
        return self._ids

    def _note(self, id: int, paragraphs: Sequence[str]) -> str:
        by = self.handed.annotator or _("Fact check")
        said = f'w:id="{id}" w:author={attribute(by)} w:initials={attribute(by[:1].upper())}'
        return f"<w:comment {said}>{marked(paragraphs, f'<w:r>{REFERENCE}<w:annotationRef/></w:r>')}</w:comment>"


class Footnotes(Comments):
    """The same notes as footnotes, each under the number of its fact.

    Their ids are in the order in which the text refers to them, as LibreOffice takes the next for each mark.
    """

    first, style, between = 1, FOOTNOTE, ", "
    also = run(",", RAISED)

    def __init__(self, handed: HandOver) -> None:
        super().__init__(handed)
        self._referred: dict[str, int] = {}

    def begins(self, key: str) -> str:  # noqa: ARG002  # nothing marks where the words of a footnote begin
        """Return nothing: a footnote has a mark at the end of its words alone."""
        return ""

    def ends(self, key: str) -> str:
        """Return the raised number of the fact, or the label of the piece, which refers to the footnote.

        Each of its signs is a text of its own, as LibreOffice shows a text of several signs twice.
        """
        id = self._referred.setdefault(key, self.first + len(self._referred))
        reference = f'<w:footnoteReference w:customMarkFollows="1" w:id="{id}"/>'
        signs = "".join(f"<w:t>{sign}</w:t>" for sign in key)
        return f"<w:r><w:rPr>{RAISED}</w:rPr>{reference}{signs}</w:r>"

    def xml(self) -> str:
        """Return all notes as the content of their part, with the lines above them on the page."""
        return SEPARATORS + super().xml()

    def _numbered(self) -> Mapping[str, int]:
        keys = dict.fromkeys((*self._referred, *self._ids))
        return {key: id for id, key in enumerate(keys, self.first)}

    def _note(self, id: int, paragraphs: Sequence[str]) -> str:
        """Return the footnote, which begins with the number of the fact; some programs put its mark before that."""
        return f'<w:footnote w:id="{id}">{marked(paragraphs, run(" "))}</w:footnote>'


def marked(paragraphs: Sequence[str], mark: str) -> str:
    """Return the paragraphs with the mark at the beginning of the first."""
    first = paragraphs[0]
    at = first.index("</w:pPr>") + len("</w:pPr>")
    return "".join((first[:at], mark, first[at:], *paragraphs[1:]))
