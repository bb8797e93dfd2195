"""Lines whose capitals tell no names: headlines in capitals, and those of which each word has one."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.facts.names.tokens import Token

LEAST = 4
"""Words that a line needs for its capitals to be counted."""
SHARE = 0.7
LONG = 4
"""Letters from which a word is written with a capital in a headline."""
ENDS = '.!?”"'


def is_headline(line: str, tokens: Sequence[Token]) -> bool:
    """Return True for “HARBOUR SHUT FOR A WEEK” and “Harbour Shut for a Week”, False for “Dana Reiff said so.”."""
    letters = [token.form for token in tokens if token.form[0].isalpha()]
    if len(letters) < LEAST:
        return False
    if line.isupper():
        return True
    if line.rstrip().endswith(tuple(ENDS)):
        return False
    long = [word for word in letters if len(word) >= LONG]
    return len(long) >= LEAST and sum(word[0].isupper() for word in long) >= SHARE * len(long)
