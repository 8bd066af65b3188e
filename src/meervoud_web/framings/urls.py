from django.urls import path

from meervoud_web.framings.pages import framings, judging, roles

app_name = "framings"
urlpatterns = [
    path("opgaven/<slug:slug>/kijken/", framings.beside, name="beside"),
    path("opgaven/<slug:slug>/kijken/nieuw/", framings.begin, name="begin"),
    path("opgaven/<slug:slug>/kijken/<int:pk>/", framings.framing, name="framing"),
    path("opgaven/<slug:slug>/kijken/<int:pk>/antwoord/", framings.answer, name="answer"),
    path("opgaven/<slug:slug>/kijken/<int:pk>/herschrijven/", framings.rewrite, name="rewrite"),
    path("opgaven/<slug:slug>/kijken/<int:pk>/spreker/", framings.speaker, name="speaker"),
    path("opgaven/<slug:slug>/project-of-opgave/", judging.judging, name="judging"),
    path("opgaven/<slug:slug>/rol-van-de-overheid/", roles.role, name="role"),
    path("opgaven/<slug:slug>/rol-van-de-overheid/nieuw/", roles.ask, name="ask_role"),
    path("opgaven/<slug:slug>/rol-van-de-overheid/<int:pk>/", roles.place, name="place"),
]
