"""Passages between the paragraphs of a page's article: texts in any element, repeated captions, what is left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.interop.articles.extracted import Extracted, Kept, Wishes
from annotator.interop.articles.kinds.web_page.extractor import EXTRACTOR
from annotator.interop.articles.passages import notes_on_left_out
from tests.interop.articles.kinds.wrapped_paragraphs import FURNITURE, ODD, PLAIN, SECOND, TEXT_WRAPPINGS, page
from tests.interop.articles.taking import one

ASIDE = f"<aside><p>{ODD}</p></aside>"


def extracted(between: str, *keep: Kept) -> Extracted:
    return one(EXTRACTOR, page(between).encode(), Wishes(keep=keep), "floods.html")


def stands_in_place(words: str, text: str) -> bool:
    return text.count(words) == 1 and text.index(PLAIN[4]) < text.index(words) < text.index(PLAIN[5])


class TestTexts:
    def test_there_are_enough(self) -> None:
        assert len(set(TEXT_WRAPPINGS)) >= 53

    @pytest.mark.parametrize("wrapping", TEXT_WRAPPINGS)
    def test_a_paragraph_is_kept_at_its_place_in_whatever_element(self, wrapping: str) -> None:
        assert stands_in_place(ODD, extracted(wrapping.format(ODD)).text)

    @pytest.mark.parametrize("wrapping", ["<div>{}</div>", "<section>{}</section>", "<x-par>{}</x-par>"])
    def test_two_in_a_row(self, wrapping: str) -> None:
        text = extracted(wrapping.format(ODD) + "\n<p></p>" + wrapping.format(SECOND)).text
        assert stands_in_place(ODD, text)
        assert stands_in_place(SECOND, text)

    @pytest.mark.parametrize(
        "words",
        [
            "消防队统计，老城有七十七个地下室被淹，比往年任何时候都多。",
            "أحصت فرقة الإطفاء سبعة وسبعين قبوا غمرته المياه في المدينة القديمة.",
            "หน่วยดับเพลิงนับห้องใต้ดินที่ถูกน้ำท่วมได้เจ็ดสิบเจ็ดห้องในเขตเมืองเก่า มากกว่าทุกปีที่ผ่านมา มากกว่าทุกปีที่ผ่านมา",
        ],
    )
    def test_scripts(self, words: str) -> None:
        assert stands_in_place(words, extracted(f"<div>{words}</div>").text)

    @pytest.mark.parametrize("wrapping", FURNITURE)
    def test_what_is_no_text_stays_away(self, wrapping: str) -> None:
        assert ODD not in extracted(wrapping.format(ODD)).text

    @pytest.mark.parametrize(
        "words", ["Share", "Read more: floods in spring", "4 min read", "Photo: A. Ruiz", f"{PLAIN[2]}"]
    )
    def test_scraps_and_repetitions_stay_away(self, words: str) -> None:
        assert len(extracted(f"<div>{words}</div>").text) == len(extracted("").text)


class TestCaptions:
    @pytest.mark.parametrize("times", [2, 22])
    def test_one_that_repeats_comes_in_once(self, times: int) -> None:
        caption = "Pumps at work in the old town on Thursday, as seen from the bridge. Photo: A. Ruiz"
        figure = f"<figure><img src='x.jpg'><figcaption>{caption}</figcaption></figure>"
        between = "".join(f"{figure}<p>Paragraph {n} says that the pumps ran for {n} hours.</p>" for n in range(times))
        article = extracted(between)
        assert article.text.count(caption) == 1
        assert article.text.count("says that the pumps ran") == times
        assert article.left_out == ()

    def test_those_of_links_to_other_articles_stay_away(self) -> None:
        figure = "<figure><a href='/other'><img src='x.jpg'><figcaption>The harbour festival</figcaption></a></figure>"
        assert "harbour festival" not in extracted(figure).text


class TestLeftOut:
    def test_passages_are_told(self) -> None:
        assert extracted(ASIDE).left_out == (ODD,)
        assert notes_on_left_out((ODD,)) == (f"Left out between the paragraphs of the article: “{ODD}”.",)

    def test_many_are_counted(self) -> None:
        asides = "".join(f"<aside><p>Fact {n}: the pumps ran for {n} hours.</p></aside>" for n in range(25))
        article = extracted(asides)
        assert len(article.left_out) == 25
        assert notes_on_left_out(article.left_out)[20:] == ("5 more passages were left out.",)

    @pytest.mark.parametrize("keep", [Kept(), Kept("77 FLOODED  cellars"), Kept(ODD, "floods.html")])
    def test_they_are_kept_at_their_place_if_wished(self, keep: Kept) -> None:
        article = extracted(ASIDE, keep)
        assert stands_in_place(ODD, article.text)
        assert article.left_out == ()

    @pytest.mark.parametrize("keep", [Kept("other words"), Kept("77 flooded", "other.html"), Kept("", "other.html")])
    def test_others_are_not(self, keep: Kept) -> None:
        assert extracted(ASIDE, keep).left_out == (ODD,)

    def test_words_are_found_outside_the_article_too(self) -> None:
        assert extracted("", Kept("rights reserved")).text.endswith("All rights reserved.")

    @pytest.mark.parametrize("options", [["--keep"], ["--keep-text", "flooded cellars", "--keep-text", "x y z"]])
    def test_on_the_command_line(self, options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        source = tmp_path / "floods.html"
        source.write_text(page(ASIDE), "utf-8")
        assert main(["import", "html", str(source), "-o", str(tmp_path / "without"), "--json"]) == 0
        assert any(ODD in note for note in json.loads(capsys.readouterr().out)["notes"])
        assert main(["import", "html", str(source), "-o", str(tmp_path / "with"), *options]) == 0
        assert ODD not in capsys.readouterr().out
        assert ODD not in (tmp_path / "without" / "Floods.txt").read_text("utf-8")
        assert stands_in_place(ODD, (tmp_path / "with" / "Floods.txt").read_text("utf-8"))
