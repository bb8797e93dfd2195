"""Mail: subject, sender, day and text; plain text before HTML; attachments told of; mailboxes message by message."""

from __future__ import annotations

from base64 import b64encode
from email.header import Header
from email.message import EmailMessage

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.interop.articles.extracted import Wishes
from annotator.interop.articles.kinds.mail.extractor import EXTRACTOR
from annotator.interop.foreign.errors import ForeignError
from tests.interop.articles.pages import ALL, ARABIC, CHINESE, EMOJI, ENGLISH, check, every, only, roles

DATE = "Thu, 15 Dec 2016 21:30:00 +0100"


def mail(text: str = ENGLISH, subject: str = "Statement on the evacuation", html: str = "") -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = subject, "Ines Okoro <ines@icrc.example>", DATE
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def refusal(data: bytes) -> ForeignError:
    with pytest.raises(ForeignError) as error:
        list(EXTRACTOR.extract(data, "any.eml", Wishes()))
    assert error.value.sentence.endswith(".")
    return error.value


class TestMessage:
    def test_subject_sender_and_day(self) -> None:
        extracted = only(EXTRACTOR, mail().as_bytes(), "1.eml")
        assert extracted.about == {
            "title": "Statement on the evacuation",
            "byline": "Ines Okoro",
            "published": "2016-12-15",
        }
        assert extracted.name == "Statement on the evacuation"
        assert extracted.text == f"Statement on the evacuation\n\n{ENGLISH}"
        assert roles(extracted) == [("headline", "Statement on the evacuation")]
        assert extracted.notes == ()

    @pytest.mark.parametrize("text", ALL)
    @pytest.mark.parametrize("cte", ["8bit", "quoted-printable", "base64"])
    def test_every_script_in_text_and_subject(self, text: str, cte: str) -> None:
        message = EmailMessage()
        message.set_content(f"{text}\r\n\r\nEnd.", cte=cte)
        subject = f"Subject: {Header(text, 'utf-8').encode()}\n".encode()
        extracted = only(EXTRACTOR, subject + message.as_bytes(), "1.eml")
        assert extracted.text == f"{text}\n\nEnd."
        assert roles(extracted) == [("headline", text)]

    def test_a_doubtful_encoding_is_named_with_its_rivals(self) -> None:
        body = "The council will spend €5 million on the bridge.\n".encode("cp1252")
        (note,) = only(EXTRACTOR, b"Subject: Bridge\nContent-Type: text/plain\n\n" + body, "1.eml").notes
        guess = "Its encoding was guessed: Western European (Windows-1252). It may as well be Western European (Mac)"
        assert note.startswith(guess)

    def test_a_text_that_begins_with_the_subject_keeps_it_once(self) -> None:
        extracted = only(EXTRACTOR, mail(f"Ferry strike\n\n{ENGLISH}", "Ferry strike").as_bytes(), "1.eml")
        assert extracted.text == f"Ferry strike\n\n{ENGLISH}"

    def test_plain_text_comes_before_html(self) -> None:
        assert "richer" not in only(EXTRACTOR, mail(html="<p>richer</p>").as_bytes(), "1.eml").text

    def test_html_is_read_where_there_is_no_plain_text(self) -> None:
        message = mail(" ", html=f"<style>x</style><p>{ARABIC}<p>{EMOJI}<br>End.<img src='http://t.example/1.gif'>")
        extracted = only(EXTRACTOR, message.as_bytes(), "1.eml")
        assert extracted.text.endswith(f"\n\n{ARABIC}\n\n{EMOJI}\nEnd.")
        assert extracted.notes == ("1 image was left out.",)

    def test_hidden_paragraphs_of_html_are_told_of(self) -> None:
        message = mail(" ", html=f"<p>{ENGLISH}</p><p style='display:none'>The toll was corrected later.</p>")
        extracted = only(EXTRACTOR, message.as_bytes(), "1.eml")
        assert "corrected" not in extracted.text
        assert "1 hidden passage was left out." in extracted.notes

    def test_a_footer_that_a_list_adds_does_not_replace_the_html(self) -> None:
        message = EmailMessage()
        message["Subject"] = "x"
        message.set_content(f"<p>{ENGLISH}</p>", subtype="html")
        message.make_mixed()
        message.attach(mail("To leave the list, write to us."))
        footer = EmailMessage()
        footer.set_content("To leave the list, write to us.")
        message.set_payload([message.get_payload(0), footer])
        assert only(EXTRACTOR, message.as_bytes(), "1.eml").text.endswith(
            f"{ENGLISH}\n\nTo leave the list, write to us."
        )

    def test_attachments_are_left_out_and_named(self) -> None:
        message = mail(html="<p>x</p>")
        message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Erklärung.pdf")
        message.add_attachment("secret", filename="notes.txt")
        extracted = only(EXTRACTOR, message.as_bytes(), "1.eml")
        assert extracted.notes == ("2 attachments were left out: “Erklärung.pdf”, “notes.txt”.",)
        assert "secret" not in extracted.text

    @pytest.mark.parametrize(
        ("raw", "subject"),
        [
            (b"=?gb2312?B?" + b64encode("盒子".encode("gb2312")) + b"?=", "盒子"),
            (b"=?utf-8?q?caf=C3=A9?= =?utf-8?q?_au?= lait", "café au lait"),
            (b"a\n folded one", "a folded one"),
            (b"=?utf8?q?caf=C3?=\n =?utf-8?b?" + b64encode(b"\xa9 au lait") + b"?=", "café au lait"),
            (b"caf\xc3\n \xa9 au lait", "café au lait"),
            (b"caf\xc3\xa9\n \xe2\x80\x93 au lait", "café – au lait"),
            ("roh: Größe".encode(), "roh: Größe"),
            (b"=?no-such?q?abc?=", "abc"),
            (b"=?utf-8?b?!!!?=", "=?utf-8?b?!!!?="),
        ],
    )
    def test_subjects_however_they_are_encoded(self, raw: bytes, subject: str) -> None:
        extracted = only(EXTRACTOR, b"Subject: " + raw + b"\nFrom: a@b.example\n\nHello.\n", "1.eml")
        assert extracted.about == {"title": subject, "byline": "a@b.example"}

    @pytest.mark.parametrize(
        ("said", "code", "text"),
        [
            ("gb2312", "gb18030", CHINESE),
            ("windows-1256", "cp1256", ARABIC),
            ("us-ascii", "utf-8", EMOJI),
            ("iso-8859-1", "utf-8", CHINESE),
        ],
    )
    def test_the_encoding_that_a_part_says(self, said: str, code: str, text: str) -> None:
        data = f"Subject: x\nContent-Type: text/plain; charset={said}\n\n".encode() + text.encode(code)
        assert only(EXTRACTOR, data, "1.eml").text == f"x\n\n{text}"


