"""What goes into a dossier."""

from meervoud_web.dossiers.queries.audience import Audience, Reader
from meervoud_web.dossiers.queries.files import Contents, contents_of
from meervoud_web.dossiers.queries.paper import Chapter, chapters_of

__all__ = ["Audience", "Chapter", "Contents", "Reader", "chapters_of", "contents_of"]
