from django.urls import path

from meervoud_web.course.pages import assumption, choice, course, dissent, handover

app_name = "course"
urlpatterns = [
    path("opgaven/<slug:slug>/koers/", course.course, name="course"),
    path("opgaven/<slug:slug>/koers/hoofdlijnen/nieuw/", course.add_line, name="add_line"),
    path("opgaven/<slug:slug>/koers/hoofdlijnen/<int:pk>/loslaten/", course.let_go, name="let_go"),
    path("opgaven/<slug:slug>/koers/overdrachten/nieuw/", handover.begin, name="begin_handover"),
    path("opgaven/<slug:slug>/koers/overdrachten/<int:pk>/", handover.handover, name="handover"),
    path("opgaven/<slug:slug>/koers/overdrachten/<int:pk>/bestuur/", handover.rename, name="rename_handover"),
    path(
        "opgaven/<slug:slug>/koers/overdrachten/<int:pk>/toch-niet/", handover.call_off, name="call_off_handover"
    ),
    path("opgaven/<slug:slug>/koers/overdrachten/<int:pk>/afronden/", handover.finish, name="finish_handover"),
    path(
        "opgaven/<slug:slug>/koers/overdrachten/<int:pk>/hoofdlijnen/<int:line>/",
        handover.hand_line,
        name="hand_line",
    ),
    path("opgaven/<slug:slug>/koers/waarden/nieuw/", course.name_value, name="name_value"),
    path("opgaven/<slug:slug>/koers/aannames/nieuw/", assumption.assume, name="assume"),
    path("opgaven/<slug:slug>/koers/aannames/<int:pk>/", assumption.assumption, name="assumption"),
    path("opgaven/<slug:slug>/koers/aannames/<int:pk>/houdbaar/", assumption.renew, name="renew"),
    path("opgaven/<slug:slug>/koers/aannames/<int:pk>/aanwijzing/", assumption.bring_evidence, name="evidence"),
    path("opgaven/<slug:slug>/koers/aanwijzingen/<int:pk>/wegen/", assumption.judge, name="judge"),
    path("opgaven/<slug:slug>/koers/keuzes/nieuw/", choice.choose, name="choose"),
    path("opgaven/<slug:slug>/koers/keuzes/<int:pk>/", choice.choice, name="choice"),
    path("opgaven/<slug:slug>/koers/keuzes/<int:pk>/heroverwegen/", choice.look_again, name="look_again"),
    path("opgaven/<slug:slug>/koers/keuzes/<int:pk>/tegenspraak/", dissent.file_dissent_from, name="dissent_from"),
    path("opgaven/<slug:slug>/koers/tegenspraak/", dissent.dissents, name="dissents"),
    path("opgaven/<slug:slug>/koers/tegenspraak/nieuw/", dissent.file_dissent, name="file_dissent"),
    path("opgaven/<slug:slug>/koers/tegenspraak/<int:pk>/", dissent.dissent, name="dissent"),
    path("opgaven/<slug:slug>/koers/tegenspraak/<int:pk>/verbeteren/", dissent.correct, name="correct_dissent"),
    path("opgaven/<slug:slug>/koers/tegenspraak/<int:pk>/aanvullen/", dissent.add, name="add_to_dissent"),
    path("opgaven/<slug:slug>/koers/tegenspraak/<int:pk>/openbaar/", dissent.allow, name="open_dissent"),
    path("opgaven/<slug:slug>/koers/tegenspraak/<int:pk>/antwoord/", dissent.answer, name="answer_dissent"),
]
