"""Sentences of the sheet that goes with a checked text: notes of facts, evidence, queries, exceptions, sign-off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.facts.desk.words import stance_words, state_words
from annotator.interop.handover.content import HandedCriticism, HandedFact, HandedQuery, HandOver, Piece, Signature
from annotator.language.plain_line import plain_line
from annotator.model.visible import visible
from annotator.translation.messages import _, listed, ngettext, number

VERDICT_SIGNS = {"supported": "✓", "refuted": "✕", "not-enough-evidence": "?", "conflicting": "≠"}
NONE = "–"
HASH_GROUP = 8
TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?Z")


def verdict_words(fact: HandedFact) -> str:
    """Return “✓ supported”; “– open” for a fact without a verdict."""
    if not fact.verdict:
        # Translators: in place of the verdict of a claim that has none yet.
        return f"{NONE} {_('open')}"
    words = visible(fact.verdict.replace("-", " "))
    sign = VERDICT_SIGNS.get(fact.verdict, "")
    return f"{sign} {words}" if sign else words


def state_of(fact: HandedFact) -> str:
    """Return the name of the fact's state; a fact without one is to check."""
    return state_words(fact.state or "to-check")


def fact_notes(fact: HandedFact) -> Iterator[str]:
    """Yield a line for each thing that is known of the fact, but number, verdict, state and evidence."""
    if fact.speakers:
        yield _("Said by: {names}").format(names=listed(one.name for one in fact.speakers))
    for figure in fact.figures:
        yield from figure.arithmetic
    if fact.wording:
        yield _("Read: “{new}”, not “{old}”").format(new=visible(fact.wording.new), old=visible(fact.wording.old))
        if fact.wording.answer:
            yield _answered(fact.wording.answer, fact.wording.why)
    if fact.exception:
        yield _("Exception: {reason}").format(reason=visible(fact.exception))
    yield from map(visible, fact.links)
    if fact.confidential:
        yield withheld(fact.confidential)
    if fact.note:
        yield visible(fact.note)


def _answered(answer: str, why: str) -> str:
    """Return what the author says to a proposed wording; an answer that the program does not know stands as it is."""
    match answer:
        case "taken":
            sentence = _("Taken by the author")
        case "refused":
            sentence = _("Refused by the author")
        case _:
            sentence = visible(answer)
    return f"{sentence}: {visible(why)}" if why else sentence


def withheld(count: int) -> str:
    """Return the sentence on pieces of evidence that are confidential."""
    sentence = ngettext(
        "{count} piece is confidential and not listed", "{count} pieces are confidential and not listed", count
    )
    return sentence.format(count=number(count))


def piece_words(piece: Piece) -> str:
    """Return the piece in one line: label, title, publisher, page, day, link, and the numbers of its facts."""
    said = [piece.title, piece.publisher, page_words(piece.page), piece.seen, piece.link, piece.archived]
    parts = [visible(" ".join(one.split())) for one in said if one.strip()] or [plain_line(piece.told)]
    return f"{piece.label} {listed(parts)}"


def page_words(page: str) -> str:
    """Return “p. 12” for a page, and a time of a recording as it is; empty where nothing is known."""
    # Translators: the page of a source, abbreviated.
    return _("p. {page}").format(page=page) if page[:1].isdigit() and ":" not in page else page


def stance_of(piece: Piece) -> str:
    """Return the name of the piece's stance; empty where none is known."""
    return stance_words(piece.stance) if piece.stance else ""


def query_words(query: HandedQuery) -> str:
    """Return the question with the number of its fact and what has become of it."""
    sentence = f"{query.number} {NONE} {visible(query.text)}" if query.number else visible(query.text)
    if query.answer:
        return f"{sentence} {_('Answer: {answer}').format(answer=visible(query.answer))}"
    return f"{sentence} {_('(answered)') if query.answered else _('(open)')}"


def criticism_words(one: HandedCriticism) -> str:
    """Return of whom criticism is, in which facts, and where it is answered."""
    numbers = listed(map(str, one.facts))
    about = f"{numbers} {NONE} {visible(one.against)}" if numbers else visible(one.against)
    reply = one.answer or listed(f"“{words}”" for words in one.answered_in)
    return f"{about}: {visible(reply)}" if reply else f"{about} {_('(no reply yet)')}"


def exceptions_of(handed: HandOver) -> list[str]:
    """Return the facts that were left open in the latest sign-off, each with the reason."""
    signature = handed.signature
    found = signature.exceptions if signature else ()
    return [f"{number} {NONE} {visible(why)}" if number else visible(why) for number, why in found]


def signed_words(signature: Signature) -> str:
    """Return who has signed, in which round and when."""
    round = _("round {round}").format(round=signature.round) if signature.round else ""
    return listed(visible(one) for one in (signature.by, round, time_words(signature.at)) if one)


def signature_warning(signature: Signature) -> str:
    """Return the sentence that the signature is under another text; empty where it is under this one."""
    return "" if signature.is_of_this_text else _("This signature is under an earlier text, not under this one.")


def round_words(handed: HandOver) -> str:
    """Return “checked copy, round 2”, without the round where nobody has signed."""
    round = handed.signature.round if handed.signature else ""
    return _("checked copy, round {round}").format(round=visible(round)) if round else _("checked copy")


def sign_off_words() -> str:
    """Return the sentence above the hash and the signatures."""
    return _(
        "I have checked every marked claim in the text whose SHA-256 stands below. "
        "If one word of it changes, the facts in that sentence are open again."
    )


def time_words(utc: str) -> str:
    """Return “2026-11-28 18:40 UTC” for a time as sidecars have it; any other text as it is."""
    found = TIME.fullmatch(utc)
    return f"{found[1]} {found[2]} UTC" if found else utc


def hash_groups(sha256: str) -> list[str]:
    """Return the hash in groups of eight digits, which can be compared by eye."""
    return [sha256[at : at + HASH_GROUP] for at in range(0, len(sha256), HASH_GROUP)]


def short_hash(sha256: str) -> str:
    """Return the beginning and the end of the hash."""
    return f"{sha256[:16]} … {sha256[-4:]}" if sha256 else ""
