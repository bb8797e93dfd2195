"""Lines of the sheet that goes with a checked text, on paper and in Word: notes, evidence, queries, exceptions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from annotator.interop.handover.content import HandedCriticism, HandedFact, HandedQuery, HandOver, Piece, Signature
from annotator.interop.handover.words import NONE, hash_words, one_line, signed_words, withheld_words
from annotator.language.plain_line import plain_line
from annotator.language.quoted_words import quoted
from annotator.translation.messages import _, listed


def fact_notes(fact: HandedFact) -> Iterator[str]:
    """Yield a line for each thing that is known of the fact, but number, verdict, state, speakers and evidence."""
    for figure in fact.figures:
        yield from map(one_line, figure.arithmetic)
    if fact.wording:
        yield _("Read: “{new}”, not “{old}”").format(new=one_line(fact.wording.new), old=one_line(fact.wording.old))
        if fact.wording.answer:
            yield _answered(fact.wording.answer, fact.wording.why)
    if fact.exception:
        yield _("Exception: {reason}").format(reason=one_line(fact.exception))
    if fact.links:
        yield _("Evidence links: {links}").format(links=listed(map(one_line, fact.links)))
    if fact.confidential:
        yield withheld_words(fact.confidential)
    if fact.note:
        yield one_line(fact.note)


def speakers_line(fact: HandedFact) -> str:
    """Return who says the fact; empty where nobody is named."""
    return _("Said by: {names}").format(names=listed(one.name for one in fact.speakers)) if fact.speakers else ""


def _answered(answer: str, why: str) -> str:
    """Return what the author says to a proposed wording; an answer that the program does not know stands as it is."""
    match answer:
        case "taken":
            sentence = _("Taken by the author")
        case "refused":
            sentence = _("Refused by the author")
        case _:
            sentence = one_line(answer)
    return f"{sentence}: {one_line(why)}" if why else sentence


def piece_line(piece: Piece) -> str:
    """Return the piece in one line: label, title, publisher, page, day, and its links."""
    said = (piece.title, piece.publisher, page_of(piece), piece.seen, piece.link, piece.archived)
    parts = [words for words in map(one_line, said) if words] or [plain_line(piece.told)]
    return f"{piece.label} {listed(parts)}"


def file_words(piece: Piece) -> str:
    """Return the name of the copy of the piece's file, and of the zip file it is in; empty where there is none."""
    if not piece.archive:
        return piece.file_name
    # Translators: the name of a file, and that of the zip file it is in
    return _("{file} in {archive}").format(file=piece.file_name, archive=piece.archive)


def is_page(piece: Piece) -> bool:
    """Tell whether a page of the piece is known, and not a time of a recording, or words such as “sheet 4”."""
    return piece.page[:1].isdigit() and ":" not in piece.page


def whole_page_of(piece: Piece) -> str:
    """Return “page 12” for a page, and a time of a recording or words as they are; empty where nothing is known."""
    return _("page {page}").format(page=piece.page) if is_page(piece) else piece.page


def page_of(piece: Piece) -> str:
    """Return “p. 12” for a page, and a time of a recording as it is; empty where nothing is known."""
    if not is_page(piece):
        return piece.page
    # Translators: the page of a source, abbreviated.
    return _("p. {page}").format(page=piece.page)


def evidence_of(fact: HandedFact, pieces: Mapping[str, Piece]) -> str:
    """Return the labels of the fact's evidence, each with its page; ``pieces`` are those that go in, by label."""
    found = (pieces[label] for label in fact.evidence if label in pieces)
    return "; ".join(listed(part for part in (piece.label, page_of(piece)) if part) for piece in found)


def query_line(query: HandedQuery, line: int = 0) -> str:
    """Return the question with the number of its fact, the ``line`` in which that ends, and what has become of it."""
    sentence = one_line(query.text)
    if query.number:
        # Translators: the number of a fact and of the line in which it ends, as “3 (line 5)”.
        place = _("{number} (line {line})").format(number=query.number, line=line) if line else str(query.number)
        sentence = f"{place} {NONE} {sentence}"
    if query.answer:
        told = _("Answer: {answer}").format(answer=one_line(query.answer))
    else:
        told = _("(answered)") if query.answered else _("(open)")
    return f"{sentence} {told}"


def criticism_line(one: HandedCriticism) -> str:
    """Return of whom criticism is, in which facts, and where it is answered."""
    numbers = listed(map(str, one.facts))
    about = f"{numbers} {NONE} {one_line(one.against)}" if numbers else one_line(one.against)
    reply = one_line(one.answer) or listed(map(quoted, one.answered_in))
    if reply:
        return f"{about}: {reply}"
    none = _("(no reply yet)")
    return f"{about} {none}"


def exceptions_of(handed: HandOver) -> list[str]:
    """Return the facts that were left open in the latest round, each with the reason; the same reason once."""
    found = sorted({exception for signature in handed.latest_round for exception in signature.exceptions})
    return [f"{number} {NONE} {one_line(why)}" if number else one_line(why) for number, why in found]


def signature_lines(handed: HandOver) -> list[str]:
    """Return who has signed in the latest round, when, and what is still to be signed; two at least."""
    free = (_("signature: name, date, time"), _("second signature: name, date, time"))
    signed = [_signature_line(one) for one in handed.latest_round]
    return [*signed, *free[len(signed) :]]


def _signature_line(signature: Signature) -> str:
    return listed(part for part in (one_line(signature.by), signed_words(signature)) if part)


def signature_warnings(handed: HandOver) -> Iterator[str]:
    """Yield a sentence where the latest signature is under another text, and one where facts are open again."""
    signature = handed.signature
    if signature and not signature.is_of_this_text:
        yield _("This signature is under an earlier text, not under this one.")
    if signature and signature.reopened:
        # Translators: numbers of facts follow
        yield _("Open again since it was signed: {numbers}").format(numbers=listed(map(str, signature.reopened)))


def round_words(handed: HandOver) -> str:
    """Return “checked copy, round 2”, without the round where nobody has signed."""
    round = handed.signature.round if handed.signature else ""
    return _("checked copy, round {round}").format(round=one_line(round)) if round else _("checked copy")


def sign_off_words() -> str:
    """Return the sentence above the hash and the signatures."""
    return _(
        "I have checked every marked claim in the text whose SHA-256 stands below. "
        "If one word of a fact changes, that fact is open again."
    )


def hash_lines(sha256: str) -> list[str]:
    """Return the hash in groups of eight digits on two lines, which can be compared by eye."""
    groups = hash_words(sha256).split()
    half = len(groups) // 2
    return [" ".join(groups[:half]), " ".join(groups[half:])]
