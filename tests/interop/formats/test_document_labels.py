"""A class for a whole article, as credible or mixed: a document label in every format that has one, and back."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.interop.format import ARTICLE, Format
from annotator.interop.incoming.document_labels import with_labels
from annotator.interop.registry import format_named, formats
from annotator.interop.report import Report
from annotator.model.entry import Entry
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.hard_entries import LATIN, annotation, document, exported

SCHEME = built_in_scheme()
FORMATS = [pytest.param(format, id=format.name) for format in formats() if format.write and format.read]
LABELLED = ("jsonl", "doccano", "prodigy", "label-studio", "bioc", "web-annotation")


def labelled(verdict: str = "mixed") -> Entry:
    made = document("aleppo.txt", LATIN, annotation("c1", "claim", LATIN, "Some 40,000 people left"), annotator="alice")
    about: dict[str, Any] = {"attributes": {"verdict": verdict, "outlet": "Courier"}}
    return Entry("aleppo.txt", replace(made, article_extra=about), SCHEME)


def record(name: str, target: Path) -> dict[str, Any]:
    exported(name, target, entries=[labelled()])
    found: dict[str, Any] = json.loads(target.read_text("utf-8").splitlines()[0])
    return found


@pytest.mark.parametrize("format", FORMATS)
def test_it_comes_back_or_its_loss_is_named(tmp_path: Path, format: Format) -> None:
    target = tmp_path / f"out{format.suffix}"
    report = exported(format.name, target, entries=[labelled()])
    assert (format.name in LABELLED) == (ARTICLE not in report.not_carried) or format.name == "refi-qda"
    if format.name in LABELLED and format.read:
        [incoming] = format.read(target, Report())
        about = with_labels(incoming.article, incoming.labels, SCHEME)
        assert about == {"attributes": {"verdict": "mixed", "outlet": "Courier"}}


def test_a_cas_has_it_as_a_named_value_of_the_document(tmp_path: Path) -> None:
    exported("cas-xmi", tmp_path / "out", entries=[labelled()])
    cas = format_named("cas-xmi")
    assert cas
    assert cas.read
    report = Report()
    [incoming] = cas.read(tmp_path / "out", report)
    assert incoming.labels == ("mixed",)
    assert not report.notes
    types = (tmp_path / "out" / "TypeSystem.xml").read_text("utf-8")
    assert "metadata.type.MetaDataStringField" in types


def test_doccano_has_it_as_the_label_of_the_whole_text(tmp_path: Path) -> None:
    assert record("doccano", tmp_path / "out.jsonl")["cats"] == ["mixed"]


def test_prodigy_has_it_as_the_accepted_option(tmp_path: Path) -> None:
    task = record("prodigy", tmp_path / "out.jsonl")
    assert task["accept"] == ["mixed"]
    assert [option["id"] for option in task["options"]] == ["unrated", "credible", "mixed", "not-credible"]


def test_spacy_has_it_as_a_category(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    exported("spacy", tmp_path / "out", entries=[labelled()])
    [file] = (tmp_path / "out").glob("*.spacy")
    [doc] = spacy.tokens.DocBin().from_disk(file).get_docs(spacy.blank("xx").vocab)
    assert doc.cats == {"unrated": 0.0, "credible": 0.0, "mixed": 1.0, "not-credible": 0.0}


def test_label_studio_has_it_as_a_choice_for_the_text(tmp_path: Path) -> None:
    exported("label-studio", tmp_path / "out", entries=[labelled()])
    [task] = json.loads((tmp_path / "out" / "tasks.json").read_text("utf-8"))
    [result] = [item for item in task["annotations"][0]["result"] if item.get("from_name") == "article.verdict"]
    assert (result["type"], result["value"]) == ("choices", {"choices": ["mixed"]})
    assert 'Choices name="article.verdict"' in (tmp_path / "out" / "config.xml").read_text("utf-8")


def test_tei_has_it_as_the_class_of_the_text(tmp_path: Path) -> None:
    exported("tei", tmp_path / "out", entries=[labelled()])
    xml = (tmp_path / "out" / "aleppo.alice.xml").read_text("utf-8")
    assert '<textClass><classCode scheme="#article" n="verdict">mixed</classCode></textClass>' in xml
    assert 'taxonomy xml:id="article"' in xml


def test_tables_have_a_column_for_it(tmp_path: Path) -> None:
    exported("csv", tmp_path / "csv", entries=[labelled()])
    with (tmp_path / "csv" / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert row["class_verdict"] == "mixed"
    exported("huggingface", tmp_path / "hf", entries=[labelled()])
    [file_of_rows] = (tmp_path / "hf" / "data").glob("*.jsonl")
    assert json.loads(json.loads(file_of_rows.read_text("utf-8"))["document_labels"]) == ["mixed"]


def test_a_label_changed_elsewhere_replaces_the_one_that_was_exported() -> None:
    known = {"attributes": {"verdict": "credible", "outlet": "Courier"}}
    assert with_labels(known, ["mixed"], SCHEME) == {"attributes": {"verdict": "mixed", "outlet": "Courier"}}


def test_labels_that_no_attribute_has_stand_under_class() -> None:
    assert with_labels({}, ["sport"], SCHEME) == {"attributes": {"class": "sport"}}
    assert with_labels({}, ["sport", "mixed", "local"], SCHEME) == {
        "attributes": {"class": ["sport", "local"], "verdict": "mixed"}
    }
    assert with_labels({"origin": {"file": "a"}}, [], SCHEME) == {"origin": {"file": "a"}}
