"""Web pages: the article and what the page tells of it; page parts on demand; nothing fetched; bad pages refused."""

from __future__ import annotations

import codecs
import socket
import time
from collections.abc import Iterator
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.interop.articles.extracted import Wishes
from annotator.interop.articles.kinds.web_page.extractor import EXTRACTOR
from annotator.interop.foreign.errors import ForeignError
from tests.interop.articles.pages import ALL, ARABIC, CHINESE, EMOJI, ENGLISH, check, only, roles

HEAD = """<title>Ferry crews go on strike – Norhaven Courier</title>
<meta property="og:title" content="Ferry crews go on strike"><meta property="og:site_name" content="Norhaven Courier">
<meta name="author" content="Ines Okoro"><meta property="article:published_time" content="2024-03-05T08:00:00+01:00">
<link rel="canonical" href="https://courier.example/2024/ferry"><script>var never = "shown";</script>
<style>p { color: red }</style>"""
TOP = """<div class="cookie-banner"><p>We use cookies.</p></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>"""
END = """<aside><h2>Read more</h2><p><a href="/x">Bridge shut for repairs</a></p></aside>
<footer><p>All rights reserved.</p></footer>"""
STORY = f"""<article><h1>Ferry crews go on strike</h1><p class="byline">By Ines Okoro</p>
<figure><img src="https://elsewhere.example/boat.jpg"><figcaption>A ferry at the quay</figcaption></figure>
<p>{ENGLISH}</p><p>{ENGLISH.replace("Thursday", "Friday")}</p><p>{ENGLISH.replace("Thursday", "Sunday")}</p>
</article>"""

