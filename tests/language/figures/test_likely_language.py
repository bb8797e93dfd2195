"""The language in which figures are read where the article names none, and the files of its words."""

from __future__ import annotations

import re

import pytest

from annotator.language.figures.likely_language import likely_language
from annotator.language.figures.word_files import FOLDER, languages_with_words, vocabulary_of

TEXTS = {
    "en": "The mayor of the town said on Friday that it was too early to say how many people had left.",
    "de": "Die Bürgermeisterin der Stadt sagte am Freitag, es sei noch zu früh, um das zu sagen.",
    "fr": "La maire de la ville a dit vendredi qu’il est encore trop tôt pour le dire avec certitude.",
    "es": "La alcaldesa de la ciudad dijo el viernes que es muy pronto para decir lo que ha pasado.",
    "ar": "قالت رئيسة البلدية في المدينة يوم الجمعة إن الوقت لا يزال مبكرا على القول ما الذي حدث في الميناء",
}


@pytest.mark.parametrize("language", TEXTS)
def test_function_words_tell_the_language(language: str) -> None:
    assert likely_language(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "40 buses",
        "Il sindaco della città ha detto venerdì che è troppo presto per dire quante persone se ne sono andate.",
        "Burmistrz miasta powiedział w piątek, że jest zbyt wcześnie, aby mówić, ilu ludzi odeszło z portu.",
        "旧港的渡轮在星期五停运，市长说现在还不清楚有多少人离开。",
    ],
)
def test_other_languages_and_short_texts_are_not_guessed(text: str) -> None:
    assert likely_language(text) == ""


def test_there_is_a_file_for_each_language_and_varieties_share_it() -> None:
    assert languages_with_words() == sorted(TEXTS)
    assert vocabulary_of("de-AT").table == vocabulary_of("de").table
    assert vocabulary_of("EN_gb").decimal == "."


def test_every_heading_of_the_files_is_explained() -> None:
    explained = {*re.findall(r"`([^`]+)`", (FOLDER / "README.md").read_text("utf-8"))}
    for path in FOLDER.glob("*.txt"):
        headings = re.findall(r"^([a-z][a-z ]*):$", path.read_text("utf-8"), re.M)
        assert {*headings} - explained == set()
        assert len(headings) == len({*headings})
