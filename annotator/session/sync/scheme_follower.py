"""The open article follows its folder's scheme, which another program has changed."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.session.opening.article_walk import name_below
from annotator.session.opening.folder import Folder
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.session import Session
from annotator.storage.files.file_bytes import is_there
from annotator.translation.messages import _


class SchemeFollower(QObject):
    """Show the open article with the folder's scheme as it is now; document, steps of undo and selection stay."""

    def __init__(self, session: Session, folder: Folder, schemes: SchemeCache) -> None:
        super().__init__(session)
        self._session, self._folder, self._schemes = session, folder, schemes
        folder.scheme_changed.connect(self._follow)

    def _follow(self) -> None:
        session, article = self._session, self._session.current
        if article is None or name_below(self._folder.path, article.path) is None:
            return
        if not is_there(article.path):
            return  # the folder was taken away, and its scheme was not changed
        scheme = self._schemes.of(article.path.parent)[0]
        if article.scheme == scheme:
            return
        session.field.finish()
        article.scheme = scheme
        session.show(article, session.caret, again=True)
        session.say(_("The scheme was changed elsewhere; it is taken over"))
