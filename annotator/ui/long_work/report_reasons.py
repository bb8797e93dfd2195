"""Report of an export or import grouped by reason, each with the number of cases and their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.interop.report import Loss, Report
from annotator.interop.report_words import losses, number
from annotator.language.plain_line import plain_line
from annotator.storage.files.file_error import Problem, shown, told

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


def reasons(report: Report) -> list[Reason]:
    """Return the reasons in a report, the most serious first; empty where there is nothing to tell."""
    return [*_problems(report), *_losses(report), *_not_carried(report), *_notes(report)]


def report_text(done: str, report: Report) -> str:
    """Return the report as lines of plain text, as the command line prints it."""
    return "\n".join([*map(str, report.problems), done, *losses(report), *report.notes]) + "\n"


def _problems(report: Report) -> Iterator[Reason]:
    if report.problems:
        title = f"{number(len(report.problems), 'file')} could not be read or written"
        yield Reason(ERROR, title, "Left out as a whole.", (*map(_failed, report.problems),))


def _failed(problem: Problem) -> Place:
    line = f", line {problem.line}" if problem.line else ""
    return Place(plain_line(problem.path.name) + line, plain_line(problem.sentence))


def _losses(report: Report) -> Iterator[Reason]:
    found: dict[tuple[str, str, str], list[Loss]] = defaultdict(list)
    for loss in report.losses:
        found[loss.what, loss.kind, loss.why].append(loss)
    for (what, kind, why), places in sorted(found.items(), key=lambda item: -len(item[1])):
        title = f"{number(len(places), kind)} {what}"
        yield Reason(WARNING, title, _sentence(why), (*map(_place, places),))


def _place(loss: Loss) -> Place:
    at = f"at {loss.start:,}" if loss.start is not None else ""
    what = told(loss.words) if loss.words else shown(loss.id)
    return Place(plain_line(loss.path), " ".join(part for part in (what, at) if part), loss)


def _not_carried(report: Report) -> Iterator[Reason]:
    if report.not_carried:
        parts = ", ".join(sorted(report.not_carried))
        yield Reason(INFO, "Not carried by this format", _sentence(parts))


def _notes(report: Report) -> Iterator[Reason]:
    if len(report.notes) == 1:
        yield Reason(INFO, "Note", plain_line(report.notes[0]))
    elif report.notes:
        yield Reason(
            INFO,
            number(len(report.notes), "remark"),
            plain_line(report.notes[0]),
            (*(Place(plain_line(note)) for note in report.notes),),
        )


def _sentence(clause: str) -> str:
    words = plain_line(clause)
    return f"{words[:1].upper()}{words[1:]}."
