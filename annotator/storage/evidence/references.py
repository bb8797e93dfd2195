"""References of sidecars to files of evidence, found without reading the sidecars as YAML."""

from __future__ import annotations

import re
from pathlib import Path

from annotator.storage.articles.folders import names_in
from annotator.storage.evidence.file_names import file_named, place_of
from annotator.storage.evidence.keeping import keep_bytes
from annotator.storage.evidence.states import THERE, evidence_bytes, files_kept, glanced_at
from annotator.storage.files.file_bytes import bytes_of, readers_of
from annotator.storage.files.file_error import EvidenceError, SidecarError
from annotator.storage.sidecars.sidecar_files import MAX_SIDECAR_BYTES, is_sidecar_name

REFERENCE = re.compile(rb"evidence(?<!\wevidence)(?:/|\\/|\\x2[fF]|\\u002[fF])([0-9a-f]{64})((?:\.[a-z0-9]{1,10})?)")
"""Name of a file in a sidecar. It begins with what is to be found: a large file is searched in a tenth of the time."""


def files_in(data: bytes) -> list[str]:
    """Return the files of evidence that a sidecar with this content refers to, in order."""
    return sorted({file_named(sha256.decode(), suffix.decode()) for sha256, suffix in REFERENCE.findall(data)})


def unused_files(folder: Path) -> list[str]:
    """Return the files of evidence that no sidecar of the folder refers to, in order.

    Raises SidecarError where a sidecar cannot be read, as it may refer to any of them.
    """
    kept = files_kept(folder)
    if not kept:
        return []
    sidecars = [folder / name for name in names_in(folder) if is_sidecar_name(name)]
    used = {file for sidecar in sidecars for file in files_in(bytes_of(sidecar, MAX_SIDECAR_BYTES, SidecarError))}
    return [file for file in kept if file not in used]


def copy_files(old: Path, article: Path, data: bytes) -> None:
    """Keep the files that the sidecar's content refers to in the folder of the article too, as far as they are whole.

    Raises EvidenceError, SaveError where a file cannot be copied.
    """
    new = article.parent
    for file in files_in(data) if old != new else ():
        if glanced_at(new, file).state == THERE or glanced_at(old, file).state != THERE:
            continue
        place = place_of(old, file)
        try:
            whole = evidence_bytes(old, file)
        except EvidenceError:
            continue  # the check tells of it, here as there
        keep_bytes(new, whole, place.path.suffix if place else "", mode=readers_of(article))
