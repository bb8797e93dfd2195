"""Rules on names and dates against short texts with and without something that does not fit."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from annotator.facts.names.findings import RULES, name_findings
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.storage.schemes.scheme_lookup import built_in_scheme

TEXTS = Path(__file__).with_name("texts")
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.85


@dataclass(frozen=True, slots=True)
class Case:
    text: str
    language: str
    rule: str

    @property
    def found(self) -> list[str]:
        """The rules that find something in the text."""
        document = Document(Article("a.txt", self.text, ""))
        return [finding.rule for finding in name_findings(document, built_in_scheme(), self.language)]


def named(case: Case) -> str:
    """The beginning of the text, as the name of a test."""
    return f"{case.rule or 'fits'}: {case.text[:40]}"


def cases() -> Iterator[Case]:
    for name in ("with.yaml", "without.yaml"):
        for given in yaml.safe_load((TEXTS / name).read_text("utf-8")):
            yield Case(given["text"], given["language"], given.get("rule", ""))


def test_there_are_texts_enough() -> None:
    counts = Counter(bool(case.rule) for case in cases())
    assert counts[True] >= 25
    assert counts[False] >= 50


def test_precision_comes_before_recall() -> None:
    tried = [(case, case.found) for case in cases()]
    right = sum(rule == case.rule for case, found in tried for rule in found)
    wrong = [(case.text, rule) for case, found in tried for rule in found if rule != case.rule]
    missed = [case.text for case, found in tried if case.rule and case.rule not in found]
    precision, recall = right / (right + len(wrong)), right / (right + len(missed))
    sys.stdout.write(f"names: precision {precision:.3f}, recall {recall:.3f}\n")
    assert precision >= LEAST_PRECISION, wrong
    assert recall >= LEAST_RECALL, missed


@pytest.mark.parametrize("case", [*cases()], ids=named)
def test_the_text(case: Case) -> None:
    assert case.found == ([case.rule] if case.rule else [])


@pytest.mark.parametrize("rule", [rule.RULE for rule in RULES])
def test_every_rule_finds_something(rule: str) -> None:
    assert any(rule in case.found for case in cases() if case.rule == rule)
