"""Words of a change of the scheme before it is made: its title, the rows of its preview, its button."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.corpus.scheme_sweeps.tally import (
    ANNOTATIONS,
    GONE_ANNOTATIONS,
    GONE_RELATIONS,
    KEPT_ANNOTATIONS,
    KEPT_RELATIONS,
    RELATIONS,
    SIDECARS,
    Example,
    Tally,
)
from annotator.language.annotator_names import annotator_name
from annotator.language.arrow_words import from_to
from annotator.language.plain_line import plain_line, shortened
from annotator.model.scheme_changes.changes import Merge, Remove, Rename, SchemeChange, Split
from annotator.session.scheme_changes.scheme_runs import Preview
from annotator.storage.files.file_error import shown
from annotator.translation.messages import _, ngettext, number

MOST_NAME, MOST_WORDS, MOST_REMARKS = 40, 80, 4


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """Counts of what a change does to the files of one annotator."""

    where: str
    annotations: str
    relations: str


def title_words(change: SchemeChange) -> str:
    """Return the change in words, as the title of the strip."""
    name = shortened(change.part.name, MOST_NAME)
    match change:
        case Rename():
            return _("Rename “{name}” to “{new}”").format(name=name, new=shortened(change.name, MOST_NAME))
        case Merge():
            return _("Merge “{name}” into “{new}”").format(name=name, new=shortened(change.into, MOST_NAME))
        case Split():
            owner = shortened(change.part.id, MOST_NAME)
            return _("Split “{name}” by “{attribute}”").format(name=owner, attribute=name)
        case Remove():
            return _("Remove “{name}”").format(name=name)


def rows_of(tally: Tally) -> list[PreviewRow]:
    """Return a row for each annotator."""
    return [
        PreviewRow(
            _("{who}, {files}").format(
                who=annotator_name(name),
                files=ngettext("{count} file", "{count} files", counts[SIDECARS]).format(
                    count=number(counts[SIDECARS])
                ),
            ),
            number(counts[ANNOTATIONS] + counts[GONE_ANNOTATIONS] + counts[KEPT_ANNOTATIONS]),
            number(counts[RELATIONS] + counts[GONE_RELATIONS] + counts[KEPT_RELATIONS]),
        )
        for name, counts in sorted(tally.annotators.items())
    ]


def example_words(example: Example) -> str:
    """Return an example: its words, and its label or values before and after, once where they stay."""
    words = shortened(example.words, MOST_WORDS)
    after = plain_line(example.after) or _("removed")
    before = plain_line(example.before)
    said = before if example.after == example.before else from_to(before, after)
    return f"{words}: {said}" if words else said


def remarks_of(preview: Preview) -> list[str]:
    """Return what is in the way of the change, and what else changes with it."""
    problems = [f"{shown(problem.path.name)}: {problem.sentence}" for problem in preview.tally.problems]
    remarks = [*problems, *preview.plan.notes]
    if len(remarks) <= MOST_REMARKS:
        return remarks
    more = _("… and {count} more").format(count=number(len(remarks) - MOST_REMARKS))
    return [*remarks[:MOST_REMARKS], more]


def button_words(change: SchemeChange, uses: int) -> str:
    """Return the words of the button that makes the change."""
    count = number(uses)
    match change:
        case Rename() if uses:
            return ngettext("Rename {count} item", "Rename {count} items", uses).format(count=count)
        case Rename():
            return _("Rename")
        case Merge() if uses:
            return ngettext("Merge {count} item", "Merge {count} items", uses).format(count=count)
        case Merge():
            return _("Merge")
        case Split() if uses:
            return ngettext("Split {count} item", "Split {count} items", uses).format(count=count)
        case Split():
            return _("Split")
        case Remove() if uses and not change.keep:
            return ngettext("Remove {count} item", "Remove {count} items", uses).format(count=count)
        case Remove():
            return _("Remove")


def promise_words(change: SchemeChange, tally: Tally) -> str:
    """Return what the change promises about the files."""
    if not tally.sidecars:
        return _("No saved file uses it; only the scheme changes.")
    if isinstance(change, Remove) and change.keep:
        return _("Saved files keep it; only the scheme changes.")
    sentence = ngettext(
        "{count} file changes. It can be taken back as one step, also tomorrow.",
        "{count} files change, all of them or none. Taken back as one step, also tomorrow.",
        tally.sidecars,
    )
    return sentence.format(count=number(tally.sidecars))
