"""Validation of sign-offs: their hash, their round, and whether the latest are of the present text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.corpus.checking.fault import Fault
from annotator.facts.desk.rounds import latest_round, round_of
from annotator.facts.desk.standing import standing
from annotator.model.document import Document
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.scheme import Scheme
from annotator.storage.files.file_error import told

SHA256 = re.compile(r"[0-9a-f]{64}")


def of_sign_offs(document: Document, scheme: Scheme) -> Iterator[Fault]:
    """Yield the faults of the document's sign-offs, and what is open again since the latest of them."""
    for item in document.of(SignOff).values():
        if not SHA256.fullmatch(item.sha256):
            sentence = f"“sha256: {told(item.sha256)[1:-1]}” is not the SHA-256 of a text: 64 digits, 0–9 and a–f."
            yield Fault(item.id, ("sha256",), sentence)
        if not round_of(item):
            sentence = f"“round: {told(item.round)[1:-1]}” is not the number of a round: 1, 2 and so on."
            yield Fault(item.id, ("round",), sentence)
    yield from _of_latest(document, scheme)


def _of_latest(document: Document, scheme: Scheme) -> Iterator[Fault]:
    latest = latest_round(document)
    if not latest:
        return
    found = standing(document, scheme)
    again = f"{len(found.reopened)} of {len(found.facts)} facts are open again"
    for item in latest:
        by = told(item.by)
        if SHA256.fullmatch(item.sha256) and item.sha256 != document.article.sha256:
            yield Fault(item.id, ("sha256",), f"Another text than the present one was signed by {by}; {again}.")
        elif found.reopened:
            yield Fault(item.id, ("facts",), f"Not all facts are as {by} has signed them; {again}.")
