"""Words of a hand-over that its forms share: verdicts, states, speakers, times and counts."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from annotator.facts.desk.words import state_words
from annotator.interop.handover.choices import TO_CHECK
from annotator.interop.handover.content import HandedFact, HandedFigure, HandOver, Signature, Speaker
from annotator.language.writing_direction import is_written_leftwards
from annotator.model.annotation import CHECK_STATES
from annotator.model.visible import visible
from annotator.translation.messages import _, language, listed, ngettext, number

NONE = "–"
"""Sign of what is not known."""
VERDICT_GLYPHS: Mapping[str, str] = MappingProxyType(
    {"supported": "✓", "refuted": "✕", "not-enough-evidence": "?", "conflicting": "≠"}
)
STATE_GLYPHS: Mapping[str, str] = MappingProxyType(
    dict(zip(CHECK_STATES, ("○", "…", "✓", "→", "?", "“", "∅"), strict=True))
)
TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?Z")
LEFT_TO_RIGHT_MARK = "\u200e"
CLAIM, AUTHOR = "claim", "author"
SAID_BY_BOUNDS = ("exact", "range", "vague")
"""Modifiers of figures that their numbers say already."""


def one_line(text: str) -> str:
    """Return the text with single blanks for any blanks, and escapes for what cannot be seen."""
    return visible(" ".join(text.split()))


def choice_words(value: str) -> str:
    """Return a value of the scheme as words: hyphens and underscores are blanks."""
    return one_line(re.sub("[-_]", " ", value))


def verdict_words(verdict: str) -> str:
    """Return glyph and word of the verdict: “✓ supported”; a dash and a word where there is none."""
    if not verdict:
        # Translators: of a fact that has no verdict; the dash stays
        return _("– no verdict")
    glyph = VERDICT_GLYPHS.get(verdict, "")
    return f"{glyph} {choice_words(verdict)}".strip()


def glyph_and_state(state: str) -> str:
    """Return glyph and word of the state of check: “→ change”; no state counts as “to check”."""
    state = state or TO_CHECK
    return f"{STATE_GLYPHS.get(state, '')} {state_words(state)}".strip()


def said_by(fact: HandedFact) -> str:
    """Return whom the fact is attributed to; “the article” where it says it itself, a dash where it is not told."""
    if fact.speakers:
        return listed(speaker.name for speaker in fact.speakers)
    return _("the article") if fact.voice in ("", AUTHOR) else NONE


def speaker_words(speaker: Speaker) -> str:
    """Return the speaker with kind and naming: “Rosa Lind, person, named”."""
    return listed(part for part in (speaker.name, *map(choice_words, (speaker.kind, speaker.naming))) if part)


def figure_words(figure: HandedFigure) -> str:
    """Return the figure's words, what they do not say themselves of number and precision, and the arithmetic."""
    value = "" if digits_in(figure.value) == digits_in(figure.words) != "" else figure.value
    known = (value, "" if figure.modifier in SAID_BY_BOUNDS else choice_words(figure.modifier))
    more = listed(part for part in known if part and part not in figure.words)
    said = f"{figure.words} ({more})" if more else figure.words
    return ". ".join((said, *figure.arithmetic))


def digits_in(text: str) -> str:
    """Return the digits of the text, of any script, as those from 0 to 9, without what stands between them."""
    return "".join(str(unicodedata.decimal(sign)) for sign in text if sign.isdecimal())


def day_words(day: str) -> str:
    """Return a day whose parts stay in their order among words that are written from right to left."""
    return f"{LEFT_TO_RIGHT_MARK}{one_line(day)}" if day and is_written_leftwards(language()) else one_line(day)


def time_words(time: str) -> str:
    """Return a time of a file as people read it: “2026-11-28, 18:40 UTC”; anything else as it is."""
    found = TIME.fullmatch(time)
    # Translators: a day and a time of day
    return _("{day}, {time} UTC").format(day=day_words(found[1]), time=found[2]) if found else one_line(time)


def hash_words(sha256: str) -> str:
    """Return the hash in groups of eight digits."""
    return " ".join(sha256[at : at + 8] for at in range(0, len(sha256), 8))


def short_hash(sha256: str) -> str:
    """Return the beginning and the end of the hash, by which a reader compares."""
    return f"{sha256[:4]} {sha256[4:8]} … {sha256[-4:]}"


def facts_name(handed: HandOver) -> str:
    """Return what the facts are called: claims where all are, else facts."""
    return _("Claims") if {fact.label for fact in handed.facts} <= {CLAIM} else _("Facts")


def counts(handed: HandOver) -> str:
    """Return how many facts there are, and how many have which verdict."""
    facts = handed.facts
    total = len(facts)
    if facts_name(handed) == _("Claims"):
        words = ngettext("{count} claim", "{count} claims", total)
    else:
        words = ngettext("{count} fact", "{count} facts", total)
    words = words.format(count=number(total))
    verdicts = [*_verdict_counts(facts)]
    # Translators: a number of facts, and how many have which verdict, as in “14 claims: 9 supported, 1 refuted”
    return _("{facts}: {verdicts}").format(facts=words, verdicts=listed(verdicts)) if verdicts else words


def _verdict_counts(facts: Sequence[HandedFact]) -> list[str]:
    found = Counter(fact.verdict for fact in facts)
    known = [verdict for verdict in VERDICT_GLYPHS if verdict in found]
    others = sorted(verdict for verdict in found if verdict and verdict not in VERDICT_GLYPHS)
    words = [f"{number(found[verdict])} {choice_words(verdict)}" for verdict in (*known, *others)]
    if found[""] and words:
        words.append(ngettext("{count} without a verdict", "{count} without a verdict", found[""]))
        words[-1] = words[-1].format(count=number(found[""]))
    return words


def withheld_words(count: int) -> str:
    """Return the sentence that says how many pieces of evidence are confidential and not listed; empty for none."""
    if not count:
        return ""
    sentence = ngettext(
        "{count} piece is confidential and not listed", "{count} pieces are confidential and not listed", count
    )
    return sentence.format(count=number(count))


def signed_words(signature: Signature) -> str:
    """Return when and in which round was signed, with how many exceptions: “2026-11-28, 18:40 UTC, round 2”."""
    parts = [time_words(signature.at)]
    if signature.round:
        parts.append(_("round {round}").format(round=one_line(signature.round)))
    if count := len(signature.exceptions):
        words = ngettext("with {count} exception", "with {count} exceptions", count)
        parts.append(words.format(count=number(count)))
    return listed(part for part in parts if part)


def same_text_words(signature: Signature) -> str:
    """Return whether the text is the one that was signed."""
    if signature.is_of_this_text:
        return _("the text below is this text")
    return _("the text below is another one: it has changed since")
