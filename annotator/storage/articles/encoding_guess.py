"""Ranking of encodings by how well bytes fit the languages that were written in them."""

from __future__ import annotations

import re
from itertools import pairwise

from annotator.storage.articles.encoding_names import ENCODINGS, WESTERN, code_of

NEAR = 0.95
"""Share of the best confidence from which on another encoding is about as likely."""

WEAK, WESTERN_SHARE = 0.1, 0.4
"""Confidence below which few letters tell, and the share of it that Western European then needs to come first."""

TIED = 0.99
"""Share of the best confidence from which on letters tell next to nothing: the encodings write the same language."""

ODD = re.compile(
    "[\x80-\x9f\xa4\ufffd]|[¦¨¸¼½¾¶†‡](?=[^\\W\\d_])|(?<=[^\\W\\d_])(?:[¦¨¸¼½¾¶†‡]|[“”„«»€£©®](?=[^\\W\\d_]))"
)
"""Characters that no text has, and signs beside a letter, where another encoding has a letter or quotation mark."""

SAME = {
    "euc_jis_2004": "euc_jp",
    "shift_jis_2004": "cp932",
    "shift_jisx0213": "cp932",
    "iso2022_jp_2": "iso2022_jp",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
}
"""Encodings of ENCODINGS that stand for others with the same usual characters."""

PLACES = {encoding.code: place for place, encoding in enumerate(ENCODINGS)}


def ranked(sample: bytes) -> list[tuple[str, float]]:
    """Return the possible encodings of the sample with their confidence, the most likely first.

    Of encodings with the same confidence, those on Windows come before those of the standards, Macs and DOS.
    """
    from chardet import EncodingEra, detect_all  # imported late: most articles are UTF-8

    eras = EncodingEra.ALL & ~EncodingEra.MAINFRAME
    found = detect_all(sample, ignore_threshold=True, encoding_era=eras, compat_names=False)
    best: dict[str, float] = {}
    for one in found:
        name = one["encoding"] or ""
        code = SAME.get(name) or code_of(name)
        if code:
            best.setdefault(code, float(one["confidence"]))
    ordered = sorted(best.items(), key=lambda pair: (-pair[1], PLACES[pair[0]]))
    return _western_first(_likelier_first(ordered, sample), sample)


def rivals(ranking: list[tuple[str, float]], code: str, sample: bytes) -> tuple[str, ...]:
    """Return the encodings about as likely as ``code`` in which the sample reads otherwise, one for each reading."""
    least = NEAR * dict(ranking).get(code, 1)
    near = [other for other, confidence in ranking if confidence >= least]
    readings = {sample.decode(code, "replace"): code}
    for other in near:
        readings.setdefault(sample.decode(other, "replace"), other)
    return tuple(other for other in readings.values() if other != code)


def _likelier_first(ordered: list[tuple[str, float]], sample: bytes) -> list[tuple[str, float]]:
    """Return the ranking with that of the tied encodings first whose reading has the fewest odd places."""
    tied = [pair for pair in ordered if pair[1] >= TIED * ordered[0][1]]
    readings: dict[str, tuple[str, float]] = {}
    for pair in tied:
        readings.setdefault(sample.decode(pair[0], "replace"), pair)
    if not readings:
        return ordered
    first = readings[min(readings, key=_odd_places)]
    return [first, *(pair for pair in ordered if pair != first)]


def _odd_places(text: str) -> int:
    """Return how often the text has characters where texts do not have them, as a capital within a word."""
    within = sum(second.isupper() and first.islower() for first, second in pairwise(text))
    return len(ODD.findall(text)) + within


def _western_first(ordered: list[tuple[str, float]], sample: bytes) -> list[tuple[str, float]]:
    confidence = dict(ordered).get(WESTERN, 0)
    code, best = ordered[0] if ordered else ("", 1.0)
    if confidence < (WESTERN_SHARE if best < WEAK else NEAR) * best or code == WESTERN:
        return ordered
    if _odd_places(sample.decode(WESTERN, "replace")) > _odd_places(sample.decode(code, "replace")):
        return ordered
    return [(WESTERN, confidence), *(pair for pair in ordered if pair[0] != WESTERN)]
