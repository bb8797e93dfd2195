"""Subtitles: what is said comes out as a text, and when it is said is kept and exported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.interop.articles.kinds.subtitles import EXTRACTOR
from annotator.notebooks import read_document
from tests.interop.articles.taking import SCRIPTS, one, refusal, taken_or_refused

SRT = """1
00:00:01,000 --> 00:00:03,500
<i>The bridge will open</i>
on Monday.

2
00:00:03,600 --> 00:00:05,000 X1:10 X2:20
{\\an8}It cost 3.2 million.

3
00:01:05,250 --> 00:01:07,000
- Who pays?
- The county &amp; we.
"""
VTT = """WEBVTT Kind: captions

STYLE
::cue { color: red }

NOTE checked by the newsroom

intro
00:01.000 --> 00:03.500 align:start
<v.loud Mayor Ruiz>The <c.yellow>bridge</c> will <00:00:02.000>open.

00:04.000 --> 01:00:05.000
<v Mayor Ruiz>It is paid for.

01:00:05.000 --> 01:00:06.000
<v Reporter>By whom?
"""


def srt(cues: list[tuple[str, str, str]]) -> bytes:
    return "\r\n\r\n".join(
        f"{n}\r\n{start} --> {end}\r\n{text}" for n, (start, end, text) in enumerate(cues, 1)
    ).encode()


def timed(text: str, times: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each stretch and its times."""
    found = []
    for line in times:
        span, _blank, clock = line.partition(" ")
        start, end = map(int, span.split("-"))
        found.append((text[start:end], clock))
    return found


def test_subrip() -> None:
    extracted = one(EXTRACTOR, SRT.encode(), None, "debate.srt")
    assert extracted.name == "debate"
    assert extracted.text == (
        "The bridge will open on Monday.\nIt cost 3.2 million.\n\n- Who pays?\n- The county & we."
    )
    assert timed(extracted.text, extracted.times) == [
        ("The bridge will open on Monday.", "00:00:01.000 --> 00:00:03.500"),
        ("It cost 3.2 million.", "00:00:03.600 --> 00:00:05.000"),
        ("- Who pays?\n- The county & we.", "00:01:05.250 --> 00:01:07.000"),
    ]


def test_webvtt_with_voices() -> None:
    extracted = one(EXTRACTOR, VTT.encode(), None, "debate.vtt")
    assert extracted.text == "Mayor Ruiz: The bridge will open.\nIt is paid for.\n\nReporter: By whom?"
    assert timed(extracted.text, extracted.times)[1:] == [
        ("It is paid for.", "00:00:04.000 --> 01:00:05.000"),
        ("Reporter: By whom?", "01:00:05.000 --> 01:00:06.000"),
    ]
    assert any("with a colon" in note for note in extracted.harmless)


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("text", SCRIPTS)
def test_every_script(text: str, code: str) -> None:
    data = srt([("00:00:01,000", "00:00:02,000", text)]).decode().encode(code)
    assert one(EXTRACTOR, data, None, "a.srt").text == text


def test_captions_that_roll_up_are_said_once() -> None:
    cues = [("The mayor", 0), ("The mayor\nsaid today", 1), ("said today\nthat it rained.", 2)]
    data = srt([(f"00:00:0{second},000", f"00:00:0{second + 1},000", text) for text, second in cues])
    extracted = one(EXTRACTOR, data, None, "a.srt")
    assert extracted.text == "The mayor\nsaid today\nthat it rained."
    assert extracted.notes == ("2 lines were left out, as the subtitles before them had them already.",)


def test_the_times_are_kept_in_the_sidecar_and_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "debate.srt").write_text(SRT, "utf-8")
    assert main(["import", "articles", str(tmp_path / "debate.srt")]) == 0
    document = read_document(tmp_path / "debate.txt")
    times = document.article_extra["times"]
    assert isinstance(times, list)
    assert times[0] == "0-31 00:00:01.000 --> 00:00:03.500"
    assert main(["export", "jsonl", str(tmp_path), "-o", str(tmp_path / "out.jsonl")]) == 0
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert any(json.loads(line).get("article", {}).get("times") == times for line in lines)
    capsys.readouterr()


