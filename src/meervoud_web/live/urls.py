from django.urls import path

from meervoud_web.live import pages

app_name = "live"
urlpatterns = [path("live/<slug:stream>/<int:subject>/", pages.listen, name="listen")]
