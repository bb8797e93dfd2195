"""Names by capitals and titles: each rule with an example and a counter-example."""

from __future__ import annotations

import pytest

from annotator.facts.names.rows import NameRow, name_rows
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.storage.schemes.scheme_lookup import built_in_scheme


def rows(text: str, language: str = "en") -> list[NameRow]:
    return name_rows(Document(Article("a.txt", text, "")), built_in_scheme(), language)


def told(text: str, language: str = "en") -> str:
    return ", ".join(f"{row.name} ({row.kind})" for row in rows(text, language))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # beginnings of sentences
        ("Farmers blocked the road. They left.", ""),
        ("Then Reiff left. Reiff smiled.", "Reiff (unknown)"),
        ("Reiff smiled.", ""),
        ("Nearby Norhaven slept. The nearby hills did too.", "Norhaven (unknown)"),
        ("He said: “Fog came, and Reiff left.”", "Reiff (unknown)"),
        # small words and hyphens inside names
        (
            "We met Staffan de Mistura and Khalid bin Said there.",
            "Staffan de Mistura (unknown), Khalid bin Said (unknown)",
        ),
        ("They praised Anna van der Berg.", "Anna van der Berg (unknown)"),
        ("They saw Karim al-Haddad and a UN-backed, Selby-style plan.", "Karim al-Haddad (unknown)"),
        ("We saw Jean-Luc Port-Royal again.", "Jean-Luc Port-Royal (unknown)"),
        # initials
        ("They asked J. R. Hale and Dana M. Reiff.", "J. R. Hale (person), Dana M. Reiff (person)"),
        ("Then I left, and I am glad.", ""),
        # titles and offices
        ("Yesterday President Karim al-Haddad left.", "Karim al-Haddad (person)"),
        ("Yesterday US Secretary of State John Hale left.", "John Hale (person)"),
        ("A visit by Secretary for Trade and Industry Ada Lund.", "Ada Lund (person)"),
        ("He asked deputy mayor Dana Reiff.", "Dana Reiff (person)"),
        ("He asked Mr. Hale.", "Hale (person)"),
        ("He asked the Prime Minister.", "Prime Minister (title)"),
        ("They live in King Street near the General Assembly.", "King Street (place), General Assembly (organisation)"),
        # persons by what stands beside them
        ("It was late, said Dana Reiff.", "Dana Reiff (person)"),
        ("It was late, said Hill Street.", "Hill Street (place)"),
        ("They asked Dana Reiff, 45, again.", "Dana Reiff (person)"),
        # bodies and places
        (
            "They asked the Committee of the Red Cross in Selby.",
            "Committee of the Red Cross (organisation), Selby (place)",
        ),
        ("They asked the Ministry of Trade and Industry.", "Ministry of Trade and Industry (organisation)"),
        (
            "They asked the Council of Norhaven and Dana Reiff.",
            "Council of Norhaven (organisation), Dana Reiff (unknown)",
        ),
        ("They asked the UN and the EU at 5 p.m. GMT.", "UN (organisation), EU (organisation)"),
        ("They blamed Russia. They met Jordan Hale.", "Russia (place), Jordan Hale (unknown)"),
        # peoples, days, months
        ("The Syrian and French troops left on Monday in May.", ""),
        ("On Thursday Reiff met Jan Hale.", "Reiff (unknown), Jan Hale (unknown)"),
        # headlines
        ("Harbour Wall Shut For Another Week\n\nThe wall at Selby is shut.", "Selby (unknown)"),
        ("REIFF SHUTS HARBOUR WALL AGAIN\n\nThey asked Reiff.", "Reiff (unknown)"),
        ("REIFF SHUTS OLD WALL AGAIN.\n\nThey asked Reiff.", "Reiff (unknown)"),
        ("Selby Wall Shut For Another Week\n\nThe wall in Selby is shut.", "Selby (place)"),
    ],
)
def test_english(text: str, names: str) -> None:
    assert told(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gestern sprach Bürgermeisterin Dana Reiff mit Herrn Hale.", "Dana Reiff (person), Hale (person)"),
        ("„Es ist spät“, sagte Dana Reiff. Später ging Reiff.", "Dana Reiff (person)"),
        ("Dana Reiff (45) kam zu spät.", "Dana Reiff (person)"),
        ("Die Stadt gab Kindern Milch und Familien Holz.", ""),
        ("Der Hafen liegt im Norden; Ende Januar Schnee.", ""),
        ("Der Hafenrat tagte. Spät sagte Hafenrat Jonas etwas.", ""),
        ("Die Regierung Reiff sagte nichts.", ""),
        ("Herr Bürgermeister Jonas von der Heide kam.", "Jonas von der Heide (person)"),
    ],
)
def test_german_takes_only_what_is_sure(text: str, names: str) -> None:
    assert told(text, "de") == names


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Hier, le président Luc Fontaine a vu M. Vidal à l’Élysée.", "Luc Fontaine, Vidal, Élysée"),
        ("fr", "Les pêcheurs de la baie sont partis jeudi en mai.", ""),
        ("es", "Ayer la alcaldesa Irene Soto habló con Juan de la Cruz.", "Irene Soto, Juan de la Cruz"),
        ("es", "Los vecinos del puerto salieron el jueves.", ""),
        ("pl", "Wczoraj Dana Reiff była w Selby.", ""),
        ("ar", "قال يوسف الحداد إن الجسر مغلق.", ""),
        ("zh", "港务局说桥已关闭。", ""),
    ],
)
def test_other_languages(language: str, text: str, names: str) -> None:
    assert ", ".join(row.name for row in rows(text, language)) == names


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Then Dana Reiff came. Reiff said no.", "Dana Reiff: Dana Reiff, Reiff"),
        (
            "We saw Dana Reiff, 45, and Tom Reiff, 9. Reiff said no.",
            "Dana Reiff: Dana Reiff; Tom Reiff: Tom Reiff; Reiff: Reiff",
        ),
        ("Then President Karim al-Haddad came. Haddad said no.", "Karim al-Haddad: Karim al-Haddad, Haddad"),
        ("The Programme Board met. Nobody told the Board.", "Programme Board: Programme Board, Board"),
        (
            "The Harbour Board and the School Board met the Board.",
            "Harbour Board: Harbour Board; School Board: School Board; Board: Board",
        ),
        (
            "The Selby Harbour Authority (SHA) met. Ask the SHA.",
            "Selby Harbour Authority: SHA, Selby Harbour Authority",
        ),
        ("The Port of Norhaven is near. We like Norhaven.", "Port of Norhaven: Port of Norhaven; Norhaven: Norhaven"),
        ("They met Jared Hale. The bank said Hale knew.", "Jared Hale: Jared Hale, Hale"),
        ("They met Jared Hale. Nobody knew Jared.", "Jared Hale: Jared Hale; Jared: Jared"),
        ("They met Mayor Dana Reiff. Nobody knew Dana.", "Dana Reiff: Dana Reiff, Dana"),
        ("They met at Selby Lock. Nobody knew Selby.", "Selby Lock: Selby Lock; Selby: Selby"),
        ("They met the Democrat Nancy Hale.", "Nancy Hale: Nancy Hale"),
        ("We flew from North Korea to Korea.", "North Korea: North Korea; Korea: Korea"),
        ("On 12 January 2022 and on January 12, 2022, it froze.", "12 January 2022: 12 January 2022, January 12, 2022"),
    ],
)
def test_short_forms_go_to_the_only_name_they_can_be_of(text: str, forms: str) -> None:
    told = (f"{row.name}: {', '.join(variant.written for variant in row.variants)}" for row in rows(text))
    assert "; ".join(told) == forms


def test_titles_are_told_and_every_place_is_that_of_the_name() -> None:
    text = "Mayor Dana Reiff came. Asked by the mayor, Mr Hale left. Dana Reiff stayed."
    first, second = rows(text)
    assert (first.titles, second.titles) == (("Mayor",), ("Mr",))
    assert [place.span.of(text) for place in first.places] == ["Dana Reiff", "Dana Reiff"]


def test_without_a_code_the_small_words_tell_the_language() -> None:
    english = "The wall at the harbour was shut, and they saw Dana Reiff on the way to the town."
    german = "Die Mauer an dem Hafen ist zu, sagte Dana Reiff, und der Weg auf den Berg ist es auch."
    assert told(english, "") == "Dana Reiff (unknown)"
    assert told(german, "") == "Dana Reiff (person)"
    assert told("Norhaven, Selby, Dana Reiff", "") == ""
