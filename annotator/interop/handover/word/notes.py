"""Paragraphs of a note on a fact: number, verdict, state, what is known, and each piece of evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from annotator.facts.desk.words import kind_words, stance_words
from annotator.interop.articles.kinds.word.evidence_runs import KIND_STYLES, STANCE_STYLES
from annotator.interop.handover.content import HandedFact, Piece
from annotator.interop.handover.sheet_words import fact_notes, is_page, speakers_line
from annotator.interop.handover.word.xml import line, paragraph, run
from annotator.interop.handover.words import glyph_and_state, verdict_words
from annotator.language.plain_line import runs_leftwards
from annotator.translation.messages import _

BOLD = "<w:b/>"
QUOTE = "EvidenceQuote"
STYLES_OF_STANCES: Mapping[str, str] = {stance: style for style, stance in STANCE_STYLES.items()}
STYLES_OF_KINDS: Mapping[str, str] = {kind: style for style, kind in KIND_STYLES.items()}


def fact_paragraphs(fact: HandedFact, pieces: Mapping[str, Piece], style: str, between: str) -> Sequence[str]:
    """Return the note on the fact as paragraphs of that style; ``pieces`` are those that go in, by their labels.

    ``between`` stands before each part of a piece: a newline, or a comma where there is little room.
    """
    head = f"{fact.number} · {verdict_words(fact.verdict)} · {glyph_and_state(fact.state)}"
    said = [words for words in (speakers_line(fact), *fact_notes(fact)) if words]
    evidence = (piece_paragraph(pieces[label], style, between) for label in fact.evidence if label in pieces)
    return [line(head, style, BOLD), *(line(one, style) for one in said), *evidence]


def piece_paragraph(piece: Piece, style: str, between: str) -> str:
    """Return a paragraph with the piece, whose parts can be told apart by the styles of their runs."""
    leftwards = runs_leftwards(piece.told)
    parts = "".join(
        f"{run(before)}{run(text, _style(name))}{run('”') if name == QUOTE else ''}"
        for before, text, name in _parts(piece, between)
    )
    return paragraph(run(piece.label, BOLD) + parts, style, leftwards=leftwards)


def _parts(piece: Piece, between: str) -> Iterator[tuple[str, str, str]]:
    """Yield each part of the piece, in its order, with what stands before it and with its style."""
    if piece.stance:
        yield " ", stance_words(piece.stance), STYLES_OF_STANCES.get(piece.stance, "EvidenceStance")
    if piece.kind:
        yield " · " if piece.stance else " ", kind_words(piece.kind), STYLES_OF_KINDS.get(piece.kind, "EvidenceKind")
    for before, text, style in (
        (between, piece.title, "EvidenceTitle"),
        (between, piece.publisher, "EvidencePublisher"),
        (f"{between}“", piece.quote, QUOTE),
        # Translators: before the page of a source, abbreviated.
        (between + _("p.") + " " if is_page(piece) else between, piece.page, "EvidencePage"),
        (between, piece.link, "EvidenceLink"),
        (between + _("kept at") + " ", piece.archived, "EvidenceArchived"),
        (between + _("seen on") + " ", piece.seen, "EvidenceSeen"),
        (between, piece.note, "EvidenceNote"),
    ):
        if text:
            yield before, text, style


def _style(style: str) -> str:
    return f'<w:rStyle w:val="{style}"/>'
