"""Writing of a changed scheme: comments, order, quotes and unknown keys of the file stay if possible.

The file is edited in place (``yaml_patching``), read back, and compared with the scheme that was wanted. If they
differ, as the layout of the file is too unusual, the file is laid out anew, which loses its comments.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from annotator.model.annotation import Value
from annotator.model.items import altered
from annotator.model.scheme import Scheme
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import SchemeError, told
from annotator.storage.program.resources import resource
from annotator.storage.schemes.scheme_lookup import BUILT_IN, MAX_SCHEME_BYTES, SCHEME_NAME
from annotator.storage.schemes.scheme_reading import scheme
from annotator.storage.schemes.scheme_values import scheme_values
from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError, plain
from annotator.storage.yaml.yaml_layout import lines_of
from annotator.translation.messages import _, listed, ngettext, number

SHOWN_COMMENTS = 3
NOTHING = Scheme("", "", ())


class WrittenScheme(NamedTuple):
    """The new bytes of a scheme, and a sentence for each thing in the old ones that could not be kept."""

    data: bytes
    not_kept: tuple[str, ...] = ()


def built_in_bytes() -> bytes:
    """Return the bytes of the built-in scheme; a folder without a scheme gets a copy when the scheme is changed."""
    return bytes_of(resource(BUILT_IN), MAX_SCHEME_BYTES, SchemeError, follow=True)


def written_scheme(old: bytes | None, wanted: Scheme, path: Path | None = None) -> WrittenScheme:
    """Return bytes for the scheme ``wanted``, made from the bytes of the folder's scheme or else of the built-in one.

    A label without a colour or mark gets the next free one when the scheme is read. ``path`` only names the file in
    errors. Raises SchemeError if the old bytes are no scheme, or if ``wanted`` could not be read again.
    """
    path = path or Path(SCHEME_NAME)
    data = built_in_bytes() if old is None else old
    try:
        root = _loaded(data)
        before = scheme(root)
        if before == wanted:
            return WrittenScheme(data)
        values = scheme_values(plain_mapping(root), before, wanted)
        return _edited(data, values, wanted) or _afresh(data, values, wanted)
    except YamlError as error:
        raise SchemeError.at(path, error.sentence, error.line) from error


def new_scheme_bytes(wanted: Scheme) -> bytes:
    """Return the bytes of a file with the scheme ``wanted`` and nothing else."""
    return f"{lines_of(scheme_values({}, NOTHING, wanted), 0)}\n".encode()


def plain_mapping(root: LinedMapping) -> dict[str, Value]:
    """Return the values as plain dicts and lists."""
    return {key: plain(value) for key, value in root.items()}


def _edited(data: bytes, values: dict[str, Value], wanted: Scheme) -> WrittenScheme | None:
    """Return the file edited in place; None if its layout does not allow that."""
    from annotator.storage.yaml.placed_yaml import UnusualLayoutError, placed
    from annotator.storage.yaml.yaml_patching import patched

    text = _text(data)
    try:
        new = patched(text, placed(text), values)
    except UnusualLayoutError:
        return None
    written = _bytes(data, new)
    return WrittenScheme(written, _lost_comments(text, new)) if _says(written, wanted) else None


def _afresh(data: bytes, values: Mapping[str, Value], wanted: Scheme) -> WrittenScheme:
    """Return the file laid out anew. Raises YamlError if the scheme that is wanted is not valid."""
    new = f"{lines_of(values, 0)}\n"
    written = _bytes(data, new)
    if not _matches(scheme(_loaded(written)), wanted):
        raise YamlError(1, _("The changed scheme cannot be written so that it is read as it is."))
    sentence = _("The file was laid out afresh, as its layout is too unusual to be kept.")
    return WrittenScheme(written, (sentence, *_lost_comments(_text(data), new)))


def _loaded(data: bytes) -> LinedMapping:
    from annotator.storage.yaml import guarded_yaml  # PyYAML is slow to import

    root = guarded_yaml.load(data)
    if not isinstance(root, LinedMapping):
        raise YamlError(
            1, _("It is not a scheme: it does not say “format: {format}”.").format(format="annotation-scheme")
        )
    return root


def _text(data: bytes) -> str:
    return data.removeprefix(codecs.BOM_UTF8).decode()


def _bytes(old: bytes, text: str) -> bytes:
    """Return the text with the byte-order mark and the line breaks of the old bytes."""
    if b"\r\n" in old:
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return (codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b"") + text.encode()


def _says(data: bytes, wanted: Scheme) -> bool:
    try:
        return _matches(scheme(_loaded(data)), wanted)
    except YamlError:
        return False


def _matches(written: Scheme, wanted: Scheme) -> bool:
    """Tell whether the scheme is the wanted one, in which labels may have no colour and mark."""
    if len(written.labels) != len(wanted.labels):
        return False
    labels = tuple(
        altered(label, colour=label.colour or read.colour, mark=label.mark or read.mark)
        for label, read in zip(wanted.labels, written.labels, strict=True)
    )
    return written == altered(wanted, labels=labels)


def _lost_comments(old: str, new: str) -> tuple[str, ...]:
    from annotator.storage.yaml.placed_yaml import comments

    lost = Counter(comments(old)) - Counter(comments(new))
    if not (count := lost.total()):
        return ()
    shown = listed([told(comment) for comment in list(lost)[:SHOWN_COMMENTS]])
    sentence = ngettext(
        "{count} comment went with what was changed: {comments}.",
        "{count} comments went with what was changed, such as {comments}.",
        count,
    )
    return (sentence.format(count=number(count), comments=shown),)
