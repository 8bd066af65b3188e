"""Addresses of rounds that run here."""

from django.urls import path

from meervoud_web.rounds.pages import welcome

app_name = "rounds"

# Taking part: for everyone, without an account.
urlpatterns = [
    path("r/", welcome.find, name="find"),
    path("r/<str:code>/", welcome.welcome, name="welcome"),
]
