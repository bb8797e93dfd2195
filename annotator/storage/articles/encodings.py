"""Bytes as text: in the encoding that they say, the likeliest or the one that somebody chose. Never with gaps."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from annotator.storage.articles.encoding_names import BY_CODE, ENCODINGS, UTF_8, WESTERN, Encoding, code_of, name_of
from annotator.storage.files.file_error import told

__all__ = [
    "ENCODINGS",
    "UTF_8",
    "Encoding",
    "NotTextError",
    "candidates",
    "code_of",
    "decoded_as",
    "detected",
    "mark_of",
    "name_of",
]

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the other
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DETECTED = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("koi8_r", "koi8_u", "mac_roman", "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949"),
]
WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
SAMPLE_BYTES = 128 * 1024
NEVER_IN_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
LEAST_NARROW = 0.1
"""The share of characters below U+0100, blanks and newlines among them, in what is taken for UTF-16 without a mark."""

ROUND = "\u0100\u3000\u4e00\uac00"
"""Those of the characters whose number ends in a NUL byte that are seen in texts: Ā, the wide blank, 一, 가."""


class NotTextError(Exception):
    """The bytes are no text, or none in that encoding; the message is a sentence."""


def mark_of(data: bytes) -> tuple[bytes, str]:
    """The byte-order mark that the bytes begin with, and its encoding; both empty where there is none."""
    return next(((mark, code) for mark, code in BYTE_ORDER_MARKS if data.startswith(mark)), (b"", ""))


def decoded_as(data: bytes, encoding: str) -> str:
    """The text of the bytes, without a byte-order mark. Raises NotTextError, with the place of the first misfit."""
    code = code_of(encoding)
    if not code:
        raise NotTextError(f"No encoding is known by the name {told(encoding)}. Choose one from the list.")
    mark, marked = mark_of(data)
    if marked and marked != code:
        raise NotTextError(
            f"It begins with the byte-order mark of {marked.upper()}, so it is not {code.upper()}. "
            f"Choose {name_of(marked)}."
        )
    try:
        return data[len(mark) :].decode(code)
    except UnicodeError as error:
        where = f", from byte {len(mark) + error.start} on" if isinstance(error, UnicodeDecodeError) else ""
        raise NotTextError(f"It is not {code.upper()} as it should be{where}. Choose another encoding.") from error


def detected(data: bytes) -> tuple[str, str, bool]:
    """The text, its encoding, and whether that is only a guess. Raises NotTextError."""
    _, marked = mark_of(data)
    if marked:
        return decoded_as(data, marked), marked, False
    if b"\0" not in data and (text := _text(data, UTF_8)) is not None:
        return text, UTF_8, False
    for code in _likely(data):
        if text := _text(data, code):
            return text, code, True
    what = "it has NUL bytes" if b"\0" in data else "its encoding cannot be told"
    raise NotTextError(f"It is not plain text, or {what}. Save it as plain text in UTF-8.")


def candidates(data: bytes) -> list[str]:
    """The codes of all encodings, the likeliest first; those that cannot be right come last."""
    possible = [encoding.code for encoding in ENCODINGS if _fits(data[:SAMPLE_BYTES], encoding.code)]
    return list(dict.fromkeys([*_likely(data), *possible, *BY_CODE]))


def _likely(data: bytes) -> list[str]:
    _, marked = mark_of(data)
    if marked:
        return [marked]
    if b"\0" in data:
        return [code for code in WIDE if _is_wide(data[:SAMPLE_BYTES], code)]
    try:
        data.decode()
    except UnicodeDecodeError as error:
        begin = max(0, error.start - SAMPLE_BYTES // 2)
        return [code_of(name) for name in _ranked(data[begin : begin + SAMPLE_BYTES])]
    return [UTF_8]


def _text(data: bytes, code: str) -> str | None:
    try:
        text = data.decode(code)
    except UnicodeDecodeError:
        return None
    return None if code != UTF_8 and NEVER_IN_TEXT.search(text) else text


def _is_wide(sample: bytes, code: str) -> bool:
    """Whether bytes with NULs among them are text of two or four bytes a character, blanks and newlines as usual."""
    try:
        text = codecs.getincrementaldecoder(code)().decode(sample)
    except UnicodeDecodeError:
        return False
    if any(ord(character) % 256 == 0 and character not in ROUND for character in text):
        return False
    return sum(character < "\u0100" for character in text) >= LEAST_NARROW * len(text) > 0


def _ranked(sample: bytes) -> Iterator[str]:
    """The encodings the sample may be in, likeliest first; of those that fit alike, Western European."""
    from charset_normalizer import from_bytes  # here: most articles are UTF-8, and it is slow to import

    matches = list(from_bytes(sample, cp_isolation=DETECTED))
    fit = [(match.chaos, match.coherence) for match in matches]
    alike = [match for match, own in zip(matches, fit, strict=True) if own == fit[0]]
    if any(WESTERN in match.could_be_from_charset for match in alike):
        yield WESTERN
    yield from (match.encoding for match in matches)
    yield WESTERN


def _fits(beginning: bytes, code: str) -> bool:
    """Whether the bytes can be the beginning of text in that encoding."""
    mark, marked = mark_of(beginning)
    try:
        text = codecs.getincrementaldecoder(code)().decode(beginning[len(mark) :])
    except UnicodeError:
        return False
    return marked in ("", code) and not NEVER_IN_TEXT.search(text)
