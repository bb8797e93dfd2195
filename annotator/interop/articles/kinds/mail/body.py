"""Body of a message: its plain text or else its HTML, and a note on the attachments."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from email.message import Message

from annotator.interop.articles.blocks import Block
from annotator.interop.articles.cleaning import cleaned
from annotator.interop.articles.counting import guessed
from annotator.interop.articles.footnotes import footnote_notes
from annotator.interop.articles.kinds.mail.flowed import unfolded
from annotator.interop.articles.kinds.mail.quoting import told_apart, with_quoted
from annotator.interop.articles.markup.blocks import blocks_of, visible_markup
from annotator.interop.articles.markup.declared_encoding import declared_code
from annotator.interop.articles.markup.decoding import utf_8_in_spite_of
from annotator.interop.articles.markup.notes import markup_notes
from annotator.interop.articles.mime import charset, content, file_name, leaves, parameter
from annotator.interop.foreign.errors import ForeignError
from annotator.language.words import words_of
from annotator.storage.articles.encodings import NotTextError, decoded_as, detected, doubtful, name_of
from annotator.storage.files.file_error import told
from annotator.translation.messages import N_, _, listed, ngettext, number

PLAIN, HTML = "text/plain", "text/html"
MOST_NAMES = 5
SAME = 0.7
"""Least share of the words of the HTML that a plain text has which says the same."""

MOST_OF_HINT = 40
HINT = re.compile(r"\bHTML\b|\bbrowser\b|navigateur|navegador|متصفح", re.I)
"""Word of a plain text that only says where the mail can be read."""

FULLER = N_("The text was taken from the HTML of the message, which says more than its plain text.")
ADDRESS = re.compile(r"\bhttps?://\S+")


@dataclass(frozen=True, slots=True)
class Body:
    """Blocks of a message, and notes on it; by the ``harmless`` ones nothing of it is lost."""

    blocks: list[Block]
    notes: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()


def body_of(read: Message) -> Body:
    """Return the body. Raises ForeignError where it has no text."""
    choice = _Choice()
    found = [
        _html(part) if part.get_content_type() == HTML else _plain(part)
        for part in leaves(read, choice.best)
        if _is_shown(part)
    ]
    blocks = [block for one in found for block in one.blocks]
    if not blocks:
        raise ForeignError(_("The message has no text."))
    attached = _attached([part for part in leaves(read) if not _is_shown(part)])
    notes = (*(note for one in found for note in one.notes), *attached)
    harmless = (*choice.notes, *(note for one in found for note in one.harmless))
    return Body(blocks, notes, harmless)


class _Choice:
    """Choice among alternatives; ``notes`` say where it was not the plain text."""

    def __init__(self) -> None:
        self.notes: tuple[str, ...] = ()

    def best(self, alternatives: list[Message]) -> list[Message]:
        """Select the plain text, unless the last one that can be shown, the richest, says more."""
        plain = [part for part in alternatives if part.get_content_type() == PLAIN and content(part).strip()]
        others = [part for part in alternatives if part.is_multipart() or part.get_content_type() == HTML]
        if plain and others and _says_less(_plain(plain[0]).blocks, _first_page(others[-1])):
            self.notes = (_(FULLER),)
            return others[-1:]
        return plain[:1] or others[-1:]


def _first_page(part: Message) -> list[Block]:
    """Return the blocks of the first HTML in the part; none where it cannot be read."""
    page = next((leaf for leaf in leaves(part) if leaf.get_content_type() == HTML), None)
    try:
        return _html(page).blocks if page else []
    except ForeignError:
        return []


def _says_less(plain: list[Block], page: list[Block]) -> bool:
    """Return whether the plain text lacks much of what the page says: it is shorter, or only a hint to it."""
    told, wanted = _words(plain), _words(page)
    if not wanted or (told & wanted).total() >= SAME * wanted.total():
        return False
    is_hint = told.total() <= MOST_OF_HINT and any(HINT.search(block.text) for block in plain)
    return is_hint or sum(map(len, told.elements())) < sum(map(len, wanted.elements()))


def _words(blocks: list[Block]) -> Counter[str]:
    """Return the words and how often each comes, without those of addresses on the web."""
    return Counter(word for block in blocks for word in words_of(ADDRESS.sub("", block.text).casefold()))


def _is_shown(part: Message) -> bool:
    """Return whether the part belongs to the body and is not an attachment."""
    if part.get_content_disposition() == "attachment" or file_name(part):
        return False
    return part.get_content_type() in (PLAIN, HTML) or part.get_content_maintype() == "multipart"


def _plain(part: Message) -> Body:
    """Return the paragraphs of a plain-text part, with its line breaks."""
    text, guessed = _decoded(part)
    text, notes = cleaned(text)
    harmless: tuple[str, ...] = ()
    if parameter(part, "format").lower() == "flowed":
        text, joints = unfolded(text, without_blank=parameter(part, "delsp").lower() == "yes")
        harmless = _rejoined(joints)
    return Body(told_apart(text), guessed + notes, harmless)


def _rejoined(count: int) -> tuple[str, ...]:
    message = ngettext(
        "{count} line that was broken for sending was joined again.",
        "{count} lines that were broken for sending were joined again.",
        count,
    )
    return (message.format(count=number(count)),) if count else ()


def _decoded(part: Message) -> tuple[str, tuple[str, ...]]:
    data, code = content(part), declared_code(charset(part))
    if kept := utf_8_in_spite_of(data, charset(part)):
        return kept
    try:
        return (decoded_as(data, code), ()) if code else _guessed(data)
    except NotTextError:
        return _guessed(data)


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        text, code, is_guess = detected(data)
    except NotTextError as error:
        raise ForeignError(str(error)) from error
    return text, (guessed(name_of(code), [*map(name_of, doubtful(data, code))]),) if is_guess else ()


def _html(part: Message) -> Body:
    page, notes = visible_markup(content(part), charset(part))
    told = notes + markup_notes(page, range(len(page.passages)))
    return Body(with_quoted(blocks_of(page)), told, footnote_notes(page.footnotes))


def _attached(parts: list[Message]) -> tuple[str, ...]:
    """Return a note that names the attachments; HTML that is an alternative to a plain text is none."""
    names = [told(file_name(part) or part.get_content_type()) for part in parts]
    if not names:
        return ()
    message = ngettext(
        "{count} attachment was left out: {names}.", "{count} attachments were left out: {names}.", len(names)
    )
    return (message.format(count=number(len(names)), names=_listed(names)),)


def _listed(names: list[str]) -> str:
    some, more = listed(names[:MOST_NAMES]), len(names) - MOST_NAMES
    return _("{names} and {count} more").format(names=some, count=number(more)) if more > 0 else some
