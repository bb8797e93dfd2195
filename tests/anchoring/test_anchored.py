"""Documents whose articles have changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from annotator.anchoring.accepting import accept
from annotator.anchoring.anchored import Anchored, anchored, read_document
from annotator.anchoring.verdicts import CHANGED, LOST, SAME, Place
from annotator.model.annotation import Annotation, Excerpt
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.storage.articles.article_reading import read_article
from annotator.storage.saving.kept_texts import keep_text
from annotator.storage.sidecars.sidecar_files import SidecarWriter

OLD = (
    "The mayor resigned on Monday after the vote. About 40 people were in the hall. It was raining all day. "
    "The ferry runs every 30 minutes. Nobody was hurt when the crane came down.\n"
)
NEW = "Late news. " + OLD.replace("40 people", "45 people").replace("The ferry runs every 30 minutes. ", "")
MARKED = {"kept": "resigned on Monday", "edited": "40 people", "gone": "every 30 minutes"}


def marked(text: str) -> Document:
    items = {}
    for id, words in MARKED.items():
        start = text.index(words)
        items[id] = Annotation(id, "claim", Span(start, start + len(words)))
    return Document(
        Article.of("story.txt", text), MappingProxyType(items), read=(Span(0, text.index("The ferry") - 1),)
    )


def outdated(text: str = NEW) -> Document:
    """The document as it is read when its article has changed to ``text``."""
    old = marked(OLD)
    items = {id: altered(item, displaced=_excerpt(item.span)) for id, item in old.annotations.items()}
    return replace(old, article=Article.of("story.txt", text), annotations=MappingProxyType(items))


def _excerpt(span: Span) -> Excerpt:
    before, after = OLD[max(0, span.start - 32) : span.start], OLD[span.end : span.end + 32]
    return Excerpt(span.of(OLD), before, after, sha256=Article.of("", OLD).sha256)


def verdicts(done: Anchored) -> dict[str, str]:
    return {id: place.verdict for id, place in done.places.items()}


def old_text(sha256: str) -> str | None:
    return OLD if sha256 == Article.of("", OLD).sha256 else None


def no_text(sha256: str) -> str | None:
    return None


@pytest.fixture(params=[old_text, no_text], ids=["with the old text", "without it"])
def done(request: pytest.FixtureRequest) -> Anchored:
    return anchored(outdated(), request.param, Article.of("", OLD).sha256)


def test_only_the_same_are_given_their_places(done: Anchored) -> None:
    kept = done.document.annotations["kept"]
    assert kept.displaced is None
    assert kept.span.of(NEW) == MARKED["kept"]
    assert done.same == ("kept",)


def test_the_others_keep_what_the_file_says_with_the_verdict(done: Anchored) -> None:
    assert verdicts(done) == {"edited": CHANGED, "gone": LOST}
    for id, verdict in verdicts(done).items():
        before, after = outdated().annotations[id], done.document.annotations[id]
        assert before.displaced is not None
        assert after == altered(before, displaced=altered(before.displaced, verdict=verdict))


def test_a_proposal_is_where_the_words_would_be(done: Anchored) -> None:
    span = done.places["edited"].span
    assert span is not None
    assert span.of(NEW) == "45 people"


def test_only_sentences_that_stand_as_they_were_have_been_read() -> None:
    done = anchored(outdated(), old_text, Article.of("", OLD).sha256)
    assert [span.of(NEW) for span in done.document.read] == [
        "The mayor resigned on Monday after the vote.",
        "It was raining all day.",
    ]


def test_without_the_old_text_nothing_has_been_read() -> None:
    assert anchored(outdated(), no_text, Article.of("", OLD).sha256).document.read == ()


def test_an_unchanged_document_is_left_alone() -> None:
    document = marked(OLD)
    assert anchored(document, no_text, document.article.sha256) == Anchored(document)


def test_words_that_were_wrong_before_the_change_are_looked_for_by_their_quote() -> None:
    document = outdated()
    item = document.annotations["kept"]
    items = {"kept": altered(item, span=Span(0, 5))}
    done = anchored(replace(document, annotations=MappingProxyType(items)), old_text)
    assert done.document.annotations["kept"].words(NEW) == MARKED["kept"]


def test_an_article_changed_back_has_its_annotations_again() -> None:
    judged = anchored(outdated(), old_text).document
    sha256 = Article.of("", OLD).sha256
    items = {id: _as_read(item, sha256) for id, item in judged.annotations.items()}
    back = replace(judged, article=Article.of("story.txt", OLD), annotations=MappingProxyType(items))
    texts = {sha256: OLD, Article.of("", NEW).sha256: NEW}
    assert anchored(back, texts.get, Article.of("", NEW).sha256).document.annotations == marked(OLD).annotations


def _as_read(item: Annotation, sha256: str) -> Annotation:
    """As the sidecar that was saved for the changed article is read for the old one."""
    if item.displaced:
        return altered(item, displaced=altered(item.displaced, sha256=""))
    span = item.span
    before, after = NEW[max(0, span.start - 32) : span.start], NEW[span.end : span.end + 32]
    return altered(item, displaced=Excerpt(span.of(NEW), before, after, sha256=Article.of("", NEW).sha256))


@pytest.mark.parametrize("keep", [True, False])
def test_a_sidecar_of_a_changed_article(tmp_path: Path, keep: bool) -> None:
    article, sidecar = tmp_path / "story.txt", tmp_path / "story.annotations.yaml"
    sidecar.write_bytes(SidecarWriter().data(marked(OLD)))
    if keep:
        keep_text(tmp_path, Article.of("story.txt", OLD))
    article.write_text(NEW, encoding="utf-8")
    read = read_document(sidecar, read_article(article).article)

    assert read.same == ("kept",)
    assert [(problem.line, problem.sentence.split(": ")[1]) for problem in read.problems] == [
        (
            read.lines["edited"],
            "its words have changed, to “45 people”. Open the article to accept, select anew or drop it.",
        ),
        (read.lines["gone"], "its words are gone. Open the article to accept, select anew or drop it."),
    ]
    assert sidecar.read_bytes() == SidecarWriter().data(marked(OLD))


def test_what_is_written_is_read_again_as_it_was(tmp_path: Path) -> None:
    article, sidecar = tmp_path / "story.txt", tmp_path / "story.annotations.yaml"
    article.write_text(NEW, encoding="utf-8")
    keep_text(tmp_path, Article.of("story.txt", OLD))
    sidecar.write_bytes(SidecarWriter().data(marked(OLD)))
    first = read_document(sidecar, read_article(article).article)
    sidecar.write_bytes(SidecarWriter().data(first.document))
    second = read_document(sidecar, read_article(article).article)

    assert second.document == first.document
    assert second.places == first.places
    assert second.same == ()


def test_accepting_is_a_change_that_can_be_taken_back() -> None:
    done = anchored(outdated(), old_text)
    change = accept(done.document, ["edited", "gone"], done.places, now="2026-11-22T06:21:20Z")
    after = change.apply(done.document)

    assert after.annotations["edited"].words(NEW) == "45 people"
    assert after.annotations["edited"].displaced is None
    assert after.annotations["edited"].modified == "2026-11-22T06:21:20Z"
    assert after.annotations["gone"] == done.document.annotations["gone"]
    assert change.inverse().apply(after) == done.document


def test_the_same_label_is_never_put_on_the_same_span_twice() -> None:
    done = anchored(outdated(), old_text)
    there = Place(SAME, done.document.annotations["kept"].span)
    assert not accept(done.document, ["edited"], {"edited": there}, now="")
    both = {"edited": Place(CHANGED, Span(0, 4)), "gone": Place(CHANGED, Span(0, 4))}
    assert len(accept(done.document, ["edited", "gone"], both, now="").added) == 1


def test_a_place_past_the_end_of_the_article_is_refused() -> None:
    done = anchored(outdated(), old_text)
    with pytest.raises(ValueError, match="characters"):
        accept(done.document, ["edited"], {"edited": Place(CHANGED, Span(0, 10_000))}, now="")


@pytest.mark.parametrize("said", [True, False])
def test_the_length_that_the_sidecar_says_shows_where_a_lone_word_stands(tmp_path: Path, said: bool) -> None:
    long = (
        "When the ferry of the old harbour company came back from the yard with its pumps mended nobody was waiting.\n"
    )
    old = f"{OLD}{long}"
    span = Span(old.index("company"), old.index("company") + len("company"))
    document = Document(Article.of("story.txt", old), MappingProxyType({"one": Annotation("one", "source", span)}))
    data = SidecarWriter().data(document)
    article, sidecar = tmp_path / "story.txt", tmp_path / "story.annotations.yaml"
    sidecar.write_bytes(data if said else data.replace(f"  length: {len(old)}\n".encode(), b""))
    article.write_text(
        f"First the weather: it will rain until Friday in the whole of the county. {old}", encoding="utf-8"
    )
    read = read_document(sidecar, read_article(article).article)
    assert read.same == (("one",) if said else ())
