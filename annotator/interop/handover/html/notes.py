"""Notes on facts: verdict, state, who says it, figures, evidence, and what is proposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from annotator.interop.handover.content import HandedFact, HandedQuery, HandOver, Piece, Wording
from annotator.interop.handover.html.markup import inner_links, line, outer_link, plain, term
from annotator.interop.handover.sheet_words import whole_page_of
from annotator.interop.handover.words import (
    VERDICT_GLYPHS,
    choice_words,
    day_words,
    figure_words,
    glyph_and_state,
    speaker_words,
    time_words,
    verdict_words,
    withheld_words,
)
from annotator.language.plain_line import plain_line
from annotator.language.writing_direction import html_language
from annotator.translation.messages import _, listed, pgettext

PART = " · "


class Notes:
    """Notes on the facts of a hand-over."""

    def __init__(self, handed: HandOver) -> None:
        self._facts = {fact.number: fact for fact in handed.facts}
        self._pieces = {piece.label: piece for piece in handed.evidence}
        self._queries: dict[int, list[HandedQuery]] = defaultdict(list)
        for query in handed.queries:
            self._queries[query.number].append(query)

    def note(self, number: int) -> str:
        """Return the note on the fact with that number."""
        fact = self._facts[number]
        lines = "".join(self._lines(fact))
        said = plain(_("To the text"))
        back = f'<a class="back" href="#r{number}" aria-label="{said}">{number}</a>'
        return f'<div class="note" id="n{number}" data-n="{number}">{back}<div {html_language()}>{lines}</div></div>'

    def _lines(self, fact: HandedFact) -> Iterator[str]:
        day = f' <span class="t day">{line(fact.checked_on)}</span>' if fact.checked_on else ""
        yield f"<div>{verdict_markup(fact.verdict)} {state_markup(fact.state)}{day}</div>"
        if fact.speakers:
            yield term(_("said by"), line(listed(map(speaker_words, fact.speakers))))
        if fact.figures:
            yield term(_("figure"), line("; ".join(map(figure_words, fact.figures))))
        if evidence := [*self._evidence(fact)]:
            yield term(_("evidence"), "; ".join(evidence))
        if fact.links:
            yield term(_("evidence links"), "; ".join(map(outer_link, fact.links)))
        if fact.wording:
            yield term(_("proposed"), wording_markup(fact.wording))
        yield from map(_query, self._queries.get(fact.number, ()))
        if fact.exception:
            yield term(_("exception"), line(fact.exception))
        if fact.note:
            yield term(_("note"), line(fact.note))

    def _evidence(self, fact: HandedFact) -> Iterator[str]:
        yield from (_piece(self._pieces[label]) for label in fact.evidence)
        if withheld := withheld_words(fact.confidential):
            yield plain(withheld)


def verdict_markup(verdict: str) -> str:
    """Return glyph and word of the verdict, with the class of its colour."""
    known = f" v-{verdict}" if verdict in VERDICT_GLYPHS else ""
    return f'<b class="verdict{known}">{_with_glyph(verdict_words(verdict))}</b>'


def state_markup(state: str) -> str:
    """Return glyph and word of the state of check."""
    return f'<span class="state">{_with_glyph(glyph_and_state(state))}</span>'


def wording_markup(wording: Wording) -> str:
    """Return the old words struck out, the new ones, and what the author has answered."""
    said = f"<del>{line(wording.old)}</del> → <ins>{line(wording.new)}</ins>"
    answer = line(PART.join(part for part in (choice_words(wording.answer), wording.why) if part))
    return f"{said} {answer}" if wording.answer or wording.why else said


def _with_glyph(words: str) -> str:
    glyph, blank, word = words.partition(" ")
    return f'<span class="g">{plain(glyph)}</span> {plain(word)}' if blank and len(glyph) == 1 else plain(words)


def _piece(piece: Piece) -> str:
    """Return the piece with what is known of it; on paper only its page, as the list of evidence has the rest."""
    seen = _("seen {day}").format(day=day_words(piece.seen)) if piece.seen else ""
    page = whole_page_of(piece)
    told = f'<span class="told"> {line(listed(filter(None, (piece.told, page, seen))))}</span>'
    brief = f' data-page="{plain(plain_line(page))}"' if page else ""
    return f'<span class="piece"{brief}>{inner_links([piece.label])}{told}</span>'


def _query(query: HandedQuery) -> str:
    state = pgettext("query", "answered") if query.answer or query.answered else pgettext("query", "open")
    words = PART.join(part for part in (query.text, time_words(query.asked), state, query.answer) if part)
    return term(_("query"), line(words))
