"""Size of the paper by the country: Letter where it is used, else A4."""

from __future__ import annotations

LETTER_COUNTRIES = frozenset(["US", "CA", "MX", "GT", "SV", "NI", "CR", "PA", "CO", "VE", "CL", "PH", "PR", "DO"])
LETTER_NAMES = ("United States", "Canada", "Mexico", "Philippines")
"""Countries in the names that Windows gives to locales."""


def is_letter(locale: str) -> bool:
    """Tell whether people print on Letter where this locale, “en_US” or “English_United States”, is used."""
    name = locale.partition(".")[0]
    country = name.replace("-", "_").rpartition("_")[2]
    return country in LETTER_COUNTRIES or name.endswith(LETTER_NAMES)
