"""Bring the catalogues up to date with the messages of the code: ``python -m tests.catalogues [LANGUAGE …]``.

A language that has no catalogue yet gets one, with every message open. Prints how many are open in each.
"""

from __future__ import annotations

import sys

from tests.catalogues.collecting import LANGUAGES, bring_up_to_date, catalogue_files, catalogue_of
from tests.catalogues.judging import open_messages

wanted = [LANGUAGES / f"{name}.po" for name in sys.argv[1:]]
for path in wanted or catalogue_files():
    bring_up_to_date(path)
    catalogue = catalogue_of(path)
    print(f"{path.stem}: {len(catalogue)} messages, {len(open_messages(catalogue))} open")
