"""Recognition of EUC-TW, an encoding of Taiwan that Python cannot decode, so that it is not taken for another."""

from __future__ import annotations

import re

WHOLE = re.compile(rb"(?:[\x00-\x7f]++|\x8e[\xa1-\xb0][\xa1-\xfe]{2}|[\xa1-\xfe]{2})*+(?:\x8e?[\xa1-\xfe]{0,2})")
"""Text in EUC-TW, of which the last character may be cut."""

PAIR = re.compile(rb"([\xa1-\xfe])[\xa1-\xfe]")
LEAST_PAIRS = 24
RARE = range(0xB0, 0xC4)
"""First bytes of the commonest characters in the encodings of China, Japan and Korea, where EUC-TW has hardly any."""

COMMON = range(0xC4, 0xFE)
"""First bytes of the common characters in EUC-TW."""

MOST_RARE, LEAST_COMMON = 0.02, 0.6


def is_euc_tw(sample: bytes) -> bool:
    """Return whether the bytes, which are not UTF-8, are a text in EUC-TW; False for a text of few characters."""
    if not WHOLE.fullmatch(sample):
        return False
    firsts = b"".join(PAIR.findall(sample))
    rare, common = (sum(map(firsts.count, leads)) for leads in (RARE, COMMON))
    return len(firsts) >= LEAST_PAIRS and rare <= MOST_RARE * len(firsts) and common >= LEAST_COMMON * len(firsts)
