"""What differs between two documents, as a change and in words."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from hypothesis import given

from annotator.model.annotation import Annotation, Relation
from annotator.model.change import Change
from annotator.model.difference import alike, difference, in_words
from annotator.model.document import Document, Read, Status
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.translation.catalogue import Catalogue
from annotator.translation.messages import use
from tests.support.document_strategies import documents

CLAIM = Annotation("a", "claim", Span(0, 4))
SOURCE = Annotation("b", "source", Span(5, 9))
LINK = Relation("r", "attributed_to", "a", "b")


@given(before=documents(), after=documents())
def test_the_difference_makes_one_of_the_other(before: Document, after: Document) -> None:
    after = replace(after, article=before.article)
    change = difference(before, after)
    assert change.apply(before) == after
    assert change.inverse().apply(after) == before


@given(document=documents())
def test_nothing_differs_from_itself(document: Document) -> None:
    assert not difference(document, replace(document, annotations=MappingProxyType({**document.annotations})))


def test_a_number_is_not_a_truth_value() -> None:
    one, true = (altered(CLAIM, attributes={"sure": value}) for value in (1, True))
    assert one == true
    assert not alike(one, true)


class TestInWords:
    def test_nothing(self) -> None:
        assert in_words(Change()) == "Nothing"

    def test_what_was_added_and_removed_is_counted(self) -> None:
        more = altered(CLAIM, id="c")
        assert in_words(Change((SOURCE,), (CLAIM, more, LINK))) == "2 claims added, 1 relation added, 1 source removed"

    def test_what_was_altered_is_named(self) -> None:
        noted = altered(CLAIM, note="see", span=Span(0, 5))
        told = altered(SOURCE, attributes={"kind": "person"})
        assert (
            in_words(Change((CLAIM, SOURCE), (noted, told))) == "1 attribute changed, 1 note changed, 1 place changed"
        )

    def test_labels_keep_their_names_where_a_language_has_no_plural_for_them(self) -> None:
        entry = 'msgid "{count} {label} added"\nmsgid_plural "{count} {labels} added"\n'
        use(Catalogue(entry + 'msgstr[0] "{label}: {count} neu"\nmsgstr[1] "{label}: {count} neu"\n'))
        try:
            assert in_words(Change((), (CLAIM, altered(CLAIM, id="c")))) == "claim: 2 neu"
        finally:
            use()

    def test_what_there_is_one_of(self) -> None:
        change = Change((Status("new"), Read(())), (Status("done"), Read((Span(0, 4),))))
        assert in_words(change) == "reading progress changed, status changed"
