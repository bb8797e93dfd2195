"""Items of a figure: its digits, words and signs, each with the parts that it can play."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from annotator.language.figures.compounds import pieces
from annotator.language.figures.literals import number_in
from annotator.language.figures.vocabulary import Role, Roles, Vocabulary

LETTER = r"[^\W\d_²³¹⁰⁴-⁹½⅓⅔¼¾⅕-⅞\u0660-\u0669]"
BLANK = "[ \u00a0\u2009\u202f]"
TOKEN = re.compile(
    r"(?P<digits>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"
    rf"|[0-9]{{1,3}}(?:{BLANK}[0-9]{{3}})+(?:[.,][0-9]+)?(?![0-9])|[0-9]+(?:[.,'/:][0-9]+)*)"
    r"|(?P<power>(?<=[0-9])[⁻]?[⁰¹²³⁴-⁹]+)|(?P<vulgar>[½⅓⅔¼¾⅕-⅞])"
    r"|(?P<money>(?<![^\W\d_])(?i:us|u\.s\.|au?|ca?|nz|hk|s|nt|r|mx)\$)"
    rf"|(?P<word>{LETTER}+(?:['.]{LETTER}+)*[²³]?[.']?)|(?P<sign>[^\s\w]|_)"
)
PLAIN = str.maketrans(
    {
        **{chr(0x660 + digit): str(digit) for digit in range(10)},
        **{chr(0x6F0 + digit): str(digit) for digit in range(10)},
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        **dict.fromkeys("’‘ʼ", "'"),
        "٬": "'",
        "٫": ".",
        "،": ",",
        "‑": "-",
        "‐": "-",
        "٪": "%",
    }
)
"""Signs that mean the same, one for one."""
ELISION = re.compile(r"\b([dlnsqj]|qu)'(?=\w)", re.I)
UNSEEN = re.compile("[\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks of Arabic vowels, elongation, and what cannot be seen."""
MOST_TOKENS = 60
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
VULGAR = dict(
    zip(
        "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞",
        [
            "0.5",
            "0.3333",
            "0.6667",
            "0.25",
            "0.75",
            "0.2",
            "0.4",
            "0.6",
            "0.8",
            "0.1667",
            "0.8333",
            "0.125",
            "0.375",
            "0.625",
            "0.875",
        ],
        strict=True,
    )
)
NONE: Roles = {}


class Item(NamedTuple):
    """A word or a sign of a figure; ``glued`` tells that no blank stands before it."""

    text: str
    roles: Roles
    glued: bool = False


def items_of(text: str, words: Vocabulary, most: int = MOST_TOKENS) -> list[Item]:
    """Return the items of the text in their order, several words as one where the vocabulary has them so.

    ``most``: only so many words and signs are looked at.
    """
    text = UNSEEN.sub("", text).translate(PLAIN)
    if words.elides:
        text = ELISION.sub(r"\1' ", text)
    tokens = [*islice(_tokens(text, words), most)]
    found, at = list[Item](), 0
    while at < len(tokens):
        if parts := _parts(tokens[at], words):
            tokens[at : at + 1] = parts
        item, at = _longest(tokens, at, words)
        found.append(item)
    return found


def _tokens(text: str, words: Vocabulary) -> Iterator[Item]:
    end = 0
    before = ""
    for match in TOKEN.finditer(text):
        kind, token = match.lastgroup, match[0]
        glued = match.start() == end > 0
        if kind == "sign" and token == "-" and glued and _joins(before, text[match.end() : match.end() + 1]):
            before, end = kind, -1
            continue
        yield from _token(kind or "", token, glued, words)
        before, end = kind or "", match.end()


def _joins(before: str, behind: str) -> bool:
    """Return whether a hyphen stands within a word, as in “5-year-old”."""
    return behind.isalpha() or (before == "word" and behind.isdigit())


def _token(kind: str, token: str, glued: bool, words: Vocabulary) -> Iterator[Item]:
    match kind:
        case "digits":
            yield Item(token, _of_digits(token, words), glued)
        case "power":
            yield Item(token, {Role.POWER: int(token.translate(SUPERSCRIPTS))}, glued)
        case "vulgar":
            yield Item(token, {Role.VULGAR: Decimal(VULGAR[token])}, glued)
        case "sign":
            yield Item(token, words.entries.get(token, NONE), glued)
        case _:
            yield Item(token, _of_word(token, words), glued)


def _of_digits(token: str, words: Vocabulary) -> Roles:
    number = number_in(token, words)
    return {Role.LITERAL: token} if number is None else {Role.LITERAL: token, Role.NUMBER: number}


def _parts(token: Item, words: Vocabulary) -> list[Item]:
    """Return the words that are written together in the token, each as one; none where it is one word."""
    form = token.text.casefold()
    if token.roles or form in words.first_words:
        return []
    for prefix in words.prefixes:
        rest = form[len(prefix) :]
        if form.startswith(prefix) and (rest in words.entries or rest in words.first_words):
            before = Item(prefix, words.entries.get(prefix, NONE), token.glued)
            return [before, Item(rest, words.entries.get(rest, NONE), glued=True)]
    parts = pieces(form.rstrip("."), words) if words.compound else []
    return [Item(part, words.entries[part], token.glued if place == 0 else True) for place, part in enumerate(parts)]


def _of_word(token: str, words: Vocabulary) -> Roles:
    """Return the parts that a word can play; one capital letter is no symbol of a unit."""
    roles = _known(token.casefold(), words)
    if len(token) == 1 and token.isupper() and Role.UNIT in roles:
        return {role: value for role, value in roles.items() if role is not Role.UNIT}
    return roles


def _known(form: str, words: Vocabulary) -> Roles:
    return words.entries.get(form) or words.entries.get(form.rstrip(".'"), NONE)


def _longest(tokens: list[Item], at: int, words: Vocabulary) -> tuple[Item, int]:
    """Return the longest run of tokens from ``at`` that the vocabulary has, and where the next item begins."""
    if tokens[at].text.casefold() not in words.first_words:
        return tokens[at], at + 1
    for stop in range(min(len(tokens), at + words.longest), at + 1, -1):
        text = " ".join(token.text.casefold() for token in tokens[at:stop])
        for form in (text, text.rstrip(".")):
            if form in words.entries:
                return Item(text, words.entries[form], tokens[at].glued), stop
    return tokens[at], at + 1
