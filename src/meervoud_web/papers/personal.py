"""What this app holds about people with an account, and what becomes of it when they are erased."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.things import kinds
from meervoud_web.papers.models import Paper, PaperSentence, PaperSource, PaperWords
from meervoud_web.people.personal import OFFICIAL_ACT, Beside, Door, Fate, Holding, Touched


def call_sources_anew(erasure: Touched) -> None:
    """Let the sources whose words went be called as they are called now: nothing, or what is left of them."""
    by_label = {kind.model: kind for kind in kinds().values()}
    for model, keys in (*erasure.emptied.items(), *erasure.changed.items()):
        kind = by_label.get(model._meta.label)
        if kind is None:
            continue
        cited = PaperSource.objects.filter(thing_kind=kind.slug, thing_id__in=keys)
        left = {row.pk: row for row in kind.rows().filter(pk__in=cited.values("thing_id"))}
        for source in cited:
            row = left.get(source.thing_id)
            source.title = kind.title(row) if row is not None else ""
            source.save(update_fields=["title"])


DOOR = Door(
    name="papers",
    title=_("Stukken voor raad en college"),
    holdings=(
        Holding(
            model=Paper,
            whose=("begun_by", "set_by"),
            fate=Fate.UNNAMED,
            keeps=("subject", "left_out"),
            ground=OFFICIAL_ACT,
        ),
        Holding(
            model=PaperWords,
            whose=("author",),
            fate=Fate.UNNAMED,
            keeps=("text", "author_role"),
            ground=OFFICIAL_ACT,
        ),
        Holding(
            model=PaperSentence,
            whose=("author",),
            fate=Fate.UNNAMED,
            keeps=("text", "author_role", "redaction_reason"),
            hides=("mark",),
            ground=OFFICIAL_ACT,
        ),
    ),
    beside=(Beside(PaperSource, why=_("heet zoals het ding waar de zin vandaan komt, en gaat daarmee mee")),),
    follow=call_sources_anew,
    rewrite=call_sources_anew,
    clears=(PaperSource,),
)
