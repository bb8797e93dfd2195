"""Our reader of catalogues agrees with Babel's, and translates as gettext does."""

from __future__ import annotations

import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from hypothesis import given
from hypothesis import strategies as st

from annotator.translation import messages
from annotator.translation.catalogue import Catalogue

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from('\n\t"\\'), min_size=1)
PLAIN = WORDS.filter(lambda text: "\u2028" not in text and "\u2029" not in text and "\x85" not in text)


def source_of(catalog: Catalog) -> str:
    written = io.BytesIO()
    write_po(written, catalog, width=0)
    return written.getvalue().decode("utf-8")


@given(st.dictionaries(PLAIN, PLAIN, max_size=5))
def test_what_babel_writes_is_read_back(texts: dict[str, str]) -> None:
    catalog = Catalog(locale="de")
    for message, translation in texts.items():
        catalog.add(message, translation)
    catalogue = Catalogue(source_of(catalog))
    assert {message: catalogue.text(message) for message in texts} == texts


def test_one_word_is_translated_by_its_context() -> None:
    catalog = Catalog(locale="de")
    catalog.add("Open", "Öffnen", context="verb")
    catalog.add("Open", "Offen")
    catalogue = Catalogue(source_of(catalog))
    assert (catalogue.text("Open", "verb"), catalogue.text("Open")) == ("Öffnen", "Offen")


@pytest.mark.parametrize(
    ("count", "form"), [(0, "zero"), (1, "one"), (2, "two"), (5, "few"), (11, "many"), (100, "other")]
)
def test_the_form_of_a_plural_goes_by_the_rule_of_its_language(count: int, form: str) -> None:
    catalog = Catalog(locale="ar")
    catalog.add(("file", "files"), ("zero", "one", "two", "few", "many", "other"))
    assert Catalogue(source_of(catalog)).plural("file", "files", count) == form


def test_without_a_translation_the_english_stays() -> None:
    catalog = Catalog(locale="de")
    catalog.add(("file", "files"))
    catalog.add("Open")
    catalogue = Catalogue(source_of(catalog))
    assert catalogue.text("Open") == "Open"
    assert [catalogue.plural("file", "files", count) for count in (1, 2)] == ["file", "files"]


def test_without_a_language_messages_stay_as_they_are() -> None:
    assert messages._("Open") == "Open"
    assert [messages.ngettext("file", "files", count) for count in (0, 1, 2)] == ["files", "file", "files"]
    assert messages.number(12045) == "12,045"
