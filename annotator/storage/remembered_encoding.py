"""What a sidecar says about its article's encoding and text, read from its beginning: the rest can be long."""

from __future__ import annotations

import re
from pathlib import Path

from annotator.storage.encoding_names import code_of
from annotator.storage.file_bytes import MIB, bytes_of
from annotator.storage.file_error import SidecarError
from annotator.storage.lined import Lined, YamlError
from annotator.storage.plain_yaml import load_plain

HEAD_BYTES = 4096
ABOUT = re.compile(rb"^article:.*\n(?:(?:[ \t].*)?\r?\n)*(?=\S)", re.MULTILINE)
"""What a sidecar says about its article, whole: another key follows."""
LARGEST_BY_HAND = 4 * MIB


def remembered_encoding(sidecar: Path) -> tuple[str, str]:
    """The encoding and the hash of the text that were saved; both empty where nothing can be read."""
    try:
        about = _about(_head(sidecar)) or _about(bytes_of(sidecar, LARGEST_BY_HAND, SidecarError))
        return (code_of(about.text("encoding")), about.text("sha256")) if about else ("", "")
    except (YamlError, SidecarError):
        return "", ""


def _head(sidecar: Path) -> bytes:
    """What is said about the article at the beginning of the file; empty where it does not end there."""
    try:
        if not sidecar.is_file():
            return b""
        with sidecar.open("rb") as file:
            found = ABOUT.search(file.read(HEAD_BYTES))
    except OSError:
        return b""
    return found[0] if found else b""


def _about(data: bytes) -> Lined | None:
    root = load_plain(data) or _loaded(data)
    return root.mapping("article") if isinstance(root, Lined) and "article" in root else None


def _loaded(data: bytes) -> object:
    from annotator.storage import guarded_yaml  # here: PyYAML is slow to import

    return guarded_yaml.load(data) if data else None
