"""Names in tables of texts: whether the first row has them, whose the articles' are, and JSON objects by ids."""

from __future__ import annotations

import json

import pytest

from annotator.interop.articles.extracted import FIRST_TEXT, NAMES, Wishes
from annotator.interop.articles.kinds.table.extractor import EXTRACTOR, columns
from tests.interop.articles.taking import one, taken

CLAIMS = ("The bridge cost 3.2 million.", "Twelve people were hurt in the storm.", "Rents fell in nine of ten towns.")
NO_HEADER = [
    (f"{CLAIMS[0]},true\n{CLAIMS[1]},false\n{CLAIMS[2]},true\n", "a.csv"),
    (f"true,{CLAIMS[0]}\nfalse,{CLAIMS[1]}\nfalse,{CLAIMS[2]}\n", "a.csv"),
    (f"17.json\tfalse\t{CLAIMS[0]}\t0\n204.json\ttrue\t{CLAIMS[1]}\t1\n3.json\ttrue\t{CLAIMS[2]}\t0\n", "a.tsv"),
    ("".join(f"{claim}\n" for claim in CLAIMS), "a.csv"),
    (f"1;{CLAIMS[0]}\n2;{CLAIMS[1]}\n3;{CLAIMS[2]}\n", "a.csv"),
    (f"Budget,{CLAIMS[0]}\nWeather,{CLAIMS[1]}\nRents,{CLAIMS[2]}\n", "a.csv"),
    (f"pants-fire|{CLAIMS[0]}\ntrue|{CLAIMS[1]}\npants-fire|{CLAIMS[2]}\n", "a.csv"),
    ("Harbour opens again\nBridge closed\nMarket burns down\n", "a.csv"),
]
HEADER = [
    (f"claim,verdict\n{CLAIMS[0]},true\n{CLAIMS[1]},false\n", ["claim", "verdict"]),
    (f"Behauptung;Ergebnis\n{CLAIMS[0]};falsch\n{CLAIMS[1]} Und so weiter.;wahr\n", ["Behauptung", "Ergebnis"]),
    (f"nr,utterance\n1,{CLAIMS[0]}\n2,{CLAIMS[1]}\n", ["nr", "utterance"]),
    (f"text\n{CLAIMS[0]}\n{CLAIMS[1]}\n", ["text"]),
    ("utterance,coder_1,coder_2\nYes.,0,1\nNo.,1,1\n", ["utterance", "coder_1", "coder_2"]),
    (f",body\n0,{CLAIMS[0]}\n1,{CLAIMS[1]}\n", ["column 1", "body"]),
]


def names_and_texts(value: object, name: str = "a.json") -> list[tuple[str, str]]:
    return [(article.name, article.text) for article in taken(EXTRACTOR, json.dumps(value).encode(), None, name)]


class TestFirstRow:
    @pytest.mark.parametrize(("data", "name"), NO_HEADER)
    def test_a_first_text_is_not_lost(self, data: str, name: str) -> None:
        articles = taken(EXTRACTOR, data.encode(), None, name)
        assert len(articles) == 3
        assert [*CLAIMS] == [article.text for article in articles] or "Harbour" in articles[0].text
        assert "Its first row was taken for a text, not for the names of the columns." in articles[0].harmless

    @pytest.mark.parametrize(("data", "names"), HEADER)
    def test_names_are_told_and_no_text(self, data: str, names: list[str]) -> None:
        assert columns(data.encode(), "a.csv") == names
        articles = taken(EXTRACTOR, data.encode(), None, "a.csv")
        assert len(articles) == 2
        assert articles[0].notes[0].startswith("Its first row was taken for the names of the columns, not for a text:")
        assert articles[1].notes == ()

    def test_it_can_be_said(self) -> None:
        data = b"claim,verdict\nIt rained.,true\n"
        assert columns(data, "a.csv", FIRST_TEXT) == ["column 1", "column 2"]
        texts = [article.text for article in taken(EXTRACTOR, data, Wishes(first_row=FIRST_TEXT), "a.csv")]
        assert texts == ["claim", "It rained."]
        data = b"It rained.,true\nIt snowed.,true\n"
        assert columns(data, "a.csv", NAMES) == ["It rained.", "true"]
        assert one(EXTRACTOR, data, Wishes(first_row=NAMES), "a.csv").text == "It snowed."


