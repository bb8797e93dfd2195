"""Earlier mails that a mail quotes, below “>” or behind a head of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from annotator.interop.articles.blocks import BETWEEN, Block, inlay_of, joined
from annotator.interop.articles.extracted import QUOTED

MARKS = re.compile(r"(?:> ?)+")
ESCAPED = ">From "
RULE = re.compile(
    r"\s*-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht"
    r"|message d.origine|message transféré|mensaje original|mensaje reenviado|messaggio originale"
    r"|messaggio inoltrato|oorspronkelijk bericht|mensagem original|исходное сообщение|пересылаемое сообщение"
    r"|الرسالة الأصلية|رسالة معاد توجيهها|رسالة محولة)\s*-{2,}\s*"
    r"|\s*(?:begin forwarded message|anfang der weitergeleiteten nachricht):\s*",
    re.I,
)
FROM = re.compile(r"\W*(?:from|von|de|da|van|от|من)\s*:\s*\S", re.I)
SENT = re.compile(
    r"^\W*(?:sent|date|gesendet|datum|envoyé|enviado|enviada|data|inviato|verzonden|отправлено|дата|"
    r"تاريخ الإرسال|التاريخ|أرسلت)\s*:",
    re.I | re.M,
)
HEAD_LINES = 6
WROTE = re.compile(
    r"(?:\d|@).*:$|\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|пишет|написал|كتب)\b.*:$",
    re.I,
)
LONGEST_INTRODUCTION = 200


def told_apart(text: str) -> list[Block]:
    """Return the paragraphs of a plain text; each quoted mail is one block, with the line that introduces it."""
    lines = [line.rstrip() for line in text.split("\n")]
    blocks: list[Block] = []
    for depth, group in groupby(zip(_depths(lines), lines, strict=True), key=lambda pair: pair[0]):
        whole = "\n".join(line for _depth, line in group)
        if depth:
            blocks.append(Block(whole.strip(), QUOTED))
        else:
            blocks += [Block(paragraph.strip("\n")) for paragraph in whole.split(BETWEEN)]
    return [block for block in blocks if block.text]


def with_quoted(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks of an HTML mail, in which each quoted mail is one block; the head of one begins the last."""
    found: list[Block] = []
    is_after_head = False
    for block in blocks:
        is_after_head = is_after_head or (bool(found) and is_head(block.text))
        found.append(Block(block.text, QUOTED, block.inlay) if is_after_head else block)
    return [*_united(found)]


def is_head(text: str) -> bool:
    """Return whether the text begins with the head of an earlier mail, as programs put it above one."""
    lines = text.split("\n", HEAD_LINES)[:HEAD_LINES]
    if RULE.fullmatch(lines[0]):
        return True
    return bool(FROM.match(lines[0]) and SENT.search("\n".join(lines[1:])))


def _united(blocks: Sequence[Block]) -> Iterator[Block]:
    for is_quoted, group in groupby(blocks, key=lambda block: block.role == QUOTED):
        some = [*group]
        if is_quoted:
            yield Block(joined(Block(block.text) for block in some)[0], QUOTED, inlay_of(some))
        else:
            yield from some


def _depths(lines: Sequence[str]) -> list[int]:
    """Return how deep each line is quoted: 0 for the mail's own, at least 1 for all after the head of another."""
    depths = [_depth(line) for line in lines]
    for number, line in enumerate(lines):
        may_be = number and not depths[number] and (FROM.match(line) or RULE.fullmatch(line))
        if may_be and is_head("\n".join(lines[number : number + HEAD_LINES])):
            depths[number:] = [depth + 1 for depth in depths[number:]]
            break
    for number, depth in enumerate(depths):
        if depth and number and not depths[number - 1]:
            _introduce(lines, depths, number)
    return depths


def _depth(line: str) -> int:
    """Return the number of “>” before the line; one that only protects the word “From” is none."""
    found = MARKS.match(line)
    return found[0].count(">") if found and not line.startswith(ESCAPED) else 0


def _introduce(lines: Sequence[str], depths: list[int], number: int) -> None:
    """Count the line or two before a quotation that say who wrote it as part of it."""
    last = number - 1
    while last > number - 3 and last > 0 and not lines[last]:
        last -= 1
    first = last
    if first and lines[first - 1] and not re.search(r"\d|@", lines[first]):
        first -= 1
    words = " ".join(lines[first : last + 1])
    if depths[last] == 0 and len(words) <= LONGEST_INTRODUCTION and WROTE.search(words):
        depths[first:number] = [depths[number]] * (number - first)
