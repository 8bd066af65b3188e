from django.urls import path

from meervoud_web.conversations.pages import downloads, embed, manage, progress, result, upload

app_name = "conversations"
urlpatterns = [
    path("opgaven/<slug:slug>/stellingenrondes/nieuw/", upload.upload, name="upload"),
    path("stellingenrondes/<int:conversation_id>/", result.result, name="result"),
    path("stellingenrondes/<int:conversation_id>/voortgang/", progress.progress, name="progress"),
    path("stellingenrondes/<int:conversation_id>/opnieuw/", progress.again, name="again"),
    path("stellingenrondes/<int:conversation_id>/insluiten/", embed.embed, name="embed"),
    path("stellingenrondes/<int:conversation_id>/stellingen/", result.statements, name="statements"),
    path("stellingenrondes/<int:conversation_id>/lijst/<slug:key>/", result.point_list, name="points"),
    path("stellingenrondes/<int:conversation_id>/berekening/", result.computation, name="computation"),
    path("stellingenrondes/<int:conversation_id>/openen/", manage.open_round, name="open"),
    path("stellingenrondes/<int:conversation_id>/sluiten/", manage.close_round, name="close"),
    path("stellingenrondes/<int:conversation_id>/groepen/", manage.name_groups, name="groups"),
    path("stellingenrondes/<int:conversation_id>/bestand/<str:kind>", downloads.download, name="download"),
]
