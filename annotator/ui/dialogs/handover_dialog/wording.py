"""Amounts of what is handed over, in words."""

from __future__ import annotations

from annotator.interop.handover.counting import Counts
from annotator.interop.handover.delivery import Delivered
from annotator.session.handing_over.hand_over_counts import HandOverCounts
from annotator.translation.messages import N_, _, listed, ngettext, number
from annotator.ui.widgets.words.counted import counted_documents

NOTHING = N_("There is nothing to hand over: nothing is annotated here yet.")
NO_FACTS = N_("No fact is among what is chosen: the article goes out without any.")


def count_words(counts: HandOverCounts, chosen: Counts) -> str:
    """Return “31 facts, 12 pieces of evidence, 1 confidential left out”, and say so while that is being counted."""
    words = listed(_parts(chosen.facts, chosen.evidence, chosen.confidential, chosen.queries))
    if chosen.documents > 1:
        words = _("{documents}: {counts}").format(documents=counted_documents(chosen.documents), counts=words)
    if not counts.complete:
        return _("Counting… {counts} so far").format(counts=words)
    if not counts.problems:
        return words
    # Translators: “counts” is a list, as in “12 documents, 196 annotations”.
    told = ngettext("{counts}; {count} file cannot be read", "{counts}; {count} files cannot be read", counts.problems)
    return told.format(counts=words, count=number(counts.problems))


def done_words(done: Delivered) -> str:
    """Return the sentence that says what was handed over."""
    words = listed(_parts(done.facts, done.evidence, done.confidential, 0))
    if done.files:
        files = ngettext("{count} file beside it", "{count} files beside it", done.files)
        words = listed((words, files.format(count=number(done.files))))
    return _("Handed over {documents}: {counts}.").format(documents=counted_documents(done.documents), counts=words)


def _parts(facts: int, evidence: int, confidential: int, queries: int) -> list[str]:
    words = [
        (facts, ngettext("{count} fact", "{count} facts", facts)),
        (evidence, ngettext("{count} piece of evidence", "{count} pieces of evidence", evidence)),
    ]
    if queries:
        words.append((queries, ngettext("{count} query", "{count} queries", queries)))
    if confidential:
        words.append(
            (confidential, ngettext("{count} confidential left out", "{count} confidential left out", confidential))
        )
    return [message.format(count=number(count)) for count, message in words]
