"""Comparison of two figures: are they numbers of one and the same thing, as far as their sentences tell."""

from __future__ import annotations

from annotator.facts.figures.counted import SMALL, key_of, stems
from annotator.facts.figures.rows import FigureRow
from annotator.facts.figures.surroundings import Surroundings
from annotator.facts.figures.wording import Wording
from annotator.language.folding import folded

BEFORE, AFTER = 6, 3
"""Words beside a figure in which is looked for words that set it apart."""
FEWEST_SHARED = 2
"""Words that the sentences of two figures share where what they count is one word or read by rule."""
SPECIFIC = 2
"""Words of what is counted that tell by themselves what it is."""

APART = Wording(
    en="another|further|more|additional|others?|first|second|third|fourth|last|previous(?:ly)?|earlier|later|then|now|"
    "remaining|rest|again|each|every|per|half|initial(?:ly)?|original(?:ly)?|correct(?:ed|ion)|revised|up from|"
    "down from|instead|rather|not|never|wrongly|estimate[sd]?|forecasts?|planned|plans?|expect(?:s|ed)?|targets?|would|"
    "could|may|might|if|away|of (?:them|whom|which|these|those)|only|alone|average|record|usual(?:ly)?|normal(?:ly)?|"
    "since|so far|least|most|until|before|yet|still|compared|than|against|as of|to date|elsewhere|similar",
    de="weitere[rnms]?|andere[rnms]?|erste[rnms]?|zweite[rnms]?|dritte[rnms]?|letzte[rnms]?|vorige[rnms]?|zuvor|früher|"
    "später|dann|jetzt|nun|inzwischen|mittlerweile|zunächst|anfangs|anfänglich|ursprünglich|übrige[rnms]?|"
    "wieder|je|jede[rnms]?|pro|halb|korrigiert|statt|nicht|nie|geschätzt|erwartet|geplant|würden?|könnten?|soll(?:en|te)?|"
    "wenn|falls|davon|darunter|nur|allein|durchschnittlich|rekord|üblich|seit|bisher|bislang|bis|noch|als|gegenüber|"
    "verglichen|anderswo|ähnliche[rnms]?",
)
FRESH = Wording(en="new|fresh", de="neue[rnms]?|frische[rnms]?")
TIMES = Wording(
    en="mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|january|february|march|april|june|july|"
    "august|september|october|november|december|spring|summer|autumn|winter|yesterday|today|tonight|tomorrow|"
    "(?:last|this|next|the same|that) (?:year|month|week|day|night|summer|winter|spring|autumn|season)|"
    r"(?:1[6-9]|20)\d\d|morning|evening|afternoon|noon|midnight|(?:a|per) (?:day|week|month|year|hour)|daily|weekly|"
    r"monthly|yearly|ago|\d+(?:st|nd|rd|th)|season",
    de="montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonnabends?|sonntags?|januar|februar|märz|april|"
    "mai|juni|juli|august|september|oktober|november|dezember|frühling|frühjahr|sommer|herbst|winter|gestern|heute|"
    r"morgen|abends?|nachts?|mittags?|(?:1[6-9]|20)\d\d|vorjahr|jahr|monat|woche|täglich|wöchentlich|monatlich|jährlich|"
    "vor (?:einem|zwei|drei)",
)
PLACES = Wording(
    en=r"(?:in|at|near|outside|from|around) [a-z]+",
    de=r"(?:in|bei|nach|aus|um|nahe) [a-zäöüß]+",
)
SAYING = Wording(
    en="sa(?:y|ys|id)|according|told|spoke|put|estimate[sd]?|reported|claim(?:s|ed)|count(?:s|ed)|announced|named",
    de="sagt(?:e|en)?|laut|zufolge|angaben|sprach(?:en)?|meldet(?:e|en)?|teilte|nannte|zählt(?:e|en)?",
)


def are_of_one_thing(one: FigureRow, other: FigureRow, around: Surroundings) -> bool:
    """Tell whether the figures of two sentences, whose keys are the same, are numbers of the same thing."""
    return (
        one.sentence != other.sentence
        and _same(one.people, other.people)
        and not _are_compared(one, other, around)
        and not _are_two_accounts(one, other, around)
        and not any(_stands_apart(row, around) for row in (one, other))
        and _are_of_one_time(one, other, around)
        and _are_of_one_place(one, other, around)
        and _is_told_enough(one, other, around)
    )


def is_specific(one: FigureRow, other: FigureRow) -> bool:
    """Tell whether persons have said in several words what is counted, or what became of the people."""
    if any("counted" in row.by_rule or "people" in row.by_rule for row in (one, other)):
        return False
    return bool(one.people) or len(key_of(one)) >= SPECIFIC


def _same(one: str, other: str) -> bool:
    return folded(one).strip() == folded(other).strip()


def _are_compared(one: FigureRow, other: FigureRow, around: Surroundings) -> bool:
    return frozenset((one.claim_id, other.claim_id)) in around.compared


def _are_two_accounts(one: FigureRow, other: FigureRow, around: Surroundings) -> bool:
    """Tell whether two sources say them, of which a reader is told."""
    if one.source_id and other.source_id:
        return one.source_id != other.source_id and not _same(one.source, other.source)
    if one.source_id or other.source_id:
        return False
    return all(SAYING.within(around.words_of(row), around.language) for row in (one, other))


def _stands_apart(row: FigureRow, around: Surroundings) -> bool:
    before = " ".join(around.before(row).split()[-BEFORE:])
    after = " ".join(around.after(row).split()[:AFTER])
    if FRESH.begins(after, around.language):
        return True
    return any(APART.within(words, around.language) for words in (before, after))


def _are_of_one_time(one: FigureRow, other: FigureRow, around: Surroundings) -> bool:
    if one.as_of and other.as_of:
        return _same(one.as_of, other.as_of)
    times = [TIMES.found(around.words_of(row), around.language) for row in (one, other)]
    return times[0] == times[1]


def _are_of_one_place(one: FigureRow, other: FigureRow, around: Surroundings) -> bool:
    if one.place and other.place:
        return _same(one.place, other.place)
    places = [_places(row, around) for row in (one, other)]
    return not all(places) or bool(places[0] & places[1])


def _places(row: FigureRow, around: Surroundings) -> frozenset[str]:
    """Return the names of places beside prepositions in the sentence, and the figure's own place, folded."""
    sentence = around.sentence_of(row)
    named = sentence.of(around.text) if sentence else ""
    found = (words.split()[1] for words in PLACES.found(folded(named), around.language))
    names = {name for name in found if name not in SMALL and name.capitalize() in named}
    return frozenset(names | ({folded(row.place)} if row.place else set()))


def _is_told_enough(one: FigureRow, other: FigureRow, around: Surroundings) -> bool:
    """Tell whether the sentences share words beside what is counted, as many as it takes."""
    if is_specific(one, other) and not one.people:
        return True
    shared = stems(around.words_of(one)) & stems(around.words_of(other))
    fewest = 1 if is_specific(one, other) else FEWEST_SHARED
    return len(shared - key_of(one)) >= fewest
