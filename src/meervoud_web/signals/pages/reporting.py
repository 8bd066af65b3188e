"""Report a signal: with an account on a page, without one through the letterbox."""

from __future__ import annotations

import hashlib
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from meervoud_web.challenges.things import Thing
from meervoud_web.people.actions.attempts import address_of
from meervoud_web.people.codes import plain
from meervoud_web.people.door import NotFromHereError, open_door
from meervoud_web.people.visitor import person_of
from meervoud_web.people.warnings import Warned, warnings_in
from meervoud_web.signals import actions, rules
from meervoud_web.signals.forms import PHOTO_REFUSED, ReportForm
from meervoud_web.signals.models import Letterbox, Observer
from meervoud_web.signals.pages.finding import challenge_or_404


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a signal from somebody who works here or has a part in the challenge."""
    person, challenge = person_of(request), challenge_or_404(request, slug)
    if not rules.may_report(person, challenge):
        raise PermissionDenied
    role = Observer.STAFF if person.works_here else Observer.RESIDENT
    form = _form(request, rol=role)
    warned = _warnings(request, form)
    if form.is_valid() and not warned:
        try:
            actions.report_signal(
                challenge,
                by=person,
                report=form.report(),
                request_id=_request_id(request),
                sources=_sources(request),
                snapshot=form.snapshot(),
            )
        except actions.PhotoRefusedError as error:
            form.add_error("foto", PHOTO_REFUSED[error.code])
        else:
            messages.success(request, _("Dank u wel. Uw signaal is binnen."))
            return redirect("signals:register", slug=challenge.slug)
    around = _around(request, form, warned)
    context = {"challenge": challenge, "form": form, "source": request.POST.get("uit", ""), **around}
    return render(request, "signals/report.html", context, status=422 if form.errors else 200)


@never_cache
@open_door("GET", "POST")
def letterbox(request: HttpRequest, code: str) -> HttpResponse:
    """Take a signal from anybody who has the code."""
    box = Letterbox.objects.select_related("challenge").filter(code=plain(code)).first()
    if box is None:
        raise Http404
    if request.method == "POST":
        given = request.POST.get("token", "")
        if not constant_time_compare(given, token_of(box, request.POST.get("request_id", ""))):
            raise NotFromHereError
    form = _form(request)
    warned = _warnings(request, form)
    status = 422 if form.errors else 200
    if box.is_open and form.is_valid() and not warned:
        try:
            actions.report_from_outside(
                box,
                report=form.report(),
                request_id=_request_id(request),
                address=address_of(request),
                snapshot=form.snapshot(),
            )
        except actions.PhotoRefusedError as error:
            form.add_error("foto", PHOTO_REFUSED[error.code])
            status = 422
        except actions.TooManyAttemptsError:
            form.add_error(None, _("Er kwamen net veel signalen binnen. Probeer het over een kwartier nog eens."))
            status = 429
        else:
            response = HttpResponseRedirect(f"{box.get_absolute_url()}?binnen=ja")
            response.status_code = 303
            return response
    around = _around(request, form, warned)
    context = {
        "box": box,
        "challenge": box.challenge,
        "form": form,
        "is_received": "binnen" in request.GET,
        "token": token_of(box, str(around["request_id"])),
        **around,
    }
    return render(request, "signals/letterbox.html", context, status=status)


def _form(request: HttpRequest, **initial: object) -> ReportForm:
    is_sent = request.method == "POST"
    return ReportForm(request.POST if is_sent else None, request.FILES if is_sent else None, initial=initial)


def token_of(box: Letterbox, request_id: str) -> str:
    """What a form of this letterbox carries: nobody makes one without having opened the page."""
    return salted_hmac("meervoud_web.signals.form", f"{box.pk}:{request_id}", algorithm="sha256").hexdigest()


def _sources(request: HttpRequest) -> list[Thing]:
    """What the signal came from; whoever reports may name only what they may see."""
    source = Thing.parse(request.POST.get("uit", ""))
    return [source] if source is not None else []


def _around(request: HttpRequest, form: ReportForm, warned: list[Warned]) -> dict[str, object]:
    sent = request.POST.get("request_id", "") if form.is_bound else ""
    return {
        "warned": warned,
        "mark": _mark(form.words) if warned else "",
        "has_lost_photo": bool(request.FILES.get("foto")),
        "request_id": sent or uuid4(),
    }


def _warnings(request: HttpRequest, form: ReportForm) -> list[Warned]:
    """What may give somebody away; once it was shown, whoever wrote it decides."""
    if not form.is_valid() or request.POST.get("gezien") == _mark(form.words):
        return []
    return warnings_in(form.words)


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _request_id(request: HttpRequest) -> UUID:
    """The id that makes a form sent twice one signal; one that is broken is a new one."""
    try:
        return UUID(request.POST.get("request_id", ""))
    except ValueError:
        return uuid4()
