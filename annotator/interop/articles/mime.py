"""MIME messages, as sent by mail and saved by browsers: parsing, headers and parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from itertools import groupby, islice

from annotator.interop.articles.cleaning import cleaned
from annotator.interop.articles.markup.declared_encoding import declared_code
from annotator.interop.foreign.errors import ForeignError
from annotator.storage.articles.encodings import NotTextError, detected
from annotator.translation.messages import _, number

MOST_LINES = 1_000_000
MOST_HEADERS = MOST_PARTS = 1_000
LONGEST_HEADER = 10_000
FAULTS = (ValueError, TypeError, AttributeError, LookupError, HeaderParseError)
"""Exceptions that the email library raises for malformed headers."""

FOLD_IN_CHARACTER = re.compile(rb"(?<=[\x80-\xff])\r?\n[ \t](?=[\x80-\xbf])")


def message(data: bytes) -> Message:
    """Parse a message. Raises ForeignError where the data is no message or exceeds a limit."""
    if data.count(b"\n") > MOST_LINES:
        raise ForeignError(
            _("It has more than {most} lines, which is too many for a message.").format(most=number(MOST_LINES))
        )
    try:
        read = message_from_bytes(data)
    except RecursionError as error:
        raise ForeignError(_("Its parts are nested too deeply.")) from error
    if not read.keys():
        raise ForeignError(_("It does not begin with the headers of a message, such as From and Subject."))
    if len(read.keys()) > MOST_HEADERS:
        raise ForeignError(
            _("It has more than {most} headers, which is too many for a message.").format(most=number(MOST_HEADERS))
        )
    if sum(1 for _leaf in islice(leaves(read), MOST_PARTS + 1)) > MOST_PARTS:
        raise ForeignError(
            _("It has more than {most} parts, which is too many for a message.").format(most=number(MOST_PARTS))
        )
    return read


def header(read: Message, name: str) -> str:
    """Return the decoded header on one line; empty where there is none."""
    found = next((value for key, value in read.raw_items() if key.lower() == name.lower()), "")
    raw = _text(str(found)[:LONGEST_HEADER])
    try:
        words = "".join(_words(word, charset) for word, charset in _joined(decode_header(raw)))
    except FAULTS:
        words = ""
    return " ".join(cleaned(words if words.strip() else raw)[0].split())


def leaves(read: Message, best: Callable[[list[Message]], list[Message]] = list) -> Iterator[Message]:
    """Yield the parts that are not multipart, in order; a message inside the message counts as one part.

    Of alternative parts, only those that ``best`` selects are followed.
    """
    waiting = [read]
    while waiting:
        part = waiting.pop()
        within = part.get_payload() if part.is_multipart() else None  # of others it would be decoded, and could fail
        if part.get_content_maintype() == "multipart" and isinstance(within, list):
            parts = [each for each in within if isinstance(each, Message)]
            waiting += reversed(best(parts) if part.get_content_subtype() == "alternative" else parts)
        else:
            yield part


def content(part: Message) -> bytes:
    """Return the decoded bytes of a part; empty where they cannot be decoded."""
    try:
        data = part.get_payload(decode=True)
    except FAULTS:
        return b""
    return data if isinstance(data, bytes) else b""


def charset(part: Message) -> str:
    """Return the encoding that the part declares; empty where it declares none."""
    try:
        return part.get_content_charset("") or ""
    except FAULTS:
        return ""


def parameter(part: Message, name: str) -> str:
    """Return a parameter of the part's type, such as “format”; empty where it has none."""
    try:
        value = part.get_param(name, "")
    except FAULTS:
        return ""
    return value if isinstance(value, str) else ""


def file_name(part: Message) -> str:
    """Return the name of an attachment; empty where it has none."""
    try:
        return part.get_filename("") or ""
    except FAULTS:
        return ""


def _joined(pieces: list[tuple[bytes | str, str | None]]) -> Iterator[tuple[bytes | str, str | None]]:
    """Join neighbours in one encoding under several of its names: a character's bytes may be divided among them."""
    for code, together in groupby(pieces, lambda piece: declared_code(piece[1] or "")):
        words = [*together]
        if code and all(isinstance(word, bytes) for word, _charset in words):
            yield b"".join(word for word, _charset in words if isinstance(word, bytes)), code
        else:
            yield from words


def _words(word: bytes | str, charset: str | None) -> str:
    if isinstance(word, str):
        return word
    if charset is None:
        return word.decode("raw-unicode-escape")
    code = declared_code(charset)
    return word.decode(code, "replace") if code else _text(word.decode("ascii", "surrogateescape"))


def _text(raw: str) -> str:
    """Decode a header that was sent as raw bytes beyond ASCII, against the standard."""
    data = _with_whole_characters(raw.encode("utf-8", "surrogateescape"))
    try:
        return raw if raw.isascii() else detected(data)[0]
    except NotTextError:
        return data.decode("ascii", "replace")


def _with_whole_characters(data: bytes) -> bytes:
    """Undo folds of lines that stand between the bytes of a character, where UTF-8 is what comes of it."""
    unfolded = FOLD_IN_CHARACTER.sub(b"", data)
    return unfolded if unfolded != data and _is_utf_8(unfolded) else data


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
