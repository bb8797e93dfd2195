"""Names of the files of evidence: the SHA-256 of the bytes and a plain suffix, below ``evidence/``."""

from __future__ import annotations

import re
from pathlib import Path

from annotator.storage.files.hidden_folder import HiddenPlace

FOLDER = "evidence"
SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")
FILE = re.compile(rf"{FOLDER}/([0-9a-f]{{64}}(?:\.[a-z0-9]{{1,10}})?)")
"""Form of the value ``file`` of a piece of evidence; what has another form leads nowhere."""


def evidence_place(folder: Path) -> HiddenPlace:
    """Return the folder of the files of evidence in the hidden folder of ``folder``."""
    return HiddenPlace(folder, (FOLDER,))


def place_of(folder: Path, file: str) -> HiddenPlace | None:
    """Return the place of a file of evidence; None where ``file`` is not the name of one."""
    match = FILE.fullmatch(file)
    return evidence_place(folder) / match[1] if match else None


def sha256_in(file: str) -> str:
    """Return the SHA-256 in the name of a file of evidence; empty where it is not the name of one."""
    match = FILE.fullmatch(file)
    return match[1][:64] if match else ""


def file_named(sha256: str, suffix: str) -> str:
    """Return the value ``file`` for bytes with this SHA-256."""
    return f"{FOLDER}/{sha256}{suffix}"


def plain_suffix(name: str) -> str:
    """Return the suffix of a file's name in small letters; empty where it is more than letters and digits."""
    suffix = Path(name).suffix.lower()
    return suffix if SUFFIX.fullmatch(suffix) else ""
