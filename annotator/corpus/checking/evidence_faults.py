"""Files of evidence that are missing or altered, and those that nothing refers to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotator.corpus.checking.fault import Fault
from annotator.model.document import Document
from annotator.model.kinds.evidence import Evidence
from annotator.storage.evidence.file_names import evidence_place, place_of
from annotator.storage.evidence.references import unused_files
from annotator.storage.evidence.states import ALTERED, MISNAMED, MISSING, UNREADABLE, looked_at
from annotator.storage.files.file_error import FileError, Problem, told

SENTENCES = {
    MISSING: "The file of the evidence, {file}, is missing. Put it back there, or attach the file again.",
    ALTERED: "The file of the evidence, {file}, is not what was kept. Restore it, or attach the file again.",
    UNREADABLE: "The file of the evidence, {file}, is no file that can be read. Remove what stands in its place.",
    MISNAMED: "“file: {file}” is not the name of a file of evidence, and is not read.",
}
UNUSED = (
    "No sidecar of the folder refers to this file of evidence. Delete it, unless you want to go back to an earlier "
    "version that does."
)


def of_files(folder: Path, document: Document) -> Iterator[Fault]:
    """Yield a fault for each piece of evidence whose file is not as it was kept; the files are read."""
    for piece in document.of(Evidence).values():
        sentence = SENTENCES.get(looked_at(folder, piece.file).state) if piece.file else None
        if sentence:
            place = place_of(folder, piece.file)
            named = place.path.relative_to(folder).as_posix() if place else told(piece.file)[1:-1]
            yield Fault(piece.id, ("file",), sentence.format(file=named))


def of_unused(folder: Path) -> Iterator[Problem]:
    """Yield a problem for each file of evidence that no sidecar refers to; none where a sidecar cannot be read."""
    try:
        unused = unused_files(folder)
    except FileError:
        return
    for file in unused:
        yield Problem(evidence_place(folder).path / Path(file).name, None, UNUSED)
