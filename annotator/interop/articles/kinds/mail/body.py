"""Body of a message: its plain text or else its HTML, and a note on the attachments."""

from __future__ import annotations

from email.message import Message

from annotator.interop.articles.blocks import BETWEEN, Block
from annotator.interop.articles.cleaning import cleaned
from annotator.interop.articles.counting import guessed
from annotator.interop.articles.markup.blocks import blocks_of, visible_markup
from annotator.interop.articles.markup.declared_encoding import declared_code
from annotator.interop.articles.markup.notes import markup_notes
from annotator.interop.articles.mime import charset, content, file_name, leaves
from annotator.interop.foreign.errors import ForeignError
from annotator.storage.articles.encodings import NotTextError, decoded_as, detected, name_of
from annotator.storage.files.file_error import told
from annotator.translation.messages import _, listed, ngettext, number

PLAIN, HTML = "text/plain", "text/html"
MOST_NAMES = 5


def body_of(read: Message) -> tuple[list[Block], tuple[str, ...]]:
    """Return the body's blocks and notes. Raises ForeignError where it has no text."""
    blocks: list[Block] = []
    notes: tuple[str, ...] = ()
    for part in leaves(read, _best):
        if _is_shown(part):
            more_blocks, more = _html(part) if part.get_content_type() == HTML else _plain(part)
            blocks += more_blocks
            notes += more
    if not blocks:
        raise ForeignError(_("The message has no text."))
    return blocks, (*notes, *_attached([part for part in leaves(read) if not _is_shown(part)]))


def _best(alternatives: list[Message]) -> list[Message]:
    """Select from alternatives the plain text, or else the last one that can be shown, which is the richest."""
    plain = [part for part in alternatives if part.get_content_type() == PLAIN and content(part).strip()]
    others = [part for part in alternatives if part.is_multipart() or part.get_content_type() == HTML]
    return plain[:1] or others[-1:]


def _is_shown(part: Message) -> bool:
    """Return whether the part belongs to the body and is not an attachment."""
    if part.get_content_disposition() == "attachment" or file_name(part):
        return False
    return part.get_content_type() in (PLAIN, HTML) or part.get_content_maintype() == "multipart"


def _plain(part: Message) -> tuple[list[Block], tuple[str, ...]]:
    """Return the paragraphs of a plain-text part, with its line breaks, and notes."""
    text, guessed = _decoded(part)
    text, notes = cleaned(text)
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    paragraphs = (paragraph.strip("\n") for paragraph in lines.split(BETWEEN))
    return [Block(paragraph) for paragraph in paragraphs if paragraph], guessed + notes


def _decoded(part: Message) -> tuple[str, tuple[str, ...]]:
    data, code = content(part), declared_code(charset(part))
    try:
        return (decoded_as(data, code), ()) if code else _guessed(data)
    except NotTextError:
        return _guessed(data)


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        text, code, is_guess = detected(data)
    except NotTextError as error:
        raise ForeignError(str(error)) from error
    return text, (guessed(name_of(code)),) if is_guess else ()


def _html(part: Message) -> tuple[list[Block], tuple[str, ...]]:
    page, notes = visible_markup(content(part), charset(part))
    return blocks_of(page), notes + markup_notes(page, range(len(page.passages)))


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
