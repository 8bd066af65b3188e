"""Nobody can work out what fewer than five people think: not by reading, not by subtracting, not by computing."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from django.test import Client

from meervoud import landscape
from meervoud.errors import MethodError
from meervoud_web.analyses.models import Analysis
from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations import actions
from meervoud_web.conversations.models import Conversation
from meervoud_web.conversations.pages.downloads import KINDS
from meervoud_web.conversations.queries import disclosure
from meervoud_web.conversations.queries.disclosure import analyse_for_everyone
from tests.web.conversations.conftest import votes_of_two_groups
from tests.web.conversations.landscapes import by_hand, said
from tests.web.conversations.ready import run_all

ALWAYS_GROUPS = {"recipe": "polis", "resamples": 0}
"""Our own recipe looks for no group of four, so it hardly ever makes one."""


def with_four_more() -> landscape.Votes:
    """Two groups, and four people who find the opposite of what everyone shares."""
    many = votes_of_two_groups(people=80)
    statements = many.statements
    four = [(f"x{one}", statement, _of_four(int(statement))) for one in range(4) for statement in statements]
    who, what, values = zip(*four, strict=True)
    return landscape.Votes.from_arrays(
        [*(many.participants[row] for row in many.rows), *who],
        [*(many.statements[column] for column in many.columns), *what],
        [*many.values.tolist(), *values],
        texts=many.texts,
    )


def _of_four(statement: int) -> int:
    return -1 if statement >= 17 else (1 if statement % 2 else -1)


@pytest.fixture
def round_(challenge: Challenge) -> Conversation:
    conversation = actions.import_votes(challenge=challenge, title="Wat helpt u?", votes=with_four_more())
    actions.open_to_public(conversation)
    Analysis.objects.update(parameters=ALWAYS_GROUPS)
    actions.analyse_conversation(conversation, parameters=ALWAYS_GROUPS)
    run_all()
    return conversation


def take(round_: Conversation, kind: str, client: Client | None = None) -> str:
    return str((client or Client()).get(f"/stellingenrondes/{round_.pk}/bestand/{kind}").content.decode())


def page(round_: Conversation, rest: str = "", client: Client | None = None) -> str:
    return str((client or Client()).get(f"/stellingenrondes/{round_.pk}/{rest}").content.decode())


def test_those_who_work_here_do_see_the_four(staff_client: Client, round_: Conversation) -> None:
    record = json.loads(take(round_, "meningenlandschap.json", staff_client))
    assert 4 in [group["size"] for group in record["result"]["groups"]]


def test_every_total_that_everyone_sees_is_that_of_the_groups_that_everyone_sees(round_: Conversation) -> None:
    record = json.loads(take(round_, "meningenlandschap.json"))
    result, members = record["result"], record["result"]["members"]
    assert (
        sum(group["size"] for group in result["groups"]) == len(members) == result["counts"]["participants"] == 80
    )
    assert min(group["size"] for group in result["groups"]) >= 5
    assert {member["group"] for member in members.values()} == {group["id"] for group in result["groups"]}
    for tally in result["tallies"]:
        (bridge,) = (one for one in result["bridges"] if one["statement"] == tally["statement"])
        for stance in ("agree", "disagree", "pass"):
            assert tally[stance] == sum(cell[stance] for cell in bridge["by_group"].values())


def test_no_file_for_everyone_holds_a_reaction_of_the_four(round_: Conversation) -> None:
    four = set(round_.participants.filter(external_id__startswith="x").values_list("public_id", flat=True))
    for kind in set(KINDS) - {"polis.zip"}:
        assert not [one for one in four if one in take(round_, kind)]
    people = {row["participant"] for row in csv.DictReader(io.StringIO(take(round_, "reacties.csv")))}
    assert len(people) == 80
    assert not people & four


def test_whoever_computes_it_again_finds_the_same_and_no_small_group(round_: Conversation) -> None:
    kept = json.loads(take(round_, "meningenlandschap.json"))
    method = kept["result"]["method"]
    again = landscape.analyse(
        landscape.Votes.from_arrays(**kept["votes"]), seed=method["seed"], **method["parameters"]
    )
    assert again.method.input_hash == method["input_hash"]
    assert [group.size for group in again.groups] == [group["size"] for group in kept["result"]["groups"]]


def test_no_page_for_everyone_counts_the_four(round_: Conversation, challenge: Challenge) -> None:
    Challenge.objects.update(is_public=True)
    for html in (page(round_), page(round_, "stellingen/"), Client().get("/opgaven/thuis/").content.decode()):
        assert "84 mensen" not in html
        assert "niet bij een groep" not in html
    assert "80 mensen" in Client().get("/opgaven/thuis/").content.decode()
    rows = list(csv.DictReader(io.StringIO(take(round_, "stellingen.csv"))))
    total = sum(int(row[what]) for row in rows for what in ("agree", "pass", "disagree"))
    assert total == len(take(round_, "reacties.csv").splitlines()) - 1


def test_before_its_first_result_everyone_sees_no_amounts(challenge: Challenge) -> None:
    actions.open_to_public(actions.import_votes(challenge=challenge, title="t", votes=with_four_more()))
    html = Client().get("/opgaven/thuis/").content.decode()
    assert ">t</a>" in html
    assert "mensen ·" not in html


def test_a_result_from_before_amounts_were_kept_shows_none(round_: Conversation) -> None:
    for analysis in Analysis.objects.all():
        summary = {key: value for key, value in analysis.summary.items() if key != "amounts"}
        Analysis.objects.filter(pk=analysis.pk).update(summary=summary)
    html = Client().get("/opgaven/thuis/").content.decode()
    assert "Wat helpt u?" in html
    assert "mensen ·" not in html


def test_a_round_in_which_small_groups_keep_appearing_is_not_for_everyone(
    monkeypatch: pytest.MonkeyPatch, votes: landscape.Votes
) -> None:
    def always_small(given: landscape.Votes, **_: object) -> landscape.Landscape:
        people = given.participants
        return by_hand(sizes={"a": len(people) - 4, "b": 4}, ids=people)

    monkeypatch.setattr(disclosure.landscape, "analyse", always_small)
    with pytest.raises(MethodError) as caught:
        analyse_for_everyone(votes)
    assert caught.value.code == "only-small-groups"


# --- cells --------------------------------------------------------------------------------------------------


def thin(**cells: landscape.Agreement) -> landscape.Landscape:
    """Three groups with these cells for every statement."""
    result = by_hand(sizes={"a": 60, "b": 30, "c": 10})
    return replace(
        result,
        bridges=tuple(replace(one, by_group=cells) for one in result.bridges),
        divides=tuple(replace(one, by_group=cells) for one in result.divides),
        minority_voices=tuple(replace(one, by_group=cells) for one in result.minority_voices),
        undecided=tuple(replace(one, by_group=cells) for one in result.undecided),
    )


def test_a_cell_with_four_reactions_is_hidden_and_does_not_follow_from_the_others() -> None:
    shown = landscape.without_small_cells(thin(a=said(50, 10), b=said(20, 5), c=said(3, 1)))
    assert set(shown.bridges[0].by_group) == {"a"}, "c has too few, and b hides what c would be"
    assert not shown.divides
    assert not shown.minority_voices
    assert [len(group.representative) for group in shown.groups] == [1, 0, 0]
    assert not shown.consensus_polis


def test_two_hidden_cells_hide_each_other() -> None:
    shown = landscape.without_small_cells(thin(a=said(50, 10), b=said(2, 1), c=said(3, 1)))
    assert set(shown.bridges[0].by_group) == {"a"}


def test_a_cell_without_any_reaction_tells_nothing_about_anyone() -> None:
    shown = landscape.without_small_cells(thin(a=said(50, 10), b=said(20, 5), c=said(0, 0)))
    assert set(shown.bridges[0].by_group) == {"a", "b"}


def test_nothing_is_taken_away_where_all_cells_are_large() -> None:
    result = thin(a=said(50, 10), b=said(20, 5), c=said(9, 1))
    assert landscape.without_small_cells(result) == result
