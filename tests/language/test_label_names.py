"""Names of attributes as the window shows them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from annotator.language.label_names import attribute_name, name_in_sentence
from annotator.model.scheme import AttributeRule
from annotator.storage.program.resources import resource
from annotator.translation.catalogue import read_catalogue
from annotator.translation.messages import use

LINKS, WORDS = AttributeRule("evidence", "link", many=True), AttributeRule("evidence", "text")


@pytest.fixture
def german() -> Iterator[None]:
    use(read_catalogue(resource("languages/de.po")), language="de")
    yield
    use()


def test_links_for_evidence_say_that_they_are_links() -> None:
    assert (attribute_name(LINKS), name_in_sentence(LINKS)) == ("Evidence links", "evidence links")
    assert (attribute_name(WORDS), name_in_sentence(WORDS)) == ("Evidence", "evidence")
    assert name_in_sentence(AttributeRule("checked_on", "date")) == "checked on"


@pytest.mark.usefixtures("german")
def test_a_noun_has_its_capital_in_a_german_sentence() -> None:
    assert name_in_sentence(LINKS) == "Beleg-Links"
