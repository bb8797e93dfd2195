"""Words for queries, criticism, and the reasons why facts are open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from annotator.facts.desk.open_facts import Reason, is_answered
from annotator.language.annotator_names import annotator_name
from annotator.language.plain_line import plain_line
from annotator.language.quoted_words import quoted
from annotator.language.values.local_day import local_day
from annotator.model.document import Document
from annotator.model.kinds.criticisms import Criticism
from annotator.model.kinds.queries import Query
from annotator.translation.messages import N_, _, in_digits, listed, pgettext

REASONS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.STATE: N_("not settled"),
        Reason.WORDING: N_("wording without an answer"),
        Reason.QUERY: N_("query open"),
        Reason.CRITICISM: N_("criticism without a reply"),
        Reason.PLACE: N_("lost its place"),
        Reason.REOPENED: N_("changed since it was signed"),
    }
)
DAY = len("2026-11-29")
BETWEEN = " · "


def reason_words(reasons: Iterable[Reason]) -> str:
    """Return the reasons why a fact is open, on one line."""
    return listed(_(REASONS[reason]) for reason in reasons)


def day_words(time: str) -> str:
    """Return the day of a time in the time zone of this machine, or a day, in the digits of the language in use.

    Anything else is as a file has it.
    """
    try:
        return in_digits(local_day(time))
    except ValueError:
        return plain_line(time[:DAY])


def query_words(query: Query) -> str:
    """Return on one line when the query was asked, and its answer."""
    if is_answered(query):
        answer = plain_line(query.answer)
        said = _("answered: {answer}").format(answer=answer) if answer else pgettext("query", "answered")
    else:
        said = pgettext("query", "open")
    asked = _("asked on {day}").format(day=day_words(query.asked)) if query.asked else ""
    return BETWEEN.join(filter(None, (said, asked, query.by and annotator_name(query.by))))


def criticism_words(document: Document, item: Criticism) -> str:
    """Return on one line when the criticism was put to them, and where it was answered."""
    put = _("put to them on {day}").format(day=day_words(item.put)) if item.put else _("not put to them")
    known = [document.annotations[id] for id in item.answered_in if id in document.annotations]
    replies = [quoted(plain_line(document.words(one))) for one in known]
    if replies:
        put = BETWEEN.join((put, _("answered in {places}").format(places=listed(replies))))
    if item.answer:
        put = BETWEEN.join((put, plain_line(item.answer)))
    return put if is_answered(item) else BETWEEN.join((put, _("no reply")))
