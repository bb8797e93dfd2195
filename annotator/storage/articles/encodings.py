"""Decoding of bytes: by byte-order mark, by detection or in a chosen encoding. Characters are never dropped."""

from __future__ import annotations

import codecs
import re
from itertools import islice

from annotator.storage.articles.encoding_names import BY_CODE, ENCODINGS, UTF_8, WESTERN, Encoding, code_of, name_of
from annotator.storage.articles.seven_bit_encodings import is_seven_bit, seven_bit_codes
from annotator.storage.articles.utf_8 import utf_8_text
from annotator.storage.files.file_error import told
from annotator.translation.messages import _

__all__ = [
    "ENCODINGS",
    "UTF_8",
    "Encoding",
    "NotTextError",
    "candidates",
    "code_of",
    "decoded_as",
    "detected",
    "doubtful",
    "mark_of",
    "name_of",
]

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is a prefix of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
SAMPLE_BYTES = 128 * 1024
MOST_SAMPLED = 8 * SAMPLE_BYTES
MOST_RIVALS = 3
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
NEVER_IN_TEXT = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]|\x1a(?!\x1a*\Z)")
"""Control characters of no text; one of them, 1A, ends the files of DOS."""

EAST_ASIAN = "[\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9f\x0a-\x7e]"
MIN_SHARE_OF_LATIN_1, MIN_SHARE_OF_EAST_ASIAN = 0.1, 0.9
"""Minimum share of characters below U+0100, or of East Asian ones, in a text without mark in UTF-16 or UTF-32."""

LEAST_EAST_ASIAN = 8

COMMON_LOW_ZERO = "\u0100\u3000\u4e00\uac00\u6000\u8000\u9000"
"""Common characters whose code point ends in a zero byte: Ā, the ideographic space, 一, 가, 怀, 耀, 退."""

LAST_SHORT = "\uffff"
"""Last character that UTF-16 writes with two bytes; one of four has other bytes beside its zero."""


class NotTextError(Exception):
    """The bytes are not text, or not text in the given encoding; the message is a sentence."""


def mark_of(data: bytes) -> tuple[bytes, str]:
    """Return the byte-order mark at the start of the bytes and the encoding that it stands for; both empty if none."""
    return next(((mark, code) for mark, code in BYTE_ORDER_MARKS if data.startswith(mark)), (b"", ""))


def decoded_as(data: bytes, encoding: str) -> str:
    """Return the bytes decoded, without a byte-order mark.

    Raises NotTextError where the encoding is unknown, contradicts the byte-order mark or fails to decode; the message
    then gives the offset of the first invalid byte.
    """
    code = code_of(encoding)
    if not code:
        unknown = _("No encoding is known by the name {name}. Choose one from the list.")
        raise NotTextError(unknown.format(name=told(encoding)))
    mark, marked = mark_of(data)
    if marked and marked != code:
        other = _("It begins with the byte-order mark of {mark}, so it is not {encoding}. Choose {name}.")
        raise NotTextError(other.format(mark=marked.upper(), encoding=code.upper(), name=name_of(marked)))
    try:
        return data[len(mark) :].decode(code)
    except UnicodeError as error:
        raise NotTextError(_not_as_it_should_be(code, len(mark), error)) from error


def _not_as_it_should_be(code: str, mark_length: int, error: UnicodeError) -> str:
    if not isinstance(error, UnicodeDecodeError):
        sentence = _("It is not {encoding} as it should be. Choose another encoding.")
        return sentence.format(encoding=code.upper())
    sentence = _("It is not {encoding} as it should be, from byte {byte} on. Choose another encoding.")
    return sentence.format(encoding=code.upper(), byte=mark_length + error.start)


