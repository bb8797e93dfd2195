"""DocBin files, read by spaCy and fed to its own training corpus."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given

from annotator.interop.formats.spacy_docbin import docs as spacy_docs
from annotator.interop.formats.spacy_docbin import format as spacy_docbin
from annotator.interop.options import Options
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.document_strategies import documents
from tests.support.hard_entries import LATIN, annotation, document, exported, hard_entries
from tests.support.running.examples import examples


@pytest.fixture(scope="module", autouse=True)
def needs_spacy() -> None:
    """Skip where it is not installed; imported with the first test, not while tests are collected."""
    spacy()


def spacy() -> Any:
    return pytest.importorskip("spacy")


def docs(file: Path) -> list[Any]:
    """As spaCy reads them, with a vocabulary that knows nothing of ours."""
    return list(spacy().tokens.DocBin().from_disk(file).get_docs(spacy().vocab.Vocab()))


def entry_of(text: str, *items: Annotation) -> Entry:
    return Entry("a.txt", document("a.txt", text, *items), built_in_scheme())


def test_spacy_finds_every_annotation(tmp_path: Path) -> None:
    report = exported("spacy", tmp_path)
    assert report.is_whole
    assert not report.not_carried
    for entry, doc in zip(hard_entries(), docs(tmp_path / "annotations.spacy"), strict=True):
        assert doc.text == entry.text
        found = [(span.id_, span.label_, span.start_char, span.end_char, span.text) for span in doc.spans["sc"]]
        assert found == [
            (item.id, item.label, item.span.start, item.span.end, item.span.of(entry.text))
            for item in entry.annotations
        ]


def test_what_overlaps_nothing_is_an_entity_and_the_rest_unknown(tmp_path: Path) -> None:
    exported("spacy", tmp_path)
    doc = docs(tmp_path / "annotations.spacy")[0]
    assert [(entity.label_, entity.text) for entity in doc.ents] == [
        ("part", "Thousands leave Aleppo 👩‍👩‍👧"),
        ("cue", "said"),
        ("claim", "it says =1+1"),
    ]
    known = {token.text: token.ent_iob_ for token in doc}
    assert (known["people"], known["Maurer"], known["ampersand"], known["says"]) == ("", "", "O", "I")


def test_two_that_lie_in_a_third_are_no_entities(tmp_path: Path) -> None:
    words = ["Some 40,000 people left", "40,000", "left", "said"]
    items = [annotation(f"i{at}", "claim", LATIN, word) for at, word in enumerate(words)]
    exported("spacy", tmp_path, entries=[entry_of(LATIN, *items)])
    (doc,) = docs(tmp_path / "annotations.spacy")
    assert [entity.text for entity in doc.ents] == ["said"]
    assert [token.text for token in doc if not token.ent_iob] == words[0].split()


def test_attributes_notes_and_relations_are_in_the_user_data(tmp_path: Path) -> None:
    exported("spacy", tmp_path)
    for entry, doc in zip(hard_entries(), docs(tmp_path / "annotations.spacy"), strict=True):
        said = doc.user_data["annotator"]
        assert said["path"] == entry.path
        notes = {item["id"]: item.get("note", "") for item in said["annotations"]}
        assert notes == {item.id: item.note for item in entry.annotations}
        for item in said["annotations"]:
            ours = entry.document.annotations[item["id"]]
            assert item.get("attributes", {}) == {
                key: tuple(value) if isinstance(value, list) else value for key, value in ours.attributes.items()
            }
            assert item.get("text") is None
        links = [(link["id"], link["type"], link["from"], link["to"]) for link in said["relations"]]
        assert links == [(link.id, link.type, link.source, link.target) for link in entry.relations]


def test_the_training_corpus_of_spacy_takes_it(tmp_path: Path) -> None:
    from spacy.training.corpus import Corpus

    splits = {"aleppo.txt": "train", "news/arabic.txt": "dev", "chinese.md": "test", "empty.txt": "train"}
    exported("spacy", tmp_path, Options(splits=splits))
    assert {file.name for file in tmp_path.iterdir()} == {"train.spacy", "dev.spacy", "test.spacy"}
    examples = list(Corpus(tmp_path / "train.spacy")(spacy().blank("xx")))
    assert [example.reference.user_data["annotator"]["split"] for example in examples] == ["train", "train"]
    assert len(examples[0].get_aligned_spans_y2x(examples[0].reference.spans["sc"], allow_overlap=True)) == 10


def test_much_comes_in_several_files_that_the_corpus_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from spacy.training.corpus import Corpus

    monkeypatch.setattr(spacy_docbin, "MOST_TOKENS", 20)
    exported("spacy", tmp_path)
    names = sorted(file.name for file in (tmp_path / "annotations").iterdir())
    assert names == ["0001.spacy", "0002.spacy", "0003.spacy"]
    examples = Corpus(tmp_path / "annotations")(spacy().blank("xx"))
    assert [example.reference.text for example in examples] == [entry.text for entry in hard_entries()]


def test_a_number_with_too_many_digits_is_reported(tmp_path: Path) -> None:
    items = [
        annotation("a", "figure", LATIN, "Some", value=Decimal("3.14159265358979323846")),
        annotation("b", "figure", LATIN, "40,000", value=Decimal("1e999")),
        annotation("c", "figure", LATIN, "people", value=Decimal("1.50")),
    ]
    report = exported("spacy", tmp_path, entries=[entry_of(LATIN, *items)])
    assert [(loss.id, loss.why) for loss in report.losses] == [(id, spacy_docs.INEXACT) for id in "ab"]
    (doc,) = docs(tmp_path / "annotations.spacy")
    values = [item["attributes"]["value"] for item in doc.user_data["annotator"]["annotations"]]
    assert values == [3.141592653589793, "1E+999", 1.5]


def test_blanks_and_parts_of_words_keep_their_places(tmp_path: Path) -> None:
    text = " One  unbelievable two\n\n three "
    places = [(0, 1), (4, 5), (4, 6), (1, 6), (8, 14), (18, 19), (18, 23), (22, 24), (23, 25), (30, 31), (0, 31)]
    items = [Annotation(f"i{at:02}", "cue", Span(*place)) for at, place in enumerate(places)]
    exported("spacy", tmp_path, entries=[entry_of(text, *items)])
    (doc,) = docs(tmp_path / "annotations.spacy")
    assert doc.text == text
    assert sorted((span.start_char, span.end_char) for span in doc.spans["sc"]) == sorted(places)


def test_an_empty_article_is_an_empty_doc(tmp_path: Path) -> None:
    exported("spacy", tmp_path, entries=[entry_of(""), entry_of("One.")])
    assert [doc.text for doc in docs(tmp_path / "annotations.spacy")] == ["", "One."]


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        exported("spacy", tmp_path / name)
    one, two = ((tmp_path / name / "annotations.spacy").read_bytes() for name in ("one", "two"))
    assert one == two


@examples(1 / 3)
@given(documents())
def test_spacy_takes_any_document(drawn: Document) -> None:
    entry = Entry("a.txt", drawn, built_in_scheme())
    with TemporaryDirectory() as folder:
        exported("spacy", Path(folder, "out"), entries=[entry])
        (doc,) = docs(Path(folder, "out", "annotations.spacy"))
    assert doc.text == entry.text
    kept = [item for item in entry.annotations if not item.displaced]
    assert [(span.id_, span.label_, span.text) for span in doc.spans["sc"]] == [
        (item.id, item.label, item.span.of(entry.text)) for item in kept
    ]
