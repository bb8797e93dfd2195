"""CoNLL: a folder with one file per label, with one token and its IOB2 tag per line.

There are exactly two columns, token and tag, since some readers take the second column for the tag, others the last. A
blank line ends each line of the article. A comment with its path precedes each document; it has the form of a token
tagged O for readers that do not support comments.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, TextIO

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.plain_names import PlainNames
from annotator.interop.foreign.separately import separately
from annotator.interop.format import EXTRA, Format, Incoming
from annotator.interop.formats.conll.comments import comment, parse_comment
from annotator.interop.formats.conll.iob import tags
from annotator.interop.formats.conll.own_tokens import KEY, kept_tokens
from annotator.interop.formats.conll.reading import ConllFile, TaggedText
from annotator.interop.formats.conll.tokens import tokens_of
from annotator.interop.json.writing import json_line
from annotator.interop.options import Options
from annotator.interop.outgoing.selection import has_other_keys
from annotator.interop.output import Output
from annotator.interop.report import ALTERED, ANNOTATION, Loss, Report
from annotator.model.annotation import Annotation
from annotator.model.entry import Entry
from annotator.model.span import Span
from annotator.storage.articles.folder_walk import all_files_in
from annotator.storage.files.file_bytes import is_folder, is_there, open_file
from annotator.storage.files.file_error import FileError
from annotator.translation.messages import N_, _

SUFFIX = ".conll"
LONGEST_COMMENT = 10_000
OTHER_DOCUMENTS = N_("It does not have the same documents as {file}. Import it by itself.")
IRREGULAR = N_("its tags did not follow each other as they should")
RENAMED = N_("its label has blanks, or hyphens at its ends, which a tag cannot have: it is spelled otherwise")
TYPE = re.compile(r"[^\s-](?:\S*[^\s-])?")


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write a file per label; tokens are spooled to a temporary file until all labels are known."""
    names = PlainNames(ignore_case=True)
    labels: dict[str, str] = {}
    with TemporaryFile("w+", encoding="utf-8", newline="") as waiting:
        for entry in entries:
            record = _record(entry, report)
            if has_other_keys(entry, KEY):
                report.not_carried.add(EXTRA)
            odd = {label for label in record["ranges"] if not _is_type(label)}
            for item in entry.annotations if odd else ():
                if item.label in odd:
                    report.altered(entry, item, RENAMED)
            labels |= {label: names.of(label) for label in record["ranges"] if label not in labels}
            waiting.write(json_line(record) + "\n")
        for label, name in labels.items():
            waiting.seek(0)
            _write_label(label, name, map(json.loads, waiting), output)


def _record(entry: Entry, report: Report) -> dict[str, Any]:
    tokens = tokens_of(entry, report)
    return {
        "path": entry.path,
        "annotator": entry.document.annotator,
        "split": entry.split,
        "tokens": [span.of(entry.text) for span in tokens.spans],
        "breaks": tokens.breaks,
        "ranges": tokens.ranges,
    }


def _is_type(label: str) -> bool:
    """Return whether a tag can have the label as its type."""
    return TYPE.fullmatch(label) is not None and label.isprintable()


def _write_label(label: str, name: str, records: Iterable[dict[str, Any]], output: Output) -> None:
    type = label if _is_type(label) else name
    files: dict[str, TextIO] = {}
    with ExitStack() as stack:
        for record in records:
            split = record["split"]
            if split not in files:
                file = stack.enter_context(output.text(f"{name}{split and '.'}{split}{SUFFIX}"))
                files[split] = file
                file.write(f"{comment('label', label)}\n" if type != label else "")
            files[split].writelines(_lines(record, label, type))


def _lines(record: dict[str, Any], label: str, type: str) -> Iterator[str]:
    yield comment("path", record["path"])
    if record["annotator"]:
        yield comment("annotator", record["annotator"])
    yield "\n"
    tokens, breaks = record["tokens"], {*record["breaks"]}
    for at, (token, tag) in enumerate(
        zip(tokens, tags(len(tokens), record["ranges"].get(label, ()), type), strict=True)
    ):
        yield f"\n{token}\t{tag}\n" if at in breaks else f"{token}\t{tag}\n"
    yield "\n"


