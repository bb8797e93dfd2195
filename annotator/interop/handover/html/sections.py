"""Sections below the article: the table of facts, sources, evidence, queries, criticism, and what has no place."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.facts.desk.words import kind_words, stance_words
from annotator.interop.handover.content import HandedCriticism, HandedFact, HandedQuery, HandOver, Piece, Speaker
from annotator.interop.handover.html.markup import (
    fact_links,
    file_link,
    inner_links,
    line,
    outer_link,
    plain,
    section,
    table,
    term,
)
from annotator.interop.handover.html.notes import state_markup, verdict_markup, wording_markup
from annotator.interop.handover.sheet_words import file_words, whole_page_of
from annotator.interop.handover.words import (
    NONE,
    choice_words,
    day_words,
    facts_name,
    said_by,
    time_words,
    withheld_words,
)
from annotator.language.plain_line import plain_line
from annotator.language.quoted_words import quoted
from annotator.translation.messages import _, pgettext


def facts_section(handed: HandOver) -> str:
    """Return the table of facts; a sentence where there are none."""
    if not handed.facts:
        sentence = plain(_("No fact is marked that was chosen."))
        return section("facts", _("Facts"), f"<p>{sentence}</p>")
    head = (_("No."), _("In full"), _("Said by"), _("State"), _("Verdict"), _("Evidence"))
    return section("facts", facts_name(handed), table(head, map(_fact, handed.facts)))


def _fact(fact: HandedFact) -> str:
    to_text = f'<a href="#r{fact.number}">{fact.number}</a>' if fact.placed else str(fact.number)
    told = line(fact.told) + (f"<div>{wording_markup(fact.wording)}</div>" if fact.wording else "")
    evidence = inner_links(fact.evidence) or NONE
    cells = (told, line(said_by(fact)), state_markup(fact.state), verdict_markup(fact.verdict))
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr id="f{fact.number}"><td class="no">{to_text}</td>{row}<td class="end">{evidence}</td></tr>'


def unplaced_section(handed: HandOver) -> str:
    """Return the facts whose words do not stand in the text any more; empty where there are none."""
    lost = [fact for fact in handed.facts if not fact.placed]
    if not lost:
        return ""
    rows = "".join(f'<li value="{fact.number}">{line(fact.words)}</li>' for fact in lost)
    sentence = plain(_("The words of these do not stand in the article any more; they are not marked in it."))
    return section("unplaced", _("Without a place"), f"<p>{sentence}</p><ol>{rows}</ol>")


def sources_of(handed: HandOver) -> dict[str, tuple[Speaker, list[int]]]:
    """Return each source by its name, with the numbers of the facts that it says."""
    found: dict[str, tuple[Speaker, list[int]]] = {}
    for fact in handed.facts:
        for speaker in fact.speakers:
            found.setdefault(speaker.name, (speaker, []))[1].append(fact.number)
    return found


def sources_section(handed: HandOver) -> str:
    """Return who says which facts; empty where nobody is named."""
    if not (found := sources_of(handed)):
        return ""
    head = (_("Source"), _("Kind"), _("Naming"), facts_name(handed))
    return section("sources", _("Sources"), table(head, (_source(*one) for one in found.values())))


def _source(speaker: Speaker, numbers: Iterable[int]) -> str:
    name = outer_link(speaker.link, speaker.name) if speaker.link else line(speaker.name)
    cells = (name, plain(choice_words(speaker.kind)), plain(choice_words(speaker.naming)))
    row = "".join(f"<td>{cell or NONE}</td>" for cell in cells)
    return f'<tr>{row}<td class="end">{fact_links(numbers)}</td></tr>'


def evidence_section(handed: HandOver) -> str:
    """Return the list of evidence and how many pieces are withheld; empty where there is neither."""
    withheld = withheld_words(handed.confidential)
    if not handed.evidence and not withheld:
        return ""
    pieces = "".join(map(_piece, handed.evidence))
    more = f'<p class="withheld">{plain(withheld)}</p>' if withheld else ""
    return section("evidence", _("Evidence"), f"<dl>{pieces}</dl>{more}")


def _piece(piece: Piece) -> str:
    title = outer_link(piece.link, piece.told) if piece.link else line(piece.told)
    where = [piece.publisher, whole_page_of(piece)]
    where.append(_("seen {day}").format(day=day_words(piece.seen)) if piece.seen else "")
    kinds = (stance_words(piece.stance), kind_words(piece.kind))
    said = " · ".join(part for part in (*kinds, *where) if part)
    lines = [f"<div>{title}</div>", f'<div class="t">{line(said)}</div>' if said else ""]
    if piece.quote:
        lines.append(f"<blockquote>{line(piece.quote)}</blockquote>")
    if piece.archived:
        lines.append(term(_("archived"), outer_link(piece.archived)))
    if piece.file_name:
        lines.append(term(_("file"), file_link(piece.address, file_words(piece))))
    if piece.note:
        lines.append(term(_("note"), line(piece.note)))
    if piece.facts:
        lines.append(term(pgettext("evidence", "for"), fact_links(piece.facts)))
    return f'<dt id="{piece.label}">{piece.label}</dt><dd>{"".join(lines)}</dd>'


def queries_section(handed: HandOver) -> str:
    """Return the queries to the author; empty where there are none."""
    if not handed.queries:
        return ""
    head = (_("No."), _("Question"), _("Asked on"), _("Answer"))
    return section("queries", _("Queries to the author"), table(head, map(_query, handed.queries)))


def _query(query: HandedQuery) -> str:
    about = fact_links([query.number]) if query.number else NONE
    answer = (
        line(query.answer)
        if query.answer
        else plain(pgettext("query", "answered") if query.answered else pgettext("query", "open"))
    )
    asked = " · ".join(part for part in (time_words(query.asked), query.by) if part)
    cells = "".join(f"<td>{cell}</td>" for cell in (line(query.text), line(asked), answer))
    return f'<tr><td class="no">{about}</td>{cells}</tr>'


def criticism_section(handed: HandOver) -> str:
    """Return the criticism with its replies; empty where there is none."""
    if not handed.criticism:
        return ""
    head = (_("No."), _("Against"), _("Put to them on"), _("Reply"))
    return section("criticism", _("Criticism and replies"), table(head, map(_criticism, handed.criticism)))


def _criticism(one: HandedCriticism) -> str:
    reply = " · ".join(
        (*([one.answer] if one.answer else []), *(quoted(plain_line(words)) for words in one.answered_in))
    )
    cells = (line(one.against), line(one.put) if one.put else NONE, line(reply) if reply else plain(_("none yet")))
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr><td class="no">{fact_links(one.facts) or NONE}</td>{row}</tr>'
