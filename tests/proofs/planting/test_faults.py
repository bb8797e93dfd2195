"""Every proof says how it fails, and its planted faults fit the source as it stands."""

from __future__ import annotations

import pytest

from tests.proofs.all_proofs import proof_named, proof_names
from tests.proofs.planting.fault import Fault, OutdatedFaultError
from tests.support.paths import ROOT

PLANTED = [(name, fault) for name in proof_names() for fault in proof_named(name).FAULTS]


@pytest.mark.parametrize("name", proof_names())
def test_a_proof_says_how_it_fails(name: str) -> None:
    proof = proof_named(name)
    assert proof.FAILS_IF
    assert proof.FAULTS


def test_the_page_on_safety_names_every_proof() -> None:
    page = (ROOT / "docs" / "safety.md").read_text("utf-8")
    assert [name for name in proof_names() if f"| `{name}` |" not in page] == []


@pytest.mark.parametrize(("name", "fault"), PLANTED, ids=[f"{name}: {fault.what}" for name, fault in PLANTED])
def test_a_fault_applies(name: str, fault: Fault) -> None:
    source = fault.planted()
    compile(source, fault.module, "exec")
    assert source != (ROOT / fault.module).read_text("utf-8")


@pytest.mark.parametrize("old", ["this stands nowhere in it", "main"])
def test_a_fault_that_fits_nowhere_or_twice_is_out_of_date(old: str) -> None:
    with pytest.raises(OutdatedFaultError, match=r"__main__\.py"):
        Fault("outdated", "annotator/__main__.py", old, "", "").planted()
