"""Words before a figure: the quick look at their end tells no more and no less than taking them apart."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from annotator.language.figures.lexing import Item, items_of
from annotator.language.figures.vocabulary import Role, Vocabulary
from annotator.language.figures.word_files import languages_with_words, vocabulary_of
from annotator.language.figures.words_before import hedge_before, last_word

NUMBERS = {Role.NUMBER, Role.LITERAL, Role.SMALL, Role.PER_CENT, Role.UNIT}
LAST_WORD = re.compile(r"([^\W\d_]+)['’]?[ \u00a0]*$")
OTHERS = ["the", "mayor", "said", "40", "½", "²", "३", "3.2", "(", "–", "pre-", "d’", "x.", "\n"]
BLANKS = [" ", " ", " ", "", "\u00a0", "\u202f", "  ", "\u200b ", "’", "'"]
CODES = [*languages_with_words(), "it"]


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, str]:
    """Some words, most of which have to do with how sure a number is, and the code of their language."""
    code = draw(st.sampled_from(CODES))
    table = vocabulary_of(code).table
    words = st.sampled_from([*table[Role.HEDGE], *table[Role.FILLER], *OTHERS]) | st.text(max_size=3)
    words |= words.map(str.capitalize) | words.map(lambda word: f"{word[:2]}\u00ad{word[2:]}".replace("'", "’"))
    pairs = draw(st.lists(st.tuples(words, st.sampled_from(BLANKS)), max_size=5))
    return "".join(word + blank for word, blank in pairs), code


@given(lines())
def test_a_line_that_cannot_end_with_a_modifier_need_not_be_taken_apart(line: tuple[str, str]) -> None:
    before, words = line[0], vocabulary_of(line[1])
    assert hedge_before(before, words) == _hedge_by_all_items(before, words)


@given(lines())
def test_the_last_word_is_that_of_the_whole_line(line: tuple[str, str]) -> None:
    found = LAST_WORD.search(line[0][-40:])
    assert last_word(line[0]) == (found[1].casefold() if found else "")


def _hedge_by_all_items(before: str, words: Vocabulary) -> str:
    line = before.rpartition("\n")[2]
    items = items_of(line, words) if re.search(r"[ \u00a0\u202f'’]$", line) else []
    while items and Role.FILLER in items[-1].roles:
        items.pop()
    if not items or (len(items) > 1 and items[-2].roles.keys() & NUMBERS) or not _is_sure(items[-1], words):
        return ""
    return str(items[-1].roles.get(Role.HEDGE, ""))


def _is_sure(item: Item, words: Vocabulary) -> bool:
    return " " in item.text or item.form in words.alone
