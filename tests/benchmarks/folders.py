"""Made-up folders of annotated articles of the size of news reports, no two of them alike."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.article import Article
from annotator.model.document import DONE, Document, Status
from annotator.model.ids import new_id
from annotator.model.items import altered
from annotator.model.scheme import AttributeRule
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from tests.benchmarks.texts import Sample, sample

PER_FOLDER = 500
DIFFERENT = 20
ANNOTATIONS, RELATIONS = 10, 3
CHARACTERS = 2000, 3000
FILLED: Mapping[str, Mapping[str, float]] = {
    "claim": {"kind": 1, "checkable": 1, "voice": 1, "in_full": 0.65, "verdict": 0.3},
    "source": {"affiliation": 0.9, "channel": 1, "entity": 1, "kind": 1, "naming": 1, "role": 1},
    "figure": {"kind": 1, "modifier": 1, "counted": 1, "value": 0.75, "as_of": 0.4, "place": 0.35, "unit": 0.3},
    "quote": {"form": 1},
    "part": {"role": 1},
}
"""How often an annotation has an attribute: as often as in the sample articles that come with the program."""
NOTED = 0.1


def write_folders(root: Path, articles: int) -> list[Path]:
    """So many articles with their sidecars, in folders of 500; the paths of these."""
    folders = [root / f"{number:03}" for number in range(-(-articles // PER_FOLDER))]
    for folder in folders:
        folder.mkdir(parents=True)
    for number in range(articles):
        report(number).write(folders[number // PER_FOLDER])
    return folders


def write_folder(folder: Path, articles: int, folders: int = 1) -> None:
    """So many articles in one folder, every second with its sidecar: a few reports, each with a number of its own.

    With several ``folders`` they are in folders in folders, as many in each.
    """
    reports = [report(number) for number in range(min(articles, DIFFERENT))]
    for number in range(articles):
        shown, within = reports[number % DIFFERENT], number * folders // articles
        place = folder if folders == 1 else folder / f"{2000 + within // 100}" / f"desk {within % 100}"
        place.mkdir(parents=True, exist_ok=True)
        text = f"{shown.text}{number}"
        path = place / f"report-{number}.txt"
        path.write_bytes(text.encode())
        if number % 2 == 0:
            document = replace(shown.document, article=Article.of(path.name, text))
            sidecar_path(path).write_bytes(SidecarWriter().data(document))


def report(number: int, annotations: int = ANNOTATIONS, label: str = "") -> Sample:
    """A finished document: annotations with attributes, some notes, three relations, all of it read.

    All annotations have the ``label``, if one is given.
    """
    source = random.Random(number)
    plain = sample(f"report {number}", source.randrange(*CHARACTERS), annotations, seed=number << 32)
    found = (altered(item, label=label or item.label) for item in plain.document.annotations.values())
    made = [_filled(source, item, plain.text) for item in found]
    document = replace(
        plain.document,
        annotations=MappingProxyType({item.id: item for item in made}),
        relations=MappingProxyType({relation.id: relation for relation in _relations(source, plain.document)}),
        status=Status(DONE),
        read=(Span(0, len(plain.text)),),
        annotator="alice",
        scheme=built_in_scheme().id,
    )
    return replace(plain, document=document)


def _filled(source: random.Random, item: Annotation, text: str) -> Annotation:
    label, often = built_in_scheme().label(item.label), FILLED.get(item.label, {})
    rules = [rule for rule in label.attributes if source.random() < often.get(rule.id, 0)] if label else []
    return altered(
        item,
        attributes={rule.id: _value(source, rule, item.span.of(text)) for rule in rules},
        note="See the last sentence." if source.random() < NOTED else "",
        created=_time(source),
        modified=_time(source),
    )


def _value(source: random.Random, rule: AttributeRule, words: str) -> Value:
    match rule.type:
        case "choice":
            return source.choice(rule.choices)
        case "number":
            return source.randrange(100_000)
        case "date":
            return _time(source)[:10]
        case _:
            return words.capitalize()


def _time(source: random.Random) -> str:
    return f"2026-11-{source.randint(1, 28):02}T{source.randint(8, 19):02}:{source.randint(0, 59):02}:00Z"


def _relations(source: random.Random, document: Document) -> Iterator[Relation]:
    taken = {*document.annotations}
    for _ in range(RELATIONS):
        id = new_id(taken, source)
        taken.add(id)
        yield Relation(id, "attributed_to", *source.sample([*document.annotations], 2))
