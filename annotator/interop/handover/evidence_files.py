"""Copies of files of evidence beside a hand-over, under readable names: in a folder or in a zip file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from annotator.interop.handover.choices import EvidenceFiles
from annotator.interop.handover.content import Piece
from annotator.interop.output import Output
from annotator.storage.evidence.states import evidence_bytes
from annotator.storage.files.file_error import EvidenceError, Problem

BESIDE = "evidence"


def put_beside(
    pieces: Sequence[Piece], folder: Path, name: str, form: EvidenceFiles, output: Output
) -> dict[str, Problem]:
    """Copy the files of the pieces, and return a Problem for each that cannot be, by the label of the piece.

    ``folder`` is that of the article, ``name`` that of the hand-over without its suffix. Raises OSError.
    """
    problems: dict[str, Problem] = {}
    with ExitStack() as stack:
        put: Callable[[str, bytes], None] | None = None
        for piece in pieces:
            try:
                content = evidence_bytes(folder, piece.file)
            except EvidenceError as error:
                problems[piece.label] = error.problem
                continue
            put = put or _place(stack, name, form, output)  # nothing is made where nothing can be copied
            put(piece.file_name, content)
    return problems


def led_to(piece: Piece, name: str, form: EvidenceFiles) -> Piece:
    """Return the piece with the address of the copy of its file from the hand-over of that name; of a zip file, its.

    Each part of the address is escaped, so that it leads nowhere else whatever the files are called.
    """
    if not piece.file_name:
        return piece
    beside = f"{name.rpartition('/')[2]} {BESIDE}"
    if form is EvidenceFiles.FOLDER:
        return replace(piece, address=f"{quote(beside, safe='')}/{quote(piece.file_name, safe='')}")
    archive = f"{beside}.zip"
    return replace(piece, archive=archive, address=quote(archive, safe=""))


def _place(stack: ExitStack, name: str, form: EvidenceFiles, output: Output) -> Callable[[str, bytes], None]:
    if form is EvidenceFiles.FOLDER:
        return lambda file_name, content: _write(output, f"{name} {BESIDE}/{file_name}", content)
    file = stack.enter_context(output.binary(f"{name} {BESIDE}.zip"))
    archive = stack.enter_context(ZipFile(file, "w", ZIP_DEFLATED))
    return lambda file_name, content: archive.writestr(_entry(file_name), content)


def _entry(file_name: str) -> ZipInfo:
    """Return an entry without a time, so that the same evidence makes the same file."""
    entry = ZipInfo(file_name)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def _write(output: Output, name: str, content: bytes) -> None:
    with output.binary(name) as file:
        file.write(content)
