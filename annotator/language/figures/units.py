"""Units and currencies that are written the same in many languages: symbols and codes."""

from __future__ import annotations

from annotator.language.figures.vocabulary import DURATION, MEASURE, PERCENT, Unit, joined, units

PER_CENT = {"%": Unit("%", PERCENT), "‰": Unit("‰", PERCENT)}

SAME = """km m cm mm µm nm kg g mg µg t l ml cl dl hl ha km² m² cm² m³ km³ °C °F ° kW MW GW TW kWh MWh GWh TWh Wh kV
mA Hz kHz MHz GHz dB kB MB GB TB PB kbit Mbit Gbit kt Mt kcal kJ MJ hPa kPa km/h m/s kn px ppm ppb µSv mSv Bq"""
"""Symbols that are their own names."""

OTHERS = (
    ("km²", "km2 sq_km"),
    ("m²", "m2 sq_m"),
    ("m³", "m3"),
    ("km/h", "kph kmh km_/_h km_/_std"),
    ("m/s", "m_/_s"),
    ("°C", "°_c"),
    ("°F", "°_f"),
    ("µg", "μg mcg"),
    ("µm", "μm"),
)
TIMES = (("hour", "h"), ("minute", "min"))
SIGNS = "€EUR £GBP ¥JPY ₹INR ₽RUB ₺TRY ₩KRW ₴UAH ₪ILS ₦NGN ₫VND ₱PHP ₿BTC"
DOLLARS = "us$USD u.s.$USD a$AUD au$AUD c$CAD ca$CAD nz$NZD hk$HKD s$SGD nt$TWD r$BRL mx$MXN"
CODES = """AED ARS AUD BGN BHD BRL CAD CHF CLP CNY COP CZK DKK DZD EGP EUR GBP HKD HUF IDR ILS INR IQD IRR ISK JOD JPY
KES KRW KWD LBP LYD MAD MXN MYR NGN NOK NZD OMR PEN PHP PKR
PLN QAR RON RSD RUB SAR SDG SEK SGD SYP THB TND TRY TWD UAH
USD VND YER ZAR"""
CURRENCIES = joined(
    {word[0]: word[1:] for word in SIGNS.split()},
    {word[:-3]: word[-3:] for word in DOLLARS.split()},
    {code.casefold(): code for code in CODES.split()},
    {"$": "dollar", "rmb": "CNY"},
)
"""Signs and codes in small letters with the ISO code, or the currency's name where the code is not sure."""

SYMBOLS = joined(
    {name.casefold(): Unit(name, MEASURE) for name in SAME.split()}, units(MEASURE, OTHERS), units(DURATION, TIMES)
)
