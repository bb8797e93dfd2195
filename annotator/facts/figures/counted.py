"""Things that figures count, made comparable: words without endings, persons, and groups that exclude each other."""

from __future__ import annotations

import re
from functools import lru_cache

from annotator.facts.figures.rows import FigureRow
from annotator.language.folding import folded

LETTERS = re.compile(r"[^\W\d_]+")
ENDINGS = ("ing", "ern", "ies", "en", "er", "es", "ed", "e", "n", "s", "y")
SHORTEST = 4
"""Letters that are left of a word when an ending is taken off."""

ONE_OF = {"men": "man", "women": "woman", "children": "child"}
"""Words of several persons whose singular is not found by taking off an ending."""

SMALL_WORDS = """
a an the of in at on to for from with by and or as its their his her our that this these those is are was were be been
has have had who whom whose which all it they some not no
der die das des dem den ein eine einer eines einem einen von vom im am an auf zu zur zum für mit bei und oder als sich
ist sind war waren wurde wurden hat haben hatte hatten es sie er aus nach alle aller allen
"""
PERSON_WORDS = """
people person persons human humans individual individuals victim victims casualty casualties toll
menschen mensch personen leute opfer
"""
FATE_WORDS = """
killed dead died death deaths fatality fatalities wounded injured hurt missing detained arrested displaced evacuated
trapped affected
tote toten toter todesopfer getötet gestorben verletzte verletzten verletzt verletzter vermisste vermissten vermisst
"""
GROUP_WORDS = """
civilian child woman man boy girl soldier officer passenger patient pupil student teacher worker resident voter
respondent refugee fighter member employee prisoner adult guest visitor nurse doctor driver wounded dead singer player
marcher protester inhabitant citizen tenant farmer fan spectator sailor
zivilist zivilisten kind kinder frau frauen mann männer junge jungen mädchen soldat soldatin polizist fahrgast fahrgäste
passagier patient schüler schülerin schülerinnen student studierende lehrer lehrerin lehrkräfte arbeiter bewohner
einwohner wähler befragte flüchtling mitglied angestellte beschäftigte häftling erwachsene gast gäste besucher
teilnehmer zuschauer bürger senioren jugendliche mieter landwirte
"""
SMALL = frozenset(SMALL_WORDS.split())
"""Words that say nothing of what is counted."""


@lru_cache(10_000)
def stem(word: str) -> str:
    """Return a folded word without its endings, so that “homes” and “home”, “flooded” and “flooding” are the same."""
    word = ONE_OF.get(word, word)
    while ending := next((one for one in ENDINGS if word.endswith(one) and len(word) - len(one) >= SHORTEST - 1), ""):
        word = word[: -len(ending)]
    return word


@lru_cache(10_000)
def stems(text: str) -> frozenset[str]:
    """Return the words of a text that say something, without their endings."""
    return frozenset(stem(word) for word in LETTERS.findall(folded(text)) if word not in SMALL and len(word) > 1)


def stems_of(words: str) -> frozenset[str]:
    """Return the words of a list without their endings."""
    return frozenset(map(stem, words.split()))


ANY_PERSON, FATES = stems_of(PERSON_WORDS), stems_of(FATE_WORDS)
PERSONS = ANY_PERSON | stems_of(GROUP_WORDS)


def key_of(row: FigureRow) -> frozenset[str]:
    """Return what the figure counts as comparable words; persons of whom only their fate is said are none."""
    key = stems(row.counted)
    return key - ANY_PERSON - FATES if row.people else key


def counts_persons(row: FigureRow) -> bool:
    """Tell whether the figure counts people."""
    return bool(row.people or stems(row.counted) & PERSONS)
