"""Strokes: where in the articles a label and a word stand."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.corpus.charts.chart import Head, Mark, StrokeRow, Strokes
from annotator.corpus.charts.wording import article_name, count_mark, joined, label_look, label_words, of_all
from annotator.corpus.tallies.counts import Places
from annotator.corpus.tallies.dispersion import Dispersion, dispersion
from annotator.corpus.tallies.tally import Tally
from annotator.language.plain_line import plain_line
from annotator.model.scheme import Scheme
from annotator.translation.messages import _, ngettext, number


def strokes_chart(
    tallies: Sequence[Tally], scheme: Scheme, label: str, word: str, *, rows: int, note: str = ""
) -> Strokes:
    """Return the strokes of the label and of the word in at most ``rows`` articles, those with the most of them.

    ``note`` says what hinders the search for the word, if anything does.
    """
    title, found = _("Where in the article"), dispersion(tallies, label, word)
    name, word = label_words(scheme, label), plain_line(word)
    if not found:
        nothing = _("No {label} is marked here yet.").format(label=name) if label else _("No label is chosen.")
        if word:
            nothing = _("Neither {label} nor the word “{word}” is found here.").format(label=name, word=word)
        return Strokes(Head("places", title, nothing=joined((nothing, note))))
    chosen = sorted(found, key=lambda one: -len(one.label) - len(one.word))[:rows]
    shown = [one for one in found if one in chosen]
    notes = joined((of_all(len(shown), len(found)), note))
    head = Head("places", title, _("each stroke is one place"), notes)
    below = _("the word “{word}”").format(word=word) if word else ""
    lines = tuple(_row(one, name, word) for one in shown)
    return Strokes(head, name, below, label_look(scheme, label), lines, word)


def _row(one: Dispersion, label: str, word: str) -> StrokeRow:
    name = article_name(one.article)
    above = count_mark(_("{label} in {article}").format(label=label, article=name), one.label)
    below = _word_mark(name, word, one.word)
    return StrokeRow(name, above, below, tuple(map(one.at, one.label)), tuple(map(one.at, one.word)), one.article)


def _word_mark(article: str, word: str, places: Places) -> Mark:
    count = len(places)
    sentence = ngettext(
        "the word “{word}” in {article}: {count} place", "the word “{word}” in {article}: {count} places", count
    )
    return Mark(sentence.format(word=word, article=article, count=number(count)), number(count), count, count, places)
