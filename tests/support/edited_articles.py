"""Articles edited by chance, of which it is known where every span went."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.model.span import Span

SENTENCE = re.compile(r"[^\n.!?。؟]*[^\n.!?。؟\s][^\n.!?。؟]*(?:[.](?!\s|$)[^\n.!?。؟]*)*[.!?。؟]*[\"”’»」]*")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
STRAIGHT = str.maketrans("“”‘’«»–—", '""\'\'""--')
CURLY = str.maketrans({'"': "”", "'": "’", "-": "–"})
NEW_WORDS = {
    "latin": [
        "harvest",
        "seven",
        "candle",
        "report",
        "northern",
        "quickly",
        "window",
        "gave",
        "318",
        "violet",
        "agreed",
    ],
    "arabic": ["قمر", "كتاب", "شارع", "سريع", "57", "نافذة", "كبيرة", "وصل", "شمال", "قهوة", "جديد", "صباحا"],
    "chinese": list("春秋河桥店鱼纸门灯船糖票墙雪针"),
}


@dataclass(slots=True)
class Word:
    """A word at its old place, with what it has become; None where it was taken out, no place where it is new."""

    text: str | None
    old: Span | None
    blank: str = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """The old text, the new one, and where each old letter that is left went; letters of exchanged words share one."""

    old: str
    new: str
    words: Sequence[tuple[Span, Span | None]]

    def torn(self, span: Span) -> bool:
        """Whether a part of the span was moved away from the rest, so that nobody can say where it went."""
        inside = [new for old, new in self.words if new and old.overlaps(span)]
        return inside != sorted(inside) or bool(inside and inside[-1].end - inside[0].start > 2 * len(span) + 40)

    def truth(self, span: Span) -> Span | None:
        """Where the span went; None where nothing of it is left."""
        inside = [new for old, new in self.words if new and old.overlaps(span)]
        return Span(inside[0].start, inside[-1].end) if inside else None


@dataclass(slots=True)
class Sentence:
    """Words, and what follows the last of them."""

    words: list[Word] = field(default_factory=list)
    end: str = " "


def edited(old: str, rate: float, source: random.Random) -> Edited:
    """Of the words, ``rate`` are exchanged, taken out or put in; of the sentences, as many deleted, put in or moved."""
    sentences = [*_sentences(old)]
    for sentence in sentences:
        _edit_words(sentence, rate, source, _script(old))
    result: list[Sentence] = []
    moved: list[Sentence] = []
    for sentence in sentences:
        fate = source.random()
        if fate < rate / 3:
            continue
        if fate < 2 * rate / 3:
            moved.append(sentence)
            continue
        result.append(sentence)
        if fate < rate:
            result.append(source.choice([_made_up, _like_another])(source, _script(old), old))
    for sentence in moved:
        result.insert(source.randrange(len(result) + 1), sentence)
    return _written(old, result, source.choice([STRAIGHT, CURLY, {}]))


def spans_of(text: str, count: int, source: random.Random) -> list[Span]:
    """Spans as people mark them: telling words, phrases, clauses and sentences."""
    sentences = [[word.old for word in sentence.words if word.old] for sentence in _sentences(text)]
    sentences = [words for words in sentences if words]
    found: set[Span] = set()
    for _ in range(count * 20):
        words = source.choice(sentences)
        length = min(len(words), source.choice([1, 1, 2, 3, 4, 6, 9, 14, 99]))
        first = source.randrange(len(words) - length + 1)
        span = Span(words[first].start, words[first + length - 1].end)
        if len(span) >= 4 or (length == 1 and span.of(text).isdigit()) or (length > 1 and CHINESE.match(span.of(text))):
            found.add(span)
        if len(found) == count:
            break
    return sorted(found)


def _script(text: str) -> str:
    if len(CHINESE.findall(text)) > len(text) / 4:
        return "chinese"
    return "arabic" if "ال" in text else "latin"


def _sentences(text: str) -> Iterator[Sentence]:
    chinese = _script(text) == "chinese"
    pattern = re.compile(r"[0-9]+|\w" if chinese else r"\w+(?:[’'.,:/-]\w+)*|[^\w\s]")
    matches = [*SENTENCE.finditer(text)]
    for match, following in zip(matches, [*matches[1:], None], strict=True):
        end = following.start() if following else len(text)
        words = [found.span() for found in pattern.finditer(text, *match.span())]
        if not words:
            continue
        sentence = Sentence()
        for (start, stop), after in zip(words, [*(start for start, _ in words[1:]), end], strict=True):
            sentence.words.append(Word(text[start:stop], Span(start, stop), text[stop:after]))
        yield sentence


def _edit_words(sentence: Sentence, rate: float, source: random.Random, script: str) -> None:
    words: list[Word] = []
    for word in sentence.words:
        words.append(word)
        assert word.text
        if not word.text[0].isalnum() or source.random() >= rate:
            continue
        match source.choice(["exchange", "exchange", "out", "in"]):
            case "exchange":
                word.text = source.choice(NEW_WORDS[script])
            case "out" if word is not sentence.words[-1]:
                word.text = None
            case _ if word is not sentence.words[-1]:
                blank = "" if script == "chinese" else " "
                words.append(Word(source.choice(NEW_WORDS[script]), None, word.blank))
                word.blank = blank
    sentence.words = words


def _like_another(source: random.Random, script: str, old: str) -> Sentence:
    """A sentence that differs from one of the old text in a single word."""
    words = [Word(word.text, None, word.blank) for word in source.choice([*_sentences(old)]).words]
    source.choice(words).text = source.choice(NEW_WORDS[script])
    return Sentence(words)


def _made_up(source: random.Random, script: str, old: str) -> Sentence:
    blank = "" if script == "chinese" else " "
    words = [Word(source.choice(NEW_WORDS[script]), None, blank) for _ in range(source.randrange(5, 16))]
    words[-1].blank = "。" if script == "chinese" else ". "
    return Sentence(words)


def _written(old: str, sentences: list[Sentence], marks: Mapping[int, int | str]) -> Edited:
    text, places = "", {}
    for sentence in sentences:
        if text and not text[-1].isspace() and _script(old) != "chinese":
            text += " "
        for word in sentence.words:
            if word.text is None:
                text += word.blank.lstrip(" ")
                continue
            start = len(text)
            text += word.text
            if word.old:
                places[word.old] = Span(start, len(text))
            text += word.blank
    olds = [word.old for sentence in _sentences(old) for word in sentence.words if word.old]
    return Edited(old, text.translate(marks), [(span, places.get(span)) for span in olds])
