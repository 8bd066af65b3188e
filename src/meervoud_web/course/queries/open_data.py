"""What the course hands over as open data. It is for whoever may see the challenge; who wrote it stays out."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.open_data import Chapter, Column, ColumnType, Row, Table
from meervoud_web.challenges.rules import may_see
from meervoud_web.course.queries.confidence import Stand
from meervoud_web.course.queries.course import Course, course_of
from meervoud_web.people.models import Person

NUMBER, DATE, SHARE = ColumnType.INTEGER, ColumnType.DATE, ColumnType.NUMBER


def _course(person: Person | None, challenge: Challenge) -> Course | None:
    return course_of(challenge) if may_see(person, challenge) else None


def _stands(person: Person | None, challenge: Challenge) -> list[Stand]:
    course = _course(person, challenge)
    return list(course.stands.values()) if course else []


def _lines(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    if may_see(person, challenge):
        for one in challenge.main_lines.all():
            gone = timezone.localdate(one.let_go_at) if one.let_go_at else None
            yield one.pk, timezone.localdate(one.at), one.sentence, one.why, gone, one.let_go_why


def _values(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    if may_see(person, challenge):
        for one in challenge.public_values.all():
            yield one.pk, one.name, str(one.get_kind_display()), one.at_stake


def _assumptions(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    for stand in _stands(person, challenge):
        one = stand.assumption
        yield (
            one.pk,
            one.main_line_id,
            one.title,
            one.condition,
            one.result,
            one.because,
            one.provided,
            one.start / 100,
            # Twelve digits: what the last of them would be is for the processor to say.
            round(stand.line.now, 12),
            str(stand.said),
            one.valid_until,
            " ".join(str(ground.pk) for ground in sorted(one.rests_on.all(), key=lambda ground: ground.pk)),
        )


def _evidence(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    for stand in _stands(person, challenge):
        for one in stand.assumption.evidence.all():
            since = timezone.localdate(one.counts_since) if one.counts_since else None
            yield one.pk, one.assumption_id, timezone.localdate(one.at), one.text, one.source, since


def _judgements(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    for stand in _stands(person, challenge):
        for evidence in stand.assumption.evidence.all():
            for one in sorted(evidence.judgements.all(), key=lambda judgement: judgement.pk):
                finding, quality = str(one.get_finding_display()), str(one.get_quality_display())
                yield evidence.pk, one.finding, finding, one.quality, quality


def _choices(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    course = _course(person, challenge)
    for one in sorted(course.choices, key=lambda choice: (choice.chosen_on, choice.pk)) if course else ():
        yield (
            one.pk,
            one.chosen_on,
            one.what,
            one.chosen_by,
            one.mandate,
            one.weighed,
            one.on_monday,
            one.courage,
            " ".join(str(ground.pk) for ground in sorted(one.assumptions.all(), key=lambda ground: ground.pk)),
        )


def _second_looks(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    course = _course(person, challenge)
    for choice in sorted(course.choices, key=lambda choice: choice.pk) if course else ():
        for one in choice.second_looks.all():
            yield choice.pk, timezone.localdate(one.at), str(one.get_outcome_display()), one.why


LINES = Table(
    name="main-lines",
    title=_("Hoofdlijnen"),
    description=_("Waar de opgave jaren aan vasthoudt, en wat is losgelaten."),
    chapter=Chapter.COURSE,
    order=10,
    columns=(
        Column("line", _("nummer"), _("Het nummer van de hoofdlijn."), NUMBER, is_on_paper=False),
        Column("date", _("sinds"), _("De dag waarop zij werd opgeschreven."), DATE),
        Column("sentence", _("hoofdlijn"), _("De hoofdlijn in één zin.")),
        Column("why", _("waarom"), _("Waarom dit een hoofdlijn is.")),
        Column("let_go", _("losgelaten"), _("De dag waarop zij werd losgelaten; leeg als zij geldt."), DATE),
        Column("let_go_why", _("waarom losgelaten"), _("De reden van het loslaten."), is_on_paper=False),
    ),
    rows=_lines,
)
VALUES = Table(
    name="public-values",
    title=_("Publieke waarden"),
    description=_("Welke publieke waarden op het spel staan."),
    chapter=Chapter.COURSE,
    order=20,
    columns=(
        Column("value", _("nummer"), _("Het nummer van de waarde."), NUMBER, is_on_paper=False),
        Column("name", _("waarde"), _("Hoe de waarde heet.")),
        Column("kind", _("soort"), _("Wat het oplevert, of hoe een overheid hoort te werken.")),
        Column("at_stake", _("wat er op het spel staat"), _("Wat er op het spel staat.")),
    ),
    rows=_values,
)
ASSUMPTIONS = Table(
    name="assumptions",
    title=_("Aannames"),
    description=_("Waar de koers op rust: als …, dan …, omdat …, mits …; en hoe zeker dat nu is."),
    chapter=Chapter.COURSE,
    order=30,
    columns=(
        Column("assumption", _("nummer"), _("Het nummer van de aanname."), NUMBER, is_on_paper=False),
        Column("line", _("hoofdlijn"), _("Bij welke hoofdlijn zij hoort."), NUMBER, is_on_paper=False),
        Column("title", _("in het kort"), _("De aanname in het kort.")),
        Column("condition", _("als"), _("Als dit zo is …")),
        Column("result", _("dan"), _("… dan gebeurt dit …")),
        Column("because", _("omdat"), _("… omdat …"), is_on_paper=False),
        Column("provided", _("mits"), _("… mits …"), is_on_paper=False),
        Column("start", _("begin"), _("Hoe zeker bij het begin, van 0 tot 1."), SHARE, is_on_paper=False),
        Column("now", _("nu"), _("Hoe zeker nu, van 0 tot 1, met de kansregel."), SHARE, is_on_paper=False),
        Column("word", _("hoe zeker"), _("Hetzelfde in een van vijf woorden.")),
        Column("valid_until", _("houdbaar tot"), _("Tot en met welke dag zij houdbaar is."), DATE),
        Column("rests_on", _("rust op"), _("Op welke andere aannames zij rust."), is_on_paper=False),
    ),
    rows=_assumptions,
)
EVIDENCE = Table(
    name="evidence",
    title=_("Aanwijzingen"),
    description=_("Wat voor of tegen een aanname spreekt."),
    chapter=Chapter.COURSE,
    order=40,
    columns=(
        Column("evidence", _("nummer"), _("Het nummer van de aanwijzing."), NUMBER, is_on_paper=False),
        Column("assumption", _("aanname"), _("Bij welke aanname zij hoort."), NUMBER, is_on_paper=False),
        Column("date", _("dag"), _("De dag waarop zij werd ingebracht."), DATE),
        Column("text", _("wat iemand zag of hoorde"), _("Wat iemand zag of hoorde.")),
        Column("source", _("bron"), _("Waar het vandaan komt.")),
        Column("counts_since", _("telt mee sinds"), _("Sinds wanneer zij meetelt; leeg als dat nog wacht."), DATE),
    ),
    rows=_evidence,
)
JUDGEMENTS = Table(
    name="judgements",
    title=_("Oordelen over aanwijzingen"),
    description=_("Wat ieder van een aanwijzing vond, zonder naam en zonder toelichting."),
    chapter=Chapter.COURSE,
    order=50,
    columns=(
        Column("evidence", _("aanwijzing"), _("Over welke aanwijzing het gaat."), NUMBER, is_on_paper=False),
        Column("finding", _("vast woord"), _("Wat zij zegt, als vast woord."), is_on_paper=False),
        Column("finding_says", _("wat het zegt"), _("Hetzelfde in een zin.")),
        Column("quality", _("vast woord"), _("Hoe goed het is nagegaan, als vast woord."), is_on_paper=False),
        Column("quality_says", _("hoe nagegaan"), _("Hetzelfde in gewone woorden.")),
    ),
    rows=_judgements,
)
CHOICES = Table(
    name="choices",
    title=_("Keuzes"),
    description=_("Wat er gekozen is, door wie met welk mandaat, en drie vragen erbij."),
    chapter=Chapter.CHOICES,
    order=10,
    columns=(
        Column("choice", _("nummer"), _("Het nummer van de keuze."), NUMBER, is_on_paper=False),
        Column("date", _("dag"), _("De dag van de keuze."), DATE),
        Column("what", _("keuze"), _("Wat er gekozen is.")),
        Column("chosen_by", _("door wie"), _("Welk orgaan of welke rol koos.")),
        Column("mandate", _("mandaat"), _("Met welk mandaat.")),
        Column("weighed", _("weloverwogen"), _("Wat er is afgewogen.")),
        Column("on_monday", _("doortastend"), _("Wat er meteen gebeurt.")),
        Column("courage", _("lef"), _("Wat moed vraagt, en wie erachter staat.")),
        Column("rests_on", _("rust op"), _("Op welke aannames de keuze rust."), is_on_paper=False),
    ),
    rows=_choices,
    headed_by="what",
)
SECOND_LOOKS = Table(
    name="second-looks",
    title=_("Heroverwegingen"),
    description=_("Hoe een keuze later opnieuw bekeken is, en waarom."),
    chapter=Chapter.CHOICES,
    order=20,
    columns=(
        Column("choice", _("keuze"), _("Over welke keuze het gaat."), NUMBER, is_on_paper=False),
        Column("date", _("dag"), _("De dag van de heroverweging."), DATE),
        Column("outcome", _("wat eruit kwam"), _("Wat eruit kwam.")),
        Column("why", _("waarom"), _("De reden.")),
    ),
    rows=_second_looks,
)
TABLES = (LINES, VALUES, ASSUMPTIONS, EVIDENCE, JUDGEMENTS, CHOICES, SECOND_LOOKS)
