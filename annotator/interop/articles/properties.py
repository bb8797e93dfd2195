"""Article attributes from the properties of an office document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from annotator.interop.articles.cleaning import cleaned
from annotator.interop.articles.day import day_of
from annotator.language.plain_line import plain_line
from annotator.translation.messages import N_, _

BYLINE = N_("The byline is “{name}”, the author whom the document’s properties name.")
CREATED = N_("The day of publication is {day}, on which the document was created, as its properties say.")


def about_from(known: Mapping[str, str], headline: str = "") -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the attributes on one line each, and notes on the author and day that are taken from the properties."""
    about = {key: " ".join(cleaned(value)[0].split()) for key, value in known.items()}
    about["published"] = day_of(about.get("published", ""))
    about["title"] = about.get("title") or " ".join(headline.split())
    return {key: value for key, value in about.items() if value}, (*_notes(about),)


def _notes(about: Mapping[str, str]) -> Iterator[str]:
    if name := about.get("byline"):
        yield _(BYLINE).format(name=plain_line(name))
    if day := about.get("published"):
        yield _(CREATED).format(day=day)
