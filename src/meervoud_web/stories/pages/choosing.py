"""A panel chooses the most significant story of a period: first the period, then the story and why."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meervoud_web.stories import actions
from meervoud_web.stories.forms import ChooseForm, PeriodForm
from meervoud_web.stories.models import Domain
from meervoud_web.stories.pages.finding import sources_of, worked_on_or_403
from meervoud_web.stories.queries import on_the_table

PERIOD = timedelta(days=182)


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the stories of ``?domain=life&since=…&until=…``, and take what the panel chose."""
    challenge, person = worked_on_or_403(request, slug)
    today = timezone.localdate()
    initial = {"domain": Domain.LIFE, "since": today - PERIOD, "until": today}
    period = PeriodForm(request.GET if "domain" in request.GET else None, initial=initial)
    table = []
    if period.is_valid():
        given = period.cleaned_data
        table = list(
            on_the_table(challenge, domain=Domain(given["domain"]), since=given["since"], until=given["until"])
        )
    form = ChooseForm(request.POST or None, stories=table)
    if table and form.is_valid():
        picked = next(one for one in table if one.pk == form.cleaned_data["story"])
        try:
            chosen = actions.choose_story(
                picked,
                by=person,
                since=period.cleaned_data["since"],
                until=period.cleaned_data["until"],
                panel=form.cleaned_data["panel"],
                reason=form.cleaned_data["reason"],
                sources=sources_of(request, person),
            )
        except actions.AlreadyThereError:
            form.add_error("panel", _("Dit panel koos al een verhaal van deze periode."))
        else:
            return redirect(chosen)
    context = {"challenge": challenge, "period": period, "stories": table, "form": form}
    return render(request, "stories/choose.html", context, status=422 if form.errors else 200)
