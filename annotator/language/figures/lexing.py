"""Items of a figure: its digits, words and signs, each with the parts that it can play."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
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
    """A word or a sign of a figure, also in small letters; ``glued`` tells that no blank stands before it."""

    text: str
    form: str
    roles: Roles
    glued: bool = False


def items_of(text: str, words: Vocabulary, most: int = MOST_TOKENS) -> list[Item]:
    """Return the items of the text in their order, several words as one where the vocabulary has them so.

    ``most``: only so many words and signs are looked at.
    """
    text = plain_signs(text)
    if words.elides:
        text = ELISION.sub(r"\1' ", text)
    tokens = _tokens(text, words, most)
    found, at = list[Item](), 0
    while at < len(tokens):
        item, count = tokens[at], 1
        if not item.roles and item.form not in words.phrases and (parts := _parts(item, words)):
            tokens[at : at + 1] = parts
            item = parts[0]
        if item.form in words.phrases:
            item, count = _longest(tokens, at, words)
        found.append(item)
        at += count
    return found


def plain_signs(text: str) -> str:
    """Return the text without what cannot be seen, and with one sign for those that mean the same."""
    return text if text.isascii() else UNSEEN.sub("", text).translate(PLAIN)


def _tokens(text: str, words: Vocabulary, most: int) -> list[Item]:
    """Return the words and signs of the text, each as an item."""
    found, end, before = list[Item](), 0, ""
    for match in TOKEN.finditer(text):
        if len(found) == most:
            break
        kind, token = match.lastgroup or "", match[0]
        start, stop = match.span()
        glued, end = start == end > 0, stop
        if token == "-" and glued and _joins(before, text[end : end + 1]):
            end = -1
        else:
            form = token.casefold()
            roles = _of_word(token, form, words) if kind == "word" else _roles(kind, token, form, words)
            found.append(Item(token, form, roles, glued))
        before = kind
    return found


def _joins(before: str, behind: str) -> bool:
    """Return whether a hyphen stands within a word, as in “5-year-old”."""
    return behind.isalpha() or (before == "word" and behind.isdigit())


def _roles(kind: str, token: str, form: str, words: Vocabulary) -> Roles:
    """Return the parts that digits or a sign can play."""
    match kind:
        case "digits":
            return _of_digits(token, words)
        case "power":
            return {Role.POWER: int(token.translate(SUPERSCRIPTS))}
        case "vulgar":
            return {Role.VULGAR: Decimal(VULGAR[token])}
        case _:
            return words.entries.get(form, NONE)


def _of_digits(token: str, words: Vocabulary) -> Roles:
    number = number_in(token, words)
    return {Role.LITERAL: token} if number is None else {Role.LITERAL: token, Role.NUMBER: number}


def _parts(token: Item, words: Vocabulary) -> list[Item]:
    """Return the words that are written together in the token, each as one; none where it is one word."""
    form = token.form
    for prefix in words.prefixes:
        rest = form[len(prefix) :]
        if form.startswith(prefix) and (rest in words.entries or rest in words.phrases):
            return [_part(prefix, words, token.glued), _part(rest, words, True)]
    parts = pieces(form.rstrip("."), words) if words.compound else []
    return [_part(part, words, token.glued if place == 0 else True) for place, part in enumerate(parts)]


def _part(form: str, words: Vocabulary, glued: bool) -> Item:
    return Item(form, form, words.entries.get(form, NONE), glued)


def _of_word(token: str, form: str, words: Vocabulary) -> Roles:
    """Return the parts that a word can play; one capital letter is no symbol of a unit."""
    roles = words.entries.get(form)
    if roles is None:
        return words.entries.get(form.rstrip(".'"), NONE) if form[-1] in ".'" else NONE
    if len(token) == 1 and Role.UNIT in roles and token.isupper():
        return {role: value for role, value in roles.items() if role is not Role.UNIT}
    return roles


def _longest(tokens: Sequence[Item], at: int, words: Vocabulary) -> tuple[Item, int]:
    """Return the longest run of tokens from ``at`` that the vocabulary has, and how many they are."""
    for count in words.phrases[tokens[at].form]:
        text = " ".join([token.form for token in tokens[at : at + count]])
        roles = words.entries.get(text) or words.entries.get(text.rstrip("."))
        if roles and at + count <= len(tokens):
            return Item(text, text, roles, tokens[at].glued), count
    return tokens[at], 1
