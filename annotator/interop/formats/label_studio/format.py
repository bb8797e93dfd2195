"""Label Studio: ``tasks.json`` to import, and ``config.xml`` for a project's labelling interface.

Offsets are code points, as the tests of Label Studio's editor show (issue 1347 describes earlier behaviour).
All documents of one article form one task, with one annotation per annotator. Annotators and statuses are controls
for the whole text, since Label Studio refuses to import names of users that it does not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.separately import separately
from annotator.interop.foreign.text import ForeignText
from annotator.interop.format import ALL_BUT_CHECKS, Format, Incoming
from annotator.interop.formats.label_studio.config import TEXT, Config
from annotator.interop.formats.label_studio.reading import Results
from annotator.interop.formats.label_studio.writing import KEPT, OWN, task
from annotator.interop.json.items import json_items
from annotator.interop.json.marks import report_marks
from annotator.interop.json.reading import Fields
from annotator.interop.json.writing import json_line
from annotator.interop.options import CODE_POINTS, Options
from annotator.interop.outgoing.records import filled
from annotator.interop.output import Output
from annotator.interop.report import ANNOTATION, DOCUMENT, LEFT_OUT, Loss, Report
from annotator.interop.xml.reading import root_of
from annotator.model.annotation import Value
from annotator.model.entry import Entry
from annotator.model.span import Span
from annotator.storage.articles.folder_walk import all_files_in
from annotator.storage.files.file_bytes import MIB, bytes_of, is_folder
from annotator.storage.files.file_error import FileError
from annotator.translation.messages import N_, _

TASKS, CONFIG = "tasks.json", "config.xml"
LARGEST_CONFIG = 16 * MIB
ANNOTATION_KEYS = ("ground_truth", "lead_time")
"""Keys of an annotation that are kept besides its results; the others are the server's bookkeeping."""

READ = ("annotations", "completions", "predictions", "drafts", "data", "meta")
"""Keys of a task that are read, or reported where what they hold is left out."""

PREDICTED = N_("it is a prediction, not an annotation")
SKIPPED = N_("its annotator skipped the task")
DRAFT = N_("it is a draft, not an annotation")
NO_KEY = N_("It has no “{key}” in its “data”. Export from Label Studio as JSON, and put {config} beside the file.")


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write one task per line, and then the configuration, which depends on all documents."""
    config = Config()
    with output.text(TASKS) as file:
        ahead = "[\n"
        for documents in _by_article(entries):
            file.write(ahead + json_line(task(documents, config, report)))
            ahead = ",\n"
        file.write("\n]\n" if ahead != "[\n" else "[]\n")
    with output.text(CONFIG) as file:
        file.write(config.xml())


def _by_article(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Yield groups of consecutive documents of one article; an annotator who recurs starts a new group."""
    together: list[Entry] = []
    for entry in entries:
        if together and not _belongs(entry, together):
            yield together
            together = []
        together.append(entry)
    if together:
        yield together


def _belongs(entry: Entry, together: list[Entry]) -> bool:
    same = (entry.path, entry.text) == (together[0].path, together[0].text)
    return same and entry.document.annotator not in {other.document.annotator for other in together}


def read(path: Path, report: Report) -> Iterator[Incoming]:
    """Yield the documents of a JSON export or of a folder of them; an adjacent ``config.xml`` names the text's key.

    Raises ForeignError and FileError.
    """
    files = all_files_in(path, ".json") if is_folder(path) else [path]
    if not files:
        raise ForeignError(_("There is no {tasks} in it, nor any other .json file.").format(tasks=TASKS))
    key = _text_key(files[0].parent / CONFIG)
    return separately(files, lambda file: _tasks(file, key, report), report, lambda file: file)


def _tasks(file: Path, key: str, report: Report) -> Iterator[Incoming]:
    items = enumerate(json_items(file), 1)
    return separately(items, lambda item: _task(item[1], item[0], file, key, report), report, file)


def _text_key(config: Path) -> str:
    """Return the key of the text in a task's data, which the configuration names in <Text value="$text">."""
    if not config.is_file():
        return TEXT
    root = root_of(bytes_of(config, LARGEST_CONFIG, FileError), CONFIG)
    values = [element.get("value", "") for element in root.iter("Text")]
    return next((value[1:] for value in values if value.startswith("$")), TEXT)


