"""Decision whether a sentence ends at a mark that may end one, or goes on behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.language.sentence_words import SentenceWords

MARKS, WIDE_MARKS, PARAGRAPH_ENDS = ".!?…؟۔।॥։።‼⁇⁈⁉", "。！？｡．", "\n\u2029\ufdd0\ufdd1"
SHORT = 8
"""Code points from which on a sentence is never taken for one without letters and digits."""
LOOK_BEHIND = 40
"""Code points before an end within which abbreviations are looked for."""

OPENING = "\"'“„‘‚«»‹›(\\[{¿¡–—*_-"
FOLLOWING = re.compile(rf"\s*(?:[{OPENING}]\s?)*(\w?)")
NEXT_WORD = re.compile(rf"\s*[{OPENING}]*\s?([^\W\d_]+)(\.?)\s*(\w?)")
NUMBER, INITIALS = re.compile(r"[0-9]{1,3}|[IVXLC]{2,}"), re.compile(r"[^\W\d_](?:\.-?[^\W\d_])*")
NEXT_NUMBER = re.compile(r"\s*[(\[]?(?:№|[nN][º°])?\s*(?:\d|[IVXLC]+(?!\w))")
NEXT_DAY_OR_YEAR = re.compile(r"\s*(?:[0-9]{1,2}\.|[0-9]{4})(?![0-9])")
NEXT_PART = re.compile(r"\s?([^\W\d_]{1,5})\.")
DAY = re.compile(r"(?:[0-9]{1,2}\.)?(?:[0-9]|[12][0-9]|3[01])")
ITEM = re.compile(r"[(\[]?(?:[0-9]{1,3}|[^\W\d_]|[ivxIVX]{1,5})")
ITEM_AHEAD = re.compile(r"\s*\(?[a-z]\)")
GOING_ON = re.compile(r"\s*[?!,;:]")
HEADING = re.compile(r"[^\W\d_]+[^\S\n](?:[0-9]{1,3}|[IVXLC]+)")
SPEAKER = re.compile(r"\s*(?:[^\W\d_][\w.'’-]*\s+){1,4}?([a-z]+)\b")
QUOTED = "」』”’"
SPOKEN = re.compile(
    "[、，,]|と(?!ころ|はいえ|にかく|りわけ|もかく)|って|との|という|など"
    r"|[^\s。！？，、]{1,6}?(?:(?<!知)道|说|說|问|問|称|稱|喊|答|表示|指出)[。，：…]"
)
"""What goes on behind a quotation in Japanese and Chinese."""


class End(NamedTuple):
    """A mark at ``mark`` in a sentence that begins at ``start``; ``end`` is behind what closes with it."""

    text: str
    start: int
    mark: int
    end: int


def goes_on(end: End, known: SentenceWords) -> bool:
    """Return whether the sentence goes on behind the mark."""
    text, start, at, after = end
    mark = text[at]
    if mark in PARAGRAPH_ENDS:
        return False
    if mark in WIDE_MARKS:
        return text[after - 1] in QUOTED and SPOKEN.match(text, after) is not None
    if at - start < SHORT and _is_empty(end):
        return True
    if text.startswith(" ", after) and text[after + 1 : after + 2].isalpha():  # as nearly always
        first = text[after + 1]
    elif GOING_ON.match(text, after):
        return True
    else:
        following = FOLLOWING.match(text, after)
        first = following[1] if following else ""
    if first.islower():
        return ITEM_AHEAD.match(text, after) is None
    if mark == "." and not text.startswith(".", at + 1):
        return _is_abbreviation(end, known)
    return _is_aside(end) or _is_said(end, known)


def _is_empty(end: End) -> bool:
    """Return whether the sentence has neither a letter nor a digit so far."""
    return not any(map(str.isalnum, end.text[end.start : end.mark]))


def _is_aside(end: End) -> bool:
    """Return whether the mark stands alone in brackets, as in “(?)”."""
    return end.text[end.mark - 1 : end.mark] in ("(", "[") and end.text[end.end - 1] in ")]"


def _is_said(end: End, known: SentenceWords) -> bool:
    """Return whether a verb of saying and its subject follow a quotation: “Why?” Smith asked."""
    if end.text[end.end - 1] not in '"”’»“':
        return False
    said, word = SPEAKER.match(end.text, end.end), NEXT_WORD.match(end.text, end.end)
    if not word or word[1] in known.begin:
        return False
    return word[1] in known.said or bool(said and said[1] in known.said)


def _is_abbreviation(end: End, known: SentenceWords) -> bool:
    text, start, at, _after = end
    before = text[max(start, at - LOOK_BEHIND) : at]
    last = before[before.rfind(" ") + 1 :]
    if _is_plain(before, last, known):  # as nearly always
        return before.lstrip() == last and last[:1].lower() + last[1:] in known.goes_on
    parts = before.split()
    if not parts:
        return False
    word = parts[-1].lstrip("\"'“„‘‚«»‹›([{*_")
    for form in _forms(parts[:-1], word, known):
        found = _by_list(end, known, form)
        if found is not None:
            return found
    if NUMBER.fullmatch(word):
        return _is_ordinal(end, known, word, parts[-2] if len(parts) > 1 else "")
    return INITIALS.fullmatch(word) is not None and _is_initial(end, known, word)


def _is_plain(before: str, last: str, known: SentenceWords) -> bool:
    """Return whether the last word is none that is listed, nor the last part of several, nor initials."""
    if len(last) < 2 or not last.isalpha() or last in known.listed or last.isupper() or last.endswith(known.suffixes):
        return False
    return not before.endswith(". ", 0, len(before) - len(last))


def _forms(before: list[str], word: str, known: SentenceWords) -> list[str]:
    """Return the forms by which the abbreviation may be listed, the longest first: “z. B.” as “z.B”."""
    forms = [word, word.rpartition("-")[2], word.rpartition("’")[2], word.rpartition("'")[2]]
    forms += [f"-{suffix}" for suffix in known.suffixes if word.endswith(suffix)]
    for part in reversed(before[-2:]):
        if not part.endswith(".") or len(part) > 5:
            break
        forms.insert(0, part.lstrip("(„“«") + forms[0])
    return forms


def _by_list(end: End, known: SentenceWords, form: str) -> bool | None:
    """Return whether the sentence goes on after the abbreviation; None where it is not listed."""
    following = NEXT_PART.match(end.text, end.end)
    if following and f"{form}.{following[1]}" in known.parts:
        return True
    if form not in known.listed:
        form = form[:1].lower() + form[1:]
        if form not in known.goes_on or end.mark - end.start > len(form) + 3:
            return None
    if form in known.goes_on:
        return True
    if form in known.before_number and NEXT_NUMBER.match(end.text, end.end):
        return True
    if form in known.ends:
        return _next(end) in known.days
    if form in known.year:
        return len(end.text[end.start : end.mark].split()) < 4 and not _begins(end, known)
    if form in known.may_end:
        return _continues(end, known)
    return None if len(form) == 1 else False


def _is_ordinal(end: End, known: SentenceWords, word: str, before: str) -> bool:
    """Return whether the number is that of an item, of a heading, of a day, or an ordinal: “1. ”, “am 3. Oktober”."""
    if _is_item(end):
        return True
    if DAY.fullmatch(word) and NEXT_DAY_OR_YEAR.match(end.text, end.end) and (before.endswith(".") or _is_day(end)):
        return True
    following = NEXT_PART.match(end.text, end.end)
    if _next(end) in known.months or (following and following[1] in known.before_number):  # “2. Aufl.”
        return word.isdigit()
    near = end.text[end.start : end.end + LOOK_BEHIND]
    if before in known.ordinal_after or not known.ordinal_letters.isdisjoint(near):
        return _continues(end, known)
    return False


def _is_item(end: End) -> bool:
    """Return whether the sentence so far is the number of an item, “1” or “(b)”, or of a heading, “Part 1”."""
    begun = end.text[end.start : end.mark].lstrip()
    first = end.start == 0 or end.text[end.start - 1] in PARAGRAPH_ENDS
    return ITEM.fullmatch(begun) is not None or (first and HEADING.fullmatch(begun) is not None)


def _is_day(end: End) -> bool:
    return re.match(r"\s*[0-9]{1,2}\.", end.text[end.end : end.end + 5]) is not None


def _is_initial(end: End, known: SentenceWords, word: str) -> bool:
    """Return whether a name or a number follows initials."""
    if _is_item(end):
        return True
    if len(word) == 1 and word.islower():
        return NEXT_NUMBER.match(end.text, end.end) is not None
    return not _begins(end, known)


def _continues(end: End, known: SentenceWords) -> bool:
    """Return whether a capital follows that does not begin a sentence."""
    first = FOLLOWING.match(end.text, end.end)
    return bool(first and first[1].isupper()) and not _begins(end, known)


def _begins(end: End, known: SentenceWords) -> bool:
    """Return whether a word follows that begins sentences, and is no part of a name as in “M. Le Pen”."""
    found = NEXT_WORD.match(end.text, end.end)
    if not found or found[1] not in known.begin or found[2]:
        return False
    return not (found[1] in known.particles and found[3].isupper())


def _next(end: End) -> str:
    found = NEXT_WORD.match(end.text, end.end)
    return found[1] if found else ""
