"""Mentions that the running text tells: names by capitals, titles that stand alone, and dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.facts.finding import Place
from annotator.facts.names.capitals import name_runs
from annotator.facts.names.dates import WrittenDate
from annotator.facts.names.german_names import names_in_german
from annotator.facts.names.kinds import has_age, is_said, kind_of, may_be_person
from annotator.facts.names.mention import DATE, TITLE, Mention
from annotator.facts.names.name_words import NameWords
from annotator.facts.names.runs import Run
from annotator.facts.names.titles import title_before, title_length
from annotator.language.plain_line import plain_line
from annotator.model.span import Span

FEWEST_OF_TITLE = 2
"""Words of a title that is a row of its own: “Prime Minister”, not “Mayor”."""


def written_names(text: str, known: NameWords, dates: Sequence[WrittenDate], article: str = "") -> Iterator[Mention]:
    """Yield the names in text order, and the titles without a name behind them."""
    runs = name_runs(text, known, [date.span for date in dates])
    found = names_in_german(text, [*runs], known) if known.language == "de" else runs
    for run in found:
        if mention := _mention(text, run, known, article):
            yield mention


def written_dates(text: str, dates: Sequence[WrittenDate], article: str = "") -> Iterator[Mention]:
    """Yield a mention for each date."""
    for date in dates:
        yield Mention(Place(date.span, "", article), plain_line(date.span.of(text)), DATE, date=date.key)


def _mention(text: str, run: Run, known: NameWords, article: str) -> Mention | None:
    length = title_length(run, known)
    if length == len(run.words):
        if length < FEWEST_OF_TITLE or known.has("honorifics", run.words[-1].form):
            return None
        return Mention(Place(run.span, "", article), plain_line(run.span.of(text)), TITLE)
    name = _without_people(run.part(length, len(run.words)), known)
    title = Span(run.span.start, run.words[length - 1].end) if length else title_before(run, known)
    before = name.before
    return Mention(
        Place(name.span, "", article),
        plain_line(name.span.of(text)),
        kind_of(text, name, known, titled=title is not None),
        plain_line(title.of(text)) if title else "",
        Span(title.start, name.span.end) if title else None,
        said=is_said(name, known) or has_age(text, name),
        at=before is not None and known.has("at", before.form),
        personal=may_be_person(name, known),
    )


def _without_people(run: Run, known: NameWords) -> Run:
    """Return the run without a people or a party before a person's full name: “Democrat Nancy Hale”."""
    last = max((at for at, token in enumerate(run.words) if known.has("peoples", token.form)), default=-1)
    rest = run.part(last + 1, len(run.words))
    return rest if last >= 0 and rest.last > rest.first and may_be_person(rest, known) else run
