"""The card: opened by its key, and the next one, in a large article, in the real window.

Each claim has a source, a cue and figures, and the article as many annotations as the large one. Going to the next
annotation with Details in the card's place is what going to the next card is compared with. A card is open when it is
painted with its sentence, its values and its relations; in the frames after that the slots of the check follow below,
the text moves aside, and what says the same elsewhere is shown.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model.annotation import Annotation, Relation
from annotator.model.ids import new_id
from annotator.model.items import altered
from tests.benchmarks.screen import FirstPicture, drawn
from tests.benchmarks.subjects import Window, wait_until
from tests.benchmarks.table import Row
from tests.benchmarks.texts import Sample
from tests.benchmarks.timing import Times

FRAME, FIGURES = 16, 3
"""Milliseconds of a frame; figures of each claim."""
ALT = Qt.KeyboardModifier.AltModifier


def cards(large: Sample, times: int) -> Iterator[Row]:
    """Open and leave so many cards in the large article, go to as many next ones, and as many next annotations."""
    related = _related(large)
    with tempfile.TemporaryDirectory() as name:
        window = Window(Path(name), [related])
        window.open(related)
        window.rest()
        window.window.activateWindow()
        claims = [it for it in related.document.in_text_order() if it.label == "claim"][: times + 2]
        window.session.select(claims[0].id, show=True)
        walked = _walk(window, times)
        (opened, all), turned = _open(window, claims, times), _turn(window, claims, times)
        window.close()
    yield Row("card opened, p95", large.name, opened.cpu_p95, limit=FRAME)
    yield Row("card opened, median", large.name, opened.cpu_median)
    yield Row("card opened, and all that follows, median", large.name, all.cpu_median)
    yield Row("next card, median", large.name, turned.cpu_median, walked.cpu_median, other_name="next annotation")


def _open(window: Window, claims: list[Annotation], times: int) -> tuple[Times, Times]:
    """Open cards by the key, after a first one, of which the parts are made.

    Return the times until a card is painted, and until all that follows is.
    """
    opened, all = Times(), Times()
    for place, claim in enumerate(claims[: times + 1]):
        window.session.select(claim.id, show=True)
        window.view.setFocus()
        window.rest()
        if place:
            began, picture = time.thread_time(), FirstPicture(_card(window))
            all.measure(lambda: _press_and_settle(window.view, Qt.Key.Key_K))
            opened.cpu.append(1000 * (picture.cpu - began))
        else:
            _press(window.view, Qt.Key.Key_K)
        wait_until(lambda: _card(window).isVisible())
        _press(_card(window), Qt.Key.Key_Escape)
        window.rest()
    return opened, all


def _turn(window: Window, claims: list[Annotation], times: int) -> Times:
    measured = Times()
    window.session.select(claims[0].id, show=True)
    window.view.setFocus()
    _press(window.view, Qt.Key.Key_K)
    for _time in range(times):
        window.rest()
        measured.measure(lambda: _press(QApplication.focusWidget(), Qt.Key.Key_Down, ALT))
    _press(_card(window), Qt.Key.Key_Escape)
    return measured


def _walk(window: Window, times: int) -> Times:
    measured = Times()
    window.view.setFocus()
    for _time in range(times):
        window.rest()
        measured.measure(lambda: _press(window.view, Qt.Key.Key_Tab))
    return measured


def _press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, held)
    drawn()


def _press_and_settle(widget: QWidget, key: Qt.Key) -> None:
    _press(widget, key)
    for _time in range(3):
        drawn()


def _card(window: Window) -> QWidget:
    found: QWidget = window.window.findChild(QWidget, "cardPanel")
    return found


def _related(plain: Sample) -> Sample:
    """Return the article with relations between neighbours: of each claim to a source, a cue and figures."""
    source, ordered = random.Random(5), plain.document.in_text_order()
    relations: dict[str, Relation] = {}
    for place, claim in enumerate(ordered):
        if claim.label != "claim":
            continue
        near = ordered[place + 1 : place + 20]
        for type, label, most in (
            ("attributed_to", "source", 1),
            ("cued_by", "cue", 1),
            ("quantifies", "figure", FIGURES),
        ):
            for other in [it for it in near if it.label == label][:most]:
                ends = (other.id, claim.id) if type == "quantifies" else (claim.id, other.id)
                id = new_id(relations, source)
                relations[id] = Relation(id, type, *ends)
        if len(relations) > 2000:
            break
    article = altered(plain.document.article, name=f"related-{plain.document.article.name}")
    document = replace(plain.document, article=article, relations=MappingProxyType(relations))
    return Sample(f"{plain.name}, related", document)
