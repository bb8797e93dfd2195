"""Dataset card: the README.md that Hugging Face displays, with the columns and splits in its header."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from annotator.interop.formats.huggingface.croissant import DataFile
from annotator.interop.formats.huggingface.dataset_counts import Counts
from annotator.interop.formats.huggingface.licences import known_licence
from annotator.interop.formats.huggingface.markdown import table
from annotator.interop.options import Options
from annotator.interop.outgoing.document_rows import COLUMNS, ROWS, TEXT, TIME, WHOLE, Column
from annotator.interop.report import Report
from annotator.storage.schemes.plain_markdown import plain
from annotator.storage.schemes.scheme_guide import scheme_guide
from annotator.storage.yaml.yaml_writing import entries

SIZES = ("n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M")
DTYPES = {TEXT: "string", WHOLE: "int64", TIME: "timestamp[s, tz=UTC]"}
ABOUT = (
    "News articles in which people marked spans of text and said something of them, made with Annotator. "
    "One row is one document: an article with everything that one annotator marked in it."
)
USE = """```python
import json
from datasets import load_dataset

data = load_dataset("path/to/this/folder")
for row in data["train"]:
    for item in row["annotations"]:
        print(item["label"], row["text"][item["start"]:item["end"]], json.loads(item["attributes"]))
```
"""
OFFSETS = (
    "`start` and `end` count Unicode code points of `text` from 0, half-open, as Python's `text[start:end]` does. "
    "JavaScript, Java and C# count UTF-16 units instead, in which an emoji is two. Newlines are LF."
)
TYPED = "Attributes are one JSON object: the columns are the same whatever the scheme, and each value keeps its type."


def dataset_card(name: str, counts: Counts, files: Sequence[DataFile], options: Options, report: Report) -> str:
    """Return the card; call it when everything is written and counted."""
    head = entries(_head(name, counts, files, options))
    return f"---\n{head}---\n\n" + "\n".join(_body(name, counts, files, options, report))


def _head(name: str, counts: Counts, files: Iterable[DataFile], options: Options) -> dict[str, Any]:
    """Return the metadata header that Hugging Face reads."""
    paths: list[Any] = [{"split": file.split, "path": file.name} for file in files]
    splits: list[Any] = [
        {"name": file.split, "num_bytes": file.size, "num_examples": counts.documents[file.split]} for file in files
    ]
    return {
        "pretty_name": name,
        **_licence(options.licence),
        **({"language": sorted(counts.languages)} if counts.languages else {}),
        "task_categories": ["token-classification"],
        "size_categories": [_size(counts.documents.total())],
        "configs": [{"config_name": "default", "data_files": paths}],
        "dataset_info": {"features": [_feature(column) for column in COLUMNS], "splits": splits},
    }


def _licence(licence: str) -> dict[str, Any]:
    known = known_licence(licence)
    if known or not licence:
        return {"license": known or "unknown"}
    return {"license": "other", "license_name": licence}


def _size(documents: int) -> str:
    power = max(0, len(str(documents)) - 3)
    return SIZES[min(power, len(SIZES) - 1)]


def _feature(column: Column) -> dict[str, Any]:
    if column.kind == ROWS:
        return {"name": column.name, "list": [_feature(part) for part in column.parts]}
    return {"name": column.name, "dtype": DTYPES[column.kind]}


def _body(name: str, counts: Counts, files: Sequence[DataFile], options: Options, report: Report) -> Iterator[str]:
    splits = [file.split for file in files]
    yield f"# {plain(name)}\n\n{ABOUT}\n\n## What is in it\n"
    rows = [(split, counts.documents[split], counts.annotations[split], counts.relations[split]) for split in splits]
    yield table(("split", "documents", "annotations", "relations"), rows)
    yield _by_split("label", counts.labels, splits)
    yield _by_split("relation", counts.types, splits)
    yield table(("annotator", "documents"), [(who or "(no name)", n) for who, n in sorted(counts.annotators.items())])
    yield table(("status", "documents"), sorted(counts.statuses.items()))
    yield f"## Fields\n\n{''.join(_fields(COLUMNS, ''))}\n{TYPED}\n\n## Offsets\n\n{OFFSETS}\n\n## Use\n\n{USE}"
    yield "## Scheme\n"
    yield from map(scheme_guide, counts.schemes)
    yield f"## Licence\n\n{_of_licence(counts, options)}\n"
    yield f"## Limits\n\n{''.join(f'- {limit}{chr(10)}' for limit in _limits(options, report))}"


def _by_split(what: str, counts: Counter[tuple[str, str]], splits: Sequence[str]) -> str:
    names = sorted({name for name, _ in counts})
    return table((what, *splits), [(name, *(counts[name, split] for split in splits)) for name in names])


def _fields(columns: Iterable[Column], before: str) -> Iterator[str]:
    for column in columns:
        yield f"- `{before}{column.name}`: {column.about}\n"
        yield from _fields(column.parts, f"{before}{column.name}[].")


def _of_licence(counts: Counts, options: Options) -> str:
    said = f"{plain(options.licence)}." if options.licence else "No licence was given for the texts: ask before use."
    return f"{said}\n\n{table(('the articles say', 'documents'), sorted(counts.licences.items()))}"


def _limits(options: Options, report: Report) -> Iterator[str]:
    yield "Annotations may overlap, nest and share the same words; tagging schemes as IOB2 cannot hold that."
    if not options.with_text:
        yield "The texts and all quoted words are left out; `sha256` and `length` tell which text the offsets are of."
    if options.labels:
        yield f"Only these labels were exported: {', '.join(plain(label) for label in sorted(options.labels))}."
    for count, what, kind, why in report.reasons():
        yield f"{count:,} × {kind} {what}: {plain(why)}."
    if report.problems:
        yield f"{len(report.problems):,} files could not be read and are missing."
