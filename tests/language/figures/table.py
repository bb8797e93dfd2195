"""Phrases with what a reader of news understands by them, and how many of them are read right.

``python -m tests.language.figures.table`` prints precision and recall by language; with ``-v`` also what is wrong.
A line of a file is: the phrase, with [brackets] around what is marked, an equals sign, and what is wanted: the value,
or low and high with two dots between, or @ and a date or time, or ? for an amount that has neither; modifier, kind,
unit or currency. A hyphen alone is wanted where no reading is right.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from annotator.language.figures.reading import FigureReading, read_figure

FOLDER = Path(__file__).with_name("phrases")
LANGUAGES = ("en", "de", "fr", "es", "ar")
NOTHING, UNSAID = "-", "?"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text with a marked figure and what is wanted of it; ``wanted`` is empty where no reading is right."""

    language: str
    line: str
    text: str
    start: int
    end: int
    wanted: tuple[str, ...]
    counted: str | None
    held_out: bool

    def read(self) -> FigureReading | None:
        return read_figure(self.text, self.start, self.end, self.language)


@dataclass(frozen=True, slots=True)
class Score:
    """How many phrases there are, how many of them are to be given, were given, and were given right."""

    phrases: int
    wanted: int
    given: int
    given_of_wanted: int
    right: int
    right_words: int
    """Given with the right modifier, kind, unit and thing counted too."""

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0

    @property
    def recall(self) -> float:
        return self.given_of_wanted / self.wanted if self.wanted else 0


def phrases(language: str) -> Iterator[Phrase]:
    for folder, held_out in ((FOLDER, False), (FOLDER / "held_out", True)):
        for line in (folder / f"{language}.txt").read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield phrase(language, line, held_out=held_out)


def phrase(language: str, line: str, *, held_out: bool = False) -> Phrase:
    marked, _equals, wanted = line.rpartition(" = ")
    start = marked.index("[") if "[" in marked else 0
    end = marked.index("]") - 1 if "[" in marked else len(marked)
    words = wanted.split(" counted:")
    said = () if words[0] == NOTHING else tuple(words[0].split())
    text = marked.replace("[", "").replace("]", "")
    return Phrase(language, line, text, start, end, said, words[1] if len(words) > 1 else None, held_out)


def value_is_right(phrase: Phrase, reading: FigureReading) -> bool:
    """Tell whether value, bounds and moment are as wanted."""
    return bool(phrase.wanted) and amount_of(reading) == phrase.wanted[0]


def words_are_right(phrase: Phrase, reading: FigureReading) -> bool:
    """Tell whether modifier, kind, unit and the thing that is counted are as wanted."""
    unit = (reading.currency or reading.unit).replace(" ", "_")
    said = (reading.modifier, reading.kind, *([unit] if unit else []))
    return said == phrase.wanted[1:] and phrase.counted in (None, reading.counted)


def amount_of(reading: FigureReading) -> str:
    """Return value, bounds or moment as the table writes them."""
    if reading.when:
        return f"@{reading.when}".replace(" ", "_")
    if reading.value is not None:
        return number(reading.value)
    if reading.low is None and reading.high is None:
        return UNSAID
    return f"{number(reading.low)}..{number(reading.high)}"


def number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def score(found: Sequence[Phrase]) -> Score:
    read = [(one, one.read()) for one in found]
    given = [(one, reading) for one, reading in read if reading is not None]
    right = [(one, reading) for one, reading in given if value_is_right(one, reading)]
    return Score(
        len(found),
        sum(1 for one in found if one.wanted),
        len(given),
        sum(1 for one, _reading in given if one.wanted),
        len(right),
        sum(words_are_right(one, reading) for one, reading in right),
    )


def table() -> str:
    """Return precision and recall of each language, of the phrases held out, and of all."""
    everything = [one for language in LANGUAGES for one in phrases(language)]
    rows = [(language, [one for one in everything if one.language == language]) for language in LANGUAGES]
    rows += [("held out", [one for one in everything if one.held_out]), ("all", everything)]
    lines = ["            phrases  given  right  precision  recall  words right"]
    for name, found in rows:
        one = score(found)
        words = one.right_words / one.right if one.right else 0
        counts = f"{one.phrases:7}  {one.given:5}  {one.right:5}"
        lines.append(f"{name:12}{counts}  {one.precision:9.3f}  {one.recall:6.3f}  {words:11.3f}")
    return "\n".join(lines)


def faults(*, held_out: bool) -> Iterator[str]:
    """Yield a line for each phrase that is not read as wanted."""
    for one in (one for language in LANGUAGES for one in phrases(language) if one.held_out == held_out):
        reading = one.read()
        if reading is None:
            if one.wanted:
                yield f"{one.language} not given  {one.line}"
        elif not value_is_right(one, reading):
            yield f"{one.language} WRONG  {one.line}  → {amount_of(reading)}"
        elif not words_are_right(one, reading):
            said = (reading.modifier, reading.kind, reading.unit, reading.currency, reading.counted)
            yield f"{one.language} words  {one.line}  → {' '.join(filter(None, said))}"


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
    if "-v" in sys.argv:
        sys.stdout.writelines(f"{line}\n" for line in faults(held_out=False))
    if "-vv" in sys.argv:
        sys.stdout.writelines(f"{line}\n" for line in faults(held_out=True))
