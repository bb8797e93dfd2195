"""Texts as a reader sees them, to be searched: what looks alike is the same.

Folded are case, straight and curly quotes, hyphens and dashes, ligatures and letters in other forms, composed and
decomposed accents, and any run of blanks; what cannot be seen is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, decomposition, is_normalized, normalize

SINGLE, DOUBLE = "'‘’‚‛′‵ʹʻʼʽˈ‹›`´＇׳", '"“”„‟″‶«»ʺ〝〞〟＂״'
DASHES = "-‐‑‒–—―−⁃﹘﹣－⸺⸻־᠆"
UNSEEN = "\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
"""Soft hyphen, joiners, marks of direction, zero-width blanks, Arabic elongation, variation selectors."""

FORMS = ("<compat>", "<wide>", "<narrow>", "<font>", "<initial>", "<medial>", "<final>", "<isolated>", "<small>")
"""Kinds of characters that look like others; raised and lowered digits and fractions do not."""
JAMO = re.compile("[\u1160-\u11ff\u3131-\u318e\ua960-\ua97c\ud7b0-\ud7fb]")
"""Letters of Korean syllables; those for standing alone are not folded, as they would join others."""

IS_UNSEEN = re.compile(f"[{UNSEEN}]")
ODD_ASCII = re.compile(r"[`\t-\r\x1c-\x1f]|  |--")
ASCII_BLANKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f"
RUNS = (("  ", re.compile(" +")), ("--", re.compile("-+")))
Regions = list[tuple[int, int, str]]
"""Stretches that fold to another number of characters, each with what it becomes."""


def folded(text: str, *, match_case: bool = False) -> str:
    """Return the text as it is compared, in lower case unless ``match_case``."""
    if text.isascii() and not ODD_ASCII.search(text):
        return text if match_case else text.lower()
    plain, regions = folded_piece(text, match_case=match_case)
    parts, at = list[str](), 0
    for start, end, words in regions:
        parts += plain[at:start], words
        at = end
    return "".join([*parts, plain[at:]])


def folded_query(text: str) -> str:
    """Return what is looked for in folded texts: the query, folded, without the blanks at its ends."""
    return folded(text).strip()


def folded_piece(text: str, *, match_case: bool) -> tuple[str, Regions]:
    """Return the text with all that folds to one character, and the regions of the rest in the result."""
    if text.isascii():
        text = text if match_case else text.lower()
        for blank in ASCII_BLANKS:
            text = text.replace(blank, " ")
        text = text.replace("`", "'")
        return text, sorted(_runs(text))
    unseen, longer = [], {}
    for character in set(text):
        fold = _one(character, match_case=match_case)
        if not fold:
            unseen.append(character)
        elif len(fold) > 1:
            longer[character] = fold
        elif fold != character:
            text = text.replace(character, fold)
    return text, [*_regions(text, "".join(unseen), longer)]


def _regions(text: str, unseen: str, longer: dict[str, str]) -> Regions:
    gone, marks = re.escape(unseen), _marks(text) if unseen or longer or not is_normalized("NFC", text) else ""
    alternatives = [f"[^{marks} {gone}-][{marks}{gone}]*[{marks}]"] if marks else []
    alternatives += [f"[ {gone}]{{2,}}", f"-[-{gone}]*-", f"[{gone}]"] if gone else []
    alternatives += [f"[{''.join(map(re.escape, longer))}]"] if longer else []
    matches = re.finditer("|".join(alternatives), text) if alternatives else ()
    found = [(*match.span(), _shortened(match[0], unseen, longer)) for match in matches]
    return _without_overlaps(sorted([*found, *_runs(text)]))


def _runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the runs of blanks and of dashes; searching for two is much faster than a regular expression."""
    for pair, run in RUNS:
        at = text.find(pair)
        while at >= 0 and (match := run.match(text, at)):
            yield *match.span(), pair[0]
            at = text.find(pair, match.end())


def _without_overlaps(regions: Regions) -> Regions:
    """Return the regions without those that begin in another, which is the longer one."""
    kept: Regions = []
    for region in regions:
        if not kept or region[0] >= kept[-1][1]:
            kept.append(region)
        elif region[1] > kept[-1][1]:
            kept[-1] = region
    return kept


def _shortened(words: str, unseen: str, longer: dict[str, str]) -> str:
    """Return what a region becomes."""
    seen = "".join(longer.get(character, character) for character in words if character not in unseen)
    if not seen.strip(seen[:1]) and seen[:1] in " -":
        return seen[:1]
    return normalize("NFC", seen).replace("i\u0307", "i")


def _marks(text: str) -> str:
    """Return the characters of the text that join the one before them."""
    return "".join(character for character in set(text) if category(character)[0] == "M" or JAMO.match(character))


@lru_cache(20_000)
def _one(character: str, *, match_case: bool) -> str:
    """Return what a character becomes by itself: nothing, one character or several."""
    if IS_UNSEEN.match(character):
        return ""
    if character.isspace():
        return " "
    for same, characters in (("'", SINGLE), ('"', DOUBLE), ("-", DASHES)):
        if character in characters:
            return same
    form = _plain_form(character)
    if not match_case:
        form = "i" if form in "İı" else form.casefold()
    return normalize("NFC", form)


def _plain_form(character: str) -> str:
    kind = decomposition(character).partition(" ")[0]
    if kind in FORMS and not JAMO.match(character):
        plain = normalize("NFKC", character)
        return plain if plain.strip() == plain else character
    return character
