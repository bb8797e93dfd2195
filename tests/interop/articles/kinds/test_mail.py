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
        [("gb2312", "gb18030", CHINESE), ("windows-1256", "cp1256", ARABIC), ("us-ascii", "utf-8", EMOJI)],
    )
    def test_the_encoding_that_a_part_says(self, said: str, code: str, text: str) -> None:
        data = f"Subject: x\nContent-Type: text/plain; charset={said}\n\n".encode() + text.encode(code)
        assert only(EXTRACTOR, data, "1.eml").text == f"x\n\n{text}"


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
        (extracted,) = every(EXTRACTOR, box, "list.mbox")
        assert extracted.notes == (
            "2 messages of the mailbox were left out; the first begins in line 1: The message has no text.",
        )
        error = refusal(begin + b"Subject: y\n\n")
        assert (error.place, error.line) == ("message in line 1", 1)


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
