"""Dialog with the contact of a source, which is kept beside the settings and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from annotator.storage.files.file_error import FileError, shown
from annotator.storage.program.contacts import Contact
from annotator.translation.messages import N_, _
from annotator.ui.desk.desk_dialog import DeskDialog
from annotator.ui.desk.desk_form import DeskForm
from annotator.ui.desk.desk_parts import DeskParts

SIZE = QSize(520, 330)
PRIVATE = N_("Kept beside your settings, readable for you alone: in no folder, no export and no copy.")


def edit_contact(
    parts: DeskParts, name: str, contact: Contact, keep: Callable[[Contact], None], parent: QWidget
) -> DeskDialog:
    """Open the form of the contact of a source; ``keep`` writes it and may raise FileError, which is shown."""
    dialog = DeskDialog(parts, _("Contact of {name}").format(name=shown(name)), "contactDialog", parent)
    form = DeskForm(parts.look, dialog)
    phone = form.add_line(_("Telephone"), "contactPhone", contact.phone)
    mail = form.add_line(_("Mail"), "contactMail", contact.mail)
    remark = form.add_text(_("Remark"), "contactRemark", contact.remark)
    form.add_words("", _(PRIVATE))

    def write() -> str:
        try:
            keep(Contact(phone.text().strip(), mail.text().strip(), remark.shown_text().strip()))
        except FileError as error:
            return str(error)
        return ""

    dialog.keep = write
    dialog.hold(form, phone, SIZE, of_article=False)
    dialog.open()
    return dialog
