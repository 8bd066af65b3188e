from django.urls import path

from meervoud_web.notes.pages import friction, note, promise

app_name = "notes"
urlpatterns = [
    path("wacht-op-mij/", promise.waits_for_me, name="waits_for_me"),
    path("opgaven/<slug:slug>/noteren/", note.write, name="write"),
    path("opgaven/<slug:slug>/notities/", note.notes, name="notes"),
    path("opgaven/<slug:slug>/toezeggingen/", promise.promises, name="promises"),
    path("opgaven/<slug:slug>/schuurplekken/", friction.frictions, name="frictions"),
    path("notities/<int:pk>/", note.note, name="note"),
    path("notities/<int:pk>/delen/", note.share, name="share"),
    path("notities/<int:pk>/weggooien/", note.tear_up, name="tear_up"),
    path("notities/<int:pk>/toezegging/", note.promise, name="make_promise"),
    path("notities/<int:pk>/schuurplek/", note.friction, name="raise_friction"),
    path("toezeggingen/<int:pk>/", promise.promise, name="promise"),
    path("toezeggingen/<int:pk>/nagekomen/", promise.keep, name="keep_promise"),
    path("toezeggingen/<int:pk>/veranderen/", promise.change, name="change_promise"),
    path("toezeggingen/<int:pk>/niet-nagekomen/", promise.let_go, name="let_go_of_promise"),
    path("schuurplekken/<int:pk>/", friction.friction, name="friction"),
]
