"""Everything of one participant in one file, for whoever has the follow code."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse

from meervoud_web.rounds.pages.follow import Following, with_a_code
from meervoud_web.rounds.queries.everything import everything_of


@with_a_code("GET")
def everything(request: HttpRequest, following: Following) -> HttpResponse:
    """Give all that is held under this follow code."""
    said = everything_of(following.participation)
    response = JsonResponse(said, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = 'attachment; filename="alles-van-mij.json"'
    return response
