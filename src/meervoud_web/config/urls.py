"""Every address of the site, gathered from the apps."""

from django.urls import include, path

urlpatterns = [
    path("", include("meervoud_web.challenges.urls")),
    path("", include("meervoud_web.conversations.urls")),
    path("", include("meervoud_web.course.urls")),
    path("", include("meervoud_web.feedback.urls")),
    path("", include("meervoud_web.dossiers.urls")),
    path("", include("meervoud_web.framings.urls")),
    path("", include("meervoud_web.initiatives.urls")),
    path("", include("meervoud_web.live.urls")),
    path("", include("meervoud_web.notes.urls")),
    path("", include("meervoud_web.papers.urls")),
    path("", include("meervoud_web.people.urls")),
    path("", include("meervoud_web.api.urls")),
    path("", include("meervoud_web.rounds.urls")),
    path("", include("meervoud_web.search.urls")),
    path("", include("meervoud_web.signals.urls")),
    path("", include("meervoud_web.stories.urls")),
    path("", include("meervoud_web.ui.urls")),
]

handler400 = "meervoud_web.ui.errors.bad_request"
handler403 = "meervoud_web.ui.errors.forbidden"
handler404 = "meervoud_web.ui.errors.not_found"
handler500 = "meervoud_web.ui.errors.server_error"
