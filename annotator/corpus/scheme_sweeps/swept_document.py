"""Document of one sidecar after a change of the scheme: what it says, and what was signed of it."""

from __future__ import annotations

from annotator.facts.desk.signed_again import with_digests_of_new_names
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.model.scheme_changes.changes import Rename, SchemeChange
from annotator.model.scheme_changes.document_edits import changed_document


def swept_document(document: Document, change: SchemeChange, scheme: Scheme) -> Document:
    """Return the document after the change; itself where that does not concern it. ``scheme`` is the one before.

    Where only names change, facts that are signed stay signed.
    """
    changed = changed_document(document, change, scheme)
    is_named_only = changed is not document and isinstance(change, Rename)
    return with_digests_of_new_names(document, changed) if is_named_only else changed
