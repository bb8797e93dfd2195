"""Delivery of several documents: all of them, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.interop.handover.choices import Choices
from annotator.interop.handover.delivery import Order, deliver
from annotator.interop.handover.forms import FORMS
from annotator.interop.output import staged
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.storage.files.file_error import Problem
from tests.support.handover.checked_story import SCHEME, checked_story


class StoppedError(Exception):
    """The delivery was ended from outside."""


def entries(count: int) -> Iterator[Entry | Problem]:
    for number in range(count):
        yield Entry(f"north/bell{number}.txt", replace(checked_story(), annotator=""), SCHEME)


def order(folder: Path) -> Order:
    return Order(FORMS["html"], Choices(), folder)


def test_each_document_has_a_file_below_the_folder_of_its_article(tmp_path: Path) -> None:
    passed: list[str] = []
    with staged(tmp_path / "out", folder=True, replace=False) as output:
        done = deliver(entries(2), order(tmp_path), output, passed.append, alone=False)
    assert (done.documents, done.facts, done.evidence, done.confidential) == (2, 6, 4, 2)
    assert passed == ["north/bell0.txt", "north/bell1.txt"]
    assert sorted(path.name for path in (tmp_path / "out" / "north").iterdir()) == ["bell0.html", "bell1.html"]


def test_of_claim_reviews_only_facts_with_a_verdict_are_counted(tmp_path: Path) -> None:
    one = checked_story()
    kept = {id: altered(item, attributes={}) if id == "c1" else item for id, item in one.annotations.items()}
    entry = Entry("bell.txt", replace(one, annotations=kept), SCHEME)
    wanted = Order(FORMS["claimreview"], Choices(), tmp_path)
    with staged(tmp_path / "out", folder=True, replace=False) as output:
        done = deliver([entry], wanted, output, str, alone=False)
    assert (done.facts, done.evidence) == (1, 1)


def test_nothing_stays_where_the_delivery_is_ended_half_way(tmp_path: Path) -> None:
    def passed(path: str) -> None:
        if path == "north/bell1.txt":
            raise StoppedError

    with pytest.raises(StoppedError), staged(tmp_path / "out", folder=True, replace=False) as output:
        deliver(entries(3), order(tmp_path), output, passed, alone=False)
    assert [*tmp_path.iterdir()] == []


def test_problems_are_told_and_the_others_go_out(tmp_path: Path) -> None:
    problem = Problem(tmp_path / "bad.yaml", 3, "It is no mapping.")
    with staged(tmp_path / "out", folder=True, replace=False) as output:
        done = deliver([problem, *entries(1)], order(tmp_path), output, str, alone=False)
    assert (done.documents, done.problems) == (1, [problem])
