"""Words that tell figures apart, in English and German: further things, times, places and accounts."""

from __future__ import annotations

from annotator.facts.figures.wording import Wording

APART = Wording(
    en="another|further|more|additional|others?|first|second|third|fourth|last|previous(?:ly)?|earlier|later|then|now|"
    "remaining|rest|again|each|every|per|half|initial(?:ly)?|original(?:ly)?|correct(?:ed|ion)|revised|up from|"
    "down from|instead|rather|not|never|wrongly|estimate[sd]?|forecasts?|planned|plans?|expect(?:s|ed)?|targets?|would|"
    "could|may|might|if|away|of (?:them|whom|which|these|those)|only|alone|average|record|usual(?:ly)?|normal(?:ly)?|"
    "since|so far|least|most|until|before|yet|still|compared|than|against|as of|to date|elsewhere|similar|rival|"
    r"want(?:s|ed)?|offer(?:s|ed)?|ask(?:s|ed)?|bids?|propos\\w*|demand(?:s|ed)?|sought|hope[ds]?|aim(?:s|ed)?|north\\w*|south\\w*|east\\w*|west\\w*",
    de="weitere[rnms]?|andere[rnms]?|erste[rnms]?|zweite[rnms]?|dritte[rnms]?|letzte[rnms]?|vorige[rnms]?|zuvor|früher|"
    "später|dann|jetzt|nun|inzwischen|mittlerweile|zunächst|anfangs|anfänglich|ursprünglich|übrige[rnms]?|"
    "wieder|je|jede[rnms]?|pro|halb|korrigiert|statt|nicht|nie|geschätzt|erwartet|geplant|würden?|könnten?|soll(?:en|te)?|"
    "wenn|falls|davon|darunter|nur|allein|durchschnittlich|rekord|üblich|seit|bisher|bislang|bis|noch|als|gegenüber|"
    "verglichen|anderswo|ähnliche[rnms]?|künftig|vor|will|wollten?|bot(?:en)?|verlangt(?:e|en)?|forderten?|"
    "norden|süden|osten|westen",
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


SCENE = Wording(
    en="in|at|on|across|beyond|near|around|for|among",
    de="in|im|bei|beim|an|am|auf|für|unter|jenseits|hinter",
)
"""Words with which a sentence begins that sets a scene."""
