"""Numbers as people type them, with the separators of a language, and exact to the last digit."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct

from annotator.translation.messages import _, number

Number: TypeAlias = int | float | Decimal

MOST_DIGITS = 18
"""Digits of a whole number that every reader of YAML takes for one."""
BLANKS = re.compile("[\\s\u00a0\u2009\u202f'’٬_]")
GROUPS = re.compile(r"[0-9]{1,3}(?:[,.][0-9]{2,3})*[,.][0-9]{3}")
SIGNS = {"-": "-", "\u2212": "-", "+": ""}
ARABIC_POINT, ARABIC_COMMA = "٫", "،"


class ValueTextError(Exception):
    """The text is not a value of the attribute's type; ``sentence`` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Separators(Struct, frozen=True):
    """Signs between whole and decimal digits, and between groups of three, in a language, and its digit for zero."""

    decimal: str = "."
    group: str = ","
    zero: str = "0"

    def shown(self, digits: str) -> str:
        """Return a text with the digits of the language in place of 0 to 9."""
        if self.zero == "0":
            return digits
        return digits.translate({ord(str(value)): chr(ord(self.zero) + value) for value in range(10)})


ENGLISH = Separators()


def number_of(text: str, separators: Separators = ENGLISH) -> Number:
    """Return the number; one with decimals is a Decimal where a float would not have the same digits.

    A point or comma that can be read in two ways is read as in the language: “1,204” is one thousand and more in
    English, and little more than one in German. Raises ValueTextError.
    """
    decimal = "." if separators.decimal == "." else ","
    typed = BLANKS.sub("", "".join(map(_plain, text.strip().replace(ARABIC_POINT, decimal))))
    sign, digits = SIGNS.get(typed[:1], ""), typed[1:] if typed[:1] in SIGNS else typed
    whole, decimals = _split(digits, decimal)
    if not (whole + decimals).isdecimal() or not (whole + decimals).isascii():
        raise ValueTextError(
            _("It is not a number: write digits, as in {example}.").format(example=_example(separators))
        )
    whole = whole.lstrip("0") or "0"  # of some thousand digits Python makes no number, be they zeros
    if len(whole) > MOST_DIGITS:
        raise ValueTextError(_("The number has more than {count} digits.").format(count=number(MOST_DIGITS)))
    return _exact(f"{sign}{whole}.{decimals}") if decimals else int(f"{sign}{whole}")


def number_text(value: Number, separators: Separators = ENGLISH) -> str:
    """Return the number with the separators and digits of the language; ``number_of`` reads it back."""
    text = str(value)
    if "E" in text.upper():
        text = format(Decimal(text), "f")
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, decimals = digits.partition(".")
    groups = f"{int(whole):,}".replace(",", separators.group)
    return separators.shown(f"{sign}{groups}{separators.decimal if point else ''}{decimals}")


def _plain(sign: str) -> str:
    """Return a digit of any script as an ASCII digit, and any other sign as it is."""
    if unicodedata.decimal(sign, None) is not None:
        return str(unicodedata.decimal(sign))
    return "," if sign == ARABIC_COMMA else sign


def _split(digits: str, decimal: str) -> tuple[str, str]:
    """Return the whole and the decimal digits, without separators as far as they are where they can be.

    ``decimal`` is the point or comma that stands before decimals in the language.
    """
    marks = [sign for sign in digits if sign in ",."]
    if not marks:
        return digits, ""
    last = marks[-1]
    is_group = bool(GROUPS.fullmatch(digits)) and len({*marks}) == 1
    if is_group and (len(marks) > 1 or last != decimal):
        return digits.replace(last, ""), ""
    whole, _point, decimals = digits.rpartition(last)
    if marks[:-1] and not (GROUPS.fullmatch(whole) and {*marks[:-1]} == {*",."} - {last}):
        return "", ""
    return whole.replace(",", "").replace(".", ""), decimals


def _exact(text: str) -> Number:
    value = float(text)
    return value if str(value) == text else Decimal(text)


def _example(separators: Separators) -> str:
    return number_text(1204.5, separators)
