"""Every address of the site, gathered from the apps."""

from importlib.util import find_spec

from django.urls import include, path

urlpatterns = [
    path("", include("meervoud_web.challenges.urls")),
    path("", include("meervoud_web.people.urls")),
    path("", include("meervoud_web.ui.urls")),
]
for app in ("conversations", "analyses"):
    if find_spec(f"meervoud_web.{app}.urls"):
        urlpatterns.append(path("", include(f"meervoud_web.{app}.urls")))

handler400 = "meervoud_web.ui.errors.bad_request"
handler403 = "meervoud_web.ui.errors.forbidden"
handler404 = "meervoud_web.ui.errors.not_found"
handler500 = "meervoud_web.ui.errors.server_error"
