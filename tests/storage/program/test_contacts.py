"""Contacts of sources: a private file that only the user may read."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from annotator.storage.files.file_error import FileError
from annotator.storage.program.contacts import Contact, Contacts

OKORO = Contact("+44 20 7946 0000", "okoro@harbour.example", 'ask for "Ines"')


def test_contacts_are_found_whatever_the_capitals(tmp_path: Path) -> None:
    contacts = Contacts(tmp_path / "new" / "contacts.yaml")
    assert contacts.all() == {}
    contacts.put("Ines  Okoro", OKORO)
    contacts.put("Harbour Office", Contact(phone="112"))
    assert contacts.all() == {"harbour office": Contact(phone="112"), "ines okoro": OKORO}
    contacts.put("INES OKORO", Contact(mail="new@harbour.example"))
    assert contacts.all()["ines okoro"] == Contact(mail="new@harbour.example")
    contacts.put("ines okoro", Contact())
    contacts.put("harbour office", Contact())
    assert contacts.all() == {}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_only_the_user_may_read_them(tmp_path: Path) -> None:
    path = tmp_path / "contacts.yaml"
    Contacts(path).put("Ines Okoro", OKORO)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    Contacts(path).all()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_other_things_in_the_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "contacts.yaml"
    path.write_text("contacts:\n- {name: Ines Okoro, phone: 112, beat: harbour}\n")
    Contacts(path).put("Marta Vell", Contact("113"))
    Contacts(path).put("Ines Okoro", Contact("114"))
    assert 'beat: "harbour"' in path.read_text()
    assert Contacts(path).all()["ines okoro"] == Contact("114")


def test_numbers_stay_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "contacts.yaml"
    path.write_text("contacts:\n- {name: Ines Okoro, phone: +442079460000, room: 1.50}\n- {}\n")
    assert Contacts(path).all()["ines okoro"] == Contact("+442079460000")
    Contacts(path).put("Marta Vell", Contact("113"))
    assert Contacts(path).all()["ines okoro"] == Contact("+442079460000")
    assert 'room: "1.50"' in path.read_text()


@pytest.mark.parametrize("more", ["- just words", "- {name: Lee, phone: [112, 113]}", "desk: north"])
def test_what_could_not_be_written_again_is_not_written_over(tmp_path: Path, more: str) -> None:
    path = tmp_path / "contacts.yaml"
    path.write_text(f"contacts:\n- {{name: Ines Okoro, phone: 112}}\n{more}\n")
    assert Contacts(path).all()["ines okoro"] == Contact("112")
    before = path.read_bytes()
    with pytest.raises(FileError, match="would be lost"):
        Contacts(path).put("Marta Vell", Contact("113"))
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", ["contacts: [", "people: []", "contacts: none"])
def test_a_damaged_file_is_told_and_not_written_over(tmp_path: Path, content: str) -> None:
    path = tmp_path / "contacts.yaml"
    path.write_text(content)
    with pytest.raises(FileError):
        Contacts(path).put("Ines Okoro", OKORO)
    assert path.read_text() == content


def test_half_a_character_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="surrogates"):
        Contacts(tmp_path / "contacts.yaml").put("Ines Okoro", Contact("\ud800"))