TAGS = ["p", "div", "li", "nav", "footer", "h1", "h2", "td", "figcaption", "pre", "q", "a"]


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was asked of the network: nothing may be, not even where the refusal is caught."""
    asked: list[str] = []

    def refused(*arguments: object, **_: object) -> None:
        asked.append(str(arguments))
        raise AssertionError("a socket was opened")

    class Refused(socket.socket):
        def __init__(self, *arguments: object, **_: object) -> None:
            refused(*arguments)

    monkeypatch.setattr(socket, "socket", Refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    yield asked
    assert asked == []


def page(story: str = STORY, top: str = TOP, end: str = END, head: str = HEAD) -> str:
    return f"<!doctype html><html><head>{head}</head><body>{top}{story}{end}</body></html>"


def paragraphs(*texts: str) -> str:
    return "<article>" + "".join(f"<p>{text}</p>" for text in texts) + "</article>"


def refusal(data: bytes, name: str = "saved.html") -> ForeignError:
    with pytest.raises(ForeignError) as error:
        list(EXTRACTOR.extract(data, name, Wishes()))
    judge(error.value)
    return error.value


def judge(error: ForeignError) -> None:
    assert error.sentence.endswith(".")


class TestArticle:
    def test_the_article_is_taken_and_the_page_parts_left_out(self) -> None:
        extracted = only(EXTRACTOR, page())
        assert extracted.text.split("\n\n") == [
            *("Ferry crews go on strike", "By Ines Okoro", "A ferry at the quay", ENGLISH),
            *(ENGLISH.replace("Thursday", "Friday"), ENGLISH.replace("Thursday", "Sunday")),
        ]
        assert extracted.notes == (
            "6 paragraphs of navigation and other page parts were left out.",
            "1 image was left out.",
        )
        assert extracted.made_by.startswith("trafilatura 2")

    def test_headline_byline_and_caption_are_parts_and_body_needs_none(self) -> None:
        assert roles(only(EXTRACTOR, page())) == [
            ("headline", "Ferry crews go on strike"),
            ("byline", "By Ines Okoro"),
            ("caption", "A ferry at the quay"),
        ]

    def test_what_the_page_tells_of_its_article(self) -> None:
        extracted = only(EXTRACTOR, page())
        assert extracted.name == "Ferry crews go on strike"
        assert extracted.about == {
            "title": "Ferry crews go on strike",
            "outlet": "Norhaven Courier",
            "byline": "Ines Okoro",
            "published": "2024-03-05",
            "link": "https://courier.example/2024/ferry",
        }

    def test_what_the_page_does_not_tell_is_not_made_up(self) -> None:
        extracted = only(EXTRACTOR, page(paragraphs(ENGLISH, ENGLISH + " Again."), "", "", ""), "story.html")
        assert extracted.about == {}
        assert extracted.name == "story"
        with_link = '<link rel="canonical" href="https://www.courier.example/1">'
        assert "outlet" not in only(EXTRACTOR, page(paragraphs(ENGLISH), head=with_link)).about

    def test_a_headline_that_is_not_in_the_text_is_put_first(self) -> None:
        extracted = only(EXTRACTOR, page(paragraphs(ENGLISH, ENGLISH.upper()), "", ""))
        assert extracted.text.startswith("Ferry crews go on strike\n\nThousands")
        assert roles(extracted) == [("headline", "Ferry crews go on strike")]

    def test_a_headline_before_which_something_stands_comes_first(self) -> None:
        story = STORY.replace("<h1>", "<p>Harbour news of this day and of the day before</p><h1>")
        extracted = only(EXTRACTOR, page(story))
        assert extracted.text.startswith("Ferry crews go on strike\n\nHarbour news")

    def test_a_main_heading_with_a_longer_title_elsewhere_is_the_headline(self) -> None:
        head = HEAD.replace('content="Ferry crews go on strike"', 'content="Ferry crews go on strike | Courier"')
        extracted = only(EXTRACTOR, page(head=head))
        assert extracted.about["title"] == "Ferry crews go on strike"
        assert extracted.text.count("Ferry crews go on strike") == 1

    def test_a_headline_that_comes_again_is_a_duplicate(self) -> None:
        story = STORY.replace("<p>Thou", "<p>Ferry crews go on strike</p><p>Thou", 1)
        assert ("duplicate", "Ferry crews go on strike") in roles(only(EXTRACTOR, page(story)))

    @pytest.mark.parametrize("text", ALL)
    def test_every_script_emoji_and_combining_marks_come_out_unaltered(self, text: str) -> None:
        extracted = only(EXTRACTOR, page(paragraphs(text, text + " 2", text + " 3"), head=""))
        assert extracted.text.split("\n\n")[-3:] == [text, text + " 2", text + " 3"]

    def test_lines_tables_quotes_and_blanks(self) -> None:
        rows = "<table>\n<tr><th>ship</th> <th>crew</th></tr>\n<tr><td>Ida</td><td></td></tr>\n</table>"
        more = f"<p>one<br>two\n  <b>three</b></p><p>a<br><br>b</p><p>he <q>said</q>&nbsp;so</p>{rows}<ul><li>x</ul>"
        story = STORY.replace("</article>", f"<p>{ENGLISH}</p>{more}<p>{ENGLISH} End.</p></article>")
        extracted = only(EXTRACTOR, page(story))
        assert "\n\none\ntwo three\n\na\n\nb\n\nhe “said”\u00a0so\n\nship\tcrew\nIda\n\nx\n\n" in extracted.text
        assert "1 table was written as lines, with tabs between the cells." in extracted.notes
        assert "The bullets or numbers before 1 paragraph were left out." in extracted.notes

    def test_what_is_not_to_be_seen_is_not_taken(self) -> None:
        hidden = (
            '<p hidden>no1</p><p style="color:red; display: none">no2</p><template>no3</template>'
            "<noscript>no4</noscript>"
            '<iframe src="https://elsewhere.example">no5</iframe><svg><text>no6</text></svg><textarea>no7</textarea>'
        )
        for page_parts in (False, True):
            extracted = only(EXTRACTOR, page(STORY.replace("<p>Thou", f"{hidden}<p>Thou", 1)), page_parts=page_parts)
            assert "no" not in extracted.text.replace("Norhaven", "").split()
            assert not any(f"no{number}" in extracted.text for number in range(1, 8))
            assert "shown" not in extracted.text
            assert "1 embedded frame was left out." in extracted.notes

    @pytest.mark.parametrize("how", ["hidden", 'style="display: none"', 'style="visibility:hidden"'])
    def test_hidden_paragraphs_are_told_of(self, how: str) -> None:
        hidden = f"<p {how}>The <b>toll</b> was corrected later.</p>"
        extracted = only(EXTRACTOR, page(STORY.replace("<p>Thou", f"{hidden}<p>Thou", 1)))
        assert "corrected" not in extracted.text
        assert "1 hidden passage was left out." in extracted.notes
        assert "1 hidden passage was left out." not in extracted.harmless

    @pytest.mark.parametrize(
        "hidden",
        [
            "<p hidden>Loading…</p>",
            "<p hidden> \u200c&nbsp;\u200c&nbsp; </p>",
            "<nav hidden>Go to the front page</nav>",
            "<div hidden><a href='/'>Go to the front page</a></div>",
            "<form hidden>Tell us what you think</form>",
            "<div hidden><script>var a = 'one two three four';</script></div>",
            "<template hidden>One two three four.</template>",
            "<div hidden>" + "<div>" * 900 + "</div>" * 901,
        ],
    )
    def test_hidden_parts_that_are_no_text_are_not(self, hidden: str) -> None:
        extracted = only(EXTRACTOR, page(STORY.replace("<p>Thou", f"{hidden}<p>Thou", 1)), page_parts=False)
        assert not any("hidden" in note for note in extracted.notes)

    def test_soft_hyphens_are_left_out_and_joiners_kept(self) -> None:
        extracted = only(EXTRACTOR, page(paragraphs(f"Eva&shy;ku&shy;ierung. {ENGLISH}", "می\u200cخواهم " + ARABIC)))
        assert "Evakuierung. " in extracted.text
        assert "می\u200cخواهم" in extracted.text
        assert "2 soft hyphens were left out." in extracted.notes


class TestFurniture:
    def test_all_that_a_reader_sees_stays_in_the_order_of_the_page(self) -> None:
        extracted = only(EXTRACTOR, page(), page_parts=True)
        assert roles(extracted) == [
            ("boilerplate", "We use cookies."),
            ("navigation", "Home"),
            ("navigation", "News"),
            ("headline", "Ferry crews go on strike"),
            ("byline", "By Ines Okoro"),
            ("caption", "A ferry at the quay"),
            ("boilerplate", "Read more"),
            ("navigation", "Bridge shut for repairs"),
            ("boilerplate", "All rights reserved."),
        ]
        assert not any("page parts" in note for note in extracted.notes)

    def test_the_body_is_the_same_with_and_without_it(self) -> None:
        with_it, without = only(EXTRACTOR, page(), page_parts=True), only(EXTRACTOR, page())
        page_parts = {part.span for part in with_it.parts if part.role in ("boilerplate", "navigation")}
        left = [p for p in with_it.text.split("\n\n") if p not in {span.of(with_it.text) for span in page_parts}]
        assert left == without.text.split("\n\n")

    def test_a_page_without_an_article_is_taken_whole_and_that_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("annotator.interop.articles.kinds.web_page.article.MOST_PASSAGES", 3)
        extracted = only(EXTRACTOR, page())
        assert "All rights reserved." in extracted.text
        assert extracted.notes[0] == "The article could not be found on the page, so all of its text was taken."

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.lists(st.tuples(st.sampled_from(TAGS), st.text())),
        st.booleans(),
    )
    def test_parts_are_exact_whatever_the_page(self, pieces: list[tuple[str, str]], page_parts: bool) -> None:
        body = "".join(f"<{tag}>{text}</{tag}>" for tag, text in pieces)
        data = page(STORY + body).encode("utf-8", "surrogatepass")
        for extracted in EXTRACTOR.extract(data, "any.html", Wishes(page_parts=page_parts)):
            check(extracted)

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.binary(max_size=300), st.sampled_from([b"", b"<p>", b"<html><body>", b"MIME-Version: 1.0\n\n"]))
    def test_whatever_the_bytes_it_is_a_text_or_a_sentence(self, data: bytes, beginning: bytes) -> None:
        for name in ("any.html", "any.mhtml"):
            try:
                for extracted in EXTRACTOR.extract(beginning + data, name, Wishes()):
                    check(extracted)
            except ForeignError as error:
                judge(error)


def long_page(text: str, declared: str) -> str:
    return (
        f'<html><head><meta charset="{declared}"></head><body>{paragraphs(text, text + "!", text + "?")}</body></html>'
    )


class TestEncoding:
    @pytest.mark.parametrize(
        ("declared", "code", "text"),
        [
            ("utf-8", "utf-8", EMOJI),
            ("windows-1256", "cp1256", ARABIC),
            ("gb2312", "gb18030", CHINESE),
            (
                "iso-8859-1",
                "cp1252",
                "“Die Straße” – sie kostet 3 Mio. €, sagte der Bürgermeister am Montag in der Stadt.",
            ),
            ("shift_jis", "cp932", "市長は月曜日に橋が開通すると述べた。費用は三百万円だという。①から始まる。"),
        ],
    )
    def test_the_declared_one_is_honoured(self, declared: str, code: str, text: str) -> None:
        extracted = only(EXTRACTOR, long_page(text, declared).encode(code))
        assert text in extracted.text
        assert not any("encoding" in note for note in extracted.notes)

    def test_a_byte_order_mark_wins(self) -> None:
        data = codecs.BOM_UTF16_LE + long_page(CHINESE, "iso-8859-1").encode("utf-16-le")
        assert CHINESE in only(EXTRACTOR, data).text
        assert ENGLISH in only(EXTRACTOR, codecs.BOM_UTF8 + long_page(ENGLISH, "koi8-r").encode()).text

    def test_xhtml_says_it_in_its_first_line(self) -> None:
        text = '<?xml version="1.0" encoding="windows-1256"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>'
        data = f"{text}<body>{paragraphs(ARABIC, ARABIC + '!')}</body></html>".encode("cp1256")
        assert ARABIC in only(EXTRACTOR, data, "page.xhtml").text

    def test_one_that_is_not_true_is_said(self) -> None:
        extracted = only(
            EXTRACTOR, long_page("Grüße aus der schönen Stadt Köln, sagte er. " * 4, "utf-8").encode("cp1252")
        )
        assert "Grüße aus der schönen" in extracted.text
        assert any("It is not in the encoding “utf-8” that it says" in note for note in extracted.notes)

    @pytest.mark.parametrize("declared", ["iso-8859-15", "windows-1251", "gb2312"])
    def test_a_page_that_was_saved_as_utf_8_with_its_old_declaration(self, declared: str) -> None:
        page = long_page("Grüße aus der schönen Stadt Köln, sagte er. " * 4, declared)
        extracted = only(EXTRACTOR, page.encode())
        assert "Grüße aus der schönen" in extracted.text
        assert any(f"It is not in the encoding “{declared}” that it says" in note for note in extracted.notes)
        if declared == "iso-8859-15":
            assert "Grüße aus der schönen" in only(EXTRACTOR, page.encode(declared)).text

    def test_a_page_that_is_cut_off_within_a_character_is_read(self) -> None:
        data = long_page(CHINESE * 4, "utf-8").encode().partition(b"!")[0][:-1]
        extracted = only(EXTRACTOR, data)
        assert CHINESE in extracted.text
        assert "1 damaged character was replaced by \ufffd." in extracted.notes


def archive(html: bytes, charset: str = "utf-8", snapshot: str = "https://courier.example/saved") -> bytes:
    message = MIMEMultipart("related", type="text/html")
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = snapshot
    message.attach(MIMEText(html.decode(charset), "html", charset))
    message.attach(MIMEText("p { color: red }", "css"))
    message.attach(MIMEText("<p>an advertisement in a frame</p>", "html"))
    return message.as_bytes()


class TestArchive:
    @pytest.mark.parametrize("name", ["saved.mhtml", "saved.mht", "saved.html"])
    def test_the_page_in_it_is_taken(self, name: str) -> None:
        extracted = only(EXTRACTOR, archive(page(paragraphs(*ALL)).encode()), name)
        assert all(text in extracted.text for text in ALL)
        assert "advertisement" not in extracted.text
        assert extracted.about["link"] == "https://courier.example/2024/ferry"

    def test_where_it_was_saved_from_is_the_link_unless_the_page_says_better(self) -> None:
        extracted = only(EXTRACTOR, archive(page(head="").encode()), "saved.mhtml")
        assert extracted.about["link"] == "https://courier.example/saved"
        for other in ("file:///etc/passwd", "javascript:alert(1)", "cid:x"):
            extracted = only(EXTRACTOR, archive(page(head="").encode(), snapshot=other), "saved.mhtml")
            assert "link" not in extracted.about

    def test_one_that_is_no_archive_after_all_is_read_as_a_page(self) -> None:
        assert ENGLISH in only(EXTRACTOR, page(), "saved.mhtml").text

    def test_without_a_page_it_is_refused(self) -> None:
        assert "no page in it" in refusal(b"MIME-Version: 1.0\nContent-Type: image/png\n\nx", "saved.mht").sentence
        assert "headers" in refusal(b"\nno headers", "saved.mht").sentence


def hostile() -> Iterator[tuple[str, bytes, str]]:
    body = b"<html><body>"
    yield "empty", b"", "It is empty"
    yield "blank", b" \n ", "no text"
    yield "deep", body + b"<div>" * 100_000 + b"x", "nested more than 1,000 deep"
    yield "tags", b"<p>a" * 200_000, "more than 150,000 tags"
    yield "huge", b"a" * (64 * 1024 * 1024 + 1), "larger than 64 MiB"
    yield "binary", b"\x89PNG\r\n\x1a\n\0\0" + bytes(range(256)) * 20, "not plain text"
    yield "scripts", b"<script>document.write('x')</script><noscript>x</noscript>", "no text"
    yield "frames", b'<frameset><frame src="http://elsewhere.example/"></frameset>', "no text"


class TestBadPages:
    @pytest.mark.parametrize(("data", "words"), [pytest.param(*case[1:], id=case[0]) for case in hostile()])
    def test_it_is_refused_in_a_sentence_and_at_once(self, data: bytes, words: str) -> None:
        begin = time.perf_counter()
        assert words in refusal(data).sentence
        assert time.perf_counter() - begin < 10

    @pytest.mark.parametrize(
        "bad",
        [
            *(
                '<script type="application/ld+json">[1, [2], "x", {"@type": [null]}]</script>',
                "a\0b&#0;&#xD800;&#1;\ufffe",
            ),
            '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
            '<img src="data:image/png;base64,' + "A" * 12_000_000 + '">',
            *("<" + "a" * 100_000, "<p style='" + ";display: " * 50_000 + "'>", "<!-- ", "&lol;" * 1000, "</" * 10_000),
            *("<div>" * 300, "<b>" * 900, "<table><tr><td>" * 100, "<p>" + "\U000f0001" * 10),
        ],
    )
    def test_an_article_is_found_beside_it(self, bad: str) -> None:
        begin = time.perf_counter()
        assert ENGLISH in only(EXTRACTOR, page(STORY + bad)).text
        assert time.perf_counter() - begin < 10

    def test_entities_of_its_own_and_files_are_not_looked_up(self) -> None:
        own = '<!DOCTYPE html [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        extracted = only(
            EXTRACTOR, f"<?xml version='1.0'?>{own}<html xmlns='x'><body><p>&b; &f; {ENGLISH}</p></body></html>"
        )
        assert "aaaa" not in extracted.text
        assert "root:" not in extracted.text

    def test_a_page_cut_off_anywhere_is_a_text_or_a_sentence(self) -> None:
        data = page().encode()
        for end in range(1, len(data), 97):
            try:
                only(EXTRACTOR, data[:end])
            except ForeignError as error:
                judge(error)


def test_a_page_full_of_addresses_asks_nothing_of_the_network(opened: list[str]) -> None:
    with pytest.raises(AssertionError, match="a socket was opened"):
        socket.socket()
    assert len(opened) == 1
    opened.clear()
    links = '<link rel="stylesheet" href="//t.example/a.css"><script src="//t.example/a.js"></script>'
    assert only(EXTRACTOR, page(STORY, head=f'<base href="https://t.example/">{links}{HEAD}')).text
