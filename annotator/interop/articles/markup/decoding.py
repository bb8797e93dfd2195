"""Decoding of HTML and XHTML by the encoding that they or their envelope declare."""

from __future__ import annotations

import re

from annotator.interop.articles.cleaning import cleaned
from annotator.interop.articles.counting import damaged, guessed
from annotator.interop.articles.markup.declared_encoding import declared_code
from annotator.interop.foreign.errors import ForeignError
from annotator.storage.articles.encodings import (
    UTF_8,
    NotTextError,
    decoded_as,
    detected,
    doubtful,
    mark_of,
    name_of,
)
from annotator.storage.articles.seven_bit_encodings import SEVEN_BIT, is_seven_bit
from annotator.storage.files.file_error import told
from annotator.translation.messages import N_, _

HEAD_BYTES = 4096
DECLARED = re.compile(rb"""<(?:meta[^>]{0,400}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w:.+-]+)""", re.I)
FEW = 0.1
GAP = "\ufffd"
BEYOND_ASCII, FEWEST_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]"), 3
"""Characters of which so many are UTF-8 by chance in no other encoding."""

OTHERWISE = N_("It is not in the encoding {declared} that it says; it was read as {encoding}.")


def markup(data: bytes, charset: str = "") -> tuple[str, tuple[str, ...]]:
    """Decode the markup and return it with notes; ``charset`` is the envelope's declaration. Raises ForeignError."""
    text, notes = _decoded(data, charset or _declared(data))
    text, more = cleaned(text)
    return text, notes + more


def _declared(data: bytes) -> str:
    match = DECLARED.search(data[:HEAD_BYTES])
    return match[1].decode("ascii", "replace") if match else ""


def _decoded(data: bytes, declared: str) -> tuple[str, tuple[str, ...]]:
    _length, marked = mark_of(data)
    code = marked or declared_code(declared)
    if not marked and (kept := utf_8_in_spite_of(data, declared)):
        return kept
    try:
        if code and (code in SEVEN_BIT or not is_seven_bit(data)):
            return decoded_as(data, code), ()
    except NotTextError:
        pass
    if code in ("", UTF_8) and not is_seven_bit(data) and (repaired := _mostly_utf_8(data)):
        return repaired
    return _guessed(data, declared)


def utf_8_in_spite_of(data: bytes, declared: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the text, and a note, of what is surely UTF-8 and was saved so with its older declaration; else None."""
    if data.isascii() or declared_code(declared) in ("", UTF_8):
        return None
    try:
        text = data.decode(UTF_8)
    except UnicodeDecodeError:
        return None
    if len(BEYOND_ASCII.findall(text)) < FEWEST_BEYOND_ASCII:
        return None
    return text, (_(OTHERWISE).format(declared=told(declared), encoding=name_of(UTF_8)),)


def _mostly_utf_8(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Decode as UTF-8, with few replacement characters at most: pages are often cut inside a character."""
    text = data.decode(UTF_8, "replace").removeprefix("\ufeff")
    gaps = text.count(GAP) - data.count(GAP.encode())
    others = len(text) - len(text.encode("ascii", "ignore")) - gaps
    if gaps > FEW * others + (gaps == 1 and text.endswith(GAP)):
        return None
    return text, damaged(gaps)


def _guessed(data: bytes, declared: str) -> tuple[str, tuple[str, ...]]:
    try:
        text, code, is_guess = detected(data)
    except NotTextError as error:
        raise ForeignError(str(error)) from error
    if declared:
        return text, (_(OTHERWISE).format(declared=told(declared), encoding=name_of(code)),)
    return text, (guessed(name_of(code), [*map(name_of, doubtful(data, code))]),) if is_guess else ()
