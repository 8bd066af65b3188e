from django.urls import path

from meervoud_web.ui import pages

app_name = "ui"
urlpatterns = [
    path("toegankelijkheid/", pages.accessibility, name="accessibility"),
    path("hoe-wij-rekenen/", pages.method, name="method"),
    path("taal/<str:code>/", pages.language, name="language"),
    path(".well-known/security.txt", pages.security_txt, name="security_txt"),
]
