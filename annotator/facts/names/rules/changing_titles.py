"""A title that changes: one person with two titles of which nobody has both at a time.

Example: “Finance Minister Ada Lund” and “Foreign Minister Ada Lund”; “Captain Bohn” and “Major Bohn”; “Mr Okoro” and
“Ms Okoro” where one Okoro is told of; “Mayor Reiff” and “Deputy Mayor Reiff”. Counter-example: “Dr Lund” and “Professor
Lund”, “President Tusk” and “EU President Tusk”; and where a sentence says that it was at another time: “former”,
“promoted”; or where relatives are told of: “his wife, Ms Okoro”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from annotator.facts.finding import Finding, Place
from annotator.facts.names.groups import Group
from annotator.facts.names.mention import Mention
from annotator.facts.names.name_facts import NameFacts
from annotator.facts.names.name_words import NameWords, plain
from annotator.translation.messages import _

RULE = "title"
WORD = re.compile(r"[^\W\d_]+")
SAME_PORTFOLIO = {"defense": "defence", "labor": "labour"}


def findings(facts: NameFacts) -> Iterator[Finding]:
    """Yield a finding for each person with two titles that exclude each other, the first two of them."""
    if facts.known is None:
        return
    for group in facts.groups:
        full = " " in group.name
        for one, other in combinations(_titled(group), 2):
            if _exclude(one, other, facts.known, full=full) and not _is_explained(one, other, facts, facts.known):
                yield _finding(group, one, other)
                break


def _titled(group: Group) -> list[Mention]:
    """Return the first mention with each title."""
    first: dict[str, Mention] = {}
    for mention in group.mentions:
        if mention.title:
            first.setdefault(mention.title.casefold(), mention)
    return [*first.values()]


def _exclude(one: Mention, other: Mention, known: NameWords, *, full: bool) -> bool:
    """Return True if nobody has both titles; “Mr Hale” and “Ms Hale” are two people unless a full name is told."""
    words, others = _words(one.title), _words(other.title)
    return (
        (full and _by_gender(words, others, known))
        or _by_rank(words, others, known)
        or _by_portfolio(words, others, known)
        or _by_deputy(words, others, known)
    )


def _words(title: str) -> list[str]:
    return [plain(word) for word in WORD.findall(title)]


def _by_gender(one: Sequence[str], other: Sequence[str], known: NameWords) -> bool:
    his = [known.has("his", words[-1]) for words in (one, other)]
    her = [known.has("her", words[-1]) for words in (one, other)]
    return (his[0] and her[1]) or (her[0] and his[1])


def _by_rank(one: Sequence[str], other: Sequence[str], known: NameWords) -> bool:
    return known.has("ranks", one[-1]) and known.has("ranks", other[-1]) and one[-1] != other[-1]


def _by_portfolio(one: Sequence[str], other: Sequence[str], known: NameWords) -> bool:
    first, second = _portfolio(one, known), _portfolio(other, known)
    return first is not None and second is not None and first[0] == second[0] and first[1] != second[1]


def _portfolio(words: Sequence[str], known: NameWords) -> tuple[str, str] | None:
    """Return office and portfolio: “minister” and “finance” of “Finance Minister” and of “Minister of Finance”."""
    office = [word for word in words if known.has("offices", word)]
    field = [SAME_PORTFOLIO.get(word, word) for word in words if known.has("portfolios", word)]
    deputy = any(known.has("deputies", word) for word in words)
    return (office[0], field[0]) if len(office) == len(field) == 1 and not deputy else None


def _by_deputy(one: Sequence[str], other: Sequence[str], known: NameWords) -> bool:
    if one[-1] != other[-1] or not known.has("heads", one[-1]):
        return False
    deputy = [any(known.has("deputies", word) for word in words) for words in (one, other)]
    return deputy[0] != deputy[1]


def _is_explained(one: Mention, other: Mention, facts: NameFacts, known: NameWords) -> bool:
    """Return True where relatives are told of, or a sentence near tells of another time."""
    kin = _by_gender(_words(one.title), _words(other.title), known)
    told = (
        WORD.findall(facts.text)
        if kin
        else [word for mention in (one, other) for word in WORD.findall(facts.around(mention.place.span))]
    )
    return any(known.has("kin" if kin else "times", word) for word in told)


def _finding(group: Group, one: Mention, other: Mention) -> Finding:
    sentence = _("{name} is once “{one}” and once “{other}”.").format(name=group.name, one=one.title, other=other.title)
    written = (f"{one.title} {one.written}", f"{other.title} {other.written}")
    return Finding(RULE, _("A title that changes"), sentence, (_place(one), _place(other)), written)


def _place(mention: Mention) -> Place:
    """Return the place of the name with its title."""
    return Place(mention.titled or mention.place.span, mention.place.id, mention.place.article)
