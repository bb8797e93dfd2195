"""Lines of progress: sentences read, annotations made, facts settled, articles done and signed, day by day."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.corpus.charts.chart import Head, Lines, Mark, Series, Stroke
from annotator.corpus.charts.wording import Wording, joined, percent
from annotator.corpus.tallies.progress import Course, Progress, progress
from annotator.corpus.tallies.tally import Tally
from annotator.translation.messages import N_, _, ngettext, number

SATURDAY, ONLY_IF_KNOWN = 5, ("read", "signed")
READ = N_("{day}: {part} of {whole} sentences were read, {share}")
MADE = N_("{day}: {part} of {whole} annotations were made, {share}")
SETTLED = N_("{day}: {part} of {whole} facts were settled, {share}")
DONE = N_("{day}: {part} of {whole} documents were done, {share}")
SIGNED = N_("{day}: {part} of {whole} documents were signed, {share}")


def progress_chart(tallies: Sequence[Tally], wording: Wording) -> Lines:
    """Return the shares of what is there now that was done by the end of each day."""
    found, title = progress(tallies), _("Progress")
    if not tallies:
        return Lines(Head("progress", title, nothing=_("Nothing is annotated here yet.")))
    note = _now(found)
    if not found.days:
        return Lines(Head("progress", title, nothing=joined((_("The files give no day of any work."), note))))
    if len(found.days) == 1:
        day = wording.day(found.days[0])
        few = _("Too few days for a line: all work is of one day, {day}.").format(day=day)
        return Lines(Head("progress", title, nothing=joined((few, note))))
    courses = (
        (_("read"), "read", Stroke.SOLID, found.reading, READ),
        (_("made"), "made", Stroke.LONG, found.made, MADE),
        (_("settled"), "settled", Stroke.DASHED, found.settled, SETTLED),
        (_("done"), "done", Stroke.DOTTED, found.finished, DONE),
        (_("signed"), "signed", Stroke.MIXED, found.signed, SIGNED),
    )
    series = tuple(
        Series(name, stroke, _marks(course, found, sentence, wording), id)
        for name, id, stroke, course, sentence in courses
        if course.whole and (id not in ONLY_IF_KNOWN or course.totals[-1])
    )
    head = Head(
        "progress", title, _("per cent of sentences read, annotations made, facts settled, articles done"), _note(found)
    )
    return Lines(head, found.days, series, _weekends(found))


def _marks(course: Course, found: Progress, sentence: str, wording: Wording) -> tuple[Mark, ...]:
    result = []
    for at, (day, total) in enumerate(zip(found.days, course.totals, strict=True)):
        share = percent(total, course.whole)
        told = _(sentence).format(day=wording.day(day), part=number(total), whole=number(course.whole), share=share)
        height = 100 * course.share(at)
        result.append(Mark(told, number(round(height)), height, total, course.of_day[at]))
    return tuple(result)


def _weekends(found: Progress) -> tuple[int, ...]:
    return tuple(at for at, day in enumerate(found.days) if day.weekday() >= SATURDAY)


def _note(found: Progress) -> str:
    """Return what the lines do not show: weekends without work, annotations without a day, and how it stands now."""
    worked = {at for course in (found.made, found.settled) for at, some in enumerate(course.of_day) if some}
    weekends = _weekends(found)
    idle = _("No work on the shaded weekends.") if weekends and not worked.intersection(weekends) else ""
    undated = ngettext(
        "{count} annotation does not say when it was made.",
        "{count} annotations do not say when they were made.",
        found.undated,
    )
    return joined((idle, undated.format(count=number(found.undated)) if found.undated else "", _now(found)))


def _now(found: Progress) -> str:
    """Return how many sentences are read and articles done now, and of which of them the files tell no day."""
    read = _("{part} of {whole} sentences are read").format(part=number(found.read), whole=number(found.sentences))
    done = _("{part} of {whole} documents are done, {reviewed} reviewed").format(
        part=number(found.done), whole=number(found.documents), reviewed=number(found.reviewed)
    )
    # Translators: two parts of one sentence: sentences read, documents done.
    now = _("Now {read}; {done}.").format(read=read, done=done)
    without_day = found.read - (found.reading.totals[-1] if found.days else 0)
    unknown = ngettext(
        "Of {count} sentence that is read the day is not known.",
        "Of {count} sentences that are read the day is not known.",
        without_day,
    )
    undated = found.done - (found.finished.totals[-1] if found.days else 0)
    sentence = ngettext(
        "Of {count} document that is done the day is not known.",
        "Of {count} documents that are done the day is not known.",
        undated,
    )
    return joined(
        (
            now,
            unknown.format(count=number(without_day)) if without_day > 0 else "",
            sentence.format(count=number(undated)) if undated > 0 else "",
        )
    )