class TestNames:
    @pytest.mark.parametrize("id", ["id", "story_id", "News ID", "doc id", "tweetId", "nr", "", "Unnamed: 0"])
    def test_ids_go_before_titles_that_come_twice(self, id: str) -> None:
        data = f"title,{id},text\nCity News,k1,{CLAIMS[0]}\nCity News,k2,{CLAIMS[1]}\n"
        articles = taken(EXTRACTOR, data.encode(), None, "a.csv")
        if id:
            assert [article.name for article in articles] == ["k1", "k2"]
        assert [article.about["title"] for article in articles] == ["City News", "City News"]

    def test_an_id_that_comes_twice_gives_way_to_another(self) -> None:
        data = f"article_id,claim_id,claim\n7,7-1,{CLAIMS[0]}\n7,7-2,{CLAIMS[1]}\n"
        assert [article.name for article in taken(EXTRACTOR, data.encode(), None, "a.csv")] == ["7-1", "7-2"]

    def test_what_was_taken_is_told(self) -> None:
        articles = taken(EXTRACTOR, f"id,text\n7,{CLAIMS[0]}\n".encode(), None, "a.csv")
        assert articles[0].notes[1] == "The texts were taken from the column “text”, their names from “id”."
        articles = taken(EXTRACTOR, f"text,verdict\n{CLAIMS[0]},x\n{CLAIMS[1]},x\n".encode(), None, "a.csv")
        assert articles[0].notes[1].endswith("“text” and named after the file, with numbers.")

    def test_columns_that_nothing_is_made_of_are_told(self) -> None:
        data = f"id,title,verdict,,empty,text,by whom\n7,One,true,x,,{CLAIMS[0]},Ana\n8,Two,false,y,,{CLAIMS[1]},Sam\n"
        first, second = taken(EXTRACTOR, data.encode(), None, "a.csv")
        (note,) = [note for note in first.notes if note not in first.harmless]
        assert note.startswith("3 further columns were left out: “verdict”, ")
        assert second.notes == ()


class TestObjects:
    @pytest.mark.parametrize(
        "value",
        [
            {"a1": {"text": CLAIMS[0]}, "a2": {"text": CLAIMS[1]}},
            {"a1": CLAIMS[0], "a2": CLAIMS[1]},
            {"version": "1", "data": {"a1": {"text": CLAIMS[0]}, "a2": {"text": CLAIMS[1]}}},
            {"a1": {"claim": CLAIMS[0], "verdict": "x"}, "a2": {"claim": CLAIMS[1], "verdict": "x"}},
            {"a1": {"body": [CLAIMS[0]]}, "a2": {"body": [CLAIMS[1]], "title": "Storm"}},
        ],
    )
    def test_texts_by_their_ids_are_an_article_each(self, value: object) -> None:
        assert names_and_texts(value) == [("a1", CLAIMS[0]), ("a2", CLAIMS[1])]
        first = taken(EXTRACTOR, json.dumps(value).encode(), None, "a.json")[0]
        assert "Its keys were taken for the ids of the texts, each of which is an article." in first.harmless

    @pytest.mark.parametrize("other", [5, None, True, [], ["tag"]])
    def test_a_value_that_is_no_text_takes_no_article_with_it(self, other: object) -> None:
        value = {"a": "First text about 300 people.", "b": "Second text says 5 percent.", "x": other}
        assert [name for name, _text in names_and_texts(value)] == ["a", "b"]
        first = taken(EXTRACTOR, json.dumps(value).encode(), None, "a.json")[0]
        assert "1 value that is not a text was left out: “x”." in first.notes
        assert "1 value that is not a text was left out: “x”." not in first.harmless

    def test_texts_beside_a_list_of_records_are_no_articles(self) -> None:
        about = {"source": "The press office of the county", "licence": "Free for all who name us"}
        value = {**about, "rows": [{"text": CLAIMS[0]}, {"text": CLAIMS[1]}]}
        assert [text for _name, text in names_and_texts(value)] == [CLAIMS[0], CLAIMS[1]]

    def test_a_record_is_one_article(self) -> None:
        assert names_and_texts({"title": "Storm", "text": CLAIMS[0]}) == [("Storm", CLAIMS[0])]
        assert names_and_texts({"headline": "Storm", "body": CLAIMS[0], "author": {"name": "Sam"}})[0][1] == CLAIMS[0]

    def test_own_ids_stay_beside_the_keys(self) -> None:
        value = {"k1": {"id": "7", "text": CLAIMS[0]}, "k2": {"id": "8", "text": CLAIMS[1]}}
        assert names_and_texts(value) == [("7", CLAIMS[0]), ("8", CLAIMS[1])]

    def test_an_object_nested_without_end_is_no_trouble(self) -> None:
        deep = '{"a":' * 900 + '"x"' + "}" * 900
        assert len(taken(EXTRACTOR, deep.encode(), None, "a.json")) == 1
