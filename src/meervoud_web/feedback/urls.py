"""Addresses of feedback."""

from django.urls import path

from meervoud_web.feedback.pages import answering, follow, public, sorting

app_name = "feedback"
urlpatterns = [
    path("opgaven/<slug:slug>/terugkoppeling/", public.feedback, name="feedback"),
    path("opgaven/<slug:slug>/terugkoppeling/ordenen/", sorting.sort, name="sort"),
    path("opgaven/<slug:slug>/terugkoppeling/nieuw/", answering.name, name="name"),
    path("opgaven/<slug:slug>/terugkoppeling/<int:pk>/", public.theme, name="theme"),
    path("opgaven/<slug:slug>/terugkoppeling/<int:pk>/bewerken/", answering.edit, name="edit"),
    path("opgaven/<slug:slug>/terugkoppeling/<int:pk>/openbaar/", answering.publish, name="publish"),
    path("opgaven/<slug:slug>/terugkoppeling/<int:pk>/later/", answering.postpone, name="postpone"),
    path("opgaven/<slug:slug>/terugkoppeling/<int:pk>/antwoord/", answering.answer, name="answer"),
    path("opgaven/<slug:slug>/terugkoppeling/<int:pk>/gevolg/", answering.result, name="result"),
    path(
        "opgaven/<slug:slug>/terugkoppeling/<int:pk>/bijdrage/<int:placing_id>/",
        answering.add,
        name="add",
    ),
    path("volg/<str:code>/bericht/", follow.ask, name="ask_notice"),
    path("bericht/<str:key>/", follow.notice, name="notice"),
]
