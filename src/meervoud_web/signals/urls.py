"""Addresses of signals."""

from django.urls import path

from meervoud_web.signals.pages import photos, reading, register, reporting, showing

app_name = "signals"
urlpatterns = [
    path("s/<str:code>/", reporting.letterbox, name="letterbox"),
    path("opgaven/<slug:slug>/signalen/", register.register, name="register"),
    path("opgaven/<slug:slug>/signalen/doorgeven/", reporting.report, name="report"),
    path("opgaven/<slug:slug>/signalen/lezen/", reading.queue, name="queue"),
    path("opgaven/<slug:slug>/signalen/bus/", showing.box, name="box"),
    path("opgaven/<slug:slug>/signalen/<int:pk>/", register.signal, name="signal"),
    path("opgaven/<slug:slug>/signalen/<int:pk>/foto.jpg", photos.photo, name="photo"),
    path("opgaven/<slug:slug>/signalen/<int:pk>/foto/weghalen/", photos.take_away, name="remove_photo"),
    path("opgaven/<slug:slug>/signalen/<int:pk>/lezen/", reading.read, name="read"),
    path("opgaven/<slug:slug>/signalen/<int:pk>/laten-zien/", showing.show, name="show"),
]
