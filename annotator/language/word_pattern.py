"""Regular expression that finds the words of a text."""

from __future__ import annotations

import re
from functools import cache

from annotator.language.scripts import COMBINING, KATAKANA, STACKERS, UNSPACED

ALNUM, LETTER = f"[^\\W_{UNSPACED}]", r"[^\W\d_]"
SMALL = "[a-zß-öø-ÿąćęłńśźżğışœα-ωа-яё]"
RUN = f"{ALNUM}+[{COMBINING}]*"
"""A word is several of these where marks stand in its midst."""

BLANK, GROUP_BLANK = " \u00a0\u2009\u202f", "\u00a0\u2007\u2009\u202f"
CURRENCY = "$€£¥₹₽₺"
SIGN = rf"(?<=[\d½¼¾])[{BLANK}]?(?:[%‰％]|[{CURRENCY}](?!\d)|°(?:[CFKR](?!\w))?)[{COMBINING}]*"
"""“3.2 %”, “20 °C”, “5 €”: the sign after a number, and a blank before it."""

PREPENDED = "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Arabic, Syriac and Kaithi signs that enclose the number after them."""
MINUS = r"\-–\u2212+±"
START = (
    rf"(?=[#@{PREPENDED}{MINUS}{CURRENCY}.])"  # one class first, so that nothing else is looked at
    rf"(?:[#@]|[{PREPENDED}]+"
    rf"|(?:(?<![\w.,:/%){MINUS}])[{MINUS}])?(?:[{CURRENCY}][{BLANK}]?)?(?:(?<![\w.])\.)?(?=\d))"
)
"""“#aleppo”, “@icrc”, “−5”, “€5”, “.5”."""

HYPHENS, APOSTROPHES = "-\u2010\u2011–\u2212", "'’"
TIGHT = f"{HYPHENS}{APOSTROPHES}·\u2027_"
UNSEEN = "\u00ad\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Soft hyphen, marks of direction, word joiner: they are not seen, so a word goes on behind them."""
SMALL_DIGITS = "⁰¹²³⁴-⁹₀-₉"
HEBREW = "[\u05d0-\u05ea]"
STOP = (
    rf"(?<=\d\.)(?=\d)|(?<={LETTER}\.)(?={SMALL})"
    rf"|(?<=(?<!\w){LETTER}\.)(?={LETTER}{{1,2}}(?!\w))|(?<=(?<!\w){LETTER}{{2}}\.)(?={LETTER}(?!\w))"
    rf"|(?<=\.{LETTER}\.)[{HYPHENS}{APOSTROPHES}]|(?=[\w.-]{{1,64}}@\w)"
)
"""“3.2”, “example.org”, “U.S”, “Ph.D”, “U.S.-led”, “a.B@example.org”; not “left.He”, where a blank is missing."""

JOINT = (
    f'[{TIGHT}{UNSEEN}.,٬٫．，:/@&*+"״׳⁺⁻\u2044^{GROUP_BLANK}{CURRENCY}]'  # one class first: others end a word
    f"(?:(?<=[{TIGHT}{UNSEEN}])[{UNSEEN}_]*|(?<=\\.)(?:{STOP})"
    r"|(?<=\d[,٬٫．，:/])(?=\d)"
    rf"|(?<={LETTER}&)(?={LETTER})|(?<=@)|(?<={LETTER}[:*])(?={SMALL})"  # AT&T · addresses · Bürger:innen
    rf"|(?<={LETTER}/)(?={LETTER}[²³]?(?!\w))"  # km/h
    rf"|(?<={HEBREW}[\"״׳])(?={HEBREW})"
    rf"|(?<=\d[{GROUP_BLANK}])(?<!\d{{4}}.)(?=\d{{3}}(?!\d))"  # 1 204
    r"|(?<=[⁺⁻])(?=[⁰¹²³⁴-⁹])"
    rf"|(?<=[\d{SMALL_DIGITS}]\u2044)(?=[\d{SMALL_DIGITS}])"  # ³⁄₁₆
    rf"|(?:(?<=\d\^)|(?<=(?<!\w){LETTER}\^))[{MINUS}]?(?=\w)"  # 10^2.5
    rf"|(?<=[A-Z][{CURRENCY}])[{BLANK}]?(?=\d)"  # US$5
    r"|(?<=\+)(?=[\w.-]{1,64}@\w))"
    f"(?={ALNUM})"
)

IN_ADDRESS = f'[^\\s<>"“”„«»‹›{UNSPACED}，。、；：？！（）【】「」]'
ADDRESS = (
    r"[:/](?:(?<=:)//|(?<=\.[a-z]{2}/)|(?<=\.[a-z]{3}/)|(?<=\.[a-z]{4}/))"
    rf"(?:{IN_ADDRESS}+(?<=[\w/=&#~%+-]))?"
)
"""What follows “https” or “example.org”, but for punctuation at its end."""

END = rf"[.+#$](?:(?<=\.{LETTER}\.)|(?<=\+)(?![\w+])|(?<=C\+)\+(?!\w)|(?<=C#)(?!\w)|(?<=[A-Z]\$)(?!\w))[{COMBINING}]*"
"""“U.S.”, “50+”, “C++”, “C#”, “US$”."""

LONE = rf"[{KATAKANA}]+[{COMBINING}]*|(?=\w)[{UNSPACED}](?:[\u30fc{COMBINING}]|(?<=[{STACKERS}])[{UNSPACED}])*"
"""A word of a script that sets no blanks."""


PLAIN = r"[A-Za-zÀ-ÖØ-öø-ɏа-яА-ЯёЁ]+(?=[ ,;\n!?)”»]|\.[ \n])"
"""Most words by far: letters alone, before what nothing is joined over. It doubles the speed."""

WORD = f"{PLAIN}|(?:{START})?(?:{RUN}(?:{SIGN})?(?:{JOINT}|{ADDRESS})?)+(?:{END})?|{LONE}"


@cache
def word_pattern() -> re.Pattern[str]:
    """Return the pattern, which has no groups; it is compiled when it is first asked for."""
    return re.compile(WORD)


@cache
def counting_pattern() -> re.Pattern[str]:
    """Return the pattern of words with the blank before each, where none is tried for: a third faster to count by."""
    return re.compile(f"[ \\n]?(?:{WORD})")
