from django.urls import path

from meervoud_web.dossiers import pages

app_name = "dossiers"
urlpatterns = [
    path("opgaven/<slug:slug>/dossier/", pages.dossier, name="dossier"),
    path("opgaven/<slug:slug>/dossier/open-data.zip", pages.open_data, name="open_data"),
    path("opgaven/<slug:slug>/dossier/opgavedossier.pdf", pages.paper, name="paper"),
]
