"""Comments on the facts of a Word document: number, verdict, state, what is known, and each piece of evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from annotator.facts.desk.words import kind_words, stance_words
from annotator.interop.articles.kinds.word.evidence_runs import KIND_STYLES, STANCE_STYLES
from annotator.interop.handover.content import HandedFact, HandOver, Piece
from annotator.interop.handover.sheet_words import fact_notes, speakers_line
from annotator.interop.handover.word.xml import attribute, line, paragraph, run
from annotator.interop.handover.words import glyph_and_state, verdict_words
from annotator.language.plain_line import runs_leftwards
from annotator.translation.messages import _

MARK = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
STYLE = "CommentText"
BOLD = "<w:b/>"
QUOTE = "EvidenceQuote"
STYLES_OF_STANCES: Mapping[str, str] = {stance: style for style, stance in STANCE_STYLES.items()}
STYLES_OF_KINDS: Mapping[str, str] = {kind: style for style, kind in KIND_STYLES.items()}


class Comments:
    """Numbered comments: one for each fact, and one for each piece of evidence that serves none.

    ``of_facts`` has their numbers by the numbers of the facts, ``of_pieces`` by the labels of the pieces.
    """

    def __init__(self, handed: HandOver) -> None:
        self._handed = handed
        self._pieces = {piece.label: piece for piece in handed.evidence}
        self._loose = [piece for piece in handed.evidence if not piece.facts]
        self.of_facts = {fact.number: at for at, fact in enumerate(handed.facts)}
        self.of_pieces = {piece.label: at for at, piece in enumerate(self._loose, len(handed.facts))}

    def xml(self) -> str:
        """Return all comments."""
        facts = (_comment(self.of_facts[one.number], self._by, self._fact(one)) for one in self._handed.facts)
        loose = (_comment(self.of_pieces[one.label], self._by, [_piece(one)]) for one in self._loose)
        return "".join((*facts, *loose))

    @property
    def _by(self) -> str:
        return self._handed.annotator or _("Fact check")

    def _fact(self, fact: HandedFact) -> Sequence[str]:
        head = f"{fact.number} · {verdict_words(fact.verdict)} · {glyph_and_state(fact.state)}"
        pieces = (self._pieces[label] for label in fact.evidence if label in self._pieces)
        said = [words for words in (speakers_line(fact), *fact_notes(fact)) if words]
        return [line(head, STYLE, BOLD), *(line(one, STYLE) for one in said), *map(_piece, pieces)]


def _comment(id: int, by: str, paragraphs: Sequence[str]) -> str:
    first = paragraphs[0]
    at = first.index("</w:pPr>") + len("</w:pPr>")
    said = f'w:id="{id}" w:author={attribute(by)} w:initials={attribute(by[:1].upper())}'
    return f"<w:comment {said}>{first[:at]}{MARK}{first[at:]}{''.join(paragraphs[1:])}</w:comment>"


def _piece(piece: Piece) -> str:
    """Return a paragraph with the piece, whose parts can be told apart by the styles of their runs."""
    leftwards = runs_leftwards(piece.told)
    parts = "".join(
        f"{run(before)}{run(text, _style(style))}{run('”') if style == QUOTE else ''}"
        for before, text, style in _parts(piece)
    )
    return paragraph(run(piece.label, BOLD) + parts, STYLE, leftwards=leftwards)


def _parts(piece: Piece) -> Iterator[tuple[str, str, str]]:
    """Yield each part of the piece, in its order, with what stands before it and with its style."""
    if piece.stance:
        yield " ", stance_words(piece.stance), STYLES_OF_STANCES.get(piece.stance, "EvidenceStance")
    if piece.kind:
        yield " · " if piece.stance else " ", kind_words(piece.kind), STYLES_OF_KINDS.get(piece.kind, "EvidenceKind")
    for before, text, style in (
        ("\n", piece.title, "EvidenceTitle"),
        ("\n", piece.publisher, "EvidencePublisher"),
        ("\n“", piece.quote, QUOTE),
        # Translators: before the page of a source, abbreviated.
        ("\n" + _("p.") + " ", piece.page, "EvidencePage"),
        ("\n", piece.link, "EvidenceLink"),
        ("\n" + _("kept at") + " ", piece.archived, "EvidenceArchived"),
        ("\n" + _("seen on") + " ", piece.seen, "EvidenceSeen"),
        ("\n", piece.note, "EvidenceNote"),
    ):
        if text:
            yield before, text, style


def _style(style: str) -> str:
    return f'<w:rStyle w:val="{style}"/>'
