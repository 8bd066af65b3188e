"""Addresses of rounds that run here."""

from django.urls import path

from meervoud_web.rounds.pages import follow, help, keeping, own, place, statement, welcome

app_name = "rounds"

# Taking part: for everyone, without an account.
urlpatterns = [
    path("r/", welcome.find, name="find"),
    path("r/<str:code>/", welcome.welcome, name="welcome"),
    path("r/<str:code>/stelling/", statement.statement, name="statement"),
    path("r/<str:code>/bedankt/", statement.thanks, name="thanks"),
    path("r/<str:code>/eigen/", own.own, name="own"),
    path("r/<str:code>/hulp/", help.help_, name="help"),
    path("r/<str:code>/waar-sta-ik/", place.place, name="place"),
    path("r/<str:code>/volgcode/", keeping.code, name="code"),
    path("r/<str:code>/klaar/", keeping.done, name="done"),
    path("volg/", follow.follow, name="follow"),
    path("volg/<str:code>/", follow.followed, name="followed"),
    path("volg/<str:code>/verder/", follow.go_on, name="go_on"),
    path("volg/<str:code>/alles-terug/", follow.withdraw_all, name="withdraw_all"),
    path("volg/<str:code>/stelling/<int:submission_id>/terug/", follow.withdraw, name="withdraw"),
    path("volg/<str:code>/stelling/<int:submission_id>/nog-eens/", follow.appeal_, name="appeal"),
]
