"""Raised and lowered text as plain text, so that its digits are never read as part of the figure before them.

A raised number is an exponent after 10, after 2 where it has two digits, after a unit such as “km”, and wherever it
has a sign, as in 10⁻⁶. After any other figure it is the mark of a footnote, which is set apart by a blank; after a
word, a full stop or a bracket nothing could be misread, and it is written as it stands. A number that is linked or
bracketed is always a mark.
"""

from __future__ import annotations

import re

SUPERSCRIPTS = str.maketrans("0123456789+-\u2212\u2013=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ")
SUBSCRIPTS = str.maketrans("0123456789+-\u2212\u2013=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
PLAIN_RAISED = re.compile(r"[0-9+=()n\-\u2212\u2013]+")
PLAIN_LOWERED = re.compile(r"[0-9+=()\-\u2212\u2013]+")
IS_RAISED = re.compile("[⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁿ,]+")
NUMBERS = re.compile(r"[0-9]{1,4}(?:\s*[,;\u2013-]\s*[0-9]{1,4})*")
SIGNED = re.compile(r"[+\-\u2212\u2013][0-9n]+|[0-9]+[+\-\u2212\u2013]")
CALCULATED = re.compile(r"(?=.*[^\W\d_])\(?\w{1,6}(?:\s?[+*/=\u2212]\s?\w{1,6}){1,4}\)?")
"""Exponent with a sign between its parts and a letter in it, as n+1 or 2k+1; no mark of a note looks so."""

CLOSING = (")", "]")
BRACKETED = re.compile(r"[\[(].*[\])]")
SYMBOLS = re.compile(r"[*\u2020\u2021\u00a7\u00b6#]+")
ORDINALS = {"a": "ª", "o": "º"}
TEN = re.compile(r"(?<![\d.,\u00a0\u2019'])(?:10|١٠|۱۰)\Z")
TWO = re.compile(r"(?<![0-9.,\u00a0\u2019'])2\Z")
"""Figures of which powers are written: 10⁶ and, with two digits or more, 2¹⁰."""

UNIT = re.compile(
    r"(?<![^\W\d_])(?:[kcdmµμn]?m|ft|in|yd|mi|[kmµμn]?s|[kmM]?[gJNWV]|h|[kMGT]?Hz|l|K|mol|Pa|mile|miles|inch|foot)\Z"
)
"""Unit after which a raised number is a power of it: km², s⁻¹."""

VULGAR = {
    **{f"1/{below}": sign for below, sign in zip((2, 3, 4, 5, 6, 7, 8, 9, 10), "½⅓¼⅕⅙⅐⅛⅑⅒", strict=True)},
    **{f"{above}/5": sign for above, sign in zip((2, 3, 4), "⅖⅗⅘", strict=True)},
    **{f"{above}/8": sign for above, sign in zip((3, 5, 7), "⅜⅝⅞", strict=True)},
    "2/3": "⅔",
    "3/4": "¾",
    "5/6": "⅚",
}
FRACTION = "\u2044"
SLASH = re.compile(r"\s*[/\u2044\u2215]\s*")
LONGEST_MARK = 4
LETTERS = re.compile(r"[a-zA-Z]|[ivxl]+|\S*\d\S*")
"""Marks that are set in brackets, since Unicode has no raised digits for them; longer text is no mark."""

BEFORE = 24
"""Code points before raised text that tell what it is."""


def mark(text: str, before: str) -> str:
    """Return the mark of a footnote; it never touches a figure or a unit, which it would seem to be a power of."""
    inner = text.strip()
    if BRACKETED.fullmatch(inner) or SYMBOLS.fullmatch(inner) or IS_RAISED.fullmatch(inner):
        shown = inner
    else:
        shown = _digits(inner) if NUMBERS.fullmatch(inner) else _bracketed(inner)
    return _apart(before) + shown if inner else ""


def raised(text: str, before: str) -> str:
    """Return raised text after ``before``: an exponent, the mark of a footnote, or words such as “th” as they are."""
    inner = text.strip()
    if not any(char.isdigit() for char in inner):
        return _raised_letters(text, before)
    if CALCULATED.fullmatch(inner) and (before[-1:].isalnum() or before[-1:] in CLOSING):
        return inner.translate(SUPERSCRIPTS) if PLAIN_RAISED.fullmatch(inner) else f"^({inner})"
    if SIGNED.fullmatch(inner) or (is_power(before, inner) and PLAIN_RAISED.fullmatch(inner)):
        return inner.translate(SUPERSCRIPTS)
    if PLAIN_RAISED.fullmatch(inner) or NUMBERS.fullmatch(inner) or BRACKETED.fullmatch(inner):
        return _lead(text, before) + mark(inner, before)
    if IS_RAISED.fullmatch(inner):
        return text
    if is_power(before, inner):
        return f"^{inner}"
    if len(inner) <= LONGEST_MARK and LETTERS.fullmatch(inner):
        return _lead(text, before) + mark(inner, before)
    return (" " if before[-1:].isalnum() else "") + text


def lowered(text: str, before: str) -> str:
    """Return lowered text after ``before``, with lowered digits where Unicode has them."""
    inner = text.strip()
    if PLAIN_LOWERED.fullmatch(inner):
        return inner.translate(SUBSCRIPTS)
    return f"_{inner}" if inner[:1].isdigit() and before[-1:].isdigit() else text


def fraction(above: str, below: str) -> str:
    """Return the fraction of these digits, as one character where Unicode has it."""
    return VULGAR.get(f"{above}/{below}") or above.translate(SUPERSCRIPTS) + FRACTION + below.translate(SUBSCRIPTS)


def is_power(before: str, inner: str) -> bool:
    """Return whether what stands before a raised number is raised to a power by it."""
    return bool(TEN.search(before) or (len(inner) > 1 and TWO.search(before)) or UNIT.search(before))


def _bracketed(inner: str) -> str:
    return f"[{inner}]" if len(inner) <= LONGEST_MARK and LETTERS.fullmatch(inner) else inner


def _raised_letters(text: str, before: str) -> str:
    """Return raised letters or symbols: marks apart from a long figure, ordinals such as “1st” and “2ª” as they are."""
    inner = text.strip()
    if SYMBOLS.fullmatch(inner):
        return _lead(text, before) + mark(inner, before)
    if not before[-1:].isdigit() or len(inner) != 1 or not inner.isalpha():
        return text
    if re.search(r"\d[.,\s\u2019']\d+\Z", before):
        return mark(inner, before)
    return ORDINALS.get(inner, inner.translate(SUPERSCRIPTS))


def _lead(text: str, before: str) -> str:
    """Return the blank that the raised text itself begins with, unless there is one already."""
    return " " if text[:1].isspace() and before[-1:].strip() and not before[-1:].isdigit() else ""


def _digits(numbers: str) -> str:
    return re.sub(r"\s*[;,]\s*", ",", numbers).translate(SUPERSCRIPTS)


def _apart(before: str) -> str:
    return " " if before[-1:].isdigit() or UNIT.search(before) else ""
