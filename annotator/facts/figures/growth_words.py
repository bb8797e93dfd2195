"""Words of growth in English and German."""

from __future__ import annotations

from annotator.facts.figures.wording import Wording

FROM, TO = Wording(en="from", de="von"), Wording(en="to", de="auf")
UP = Wording(
    en="rose|risen|rises|grew|grown|grows|increased|increases|climbed|jumped|soared|surged|(?:gone|went|goes) up",
    de="stieg(?:en)?|steigt|gestiegen|wuchs(?:en)?|gewachsen|kletterten?|geklettert|erhöhten?|erhöht|zugenommen",
)
DOWN = Wording(
    en="fell|fallen|falls|dropped|declined|decreased|shrank|shrunk|sank|sunk|slumped|(?:gone|went|goes) down",
    de="sank(?:en)?|sinkt|gesunken|fiel(?:en)?|fällt|gefallen|schrumpften?|geschrumpft|abgenommen",
)
RISE = Wording(
    en="(?:rise|increase|growth|jump|gain|climb) of|up",
    de="(?:anstieg|zuwachs|plus|steigerung|zunahme|erhöhung) (?:von|um)|plus|um|damit um",
)
FALL = Wording(
    en="(?:fall|drop|decrease|decline|loss|cut) of|down",
    de="(?:rückgang|minus|abnahme|verlust|senkung) (?:von|um)|minus",
)
BY = Wording(en="by", de="um")
HEDGE = Wording(
    en="nearly|almost|about|around|roughly|more than|less than|over|some|not quite|close to|at least|up to",
    de="fast|beinahe|nahezu|etwa|rund|mehr als|weniger als|über|knapp|gut|annähernd|mindestens|bis zu",
)
POINTS = Wording(en="percentage points?|points?|pp", de="prozentpunkten?|punkten?")
JOINT = Wording(en="while|and|but|as|whereas|when", de="während|und|aber|doch|als|sowie")
"""Words with which something else begins."""

DOUBLE = Wording(en="doubled|doubles", de="verdoppelten?|verdoppelt")
TRIPLE = Wording(en="tripled|trebled", de="verdreifachten?|verdreifacht")
HALVE = Wording(en="halved", de="halbierten?|halbiert")
