"""Corrections in words: kinds, counts, and what was changed with the guideline beside it."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.language.label_names import label_name
from annotator.language.plain_line import plain_line
from annotator.model.scheme import Scheme
from annotator.review.corrections import Correction, by_kind
from annotator.session.review.folder_corrections import CorrectedPlace, FolderCorrections
from annotator.translation.messages import N_, _, ngettext, number

KIND_WORDS = {
    "edges": N_("Edges"),
    "label": N_("Label"),
    "values": N_("Values"),
    "relations": N_("Relations"),
    "missed": N_("Missed"),
    "superfluous": N_("Superfluous"),
}

REASON_WORDS = KIND_WORDS | {"guideline": N_("Guideline"), "slip": N_("Slip")}
"""Reasons that a decision gives by a word; any other one is a text."""


def kind_words(one: Correction) -> str:
    """Return the kind of the correction."""
    return _(KIND_WORDS[one.kind])


def why_empty(found: FolderCorrections) -> str:
    """Return why there is no correction: nothing has been decided, or as the annotator had it, or it is not shown."""
    blind = _("The plan of this folder is blind: decisions that are also over the work of others are left out.")
    if found.decided:
        told = _("Nothing of yours was decided otherwise.")
    elif found.alone:
        told = _("There is no decision over your work alone.")
    else:
        told = _("Nothing of yours has been decided on yet, in a review or a final version.")
    return f"{told} {blind}" if found.alone else told


def summary(found: FolderCorrections) -> str:
    """Return how many corrections there are, of which kinds, and how often the decisions followed the annotator."""
    if not found.decided:
        return _("No decisions")
    count = len(found.places)
    words = ngettext("{count} correction", "{count} corrections", count).format(count=number(count))
    kinds = by_kind(place.correction for place in found.places)
    listed = " · ".join(f"{_(KIND_WORDS[kind])} {number(some)}" for kind, some in kinds.items())
    followed = _("{followed} of {decided} decisions followed you").format(
        followed=number(found.followed), decided=number(found.decided)
    )
    right = ngettext("rightly nothing in {count} place", "rightly nothing in {count} places", found.nothing).format(
        count=number(found.nothing)
    )
    return " · ".join(filter(None, (words, listed, followed, right if found.nothing else "")))


def about(place: CorrectedPlace, scheme: Scheme) -> str:
    """Return what was changed, why and by whom, and below it the guideline of the label."""
    return "\n".join(_lines(place, scheme))


def _lines(place: CorrectedPlace, scheme: Scheme) -> Iterator[str]:
    one = place.correction
    before, after = _side(one.label, one.had, scheme), _side(one.got_label, one.got, scheme)
    yield _("You had: {version}").format(version=before)
    yield _("It became: {version}").format(version=after)
    if one.why and one.why != one.kind:
        reason = _(REASON_WORDS[one.why]) if one.why in REASON_WORDS else plain_line(one.why)
        yield _("Reason: {reason}").format(reason=reason)
    if not one.stands:
        yield _("You have changed it since.")
    guideline, label = place.guideline, label_name(scheme, one.ruled)
    examples = [*(f"✓ {example}" for example in guideline.yes), *(f"✕ {example}" for example in guideline.no)]
    if guideline.definition:
        # Translators: {label} is the name of a label, {text} its definition in the scheme.
        yield _("The guideline on {label}: {text}").format(label=label, text=plain_line(guideline.definition))
    yield from map(plain_line, examples)


def _side(label: str, words: str, scheme: Scheme) -> str:
    if not label:
        return _("nothing")
    # Translators: a label and the words that it marks
    return _("{label}, {words}").format(label=label_name(scheme, label), words=plain_line(words))
