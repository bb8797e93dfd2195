"""Document of one sidecar after a change of the scheme, with its sign-offs."""

from __future__ import annotations

from annotator.facts.desk.signed_again import with_digests_of_new_names
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.model.scheme_changes.changes import Rename, SchemeChange
from annotator.model.scheme_changes.document_edits import changed_document


def swept_document(document: Document, change: SchemeChange, scheme: Scheme) -> Document:
    """Return the document after the change; the document itself if the change does not concern it.

    ``scheme`` is the scheme before. If only a name changes, signed facts stay signed.
    """
    changed = changed_document(document, change, scheme)
    is_named_only = changed is not document and isinstance(change, Rename)
    return with_digests_of_new_names(document, changed) if is_named_only else changed