def read(path: Path, report: Report) -> Iterator[Incoming]:
    """Yield the documents of a file, or of a folder, in which the files of several labels are merged again.

    Raises ForeignError and FileError.
    """
    files = all_files_in(path, SUFFIX) if is_folder(path) else [path]
    if not files:
        raise ForeignError(_("There is no file in it whose name ends with {suffix}.").format(suffix=SUFFIX))
    return separately(_groups(files), lambda group: _documents(group, report), report, lambda group: group[0])


def _documents(group: Sequence[Path], report: Report) -> Iterator[Incoming]:
    for file in group:
        if is_there(file) and not file.is_file():
            raise FileError.at(file, _("It is a folder, a pipe or a device, not a file."))
    readers = [ConllFile(file, file.name) for file in group]
    found = enumerate(zip_longest(*(reader.documents() for reader in readers)), 1)
    return separately(found, lambda item: [_merged(group, readers, item[1], item[0], report)], report, group[0])


def _groups(files: Sequence[Path]) -> Iterable[list[Path]]:
    """Group the files of one export by split, the rest of their names; files of other programs stand alone."""
    groups: dict[str, list[Path]] = {}
    for file in files:
        groups.setdefault(file.name.partition(".")[2] if _is_own(file) else file.name, []).append(file)
    return groups.values()


def _is_own(file: Path) -> bool:
    """Return whether the file is of an export; False where it cannot be read, which its reader tells."""
    try:
        if is_there(file) and not file.is_file():
            return False
        with open_file(file, FileError) as opened:
            return parse_comment(opened.readline(LONGEST_COMMENT).decode(errors="replace").rstrip("\r\n")) is not None
    except (OSError, FileError):
        return False


def _merged(
    files: Sequence[Path],
    readers: Sequence[ConllFile],
    found: Sequence[TaggedText | None],
    number: int,
    report: Report,
) -> Incoming:
    """Return the document of which each file has the tags of one label. Raises ForeignError where one has another."""
    items: list[tuple[Span, str, bool]] = []
    for file, reader, tagged in zip(files, readers, found, strict=True):
        document = _same_document(tagged, found[0], file, files[0].name)
        stem = file.name.partition(".")[0]
        items += [(span, reader.label or type or stem, regular) for type, span, regular in document.found()]
    first = found[0]
    assert first
    is_own = bool(first.path)
    path = first.path or f"{files[0].stem}{f'-{number}' if number > 1 else ''}.txt"
    return Incoming(
        path,
        first.text,
        tuple(_annotations(items, path, report)),
        annotator=first.annotator,
        named=is_own,
        extra={} if is_own else kept_tokens(first.text, first.tokens),
    )


def _same_document(tagged: TaggedText | None, first: TaggedText | None, file: Path, first_name: str) -> TaggedText:
    """Return the tagged text of a file. Raises ForeignError where it is damaged, or not that of the first file."""
    if tagged and tagged.error:
        error = tagged.error
    elif tagged and first and (tagged.path, tagged.text) == (first.path, first.text):
        return tagged
    else:
        line = tagged.line if tagged else None
        error = ForeignError(_(OTHER_DOCUMENTS).format(file=first_name), file.name, line)
    error.file = file
    raise error


def _annotations(items: Iterable[tuple[Span, str, bool]], path: str, report: Report) -> Iterator[Annotation]:
    """Yield the annotations in their order, and report those whose tags did not follow each other as they should."""
    for at, (span, label, regular) in enumerate(sorted(items), 1):
        if not regular:
            report.losses.append(Loss(ALTERED, ANNOTATION, path, f"a{at}", IRREGULAR, span.start))
        yield Annotation(f"a{at}", label, span)


FORMAT = Format("conll", "CoNLL (IOB2)", "", frozenset({EXTRA}), write, read)
