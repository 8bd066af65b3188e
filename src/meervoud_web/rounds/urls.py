"""Addresses of rounds that run here."""

from django.urls import path

from meervoud_web.rounds.pages import (
    answering,
    appeals,
    follow,
    helping,
    inviting,
    keeping,
    mine,
    moderating,
    openness,
    own,
    paper,
    place,
    preparing,
    proposing,
    running,
    statement,
    taking_along,
    welcome,
)
from meervoud_web.rounds.pages import help as ask_for_help

app_name = "rounds"

# Taking part: for everyone, without an account.
urlpatterns = [
    path("r/", welcome.find, name="find"),
    path("r/<str:code>/", welcome.welcome, name="welcome"),
    path("r/<str:code>/stelling/", statement.statement, name="statement"),
    path("r/<str:code>/bedankt/", statement.thanks, name="thanks"),
    path("r/<str:code>/mijn-reacties/", mine.mine, name="mine"),
    path("r/<str:code>/eigen/", own.own, name="own"),
    path("r/<str:code>/hulp/", ask_for_help.help_, name="help"),
    path("r/<str:code>/waar-sta-ik/", place.place, name="place"),
    path("r/<str:code>/volgcode/", keeping.code, name="code"),
    path("r/<str:code>/klaar/", keeping.done, name="done"),
    path("volg/", follow.follow, name="follow"),
    path("volg/<str:code>/", follow.followed, name="followed"),
    path("volg/<str:code>/verder/", follow.go_on, name="go_on"),
    path("volg/<str:code>/alles/", taking_along.everything, name="everything"),
    path("volg/<str:code>/alles-terug/", follow.withdraw_all, name="withdraw_all"),
    path("volg/<str:code>/stelling/<int:submission_id>/terug/", follow.withdraw, name="withdraw"),
    path("volg/<str:code>/stelling/<int:submission_id>/nog-eens/", follow.appeal_, name="appeal"),
]

# What everyone may know about reading along.
urlpatterns += [
    path("r/<str:code>/logboek/", openness.log, name="log"),
    path("r/<str:code>/spelregels/", openness.house_rules, name="house_rules"),
]

# Setting up, running and answering: for who works here.
urlpatterns += [
    path("opgaven/<slug:slug>/stellingenrondes/voorbereiden/", preparing.prepare, name="prepare"),
    path("rondes/<int:round_id>/", running.manage, name="manage"),
    path("rondes/<int:round_id>/bewerken/", preparing.edit, name="edit"),
    path("rondes/<int:round_id>/voorbeeld/", preparing.preview, name="preview"),
    path("rondes/<int:round_id>/openen/", running.open_round, name="open"),
    path("rondes/<int:round_id>/sluiten/", running.close_round, name="close"),
    path("rondes/<int:round_id>/terugkoppelen/", answering.answer, name="answer"),
    path("rondes/<int:round_id>/terugkoppeling-verbeteren/", answering.correct, name="correct"),
    path("rondes/<int:round_id>/nieuwe-datum/", answering.postpone, name="postpone"),
    path("rondes/<int:round_id>/uitnodigen/", inviting.invite, name="invite"),
    path("rondes/<int:round_id>/affiche-<str:size>.pdf", inviting.poster, name="poster"),
]

# Reading along, and who asks for help.
urlpatterns += [
    path("rondes/<int:round_id>/lezen/", moderating.queue, name="queue"),
    path("rondes/<int:round_id>/lezen/<int:submission_id>/", moderating.decide, name="decide"),
    path("rondes/<int:round_id>/lezen/<int:submission_id>/meedoen/", moderating.accept, name="accept"),
    path("rondes/<int:round_id>/lezen/<int:submission_id>/terugdraaien/", moderating.put_back, name="put_back"),
    path("rondes/<int:round_id>/lezen/<int:submission_id>/hulpvraag/", moderating.hand_over, name="hand_over"),
    path("rondes/<int:round_id>/nog-eens/<int:appeal_id>/", appeals.look_again, name="look_again"),
    path("rondes/<int:round_id>/hulpvragen/", helping.help_requests, name="help_requests"),
    path("rondes/<int:round_id>/hulpvragen/<int:help_id>/doorgeven/", helping.forward, name="forward"),
    path(
        "rondes/<int:round_id>/hulpvragen/<int:help_id>/afronden/",
        helping.close_help_request,
        name="close_help_request",
    ),
]

# Proposing a round: for everyone; answering: for who works here.
urlpatterns += [
    path("opgaven/<slug:slug>/stellingenrondes/voorstellen/", proposing.propose, name="propose"),
    path("opgaven/<slug:slug>/voorstellen/", proposing.proposals, name="proposals"),
    path("opgaven/<slug:slug>/voorstellen/<int:proposal_id>/", proposing.answer_proposal, name="answer_proposal"),
]

# Paper, and people who are helped.
urlpatterns += [
    path("rondes/<int:round_id>/papier/", paper.paper, name="paper"),
    path("rondes/<int:round_id>/papier/kaarten.pdf", paper.cards, name="cards"),
    path("rondes/<int:round_id>/papier/<int:number>/", paper.card, name="card"),
    path("rondes/<int:round_id>/samen-invullen/", paper.help_somebody, name="help_somebody"),
]
