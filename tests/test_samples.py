"""The sample articles: what a newcomer sees first, so they must be right."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from annotator.corpus.checking.problems import Check
from annotator.model.article import Article
from annotator.model.document import DONE, Document
from annotator.storage.articles.article_reading import read_article
from annotator.storage.articles.folders import articles_in
from annotator.storage.program.resources import samples
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.storage.sidecars.sidecar_files import ReadSidecar, SidecarWriter, read_sidecar, sidecar_path

ANNOTATED = [path for path in articles_in(samples()) if sidecar_path(path).exists()]


def article(name: str) -> Article:
    return read_article(samples() / name).article


def sidecar(path: Path) -> ReadSidecar:
    return read_sidecar(sidecar_path(path), read_article(path).article)


@pytest.fixture(scope="module")
def aleppo() -> Document:
    return sidecar(samples() / "aleppo-evacuation.txt").document


def test_the_folder_looks_like_work_in_progress() -> None:
    assert len(ANNOTATED) == 4
    assert len(articles_in(samples())) >= 7


@pytest.mark.parametrize("path", articles_in(samples()), ids=lambda path: path.name)
def test_an_article_is_plain_utf_8(path: Path) -> None:
    read = read_article(path)

    assert not read.guessed
    assert path.read_bytes() == read.article.text.encode()


@pytest.mark.parametrize("path", ANNOTATED, ids=lambda path: path.name)
def test_a_sidecar_reads_without_problem_and_is_written_as_it_was(path: Path) -> None:
    read = sidecar(path)

    assert read.problems == ()
    assert SidecarWriter().data(read.document) == sidecar_path(path).read_bytes()


def test_the_scheme_allows_all_that_is_annotated() -> None:
    assert list(Check().below(samples())) == []


@pytest.mark.parametrize("path", ANNOTATED, ids=lambda path: path.name)
def test_an_annotation_begins_and_ends_with_a_word(path: Path) -> None:
    document = sidecar(path).document

    for annotation in document.in_text_order():
        words = document.words(annotation)
        assert words == words.strip()


def test_the_aleppo_sample_shows_the_whole_scheme(aleppo: Document) -> None:
    scheme = built_in_scheme()
    used = {(annotation.label, id) for annotation in aleppo.annotations.values() for id in annotation.attributes}

    assert {annotation.label for annotation in aleppo.annotations.values()} == {label.id for label in scheme.labels}
    assert {relation.type for relation in aleppo.relations.values()} == {rule.id for rule in scheme.relations}
    assert used >= {(label.id, rule.id) for label in scheme.labels for rule in label.attributes} - {("source", "link")}


def test_the_aleppo_sample_is_finished(aleppo: Document) -> None:
    assert aleppo.status.value == DONE
    assert 80 <= len(aleppo.annotations) <= 110


def test_every_cue_of_the_aleppo_sample_ties_a_claim_to_a_source(aleppo: Document) -> None:
    ends = Counter((relation.type, relation.source) for relation in aleppo.relations.values())
    reported = [item.id for item in aleppo.annotations.values() if item.attributes.get("voice", "author") != "author"]

    assert all(ends["attributed_to", id] == ends["cued_by", id] == 1 for id in reported)


def test_the_long_report_is_long() -> None:
    assert 9_500 <= len(article("harbour-report.txt").text.split()) <= 10_500


def test_the_market_sample_holds_the_characters_that_break_programs() -> None:
    text = article("night-market.txt").text

    assert any(ord(character) > 0xFFFF for character in text)
    assert any(unicodedata.combining(character) for character in text)
    assert {"\u200d", "\u00a0", "“", "‘", "\U0001f3fd"} <= set(text)


def test_the_arabic_sample_mixes_directions() -> None:
    directions = {unicodedata.bidirectional(character) for character in article("old-town-flood.txt").text}

    assert {"AL", "L", "EN"} <= directions
