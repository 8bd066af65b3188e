from django.urls import path

from meervoud_web.challenges.pages import challenge as pages

app_name = "challenges"
urlpatterns = [
    path("", pages.front, name="front"),
    path("opgaven/nieuw/", pages.start, name="start"),
    path("opgaven/<slug:slug>/", pages.challenge, name="challenge"),
    path("opgaven/<slug:slug>/bewerken/", pages.edit, name="edit"),
    path("gemeente/", pages.municipality, name="municipality"),
]