class TestAlternatives:
    ARTICLE = "".join(f"<p>{ENGLISH.replace('Thursday', day)}</p>" for day in ("Monday", "Friday", "Sunday"))
    FULLER = "The text was taken from the HTML of the message, which says more than its plain text."

    @pytest.mark.parametrize(
        "stub",
        [
            "Your mail program cannot show HTML. View this mail in a browser: https://example.org/view/1?of=me&at=2",
            ENGLISH.replace("Thursday", "Monday"),
        ],
    )
    def test_a_stub_gives_way_to_the_page(self, stub: str) -> None:
        extracted = only(EXTRACTOR, mail(stub, html=self.ARTICLE).as_bytes(), "1.eml")
        assert extracted.text.count("Thousands of families") == 3
        assert extracted.notes == (self.FULLER,)
        assert extracted.harmless == {self.FULLER}

    def test_a_stub_about_a_short_text_gives_way_too(self) -> None:
        stub = "Your mail program cannot show HTML. View this mail in a browser. We are sorry for the trouble."
        assert "Fire is out." in only(EXTRACTOR, mail(stub, html="<p>Fire is out.</p>").as_bytes(), "1.eml").text

    def test_a_page_that_says_less_or_the_same_does_not_count(self) -> None:
        long = "\n\n".join((ENGLISH, "Read on in your browser.", ENGLISH.replace("Thursday", "Friday")))
        for html in ("<p>View in a browser</p><p>Unsubscribe</p>", f"<p>{ENGLISH}</p>"):
            extracted = only(EXTRACTOR, mail(long, html=html).as_bytes(), "1.eml")
            assert "Read on in your browser." in extracted.text
            assert extracted.notes == ()


