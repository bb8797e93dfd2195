"""Report of an export or import grouped by reason, each with the number of cases and their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.interop.report import Loss, Report
from annotator.interop.report_words import losses, lost, not_carried
from annotator.language.plain_line import plain_line
from annotator.storage.files.file_error import Problem, shown, told
from annotator.translation.messages import _, ngettext, number, pgettext

ERROR, WARNING, INFO = "error", "warning", "info"


@dataclass(frozen=True, slots=True)
class Place:
    """Place as text in ``where``, with details in ``more``; ``loss`` only where the place is in an article."""

    where: str
    more: str = ""
    loss: Loss | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Reason for problems, losses or notes. ``weight`` is also the name of its glyph."""

    weight: str
    title: str
    why: str
    places: tuple[Place, ...] = ()


def reasons(report: Report, *, in_articles: bool = True) -> list[Reason]:
    """Return the reasons in a report, the most serious first; empty where there is nothing to tell.

    The places of losses have these only where they are ``in_articles``.
    """
    return [*_problems(report), *_losses(report, in_articles), *_not_carried(report), *_notes(report)]


def report_text(done: str, report: Report) -> str:
    """Return the report as lines of plain text, as the command line prints it."""
    return "\n".join([*map(str, report.problems), done, *losses(report), *report.notes]) + "\n"


def _problems(report: Report) -> Iterator[Reason]:
    if report.problems:
        count = len(report.problems)
        title = ngettext(
            "{count} file or part of one could not be read or written",
            "{count} files or parts of them could not be read or written",
            count,
        )
        yield Reason(
            ERROR,
            title.format(count=number(count)),
            _("Left out as a whole."),
            (*map(_failed, report.problems),),
        )


def _failed(problem: Problem) -> Place:
    name = plain_line(problem.path.name)
    where = _("{file}, line {line}").format(file=name, line=number(problem.line)) if problem.line else name
    return Place(where, plain_line(problem.sentence))


def _losses(report: Report, in_articles: bool) -> Iterator[Reason]:
    found: dict[tuple[str, str, str], list[Loss]] = defaultdict(list)
    for loss in report.losses:
        found[loss.what, loss.kind, loss.why].append(loss)
    for (what, kind, why), places in sorted(found.items(), key=lambda item: -len(item[1])):
        yield Reason(
            WARNING,
            lost(what, kind, len(places)),
            _sentence(_(why)),
            (*(_place(loss, in_articles) for loss in places),),
        )


def _place(loss: Loss, in_article: bool) -> Place:
    return Place(plain_line(loss.path), _details(loss), loss if in_article else None)


def _details(loss: Loss) -> str:
    """Return the words or the id, and the offset, as far as they are known."""
    what = told(loss.words) if loss.words else shown(loss.id)
    if loss.start is None:
        return what
    # Translators: the number is an offset in the article’s text; “what” are words in it, or an id.
    return (_("{what} at {offset}") if what else _("at {offset}")).format(what=what, offset=number(loss.start))


def _not_carried(report: Report) -> Iterator[Reason]:
    if report.not_carried:
        yield Reason(INFO, _("Not carried by this format"), _sentence(not_carried(report)))


def _notes(report: Report) -> Iterator[Reason]:
    if len(report.notes) == 1:
        yield Reason(INFO, pgettext("in a report", "Note"), plain_line(report.notes[0]))
    elif report.notes:
        count = len(report.notes)
        yield Reason(
            INFO,
            ngettext("{count} remark", "{count} remarks", count).format(count=number(count)),
            plain_line(report.notes[0]),
            (*(Place(plain_line(note)) for note in report.notes),),
        )


def _sentence(clause: str) -> str:
    words = plain_line(clause)
    # Translators: makes a sentence of a clause; only its end can be another one.
    return _("{clause}.").format(clause=f"{words[:1].upper()}{words[1:]}")
