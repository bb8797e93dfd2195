"""Words in quotation marks, once."""

from __future__ import annotations

import pytest

from annotator.language.quoted_words import quoted, without_marks
from annotator.translation.catalogue import Catalogue
from annotator.translation.messages import use


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("one single day", "“one single day”"),
        ("“one single day”", "“one single day”"),
        (" “one single day”\n", "“one single day”"),
        ('"one single day"', "“one single day”"),
        ("„ein einziger Tag“", "“ein einziger Tag”"),
        ("»ein einziger Tag«", "“ein einziger Tag”"),
        ("« un seul jour »", "“un seul jour”"),
        ("‘the dogs’ collars’", "“‘the dogs’ collars’”"),  # it could end behind “dogs”
        ("‘I don’t know’", "“I don’t know”"),
        ("“He said “no””", "“He said “no””"),
        ("“yes” and “no”", "““yes” and “no””"),
        ("“yes”, she said", "““yes”, she said”"),
        ("”", "“””"),
        ("“”", "““””"),
        ("", "“”"),
    ],
)
def test_words_have_one_pair_of_marks(words: str, shown: str) -> None:
    assert quoted(words) == shown


def test_the_marks_are_those_of_the_language() -> None:
    use(Catalogue('msgid "“{words}”"\nmsgstr "„{words}“"\n'))
    try:
        assert quoted("“one single day”") == "„one single day“"
    finally:
        use()


def test_a_message_with_marks_of_its_own_takes_the_words_without() -> None:
    assert without_marks("«no»") == "no"
