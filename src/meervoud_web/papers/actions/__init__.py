"""What can be done with papers. The only place that writes them."""

from meervoud_web.papers.actions.redact import redact
from meervoud_web.papers.actions.settle import LANGUAGE, set_paper
from meervoud_web.papers.actions.write import ChangedMeanwhileError, begin_paper, keep_draft, throw_away

__all__ = ["LANGUAGE", "ChangedMeanwhileError", "begin_paper", "keep_draft", "redact", "set_paper", "throw_away"]
