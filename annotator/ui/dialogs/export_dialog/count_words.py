"""Number of documents and annotations that an export will contain, as text."""

from __future__ import annotations

from annotator.interop.options import Options
from annotator.interop.report_words import number
from annotator.session.exporting.survey import Survey


def count_words(survey: Survey, options: Options) -> str:
    """Return “12 of 14 documents, 196 annotations”, and say so while the survey is still counting."""
    chosen = [group for group in survey.groups if group.is_chosen(options)]
    going, total = (sum(group.documents for group in groups) for groups in (chosen, survey.groups))
    documents = number(total, "document") if going == total else f"{going:,} of {number(total, 'document')}"
    words = f"{documents}, {number(sum(group.annotations(options) for group in chosen), 'annotation')}"
    if not survey.complete:
        return f"Counting… {words} so far"
    return f"{words}; {number(survey.problems, 'file')} cannot be read" if survey.problems else words
