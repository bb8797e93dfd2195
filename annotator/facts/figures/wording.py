"""Words of several languages with one meaning, by which rules tell how figures of a text belong together."""

from __future__ import annotations

import re

NOTHING = re.compile("(?!)")


class Wording:
    """Alternatives of a regular expression with one meaning, by language: ``en="of the|of"``, ``de="von den|von"``.

    Texts are folded before they are given. A text in a language without alternatives has none of the words; in a text
    whose language is not known the words of all languages count.
    """

    def __init__(self, **alternatives: str) -> None:
        self._alternatives = alternatives
        self._patterns: dict[tuple[str, str], re.Pattern[str]] = {}

    def within(self, text: str, language: str) -> bool:
        """Tell whether one of the alternatives is in the text as whole words."""
        return bool(self._pattern(language, r"(?<!\w)(?:{})(?!\w)").search(text))

    def ends(self, text: str, language: str) -> bool:
        """Tell whether the text ends with one of the alternatives; blanks at its end do not count."""
        return bool(self._pattern(language, r"(?<!\w)(?:{})\s*$").search(text))

    def begins(self, text: str, language: str) -> bool:
        """Tell whether the text begins with one of the alternatives; blanks before it do not count."""
        return bool(self._pattern(language, r"^\s*(?:{})(?!\w)").search(text))

    def is_all(self, text: str, language: str) -> bool:
        """Tell whether the text is one of the alternatives and nothing else but blanks."""
        return bool(self._pattern(language, r"^\s*(?:{})\s*$").search(text))

    def found(self, text: str, language: str) -> frozenset[str]:
        """Return the words of the text that are alternatives."""
        return frozenset(match[0] for match in self._pattern(language, r"(?<!\w)(?:{})(?!\w)").finditer(text))

    def after(self, text: str, language: str) -> str:
        """Return what stands behind the first of the alternatives in the text; empty where there is none."""
        match = self._pattern(language, r"(?<!\w)(?:{})(?!\w)").search(text)
        return text[match.end() :] if match else ""

    def _pattern(self, language: str, form: str) -> re.Pattern[str]:
        pattern = self._patterns.get((language, form))
        if pattern is None:
            pattern = self._patterns[language, form] = _compiled(form, self._of(language))
        return pattern

    def _of(self, language: str) -> str:
        code = language.casefold().partition("-")[0]
        return self._alternatives.get(code, "") if code else "|".join(self._alternatives.values())


def _compiled(form: str, alternatives: str) -> re.Pattern[str]:
    return re.compile(form.replace("{}", alternatives)) if alternatives else NOTHING