class TestFlowed:
    def flowed(self, text: str, more: str = "") -> str:
        head = f"Subject: x\nContent-Type: text/plain; charset=utf-8; format=flowed{more}\n\n"
        return only(EXTRACTOR, head + text, "1.eml").text.removeprefix("x\n\n")

    def test_broken_lines_are_joined_and_fixed_ones_stay(self) -> None:
        text = "The toll rose \nto 3,000 in \nNovember.\nIt fell.\n\n From here, \n  two blanks.\n"
        assert self.flowed(text) == "The toll rose to 3,000 in November.\nIt fell.\n\nFrom here,  two blanks."

    def test_delsp_joins_without_a_blank(self) -> None:
        assert self.flowed("红十字 \n国际委员会。\nNext \n line.", "; DelSp=Yes") == "红十字国际委员会。\nNextline."

    def test_quotations_are_joined_at_their_own_depth(self) -> None:
        text = "> We counted \n> 2,400.\n>> Older \n> words \n"
        assert self.flowed(text) == "> We counted 2,400.\n\n>> Older\n\n> words"

    def test_signatures_stay_apart(self) -> None:
        assert self.flowed("End. \n-- \nAna \nRuiz") == "End.\n--\nAna Ruiz"

    def test_it_is_said(self) -> None:
        data = "Subject: x\nContent-Type: text/plain; format=flowed\n\nThe toll \nrose \nagain.\n"
        extracted = only(EXTRACTOR, data, "1.eml")
        assert extracted.notes == ("2 lines that were broken for sending were joined again.",)
        assert extracted.harmless == {*extracted.notes}

    def test_text_that_is_not_flowed_keeps_its_lines(self) -> None:
        assert only(EXTRACTOR, "Subject: x\n\nThe toll \nrose.\n", "1.eml").text == "x\n\nThe toll\nrose."


class TestQuoted:
    @pytest.mark.parametrize(
        ("text", "quoted"),
        [
            ("We agree.\n\nOn Wed, 25 Nov 2026, Sam wrote:\n> We counted 2,400.\n>\n> Twice.", 1),
            ("We agree.\n\nAm 25.11.2026 um 10:00 schrieb Ines Okoro\n<ines@icrc.example>:\n\n> We counted 2,400.", 1),
            ("We agree.\n\n-----Original Message-----\nFrom: Sam\nSent: Monday\n\nWe counted 2,400.\n\nSam", 1),
            ("We agree.\n\nVon: Sam\nGesendet: Montag\nAn: Ana\n\nWe counted 2,400.", 1),
            ("We agree.\n\nFrom: Sam\nDate: Monday\n\nWe counted 2,400.\n> Older words.", 2),
            ("We agree.\n> We counted 2,400.\n>> Older words.\nAnd so do they.\n> Good.", 3),
            ("نوافق.\n\nفي 25/11/2026 كتب سام:\n> We counted 2,400.", 1),
        ],
    )
    def test_earlier_mails_are_parts(self, text: str, quoted: int) -> None:
        message = EmailMessage()
        message["Subject"] = "x"
        message.set_content(text)
        extracted = only(EXTRACTOR, message.as_bytes(), "1.eml")
        found = [words for role, words in roles(extracted) if role == "quoted"]
        assert len(found) == quoted
        assert "We counted 2,400." in found[0]
        assert all(own not in words for words in found for own in ("We agree.", "نوافق", "And so do they."))
        assert {line for line in text.split("\n") if line} <= {*extracted.text.split("\n")}

    @pytest.mark.parametrize(
        "html",
        [
            "<blockquote type='cite'><p>We counted 2,400.</p><p>Twice.</p></blockquote>",
            "<div class='gmail_quote gmail_quote_container'><div>On 25 Nov Sam wrote:</div>"
            "<blockquote><p>We counted 2,400.</p></blockquote></div>",
            "<div style='border-top:solid'><p>From: Sam<br>Sent: Monday<br>To: Ana</p></div><p>We counted 2,400.</p>",
        ],
    )
    def test_those_in_a_page_are_parts(self, html: str) -> None:
        message = EmailMessage()
        message["Subject"] = "x"
        message.set_content(f"<p>We agree.</p>{html}", subtype="html")
        extracted = only(EXTRACTOR, message.as_bytes(), "1.eml")
        ((_role, words),) = [part for part in roles(extracted) if part[0] == "quoted"]
        assert "We counted 2,400." in words
        assert "We agree." not in words

    @pytest.mark.parametrize(
        "text",
        ["From: the desk\nDate: today\n\nWe agree.", "We agree:\n\nFrom: nobody\n\nWe do.", "a\n>From the start."],
    )
    def test_what_is_no_quotation_is_none(self, text: str) -> None:
        extracted = only(EXTRACTOR, f"Subject: x\n\n{text}\n", "1.eml")
        assert [part for part in roles(extracted) if part[0] == "quoted"] == []