def test_files_without_times_are_refused() -> None:
    assert "-->" in refusal(EXTRACTOR, b"WEBVTT\n\nNOTE nothing\n", "a.vtt").sentence
    for data in (b"", b"just words", b"1\n00:00 --> x\nwords", b"1\n99999:00:00,0 --> 1:1:1,1\nwords"):
        refusal(EXTRACTOR, data, "a.srt")


def test_cut_off_anywhere() -> None:
    for end in range(0, len(SRT), 7):
        taken_or_refused(EXTRACTOR, SRT.encode()[:end], "a.srt")


NOT_WELL_FORMED = {
    "bad time": ("1\n00:00:aa --> 00:00:02,000\nOne ferry.\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo boats.", 1),
    "no milliseconds": ("1\n00:00:01 --> 00:00:02\nOne ferry.\n\n2\n00:00:03 --> 00:00:04\nTwo boats.", 0),
    "arrow": ("1\n00:00:01,000 -> 00:00:02,000\nOne ferry.\n\n2\n00:00:03.0 → 00:00:04.0\nTwo boats.", 0),
    "blank line in a cue": (
        "1\n00:00:01,000 --> 00:00:02,000\nOne\n\nferry.\n\n2\n00:00:03,0 --> 00:04,0\nTwo boats.",
        0,
    ),
    "no blank line": ("1\n00:00:01,000 --> 00:00:02,000\nOne ferry.\n2\n00:00:03,000 --> 00:00:04,000\nTwo boats.", 0),
    "blank lines everywhere": (
        "1\n\n00:00:01,0 --> 00:00:02,0\n\nOne ferry.\n\n2\n\n00:03,0 --> 00:04,0\n\nTwo boats.",
        0,
    ),
    "end before start": ("1\n00:00:09,000 --> 00:00:02,000\nOne ferry.\n\n2\n00:00:03,0 --> 00:00:04,0\nTwo boats.", 1),
    "words beside the times": ("1\n00:00:01,0 --> 00:00:02,0 One ferry.\n\n2\n00:03,0 --> 00:04,0 X1:5\nTwo boats.", 0),
    "no line of times": ("1\n00:00:01,0 --> 00:00:02,0\nOne ferry.\n\n2\nTwo boats.\n\n3\n", 1),
    "words before all times": ("One ferry.\n\n1\n00:00:03,000 --> 00:00:04,000\nTwo boats.", 1),
    "cut off": ("1\n00:00:01,0 --> 00:00:02,0\nOne ferry.\n\n2\n00:00:03,0 --> 00:04,0\nTwo boats.\n\n3\n00:00:0", 0),
}


@pytest.mark.parametrize("case", NOT_WELL_FORMED)
def test_what_is_not_well_formed_keeps_its_words(case: str) -> None:
    source, untimed = NOT_WELL_FORMED[case]
    extracted = one(EXTRACTOR, source.encode(), None, "debate.srt")
    assert extracted.text.split() == ["One", "ferry.", "Two", "boats."]
    told = [note.partition(" ")[0] for note in extracted.notes if "valid time" in note]
    assert told == [str(untimed)] * bool(untimed)
    assert len(extracted.times) == 2 - untimed


def test_figures_and_remarks_stay_what_they_are() -> None:
    head = "WEBVTT\n\nNOTE\nfor 2 rooms\n\n"
    source = f"{head}first\n00:01.000 --> 00:02.000\nIt cost\n300\n\nlast\n00:03.000 --> 00:04.000\nin May."
    assert one(EXTRACTOR, source.encode(), None, "debate.vtt").text == "It cost 300\nin May."
