"""Articles edited by chance: how many annotations find their places, and that none is put in a wrong one."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from operator import itemgetter

from annotator.anchoring.verdicts import AMBIGUOUS, CHANGED, LOST, MOVED, SAME, Place, Quoted, from_quotes, from_text
from annotator.model.span import Span
from annotator.storage.articles.article_reading import read_article
from annotator.storage.articles.folders import articles_in
from annotator.storage.program.resources import samples
from annotator.storage.sidecars.sidecar_files import read_sidecar, sidecar_path
from tests.anchoring.rewrapped_articles import WAYS, truths, unwrapped, wrapped
from tests.proofs.pace import timed
from tests.proofs.planting.fault import Fault
from tests.proofs.result import Line
from tests.support.edited_articles import edited, spans_of
from tests.support.look_alikes import (
    first_words,
    moved_elsewhere,
    one_of_two_words,
    replaced_beside_its_neighbour,
    replaced_elsewhere,
)

FAILS_IF = (
    "too few annotations find their places, one is put in a wrong one, or too few deleted ones are lost, "
    "or if it takes too long"
)
FROM_TEXT, FROM_QUOTES = "annotator/anchoring/from_text.py", "annotator/anchoring/from_quotes.py"
FAULTS = (
    Fault("moved is taken for same", FROM_TEXT, "return MOVED_PLACE", "return SAME", "moved sentence"),
    Fault(
        "the texts are compared from the beginning only",
        FROM_TEXT,
        "_place(forward.landing(span), backward.landing(span))",
        "_place(forward.landing(span), forward.landing(span))",
        "one of two equal words",
    ),
    Fault("other blanks are other words", FROM_TEXT, "if seen(old) == seen(new):", "if old == new:", "blanks"),
    Fault("the words on either side do not matter", FROM_QUOTES, "FLANKS = 0.5", "FLANKS = 0.0", "beside a neighbour"),
)
RATES = (0.01, 0.05, 0.10, 0.20)
BARRED = 0.10
"""The bars hold for texts of which at most so much was edited."""

SPARSE, DENSE = 12, 150
CONTEXT = 32
LOOK_ALIKES = 0.001
"""At most so many annotations may be taken to be in a look-alike."""

BESIDE = 0.05
"""Likewise, where the sentence after it is the same as well, and the quotes may show nothing else."""

CERTAIN = (SAME, MOVED)
Case = tuple[str, str, Sequence[Span], Span]
"""Old and new text, the spans of the old one, and where those lie that are asked about."""

TIMED, TIMES = 2, 3
"""In so many runs it is timed how long the same work takes so many times; the quickest was disturbed least."""
BARS = {True: (0.95, 0.001, 0.85), False: (0.90, 0.005, 0.60)}
"""With the kept text and without it: exact at least, wrong at most, deleted ones lost at least."""

CHINESE = """\
旧港的渡轮将继续运行到明年三月

市议会星期二晚上以九票对六票决定,旧港与北岸之间的渡轮将继续运行到明年三月底。市长陈若兰在表决之后说,这并不是最后的决定,但是居民们至少可以安心过冬。

渡轮公司去年运送了四十一万两千名乘客,比前一年少了百分之七。公司经理罗伯特·海尔在会上承认,船只已经太旧,每个月都要修理两次。“如果没有新的发动机,我们只能在夏天开船,”他说。根据公司交给议会的报告,换一台发动机需要一百八十万元,而公司去年亏损了六十五万元。

反对这项决定的议员认为,这笔钱应该用来修建新桥。“我们每年都听到同样的话,”议员周明德说,“可是桥的图纸已经在抽屉里放了十二年。”他要求市政府在六月之前公布新桥的费用。负责交通的副市长没有回答这个要求,只是说工程师们还在计算。

码头附近的商店对结果感到高兴。面包店的主人李秀英说,她的客人有一半是坐渡轮来的。鱼市场的商人协会做了一次调查:在二百三十家商店中,有一百七十四家表示,如果渡轮停运,他们的收入会减少。协会主席承认,这次调查只用了三天时间。

住在北岸的学生每天早上乘坐七点十分的船去上学。校长王建国说,如果没有渡轮,公共汽车要走五十分钟,而且经过的道路在冬天常常结冰。家长们已经收集了三千一百个签名,并在星期一把它们交给了市议会。

