"""Words of the status bar on a comparison that has begun."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.language.annotator_names import annotator_name
from annotator.session.review.annotators import ReadAnnotators
from annotator.translation.messages import _, listed, ngettext, number


def told_of(found: ReadAnnotators, differences: int, *, hidden: bool) -> Iterator[str]:
    """Yield how many differences there are, what no longer stands, who is left out, and what cannot be read.

    Where the names are ``hidden``, those who are left out are counted only.
    """
    yield ngettext("{count} difference", "{count} differences", differences).format(count=number(differences))
    if changed := len(found.reopened):
        words = ngettext("{count} decision no longer stands.", "{count} decisions no longer stand.", changed)
        yield "· " + words.format(count=number(changed))
    if count := len(found.left_out):
        words = ngettext("{count} annotator is left out", "{count} annotators are left out", count)
        names = listed(map(annotator_name, found.left_out))
        yield "· " + (words if hidden else _("Left out: {names}")).format(count=number(count), names=names)
    yield from (f"· {problem}" for problem in found.problems)
