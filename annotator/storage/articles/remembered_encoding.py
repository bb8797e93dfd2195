"""What a sidecar says about its article's encoding and text, read from its beginning: the rest can be long."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from annotator.storage.articles.encoding_names import code_of
from annotator.storage.files.file_bytes import MIB, bytes_of
from annotator.storage.files.file_error import SidecarError
from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError
from annotator.storage.yaml.plain_yaml import load_plain

HEAD_BYTES = 4096
ABOUT = re.compile(rb"^article:.*\n(?:(?:[ \t].*)?\r?\n)*(?=\S)", re.MULTILINE)
"""What a sidecar says about its article, whole: another key follows."""
NOTHING_TO_REMEMBER = re.compile(
    rb'article:\n  file: "[^"\\\n]*"\n  sha256: "([0-9a-f]{64})"\n(?:  (?!encoding\b)[a-z ].*\n)*'
)
"""The same as the program writes it where the file alone tells the encoding, as nearly always."""
LARGEST_BY_HAND = 4 * MIB


def remembered_encoding(sidecar: Path) -> tuple[str, str]:
    """The encoding and the hash of the text that were saved; both empty where nothing can be read."""
    return _remembered(_beginning(sidecar), lambda: bytes_of(sidecar, LARGEST_BY_HAND, SidecarError))


def remembered_in(data: bytes) -> tuple[str, str]:
    """The same of a sidecar that has been read already."""
    return _remembered(data[:HEAD_BYTES], lambda: data if len(data) <= LARGEST_BY_HAND else b"")


def _remembered(beginning: bytes, whole: Callable[[], bytes]) -> tuple[str, str]:
    found = ABOUT.search(beginning)
    head = found[0] if found else b""
    if plain := NOTHING_TO_REMEMBER.fullmatch(head):
        return "", plain[1].decode()
    try:
        about = _about(head) or _about(whole())
        return (code_of(about.text("encoding")), about.text("sha256")) if about else ("", "")
    except (YamlError, SidecarError):
        return "", ""


def _beginning(sidecar: Path) -> bytes:
    try:
        if not sidecar.is_file():
            return b""
        with sidecar.open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError:
        return b""


def _about(data: bytes) -> LinedMapping | None:
    root = load_plain(data) or _loaded(data)
    return root.mapping("article") if isinstance(root, LinedMapping) and "article" in root else None


def _loaded(data: bytes) -> object:
    from annotator.storage.yaml import guarded_yaml  # here: PyYAML is slow to import

    return guarded_yaml.load(data) if data else None
