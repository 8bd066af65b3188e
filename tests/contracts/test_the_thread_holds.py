"""Who makes something out of something says out of what: no act forgets its sources, however young it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from meervoud_web.challenges.things import kinds
from tests.contracts.sources import WEB, python_files

BEGINNINGS = {
    "challenges.actions.challenge.start_challenge": "an opgave is where a thread runs through, not a step in it",
    "challenges.actions.involve.involve": "a person's part comes from an agreement, not from something said here",
    "conversations.actions.import_votes.import_votes": "voices from elsewhere: here a thread begins",
    "conversations.actions.import_votes._keep_statements": "voices from elsewhere: here a thread begins",
    "conversations.actions.take_in.begin_conversation": "a round is where voices begin",
    "conversations.actions.take_in.add_statement": "a voice begins a thread",
    "conversations.actions.set_up.set_seeds": "a voice begins a thread",
    "feedback.actions.answer.answer_theme": "its source is the theme that it answers",
    "feedback.actions.answer.tell_result": "its source is the theme of which it tells",
    "notes.actions.note.write_note": "what somebody heard begins a thread",
    "rounds.actions.prepare.prepare_round": "a round is where voices begin",
    "rounds.actions.propose.propose_round": "a voice begins a thread",
    "rounds.actions.propose.answer_proposal": "its source is the proposal that it answers",
    "signals.actions.report._written": "a voice begins a thread; report_signal takes its sources",
}
"""Acts that make a registered thing out of nothing, each with why: here a thread begins."""

MAKES = {"create", "get_or_create", "update_or_create", "bulk_create"}


def registered_models() -> set[str]:
    return {kind.model.rpartition(".")[2] for kind in kinds().values()}


def acts() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Every function in a room of actions, by its dotted name."""
    for path in python_files(WEB):
        inside = path.relative_to(WEB).with_suffix("").parts
        if "actions" in inside and "meerdam" not in inside:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef):
                    yield ".".join([*inside, node.name]), node


def made_by(function: ast.FunctionDef) -> set[str]:
    """The models of which this function makes a row, as ``Model(...)`` or ``Model.objects.create(...)``."""
    calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    names = {call.id for call in calls if isinstance(call, ast.Name)}
    for call in calls:
        if isinstance(call, ast.Attribute) and call.attr in MAKES and isinstance(call.value, ast.Attribute):
            owner = call.value.value
            names |= {owner.id} if isinstance(owner, ast.Name) else set()
    return names


def requires_sources(function: ast.FunctionDef) -> bool:
    """Whether ``sources`` must be given, by name."""
    named = zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
    return any(argument.arg == "sources" and default is None for argument, default in named)


def test_every_act_that_makes_a_thing_of_the_thread_requires_its_sources() -> None:
    models = registered_models()
    silent = [
        f"{name} makes {', '.join(sorted(made & models))}"
        for name, function in acts()
        if (made := made_by(function)) & models
        if name not in BEGINNINGS and not requires_sources(function)
    ]
    assert not silent, "take `sources: Sequence[Thing]` by name and call trace, or say in BEGINNINGS why not"


def test_every_beginning_still_makes_something_and_requires_no_sources() -> None:
    functions = dict(acts())
    stale = [
        name
        for name in BEGINNINGS
        if name not in functions
        or requires_sources(functions[name])
        or not made_by(functions[name]) & registered_models()
    ]
    assert not stale


def test_an_act_without_sources_is_found() -> None:
    """The test above can fail: each way to make a row counts, and a default does not do."""
    code = "def a(*, sources=()):\n  Challenge(x=1)\ndef b():\n  Challenge.objects.get_or_create()"
    first, second = (node for node in ast.parse(code).body if isinstance(node, ast.FunctionDef))
    assert made_by(first) == made_by(second) == {"Challenge"}
    assert not requires_sources(first)


def test_every_kind_of_thing_names_a_model_that_is_there() -> None:
    from django.apps import apps

    assert all(apps.get_model(kind.model) for kind in kinds().values())
    assert all(slug == kind.slug for slug, kind in kinds().items())
