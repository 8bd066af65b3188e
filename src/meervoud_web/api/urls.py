"""``/v1``: every app's ``api.py``, gathered."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.operation import Operation
from pydantic.alias_generators import to_camel

from meervoud_web.api.answers import answer_with_problems
from meervoud_web.api.headers import ROOT, VERSION
from meervoud_web.api.openapi import description
from meervoud_web.conversations.api import router as conversations
from meervoud_web.rounds.api import router as rounds


class Api(NinjaAPI):
    """The API, whose operations go by the names of their functions."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return to_camel(operation.view_func.__name__)


api = Api(
    title="Meervoud",
    description=str(_("Stellingenrondes van een gemeente: stellingen, reacties en wat eruit komt.")),
    version=VERSION,
    urls_namespace="api",
    docs_url=None,
    openapi_url=None,
)
answer_with_problems(api)
api.add_router("", rounds)
api.add_router("", conversations)


@login_not_required
@require_safe
def openapi(request: HttpRequest) -> JsonResponse:
    """The description of the API, for programs."""
    return JsonResponse(description(api, server=request.build_absolute_uri(ROOT.rstrip("/"))))


operations, app, namespace = api.urls
for pattern in operations:
    if pattern.callback is not None:  # who may do what, the token says: nobody logs in here
        login_not_required(pattern.callback)

urlpatterns = [
    path("openapi.json", openapi, name="openapi"),
    path("v1/openapi.json", openapi, name="openapi-of-version"),
    path("v1/", (operations, app, namespace)),
]
