"""Detection of encodings that switch to Chinese, Japanese or Korean by sequences of ASCII characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

SWITCH = re.compile(rb"\x1b\$[()*+]?[\x40-\x7e]|\x1b\(I")
"""Sequence by which ISO 2022 designates a set of many characters, or of half-width kana; terminals use none of them."""

KOREAN = b"\x1b$)C"
JAPANESE_CODES = ("iso2022_jp", "iso2022_jp_ext")
CHINESE_CODE = "hz"
CHINESE = re.compile(rb"(?:[^~]++|~~|~\n|~\{(?:[\x21-\x77][\x21-\x7e])+(?:\n|~\}))*+")
"""Whole text in HZ: pairs of bytes between ``~{`` and ``~}`` or the end of the line, no other lone tilde."""

SEVEN_BIT = frozenset([*JAPANESE_CODES, CHINESE_CODE, "iso2022_kr"])

USUAL = "[\u4e00-\u9fff\u3000-\u301f\uff01-\uff5e\u2018-\u201d]"
"""Chinese characters and their punctuation."""

USUAL_SHARE = 0.9


def is_seven_bit(data: bytes) -> bool:
    """Return whether the bytes are in an encoding that switches to other characters, known or not."""
    return data.isascii() and (SWITCH.search(data) is not None or _is_hz(data))


def seven_bit_codes(data: bytes) -> Iterator[str]:
    """Yield the encodings that the sequences in these bytes stand for, the likeliest first."""
    if not is_seven_bit(data):
        return
    if SWITCH.search(data) is None:
        yield CHINESE_CODE
    else:
        yield from ("iso2022_kr",) if KOREAN in data else JAPANESE_CODES


def _is_hz(data: bytes) -> bool:
    if not (b"~{" in data and CHINESE.fullmatch(data)):
        return False
    try:
        characters = [character for character in data.decode(CHINESE_CODE) if not character.isascii()]
    except UnicodeDecodeError:
        return False
    return len(re.findall(USUAL, "".join(characters))) >= USUAL_SHARE * len(characters) > 0
