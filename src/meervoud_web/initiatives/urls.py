"""Addresses of what was seen in the city, and of proposals."""

from django.urls import path

from meervoud_web.initiatives.pages import answering, learning, proposing, seen

app_name = "initiatives"
urlpatterns = [
    path("opgaven/<slug:slug>/gezien/", seen.register, name="register"),
    path("opgaven/<slug:slug>/gezien/opschrijven/", seen.enter, name="enter"),
    path("opgaven/<slug:slug>/gezien/<int:pk>/", seen.sighting, name="sighting"),
    path("opgaven/<slug:slug>/gezien/<int:pk>/veranderen/", seen.change, name="change"),
    path("opgaven/<slug:slug>/gezien/<int:pk>/weghalen/", seen.remove, name="remove"),
    path("opgaven/<slug:slug>/gezien/<int:pk>/leren/", learning.may_learn, name="may_learn"),
    path("opgaven/<slug:slug>/gezien/<int:pk>/laten-zien/", learning.openness, name="openness"),
    path("opgaven/<slug:slug>/gezien/<int:pk>/meegenomen/", learning.take, name="take"),
    path("wat-ik-voorstel/", proposing.mine, name="mine"),
    path("opgaven/<slug:slug>/proef-of-agenda/", proposing.proposals, name="proposals"),
    path("opgaven/<slug:slug>/proef-of-agenda/voorstellen/", proposing.propose, name="propose"),
    path("opgaven/<slug:slug>/proef-of-agenda/<int:pk>/", answering.proposal, name="proposal"),
    path("opgaven/<slug:slug>/proef-of-agenda/<int:pk>/anders/", proposing.rewrite, name="rewrite"),
    path("opgaven/<slug:slug>/proef-of-agenda/<int:pk>/intrekken/", proposing.withdraw, name="withdraw"),
    path("opgaven/<slug:slug>/proef-of-agenda/<int:pk>/antwoord/", answering.answer, name="answer"),
    path("opgaven/<slug:slug>/proef-of-agenda/<int:pk>/reactie/", answering.react, name="react"),
]
