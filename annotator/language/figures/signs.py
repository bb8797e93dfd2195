"""Signs and symbols of figures that are the same in many languages."""

from __future__ import annotations

from annotator.language.figures.units import CURRENCIES, PER_CENT, SYMBOLS
from annotator.language.figures.vocabulary import ABOUT, LEAST, LESS, MORE, MOST, Role, Table, Vocabulary, joined

POINT = "he hi ja ko ms ta te th ur zh bn tl sw"
COMMA = """az be bg bs ca cs da el et eu fi gl hr hu hy id is it ka kk
lt lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tr uk vi"""
DECIMALS = {**dict.fromkeys(POINT.split(), "."), **dict.fromkeys(COMMA.split(), ",")}
GROUPS = {".": ",", ",": "."}

_STEMS = """mil mln mio mrd mld mlj bil bln bn biljoen tis tys тыс тис млн млрд мил міл мілья хил τρισ χιλ εκατ δισ
tūkst tūkstan tuhat tuhan tusen tusind þús ezer mii bin duizend rebu ribu juta nghìn ngàn triệu tỷ หมื่น
พัน แสน ล้าน हज़ार हजार लाख करोड করোড় হাজার লাখ هزار میلیون میلیارد ہزار لاکھ کروڑ אלף אלפים מיליון
מיליארד 万 萬 億 亿 千 百 兆 만 억 조 천"""
MULTIPLES = tuple(_STEMS.split())
"""Beginnings of words for thousand and more in other languages: a number before one is not understood."""

SIGNS: Table = {
    Role.HEDGE: {"~": ABOUT, "≈": ABOUT, ">": MORE, "<": LESS, "≥": LEAST, "≤": MOST, "> =": LEAST, "< =": MOST},
    Role.AFTER: {"+": LEAST},
    Role.FILLER: {"+": True},
    Role.MINUS: {"-": True, "−": True, "–": True},
    Role.DASH: {"-": True, "–": True, "—": True, "−": True},
    Role.PER: {"/": True},
    Role.PER_CENT: PER_CENT,
    Role.CURRENCY: CURRENCIES,
    Role.UNIT: SYMBOLS,
    Role.ZONE: {"gmt": "GMT", "utc": "UTC", "cet": "CET", "cest": "CEST"},
}


def with_signs(table: Table) -> Table:
    """Return the words of a language with the signs of all; a word that it has itself counts."""
    return {role: joined(SIGNS.get(role, {}), table.get(role, {})) for role in {**SIGNS, **table}}


def digits_only(code: str) -> Vocabulary:
    """Return the vocabulary of signs and symbols, with the separators of the language where they are sure."""
    decimal = DECIMALS.get(code, "")
    return Vocabulary(code, SIGNS, decimal=decimal, group=GROUPS.get(decimal, ""), day_first=None)
