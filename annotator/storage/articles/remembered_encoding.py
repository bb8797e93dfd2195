"""Encoding and hash of the article as a sidecar records them, read from the first bytes of the sidecar."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from annotator.storage.articles.encoding_names import code_of
from annotator.storage.files.file_bytes import MIB, bytes_of, open_file
from annotator.storage.files.file_error import SidecarError
from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError
from annotator.storage.yaml.plain_yaml import load_plain

HEAD_BYTES = 4096
ARTICLE_BLOCK = re.compile(rb"^article:.*\n(?:(?:[ \t].*)?\r?\n)*(?=\S)", re.MULTILINE)
"""The complete ``article:`` block of a sidecar, up to the next key."""
PLAIN_BLOCK = re.compile(rb'article:\n  file: "[^"\\\n]*"\n  sha256: "([0-9a-f]{64})"\n(?:  (?!encoding\b)[a-z ].*\n)*')
"""The block as the program writes it if there is no encoding to remember, which is nearly always."""
MAX_BYTES = 4 * MIB


def remembered_encoding(sidecar: Path) -> tuple[str, str]:
    """Return the encoding and the text's SHA-256 that the sidecar records; both empty if it cannot be read."""
    return _remembered(_beginning(sidecar), lambda: bytes_of(sidecar, MAX_BYTES, SidecarError))


def remembered_in(data: bytes) -> tuple[str, str]:
    """Return the encoding and the text's SHA-256 from the bytes of a sidecar; both empty if it cannot be parsed."""
    return _remembered(data[:HEAD_BYTES], lambda: data if len(data) <= MAX_BYTES else b"")


def _remembered(beginning: bytes, whole: Callable[[], bytes]) -> tuple[str, str]:
    found = ARTICLE_BLOCK.search(beginning)
    head = found[0] if found else b""
    if plain := PLAIN_BLOCK.fullmatch(head):
        return "", plain[1].decode()
    try:
        about = _about(head) or _about(whole())
        return (code_of(about.text("encoding")), about.text("sha256")) if about else ("", "")
    except (YamlError, SidecarError):
        return "", ""


def _beginning(sidecar: Path) -> bytes:
    try:
        with open_file(sidecar, SidecarError) as file:
            return file.read(HEAD_BYTES)
    except (OSError, SidecarError):
        return b""


def _about(data: bytes) -> LinedMapping | None:
    root = load_plain(data) or _loaded(data)
    return root.mapping("article") if isinstance(root, LinedMapping) and "article" in root else None


def _loaded(data: bytes) -> object:
    from annotator.storage.yaml import guarded_yaml  # PyYAML is slow to import

    return guarded_yaml.load(data) if data else None