def detected(data: bytes) -> tuple[str, str, bool]:
    """Return the text, its encoding, and True if the encoding is only a guess.

    Raises NotTextError where no encoding fits.
    """
    marked = mark_of(data)[1]
    if marked:
        return decoded_as(data, marked), marked, False
    if (text := utf_8_text(data)) is not None:
        return text, UTF_8, False
    for code in _likely(data):
        if text := _text(data, code):
            return text, code, True
    if b"\0" in data:
        raise NotTextError(_("It is not plain text, or it has NUL bytes. Save it as plain text in UTF-8."))
    raise NotTextError(_("It is not plain text, or its encoding cannot be told. Save it as plain text in UTF-8."))


def doubtful(data: bytes, code: str) -> tuple[str, ...]:
    """Return the encodings that are about as likely as the guessed one and give another text, the likeliest first."""
    if code in (UTF_8, *WIDE) or is_seven_bit(data):
        return ()
    from annotator.storage.articles.encoding_guess import ranked, rivals  # here: UTF-8 is read without

    sample = _sample(data)
    fitting = (other for other in rivals(ranked(sample), code, sample) if _text(data, other) is not None)
    return tuple(islice(fitting, MOST_RIVALS))


def candidates(data: bytes) -> list[str]:
    """Return the codes of all encodings, the most likely first and the impossible ones last."""
    possible = [encoding.code for encoding in ENCODINGS if _fits(data[:SAMPLE_BYTES], encoding.code)]
    return list(dict.fromkeys([*_likely(data), *possible, *BY_CODE]))


def _likely(data: bytes) -> list[str]:
    marked = mark_of(data)[1]
    if marked:
        return [marked]
    if b"\0" in data:
        return [code for code in WIDE if _is_wide(data[:SAMPLE_BYTES], code)]
    if seven_bit := [*seven_bit_codes(data)]:
        return seven_bit
    if data.isascii() or _text(data, UTF_8) is not None:
        return [UTF_8]
    from annotator.storage.articles.encoding_guess import ranked  # here: UTF-8 is read without
    from annotator.storage.articles.euc_tw import is_euc_tw

    if is_euc_tw(data[:SAMPLE_BYTES]):
        return []
    return list(dict.fromkeys([*(code for code, _confidence in ranked(_sample(data))), WESTERN]))


def _sample(data: bytes) -> bytes:
    """Return lines with characters beyond ASCII, from the first on; the beginning of the data where it has none."""
    first = BEYOND_ASCII.search(data)
    begin = data.rfind(b"\n", 0, first.start()) + 1 if first else 0
    if first and first.start() - begin > SAMPLE_BYTES // 2:
        begin = first.start() - SAMPLE_BYTES // 2
    lines = data[begin : begin + MOST_SAMPLED].splitlines(keepends=True)
    return b"".join(line for line in lines if not line.isascii())[:SAMPLE_BYTES] or data[:SAMPLE_BYTES]


def _text(data: bytes, code: str) -> str | None:
    try:
        text = data.decode(code)
    except UnicodeDecodeError:
        return None
    return None if code != UTF_8 and NEVER_IN_TEXT.search(text) else text


def _is_wide(sample: bytes, code: str) -> bool:
    """Return True if bytes that contain NULs look like a text of two or four bytes per character."""
    try:
        text = codecs.getincrementaldecoder(code)().decode(sample)
    except UnicodeDecodeError:
        return False
    if any(LAST_SHORT >= character not in COMMON_LOW_ZERO and ord(character) % 256 == 0 for character in text):
        return False
    if len(re.findall(EAST_ASIAN, text)) >= max(LEAST_EAST_ASIAN, MIN_SHARE_OF_EAST_ASIAN * len(text)):
        return True
    return sum(character < "\u0100" for character in text) >= MIN_SHARE_OF_LATIN_1 * len(text) > 0


def _fits(beginning: bytes, code: str) -> bool:
    """Return True if the bytes can be the beginning of a text in this encoding."""
    mark, marked = mark_of(beginning)
    try:
        text = codecs.getincrementaldecoder(code)().decode(beginning[len(mark) :])
    except UnicodeError:
        return False
    return marked in ("", code) and not NEVER_IN_TEXT.search(text)
