"""Identifiers of licences in dataset registries."""

from __future__ import annotations

import re

CREATIVE_COMMONS = "https://creativecommons.org"
ADDRESSES = {
    "cc0-1.0": f"{CREATIVE_COMMONS}/publicdomain/zero/1.0/",
    **{
        f"cc-{terms}-{version}": f"{CREATIVE_COMMONS}/licenses/{terms}/{version}/"
        for terms in ("by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd")
        for version in ("2.0", "2.5", "3.0", "4.0")
    },
    "odc-by": "https://opendatacommons.org/licenses/by/1-0/",
    "odbl": "https://opendatacommons.org/licenses/odbl/1-0/",
    "pddl": "https://opendatacommons.org/licenses/pddl/1-0/",
    "mit": "https://opensource.org/license/mit",
    "apache-2.0": "https://www.apache.org/licenses/LICENSE-2.0",
}


def known_licence(name: str) -> str:
    """Return the registries' identifier, “cc-by-4.0” for “CC BY 4.0”; empty where there is none."""
    found = re.sub(r"[\s_-]+", "-", name.strip().lower())
    found = "cc0-1.0" if found in ("cc0", "cc-0") else found
    return found if found in ADDRESSES else ""
