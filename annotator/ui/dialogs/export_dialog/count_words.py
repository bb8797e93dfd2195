"""Number of documents and annotations that an export will contain, as text."""

from __future__ import annotations

from annotator.interop.options import Options
from annotator.session.exporting.survey import Survey
from annotator.translation.messages import _, listed, ngettext, number
from annotator.ui.widgets.words.counted import counted_annotations, counted_documents


def count_words(survey: Survey, options: Options) -> str:
    """Return “12 of 14 documents, 196 annotations”, and say so while the survey is still counting."""
    chosen = [group for group in survey.groups if group.is_chosen(options)]
    going, total = (sum(group.documents for group in groups) for groups in (chosen, survey.groups))
    documents = counted_documents(total) if going == total else _part(going, total)
    words = listed([documents, counted_annotations(sum(group.annotations(options) for group in chosen))])
    if not survey.complete:
        return _("Counting… {counts} so far").format(counts=words)
    return _with_problems(words, survey.problems) if survey.problems else words


def _part(going: int, total: int) -> str:
    words = ngettext("{count} of {total} document", "{count} of {total} documents", total)
    return words.format(count=number(going), total=number(total))


def _with_problems(counts: str, problems: int) -> str:
    # Translators: “counts” is a list, as in “12 documents, 196 annotations”.
    words = ngettext("{counts}; {count} file cannot be read", "{counts}; {count} files cannot be read", problems)
    return words.format(counts=counts, count=number(problems))
