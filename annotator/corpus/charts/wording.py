"""Numbers, days and names of charts in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from annotator.corpus.charts.chart import Kind, Look, Mark
from annotator.corpus.tallies.counts import Places
from annotator.language.label_names import label_name
from annotator.language.plain_line import plain_line
from annotator.language.values.numbers import ENGLISH, Separators
from annotator.model.annotation import CHECK_STATES
from annotator.model.scheme import Scheme
from annotator.translation.messages import _, ngettext, number

FEW = 10
"""Numbers per 1,000 words below this are shown with one place."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Way in which days and decimals are written."""

    day: Callable[[date], str] = date.isoformat
    separators: Separators = ENGLISH


def rate_text(rate: float, wording: Wording) -> str:
    """Return a number per 1,000 words: whole, or with one place where it is small."""
    whole, tenths = divmod(round(10 * rate), 10)
    if rate >= FEW or not tenths:
        return number(round(rate))
    return f"{number(whole)}{wording.separators.decimal}{number(tenths)}"


def percent(part: int, whole: int) -> str:
    """Return the share in per cent, as ``35 %``; empty of nothing."""
    # Translators: a share, as in “35 %”.
    return _("{number} %").format(number=number(round(100 * part / whole))) if whole else ""


def counted_annotations(count: int) -> str:
    """Return the number of annotations in words."""
    return ngettext("{count} annotation", "{count} annotations", count).format(count=number(count))


def count_mark(name: str, places: Places) -> Mark:
    """Return the mark of a number of annotations that are called ``name``."""
    count = len(places)
    # Translators: a mark of a chart and its number, as in “claim: 12 annotations”.
    words = _("{name}: {number}").format(name=name, number=counted_annotations(count))
    return Mark(words, number(count), count, count, places)


def part_mark(name: str, places: Places, whole: int) -> Mark:
    """Return the mark of a part of ``whole`` annotations."""
    count = len(places)
    # Translators: a part of a whole in a chart, as in “refuted: 12 of 40, 30 %”.
    words = _("{name}: {part} of {whole}, {share}").format(
        name=name, part=number(count), whole=number(whole), share=percent(count, whole)
    )
    return Mark(words, number(count), count, count, places)


def label_look(scheme: Scheme, id: str) -> Look:
    """Return the look of a label, known to the scheme or not."""
    return Look(Kind.LABEL, id, scheme.label(id))


def label_words(scheme: Scheme, id: str) -> str:
    return label_name(scheme, id)


def value_name(value: str) -> str:
    """Return a value of the scheme as it is shown, with blanks."""
    return plain_line(value.replace("-", " "))


def state_name(state: str) -> str:
    """Return the name of a state of check; one that the program does not know as the file has it."""
    name = value_name(state)
    return _(name) if state in CHECK_STATES else name  # the messages are those of the states in the window


def article_name(article: str) -> str:
    """Return the path of an article without its suffix."""
    return plain_line(article.rpartition(".")[0] or article)


def of_all(shown: int, all_: int) -> str:
    """Return that only some articles are shown; empty where all are."""
    if shown >= all_:
        return ""
    sentence = _("Shown are the {shown} of {all} articles with the most annotations.")
    return sentence.format(shown=number(shown), all=number(all_))


def joined(sentences: Sequence[str]) -> str:
    """Return sentences one after another, without the empty ones."""
    return " ".join(one for one in sentences if one)
