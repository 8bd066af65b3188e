"""Taking words out of a thing for good, with the reason."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meervoud_web.challenges import actions, rules
from meervoud_web.challenges.forms import RedactionForm
from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.challenges.queries.redacting import texts_of
from meervoud_web.challenges.things import Thing, kind_called
from meervoud_web.people.visitor import person_of


@require_http_methods(["GET", "HEAD", "POST"])
def redact(request: HttpRequest, slug: str, kind: str, pk: int) -> HttpResponse:
    """Show the texts of a thing, and take words out of them."""
    found, person, thing = challenge_or_404(request, slug), person_of(request), Thing.parse(f"{kind}:{pk}")
    if not rules.may_redact(person):
        raise PermissionDenied
    row = kind_called(thing.kind).rows_for(person).filter(pk=pk).first() if thing else None
    if thing is None or row is None or not texts_of(row):
        raise Http404
    form = RedactionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.redact(thing, challenge=found, by=person, **form.cleaned_data)
            return redirect("challenges:thread", slug=slug, kind=kind, pk=pk)
        except actions.NotThereError:
            form.add_error("words", _("Deze woorden staan er niet precies zo."))
        except actions.CannotBeLeftError:
            form.add_error("words", _("Zonder deze woorden is de tekst gelijk aan een andere. Lak minder weg."))
    fields = {field.name: field for field in row._meta.fields}
    texts = [(fields[name].verbose_name, text) for name, text in texts_of(row).items()]
    context = {"challenge": found, "thing": thing, "texts": texts, "form": form}
    return render(request, "challenges/redact.html", context, status=422 if form.errors else 200)