气象台预计今年冬天的风暴会比往年更多。去年十一月,渡轮因为大风停运了十一天。港务局的一名官员说,新的防波堤要到后年才能建成,在那以前谁也不能保证船只准时到达。他还说,旧码头的灯塔将在春天关闭,因为修理它的费用太高。

环境组织“清水”欢迎议会的决定,但是批评渡轮使用的柴油。该组织的发言人说,港口的空气在五年内没有变好,而电动渡轮在别的城市早已普通。市长回答说,她的办公室正在和两家造船厂商谈,第一批结果将在夏天公布。

下一次会议定于一月十五日举行。到那时,议会要决定票价是否上涨。目前单程票价是四元,儿童和老人免费。
"""


def prove(full: bool) -> Iterator[Line]:
    """Every article of the samples and a Chinese one, each edited several times in each way."""
    yield from _certain_lines(full)
    yield from _blank_lines(4 if full else 1)
    for kept in (True, False):
        for rate in RATES:
            yield from _lines(rate, kept, 12 if full else 1)


def _blank_lines(runs: int) -> Iterator[Line]:
    """Articles of which only blanks and line ends were changed, in each way so many times."""
    for kept, least in ((True, 0.999), (False, 0.9)):
        count: Counter[object] = Counter()
        for number, (text, marked) in enumerate(_articles()):
            for run, way in enumerate(WAYS * runs):
                source = random.Random(f"{number} {run}")
                old = wrapped(text, source) if way is unwrapped else text
                new, spans = way(old, source), sorted({*spans_of(old, DENSE, source), *(marked if old == text else ())})
                truth = truths(old, new)
                for span, place in zip(spans, _placed(old, new, spans, kept)[0], strict=True):
                    count.update(["spans", *([place.verdict == SAME and place.span == truth(span)])])
                    count["wrong"] += place.verdict == SAME and place.span != truth(span)
        what = f"only blanks and line ends changed, {'with' if kept else 'without'} the kept text"
        same, wrong = count[True] / count["spans"], count["wrong"]
        yield Line(f"{what}: same", f"{same:.2%} of {count['spans']:,}", _bar("≥", least), same >= least)
        yield Line(f"{what}: same at a wrong place", f"{wrong}", "none", not wrong)


def _lines(rate: float, kept: bool, runs: int) -> Iterator[Line]:
    count, each = _counted(rate, kept, runs)
    spans, alive, gone = count["spans"], count["alive"], count["gone"]
    exact, wrong = count["exact"] / alive, count["wrong"] / spans
    lost = count["gone and lost"] / gone if gone else 1.0
    what = f"{rate:.0%} edited, {'with' if kept else 'without'} the kept text"
    bars = BARS[kept] if rate <= BARRED else (0.0, 1.0, 0.0)
    yield Line(f"{what}: exact", f"{exact:.2%} of {alive:,}", _bar("≥", bars[0]), exact >= bars[0])
    yield Line(f"{what}: same at a wrong place", f"{wrong:.3%} of {spans:,}", _bar("≤", bars[1]), wrong <= bars[1])
    yield Line(f"{what}: deleted ones lost", f"{lost:.1%} of {gone}", _bar("≥", bars[2]), lost >= bars[2])
    proposed = ", ".join(
        f"{count[verdict, False]} of {count[verdict]} {verdict}" for verdict in (MOVED, CHANGED, AMBIGUOUS)
    )
    yield Line(f"{what}: proposals at a wrong place", proposed, "none; nothing is applied", True)
    yield Line(f"{what}: time", f"{each * 1000:.2f} ms a span", "≤ 1 ms of a quiet processor", each <= 0.001)


def _bar(sign: str, bar: float) -> str:
    return f"{sign} {bar:.1%}" if bar not in (0.0, 1.0) else f"none above {BARRED:.0%}"


def _counted(rate: float, kept: bool, runs: int) -> tuple[Counter[object], float]:
    count: Counter[object] = Counter()
    seconds, timed = 0.0, 0
    for number, (old, marked) in enumerate(_articles()):
        for run in range(runs):
            source = random.Random(f"{number} {run} {rate}")  # the same every time
            new = edited(old, rate, source)
            chosen = {*marked, *spans_of(old, source.choice([SPARSE, DENSE]), source)}
            spans = sorted(span for span in chosen if not new.torn(span))
            times = TIMES if run < TIMED else 1
            places, took = min((_placed(old, new.new, spans, kept) for _ in range(times)), key=itemgetter(1))
            if run < TIMED:
                seconds, timed = seconds + took, timed + len(spans)
            for span, place in zip(spans, places, strict=True):
                _count(count, new.truth(span), place)
    return count, seconds / timed


def _placed(old: str, new: str, spans: Sequence[Span], kept: bool) -> tuple[list[Place], float]:
    """The places and how much time of the processor it took."""
    quotes = _quotes(old, spans)
    return timed(lambda: from_text(old, new, spans) if kept else from_quotes(new, quotes, None))


def _articles() -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The texts, and what is annotated in them."""
    for path in articles_in(samples()):
        article, sidecar = read_article(path).article, sidecar_path(path)
        items = read_sidecar(sidecar, article).document.annotations.values() if sidecar.exists() else ()
        yield article.text, tuple(item.span for item in items)
    yield CHINESE, ()


