from django.urls import path

from meervoud_web.stories.pages import choosing, own, stories, tellers

app_name = "stories"
urlpatterns = [
    path("opgaven/<slug:slug>/verhalen/", stories.stories, name="stories"),
    path("opgaven/<slug:slug>/verhalen/<int:pk>/", stories.story, name="story"),
    path("opgaven/<slug:slug>/verhalen/<int:pk>/herschrijven/", stories.rewrite, name="rewrite"),
    path("opgaven/<slug:slug>/verhalen/<int:pk>/klopt/", stories.agreed, name="agreed"),
    path("opgaven/<slug:slug>/verhalen/kiezen/", choosing.choose, name="choose"),
    path("opgaven/<slug:slug>/vertellers/nieuw/", tellers.follow, name="follow"),
    path("opgaven/<slug:slug>/vertellers/<int:pk>/", tellers.teller, name="teller"),
    path("opgaven/<slug:slug>/vertellers/<int:pk>/toestemming/", tellers.consent, name="consent"),
    path("opgaven/<slug:slug>/vertellers/<int:pk>/verhaal/", tellers.tell, name="tell"),
    path("opgaven/<slug:slug>/vertellers/<int:pk>/weg/", tellers.withdraw, name="withdraw"),
    path("verhaal/<str:code>/", own.own, name="own"),
]