class TestMailbox:
    def test_each_message_is_a_text(self) -> None:
        box = b"".join(
            b"From ines@icrc.example Thu Dec 15 21:30:00 2016\n" + mail(text, f"No. {n}").as_bytes() + b"\n"
            for n, text in enumerate(ALL)
        )
        extracted = list(every(EXTRACTOR, box, "list.mbox"))
        assert [one.text for one in extracted] == [f"No. {n}\n\n{text}" for n, text in enumerate(ALL)]

    def test_lines_that_begin_like_a_message_do_not_split_one(self) -> None:
        body = b"Subject: x\n\nHe came.\n\nFrom there he left.\n\n>From the start.\n"
        (extracted,) = every(EXTRACTOR, b"From a Thu Dec 15 21:30:00 2016\n" + body, "list.mbox")
        assert extracted.text == "x\n\nHe came.\n\nFrom there he left.\n\nFrom the start."

    def test_what_has_no_text_is_passed_over_and_told(self) -> None:
        begin = b"From a Thu Dec 15 21:30:00 2016\n"
        box = begin + b"Subject: y\n\n\n\n" + begin + b"Subject: x\n\nHello.\n\n" + begin + b"Subject: z\n\n\n"
        failed: list[ForeignError] = []
        (extracted,) = EXTRACTOR.extract(box, "list.mbox", Wishes(failed=failed.append))
        assert extracted.text == "x\n\nHello."
        assert [(error.line, error.sentence) for error in failed] == [
            (1, "The message has no text."),
            (11, "The message has no text."),
        ]
        error = refusal(begin + b"Subject: y\n\n")
        assert (error.place, error.line) == ("line 1", 1)


class TestBadMail:
    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "It is empty"),
            (b"\n\nno headers here", "headers"),
            (b"Subject: x\n\n", "no text"),
            (b"Subject: x\nContent-Type: image/png\n\nabc", "no text"),
            (b"A: b\n\n" + b"\n" * 1_000_001, "1,000,000 lines"),
            (b"A: b\n" * 1_001 + b"\nx", "1,000 headers"),
            (b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 1_002, "1,000 parts"),
            (b"a" * (64 * 1024 * 1024 + 1), "64 MiB"),
            (b"Subject: x\n\na\0\0\0b\x01c\xff", "not plain text"),
        ],
        ids=["empty", "headers", "blank", "image", "lines", "many headers", "parts", "huge", "binary"],
    )
    def test_it_is_refused_in_a_sentence(self, data: bytes, words: str) -> None:
        assert words in refusal(data).sentence

    def test_one_nested_without_end(self) -> None:
        nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(5000))
        assert "nested too deeply" in refusal(nested).sentence

    @given(
        st.binary(max_size=200), st.sampled_from(["multipart/mixed; boundary=b", "text/plain; charset=", "text/html"])
    )
    @example(b"\x00\r\x80", "text/plain; charset=")  # a NUL in the name of the encoding
    def test_whatever_the_bytes_it_is_a_text_or_a_sentence(self, data: bytes, kind: str) -> None:
        for beginning in (b"", f"Subject: x\nContent-Type: {kind}".encode()):
            try:
                for extracted in EXTRACTOR.extract(beginning + data, "any.eml", Wishes()):
                    check(extracted)
            except ForeignError as error:
                judge(error)


def judge(error: ForeignError) -> None:
    assert error.sentence.endswith(".")
