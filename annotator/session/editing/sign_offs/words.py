"""Sign-offs in words: who has signed, what is open again and why, and what a new draft has changed."""

from __future__ import annotations

from annotator.facts.desk.reopened import Cause
from annotator.facts.desk.standing import Standing
from annotator.language.plain_line import plain_line
from annotator.translation.messages import N_, _, listed, ngettext, number

SAME_TEXT = N_("The text is the very one that was signed.")
OTHER_TEXT = N_("The text has changed since.")


def short_standing(standing: Standing) -> str:
    """Return the standing of the article in a few words: “3 facts reopened”, “Signed by alice, round 1”."""
    if standing.reopened:
        return reopened_words(len(standing.reopened))
    names = standing.names
    if len(names) == 1:
        words = _("Signed by {name}, round {round}")
        return words.format(name=plain_line(names[0]), round=number(standing.round))
    if len(names) == 2:
        return _("Signed twice, round {round}").format(round=number(standing.round))
    words = ngettext("Signed {count} time, round {round}", "Signed {count} times, round {round}", len(names))
    return words.format(count=number(len(names)), round=number(standing.round))


def long_standing(standing: Standing) -> list[str]:
    """Return the standing of the article in sentences: who has signed, which text, and how many facts."""
    names = listed(map(plain_line, standing.names))
    signed = _("Signed by {names}, round {round}.").format(names=names, round=number(standing.round))
    text = _(SAME_TEXT if standing.same_text else OTHER_TEXT)
    counts = ngettext(
        "{signed} of {count} fact is signed.", "{signed} of {count} facts are signed.", len(standing.facts)
    )
    found = counts.format(signed=number(len(standing.signed)), count=number(len(standing.facts)))
    return [signed, text, found]


def reopened_words(count: int) -> str:
    """Return “1 fact reopened”, “3 facts reopened”."""
    return ngettext("{count} fact reopened", "{count} facts reopened", count).format(count=number(count))


def new_draft_words(standing: Standing) -> str:
    """Return what a new draft has changed among the signed facts."""
    changed = sum(1 for fact in standing.facts.values() if fact.reopened is Cause.PLACE)
    signed = sum(1 for fact in standing.facts.values() if fact.reopened is not Cause.NEW)
    if not changed:
        return _("The new draft changed none of the signed facts: they stay signed.")
    words = ngettext(
        "The new draft changed {count} of {all} facts: it is open again. The rest stay signed.",
        "The new draft changed {count} of {all} facts: they are open again. The rest stay signed.",
        changed,
    )
    return words.format(count=number(changed), all=number(signed))


def signature_words(name: str, round: int, time: str) -> str:
    """Return one signature on one line: “alice, round 1, 28 Nov 2026, 10:42”."""
    return _("{name}, round {round}, {time}").format(name=name, round=number(round), time=time)
