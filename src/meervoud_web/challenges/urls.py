from django.urls import path

from meervoud_web.challenges.pages import challenge, front, people, question, redacting, thread, timeline

app_name = "challenges"
urlpatterns = [
    path("", front.front, name="front"),
    path("gemeente/", front.municipality, name="municipality"),
    path("opgaven/nieuw/", challenge.start, name="start"),
    path("opgaven/mensen/", people.load, name="load"),
    path("opgaven/<slug:slug>/", challenge.challenge, name="challenge"),
    path("opgaven/<slug:slug>/bewerken/", challenge.edit, name="edit"),
    path("opgaven/<slug:slug>/vraag/", question.question, name="question"),
    path("opgaven/<slug:slug>/vraag/veranderen/", question.ask, name="ask"),
    path("opgaven/<slug:slug>/beweging/", question.turn, name="turn"),
    path("opgaven/<slug:slug>/tijdlijn/", timeline.timeline, name="timeline"),
    path("opgaven/<slug:slug>/mensen/", people.people, name="people"),
    path("opgaven/<slug:slug>/mensen/<int:pk>/beeindigen/", people.end_part, name="end_part"),
    path("opgaven/<slug:slug>/draad/<slug:kind>/<int:pk>/", thread.thread, name="thread"),
    path("opgaven/<slug:slug>/weglakken/<slug:kind>/<int:pk>/", redacting.redact, name="redact"),
]
