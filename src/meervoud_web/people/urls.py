from django.urls import path

from meervoud_web.people.pages import by_mail, entry, manage, own, requests, taking_along

app_name = "people"
urlpatterns = [
    path("inloggen/", entry.log_in, name="log_in"),
    path("inloggen/met-een-mail/", by_mail.ask, name="ask_for_log_in_link"),
    path("inloglink/<str:key>/", by_mail.come_in, name="log_in_with_link"),
    path("uitloggen/", entry.log_out, name="log_out"),
    path("wachtwoord-vergeten/", entry.forgot_password, name="forgot_password"),
    path("wachtwoord-vergeten/<str:key>/", entry.reset_password, name="reset_password"),
    path("uitnodiging/<str:key>/", entry.accept_invitation, name="accept_invitation"),
    path("mijn-pagina/", own.own_page, name="own_page"),
    path("mijn-pagina/wachtwoord/", own.change_password, name="change_password"),
    path("mijn-pagina/andere-apparaten/", own.end_other_sessions, name="end_other_sessions"),
    path("mijn-pagina/alles-over-mij/", taking_along.everything_about_me, name="everything"),
    path("privacy/", own.privacy, name="privacy"),
    path("mensen/", manage.everyone, name="list"),
    path("mensen/uitnodigen/", manage.invite, name="invite"),
    path("mensen/avg-verzoeken/", requests.requests, name="requests"),
    path("mensen/<int:pk>/avg-verzoek/", requests.request_of, name="request"),
    path("mensen/<int:pk>/avg-verzoek/alles/", requests.export, name="export"),
    path("mensen/<int:pk>/avg-verzoek/wissen/", requests.erase, name="erase"),
    path("mensen/<int:pk>/", manage.person, name="person"),
    path("mensen/<int:pk>/opnieuw-uitnodigen/", manage.invite_again, name="invite_again"),
    path("mensen/<int:pk>/nieuw-wachtwoord/", manage.send_reset_link, name="send_reset_link"),
    path("mensen/<int:pk>/toegang-weghalen/", manage.deactivate, name="deactivate"),
    path("mensen/<int:pk>/toegang-teruggeven/", manage.reactivate, name="reactivate"),
    path("mensen/<int:pk>/rollen/<int:assignment>/beeindigen/", manage.end_role, name="end_role"),
]
