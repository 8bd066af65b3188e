from django.urls import path

from meervoud_web.search import pages

app_name = "search"
urlpatterns = [path("zoeken/", pages.search, name="search")]