def _quotes(old: str, spans: Sequence[Span]) -> list[Quoted]:
    around = partial(_around, old)
    return [Quoted(span, span.of(old), *around(span)) for span in spans]


def _around(text: str, span: Span) -> tuple[str, str]:
    return text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]


def _count(count: Counter[object], truth: Span | None, place: Place) -> None:
    right = place.span == truth
    count.update(["spans", "alive" if truth else "gone", place.verdict, (place.verdict, right)])
    count["exact"] += truth is not None and right
    count["wrong"] += place.verdict == SAME and not right
    count["gone and lost"] += truth is None and place.verdict == LOST


def _certain_lines(full: bool) -> Iterator[Line]:
    """Spans that are gone, moved or one of two, which may be proposed but never taken for certain."""
    for kept in (True, False):
        how = f"{'with' if kept else 'without'} the kept text"
        yield _certain(f"look-alike elsewhere taken for a deleted one, {how}", _look_alikes(full), kept, LOOK_ALIKES)
    yield _certain(
        "look-alike beside a neighbour taken, without the kept text", _beside_neighbours(full), False, BESIDE
    )
    yield _certain("moved sentence taken to stand where it stood, with the kept text", _moved(full), True, of=(SAME,))
    yield _certain("one of two equal words taken for the one that is left, with the kept text", _words(full), True)


def _certain(what: str, cases: Iterable[Case], kept: bool, most: float = 0.0, of: Sequence[str] = CERTAIN) -> Line:
    """Count the spans in question that get one of the verdicts."""
    count: Counter[str] = Counter()
    for old, new, spans, asked in cases:
        places, _ = _placed(old, new, spans, kept)
        count.update(place.verdict for span, place in zip(spans, places, strict=True) if asked.covers(span))
    total, taken = sum(count.values()), sum(count[verdict] for verdict in of)
    return Line(what, f"{taken / total:.2%} of {total:,}", f"≤ {most:.1%}", taken <= most * total)


def _look_alikes(full: bool) -> Iterator[Case]:
    """Each sentence taken out, and one that differs from it in a single word put in elsewhere."""
    source = random.Random(1)
    for old, _ in _articles():
        for sentence, new in replaced_elsewhere(old, 20 if full else 2):
            inside = _within(old, sentence, source)
            for others in ([], spans_of(old, SPARSE, source), spans_of(old, 100, source)):
                yield old, new, [*dict.fromkeys([*inside, *others] if others else inside[:1])], sentence


def _beside_neighbours(full: bool) -> Iterator[Case]:
    source = random.Random(1)
    for old, _ in _articles():
        for sentence, new in replaced_beside_its_neighbour(old, 20 if full else 6):
            first = first_words(old, sentence)
            yield old, new, [*dict.fromkeys([first, *_within(old, sentence, source)])], first


def _moved(full: bool) -> Iterator[Case]:
    source = random.Random(1)
    for old, _ in _articles():
        for sentence, new in moved_elsewhere(old, 20 if full else 2):
            yield old, new, [*dict.fromkeys(_within(old, sentence, source))], sentence


def _words(full: bool) -> Iterator[Case]:
    for new, _ in _articles():
        for old, word in one_of_two_words(new, 20 if full else 4):
            yield old, new, [word], word


def _within(old: str, sentence: Span, source: random.Random) -> list[Span]:
    """Some phrases of the sentence in no order, and the sentence."""
    words = sentence.of(old)
    found = spans_of(words, 4, source)
    source.shuffle(found)
    return [*(Span(sentence.start + span.start, sentence.start + span.end) for span in found), sentence]
