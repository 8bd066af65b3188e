from django.urls import path

from meervoud_web.papers.pages import listing, printing, reading, setting, writing

app_name = "papers"
urlpatterns = [
    path("opgaven/<slug:slug>/stukken/", listing.papers, name="papers"),
    path("stukken/<int:pk>/", reading.paper, name="paper"),
    path("stukken/<int:pk>/schrijven/", writing.write, name="write"),
    path("stukken/<int:pk>/vaststellen/", setting.settle, name="set"),
    path("stukken/<int:pk>/weggooien/", setting.throw_away, name="throw_away"),
    path("stukken/<int:pk>/lakken/<int:sentence>/", setting.redact, name="redact"),
    path("stukken/<int:pk>/word/", printing.as_docx, name="docx"),
    path("stukken/<int:pk>/pdf/", printing.as_pdf, name="pdf"),
]
