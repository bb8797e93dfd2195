"""Numbers in digits, with the separators of a language, where they can be read in one way only."""

from __future__ import annotations

import re
from decimal import Decimal

from annotator.language.figures.vocabulary import Vocabulary

BLANKS = re.compile("[ \u00a0\u2009\u202f']")
GROUPS = re.compile(r"[0-9]{1,3}(?P<sign>[.,])[0-9]{3}(?:(?P=sign)[0-9]{3})*")
INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")
BLANK_GROUPS = re.compile("[0-9]{1,3}(?:([ \u00a0\u2009\u202f'])[0-9]{3})(?:\\1[0-9]{3})*(?:[.,][0-9]+)?")
MOST_DIGITS = 24


def number_in(digits: str, words: Vocabulary) -> Decimal | None:
    """Return the number that the digits with their separators write; None where it is none or not sure."""
    if len(digits) > MOST_DIGITS or (not digits.isascii() and not BLANK_GROUPS.fullmatch(digits)):
        return None
    if digits.isdecimal():
        return None if digits[0] == "0" and len(digits) > 1 else Decimal(digits)
    if BLANKS.search(digits):
        return number_in(BLANKS.sub("", digits), words) if BLANK_GROUPS.fullmatch(digits) else None
    whole, _sign, decimals = digits.rpartition(_decimal(digits, words) or "\0")
    if not whole:
        whole, decimals = digits, ""
    whole = _ungrouped(whole, words, decimals != "")
    if not (whole + decimals).isdecimal():
        return None
    return Decimal(f"{whole}.{decimals}" if decimals else whole)


def _decimal(digits: str, words: Vocabulary) -> str:
    """Return the sign before the decimals, empty where there is none."""
    signs = [sign for sign in digits if sign in ".,"]
    last = signs[-1] if signs else ""
    if len(signs) != signs.count(last) or (len(signs) == 1 and not GROUPS.fullmatch(digits)):
        return last if not words.decimal or last == words.decimal or _is_clear(digits, last, words) else ""
    return words.decimal if len(signs) == 1 and last == words.decimal else ""


def _is_clear(digits: str, sign: str, words: Vocabulary) -> bool:
    """Return whether the sign stands before one or two decimals, as no groups of three do."""
    return (sign == "." or words.either_decimal) and len(digits.rpartition(sign)[2]) <= 2


def _ungrouped(whole: str, words: Vocabulary, has_decimals: bool) -> str:
    """Return the whole digits without the signs between groups; empty where these are not sure."""
    match = GROUPS.fullmatch(whole)
    if match and (words.group == match["sign"] or has_decimals or (not words.group and whole.count(match["sign"]) > 1)):
        return whole.replace(match["sign"], "")
    return whole.replace(",", "") if words.group == "," and INDIAN.fullmatch(whole) else whole
