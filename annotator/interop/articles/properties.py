"""Article attributes from the properties of an office document."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.interop.articles.cleaning import cleaned
from annotator.interop.articles.day import day_of
from annotator.translation.messages import N_, _

CREATED = N_("The day of publication is the day on which the document was created, as its properties say.")


def about_from(known: Mapping[str, str], headline: str = "") -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the attributes on one line each, and a note if the day of creation is taken for that of publication."""
    about = {key: " ".join(cleaned(value)[0].split()) for key, value in known.items()}
    about["published"] = day_of(about.get("published", ""))
    about["title"] = about.get("title") or " ".join(headline.split())
    return {key: value for key, value in about.items() if value}, (_(CREATED),) if about.get("published") else ()
