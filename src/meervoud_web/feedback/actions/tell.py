"""Mailing who asked for it that there is an answer: each address hears of each theme once.

What is mailed is *taken* first, so that two workers at the same moment send one mail. A worker that is killed
between taking and sending leaves a notice that was taken and not sent; after a while the next run sends it. So
nobody goes without, and only who was being mailed at that very moment can get the same mail twice.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import ngettext

from meervoud_web.feedback.actions.notice import key_of
from meervoud_web.feedback.letters import send_letter
from meervoud_web.feedback.models import Notice, NoticeAddress, Theme
from meervoud_web.feedback.queries.following import themes_of_round
from meervoud_web.ui.addresses import site_address

PATIENCE = timedelta(minutes=10)
"""Longer than sending one mail can take: what was taken before that and not sent was left."""


def tell_about_answers() -> datetime | None:
    """Mail everybody who waits for a mail; say when to try again, if some could not be mailed."""
    left = False
    for wish in NoticeAddress.objects.exclude(confirmed_at=None).select_related("round").order_by("pk"):
        left = not _tell(wish) or left
    return timezone.now() + PATIENCE if left else None


def _tell(wish: NoticeAddress) -> bool:
    """Mail one address about everything that is new to it; false when that has to be done again."""
    moment = timezone.now()
    themes = _take(wish, moment)
    if not themes:
        return not wish.notices.filter(sent_at=None).exists()
    taken = Notice.objects.filter(address=wish, theme__in=themes, taken_at=moment)
    if _mail(wish, themes):
        taken.update(sent_at=timezone.now())
        return True
    taken.delete()
    return False


@transaction.atomic
def _take(wish: NoticeAddress, moment: datetime) -> list[Theme]:
    """Write down which themes this address is being told about now; nobody else takes those."""
    if not NoticeAddress.objects.select_for_update().filter(pk=wish.pk).exists():
        return []  # let go meanwhile
    told = Notice.objects.filter(address=wish, theme=OuterRef("pk"))
    known = told.filter(Q(sent_at__isnull=False) | Q(taken_at__gt=moment - PATIENCE))
    answered = themes_of_round(wish.round).exclude(weighed="").filter(~Exists(known))
    themes = [theme for theme in answered if _is_news(theme, wish)]
    for theme in themes:
        Notice.objects.update_or_create(address=wish, theme=theme, defaults={"taken_at": moment})
    return themes


def _is_news(theme: Theme, wish: NoticeAddress) -> bool:
    """What everyone could read when they asked for mail stood on the page where they asked."""
    heard = max(moment for moment in (theme.answered_at, theme.published_at) if moment is not None)
    return heard > wish.asked_at


def _mail(wish: NoticeAddress, themes: list[Theme]) -> bool:
    site = site_address()
    stop = f"{site}{reverse('feedback:notice', args=[key_of(wish)])}"
    with translation.override(wish.language):
        subject = ngettext("Er is antwoord op een thema", "Er is antwoord op %(number)d thema's", len(themes)) % {
            "number": len(themes)
        }
        return send_letter(
            wish,
            subject=subject,
            template="feedback/mail/answered.txt",
            context={"themes": themes, "site": site, "stop": stop},
            headers={"List-Unsubscribe": f"<{stop}>"},
        )
