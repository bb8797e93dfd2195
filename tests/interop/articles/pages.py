"""What the tests of web pages, mails and books share: texts in three scripts, and looks at what was extracted."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.interop.articles.extracted import Extracted, Extractor, Wishes

ENGLISH = "Thousands of families left the harbour on Thursday, the Red Cross said, under a deal that ends the siege."
ARABIC = (
    "غادر آلاف المدنيين والمقاتلين الميناء يوم الخميس بموجب اتفاق الإجلاء، بحسب ما قالته اللجنة الدولية للصليب الأحمر."
)
CHINESE = "红十字国际委员会表示，数千名平民和战士周四根据撤离协议离开了港口，行动可能持续数天，费用为三百万元。"
EMOJI = "The mayor 👩🏽‍🚒 said the cafe\u0301 would reopen on Monday 🎉, with e\u0301tudes at no cost to anybody."
ALL = (ENGLISH, ARABIC, CHINESE, EMOJI)


def only(extractor: Extractor, data: bytes | str, name: str = "saved.html", page_parts: bool = False) -> Extracted:
    """The one text that is extracted, after a look at what holds of every text."""
    (extracted,) = every(extractor, data, name, page_parts)
    return extracted


def every(extractor: Extractor, data: bytes | str, name: str, page_parts: bool = False) -> Iterator[Extracted]:
    """All texts, each sound."""
    wishes = Wishes(page_parts=page_parts)
    for extracted in extractor.extract(data.encode() if isinstance(data, str) else data, name, wishes):
        check(extracted)
        yield extracted


def check(extracted: Extracted) -> None:
    """What holds of every text: it can be saved as it is, and its parts lie in it and are trimmed."""
    text = extracted.text
    assert text.strip()
    assert "\r" not in text
    assert "\0" not in text
    assert text.encode().decode() == text
    assert extracted.name
    end = 0
    for part in extracted.parts:
        assert end <= part.span.start < part.span.end <= len(text)
        assert part.span.of(text) == part.span.of(text).strip()
        end = part.span.end
    assert all(note.endswith(".") for note in extracted.notes)
    assert all(extracted.about.values())


def roles(extracted: Extracted) -> list[tuple[str, str]]:
    """The parts as their roles and their words."""
    return [(part.role, part.span.of(extracted.text)) for part in extracted.parts]
