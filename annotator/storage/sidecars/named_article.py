"""The article that a sidecar names: read from its beginning, and put right without touching anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from annotator.storage.files.file_error import SidecarError, told
from annotator.storage.sidecars.sidecar_reading import root_of
from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError
from annotator.storage.yaml.yaml_writing import escaped, quoted
from annotator.translation.messages import _

BODY = re.compile(rb"^(?:annotations|relations|read):", re.MULTILINE)
WHOLE_LINE = re.compile(rb"^([ \t]+file:[ \t]+)[^\r\n]+", re.MULTILINE)
IN_LINE = re.compile(
    rb"""(?<![\w-])((?:file|"file"|'file'):[ \t]*)(?:"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*'|[^,}\r\n#"']+)"""
)
COMMENT = "# Annotations of {}. Made with "


class NamedArticle(Struct, frozen=True):
    """A sidecar's words about its article; ``length`` is None and ``sha256`` empty where it does not say."""

    file: str
    sha256: str
    length: int | None
    line: int


def named_article(sidecar: Path, data: bytes) -> NamedArticle:
    """Read what the sidecar says about its article. Raises SidecarError."""
    try:
        about = _head(data).mapping("article")
        length = about.get("length")
        known = length if type(length) is int and length >= 0 else None
        return NamedArticle(about.required("file"), about.text("sha256"), known, about.line_of("file"))
    except YamlError as error:
        raise SidecarError.at(sidecar, error.sentence, error.line) from error


def with_article_named(sidecar: Path, data: bytes, name: str) -> bytes:
    """Return the sidecar's bytes with ``name`` as its article's, all else as it was. Raises SidecarError."""
    named = named_article(sidecar, data)
    if named.file == name:
        return data
    wanted = _without_lines(_head(data))
    wanted["article"] = {**_head(data).mapping("article").others(), "file": name}
    for changed in _attempts(data, name):
        if _says(changed, wanted):
            return _comment_put_right(changed, named.file, name)
    sentence = _("Write “file: {name}” into it, in place of {old}.")
    raise SidecarError.at(sidecar, sentence.format(name=quoted(name), old=told(named.file)), named.line)


def _head(data: bytes) -> LinedMapping:
    """Read what stands before the annotations, which can be long; all of it where the article stands behind them."""
    beginning = BODY.split(data, maxsplit=1)[0]
    try:
        root = root_of(beginning)
        if "article" in root:
            return root
    except YamlError:
        pass  # the whole file tells better what is wrong
    return root_of(data)


def _attempts(data: bytes, name: str) -> Iterator[bytes]:
    """Put the name in each place where ``file:`` may mean the article's, one at a time."""
    for pattern in (WHOLE_LINE, IN_LINE):
        for match in pattern.finditer(data, 0, _end_of_head(data)):
            yield b"".join((data[: match.end(1)], quoted(name).encode(), data[match.end() :]))


def _end_of_head(data: bytes) -> int:
    body = BODY.search(data)
    return body.start() if body and b"article:" in data[: body.start()] else len(data)


def _says(data: bytes, wanted: dict[str, object]) -> bool:
    try:
        return _without_lines(_head(data)) == wanted
    except YamlError:
        return False


def _without_lines(root: LinedMapping) -> dict[str, object]:
    return dict(root.others())


def _comment_put_right(data: bytes, old: str, new: str) -> bytes:
    """Name the article anew in the comment of the first line, where that is the program's own."""
    begin = COMMENT.format(escaped(old)).encode()
    return COMMENT.format(escaped(new)).encode() + data[len(begin) :] if data.startswith(begin) else data
