"""Annotations that say much: the next one selected by key, and words tagged among them, in the real window.

Each annotation that is selected has 20 attributes and 10 relations, and the next one has another label. The article
without attributes and relations is what tagging is compared with.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.ids import new_id
from annotator.model.items import altered
from annotator.model.span import Span
from tests.benchmarks.screen import Picture, drawn
from tests.benchmarks.subjects import Window, live_for
from tests.benchmarks.table import Row
from tests.benchmarks.texts import LENGTHS, Sample
from tests.benchmarks.timing import Times

ATTRIBUTES, RELATIONS, FRAME, GROWTH = 20, 10, 16, 1.3
"""Of each annotation that is selected; milliseconds of a frame; how much slower tagging may be than without them."""
PAUSE = 33
"""Milliseconds until the next key: one that is held comes thirty times a second."""
TYPES = ("text", "number", "[high, middle, low]", "flag", "date")
COLOURS = ("#8A5A00", "#2B6CB0", "#2F855A", "#9B2C2C", "#6B46C1", "#4A5568")
KEYS = "csfuqz"
FIRST_DAY = date(2016, 1, 1)


def selecting(large: Sample, times: int) -> Iterator[Row]:
    """Select the next annotation so many times in the large article, and tag as many words there."""
    rich = _described(large, 3 * times)
    words = large.free_words(2 * times)
    with tempfile.TemporaryDirectory() as name:
        _write_scheme(Path(name))
        window = Window(Path(name), [large, rich])
        tagged = _tag(window, large, words[:times])
        selected, among = _select(window, rich, times), _tag(window, rich, words[times:])
        window.close()
    what = "next annotation, 20 attributes, 10 relations"
    yield Row(f"{what}, p95", large.name, selected.cpu_p95, limit=FRAME)
    yield Row(f"{what}, median", large.name, selected.cpu_median)
    yield Row(f"{what}, worst", large.name, max(selected.cpu))
    yield Row("tagging among relations", large.name, among.cpu_median, tagged.cpu_median, GROWTH, other_name="without")


def _select(window: Window, shown: Sample, times: int) -> Times:
    measured = Times()
    window.open(shown)
    window.rest()
    window.window.activateWindow()
    window.view.setFocus()
    for _ in range(times):
        before = Picture(window.window)
        measured.measure(lambda: _press(window, Qt.Key.Key_Tab))
        Picture(window.window).check_differs(window.window.rect(), before)
        window.rest()
        live_for(PAUSE)
    return measured


def _tag(window: Window, shown: Sample, words: list[Span]) -> Times:
    measured = Times()
    window.open(shown)
    window.rest()
    window.window.activateWindow()
    window.view.setFocus()
    for at, span in enumerate(words):
        window.session.select(None)
        window.session.move_caret(span.start + 1)
        window.view.centerCursor()
        window.rest()
        measured.measure(lambda at=at: _press(window, KEYS[at % 4]))
    return measured


def _press(window: Window, key: str | Qt.Key) -> None:
    QTest.keyClick(window.view, key)
    drawn()


def _described(plain: Sample, first: int) -> Sample:
    """Return the article with half as many relations as annotations; its ``first`` annotations have 20 attributes."""
    source = random.Random(3)
    ordered = plain.document.in_text_order()
    annotations = {one.id: altered(one, attributes=_values(at)) for at, one in enumerate(ordered[:first])}
    annotations |= {one.id: one for one in ordered[first:]}
    relations: dict[str, Relation] = {}
    taken = set(annotations)
    for one, other in _pairs(ordered):
        taken.add(id := new_id(taken, source))
        relations[id] = Relation(id, f"{one.label}_{other.label}", one.id, other.id)
    article = altered(plain.document.article, name=f"described-{plain.document.article.name}")
    document = replace(
        plain.document,
        article=article,
        annotations=MappingProxyType(annotations),
        relations=MappingProxyType(relations),
    )
    return Sample(f"{plain.name}, described", document)


def _pairs(ordered: list[Annotation]) -> Iterator[tuple[Annotation, Annotation]]:
    """Yield pairs of nearly the first tenth, each annotation with the five after it, so that it has ten relations.

    A sidecar may hold 150,000 items, and words are still to be tagged.
    """
    for at in range(len(ordered) // 10 - len(ordered) // 500):
        yield from ((ordered[at], other) for other in ordered[at + 1 : at + 1 + RELATIONS // 2])


def _values(number: int) -> MappingProxyType[str, Value]:
    made: dict[str, Value] = {}
    for at in range(ATTRIBUTES):
        day = (FIRST_DAY + timedelta(days=number + at)).isoformat()
        choice = ("high", "middle", "low")[(number + at) % 3]
        made[f"a{at}"] = (f"said {number} of {at}", 1000 * number + at, choice, bool(number % 2), day)[at % len(TYPES)]
    return MappingProxyType(made)


def _write_scheme(folder: Path) -> None:
    attributes = ", ".join(f"a{at}: {TYPES[at % len(TYPES)]}" for at in range(ATTRIBUTES))
    lines = ["format: annotation-scheme", "version: 1", "id: news-claims-1", "labels:"]
    for label, key, colour in zip(LENGTHS, KEYS, COLOURS, strict=True):
        lines.append(f'- {{id: {label}, key: {key}, colour: "{colour}", attributes: {{{attributes}}}}}')
    lines += ["relations:", *(f"- {{id: {one}_{two}, from: {one}, to: {two}}}" for one in LENGTHS for two in LENGTHS)]
    (folder / "scheme.yaml").write_text("\n".join([*lines, ""]), encoding="utf-8")