def _task(item: Any, number: int, file: Path, key: str, report: Report) -> list[Incoming]:
    """Return the documents of a task. Raises ForeignError with the task's number in place of a line."""
    place = _("task {number}").format(number=number)
    if not isinstance(item, dict):
        raise ForeignError(_("It is not a task: tasks are JSON objects with “data”."), place)
    try:
        return [*_documents(Fields(item, number), file, key, report)]
    except ForeignError as error:
        raise ForeignError(error.sentence, place) from error


def _documents(task: Fields, file: Path, key: str, report: Report) -> Iterator[Incoming]:
    data = task.fields("data")
    if key not in data:
        task.fail(_(NO_KEY).format(key=key, config=CONFIG))
    text = ForeignText(data.text(key), CODE_POINTS)
    path = _path(task, file)
    _report_left_out(task, path, report)
    annotations = [item for item in _annotations(task) if not _is_skipped(item)]
    for annotation in annotations:
        yield _document(task, annotation, text, path, key, report)
    if not annotations:
        extra = _extra(task, key, Fields({}, task.line), [])
        yield Incoming(path, text.text, extra=extra, named=_has_path(task))


def _annotations(task: Fields) -> list[Fields]:
    """Return the annotations, which Label Studio called completions before 1.0."""
    return [*task.objects("annotations"), *task.objects("completions")]


def _is_skipped(annotation: Fields) -> bool:
    return any(annotation.values.get(key) is True for key in ("was_cancelled", "skipped"))


def _document(task: Fields, annotation: Fields, text: ForeignText, path: str, key: str, report: Report) -> Incoming:
    results = Results(annotation, text, path, report)
    annotator = results.annotator or _user(annotation)
    head = task.fields("data").fields(OWN).fields("documents").fields(results.annotator)
    items = tuple(results.annotations())
    return Incoming(
        path,
        text.text,
        items,
        tuple(results.relations()),
        results.status,
        tuple(_read(head, text)),
        annotator=annotator,
        scheme=head.text("scheme"),
        quotes=results.quotes,
        article=head.fields("article").others(),
        extra={**head.fields("extra").others(), **_extra(task, key, annotation, results.others)},
        named=_has_path(task),
        labels=tuple(dict.fromkeys(results.labels)),
    )


def _path(task: Fields, file: Path) -> str:
    path = task.fields("data").values.get("path")
    return str(path) if _has_path(task) else f"{file.stem}-{task.values.get('id', task.line)}.txt"


def _has_path(task: Fields) -> bool:
    path = task.fields("data").values.get("path")
    return isinstance(path, str) and bool(path)


def _user(annotation: Fields) -> str:
    """Return who made the annotation: the e-mail address, else the server's user number."""
    user = annotation.values.get("completed_by")
    if isinstance(user, dict):
        return str(user.get("email") or user.get("id") or "")
    return "" if user is None else f"user-{user}"


def _read(head: Fields, text: ForeignText) -> Iterator[Span]:
    for item in head.values_at("read"):
        if not (isinstance(item, list) and len(item) == 2 and all(type(end) is int and end >= 0 for end in item)):
            head.fail(_("What has been read must be ranges of two rising whole numbers, as in [0, 275]."))
        if span := text.span(*item):
            yield span


def _extra(task: Fields, key: str, annotation: Fields, others: list[Value]) -> dict[str, Value]:
    """Return Label Studio's own data under one unknown key, to be kept with the document."""
    data = task.fields("data")
    known = (key, OWN, "path", *(("split",) if OWN in data else ()))
    about = {name: annotation.values[name] for name in ANNOTATION_KEYS if annotation.values.get(name)}
    kept = {"data": data.others(*known), "meta": task.fields("meta").others(), "annotation": about, "results": others}
    return filled({KEPT: filled(kept)})


def _report_left_out(task: Fields, path: str, report: Report) -> None:
    """Report predictions, drafts and skipped annotations, which are not imported."""
    skipped = [item for item in _annotations(task) if _is_skipped(item)]
    report_marks({**task.others(*READ), **task.fields("data").others(OWN)}, path, report)
    for items, why in ((task.objects("predictions"), PREDICTED), (task.objects("drafts"), DRAFT), (skipped, SKIPPED)):
        for item in items:
            regions = {result.text("id"): result for result in item.objects("result") if "value" in result}
            for id, result in regions.items():
                start = result.fields("value").values.get("start")
                at = start if type(start) is int else None
                report.losses.append(Loss(LEFT_OUT, ANNOTATION, path, id, why, at))
            if not regions:
                report.losses.append(Loss(LEFT_OUT, DOCUMENT, path, "", why))


FORMAT = Format("label-studio", "Label Studio", "", ALL_BUT_CHECKS, write, read)
