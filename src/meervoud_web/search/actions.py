"""Keep up with what there is to find."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from meervoud_web.challenges.things import Kind, Thing, kind_called, kinds
from meervoud_web.search.models import SearchText
from meervoud_web.search.stems import stems_of

AT_ONCE = 500


def take_in(thing: Thing) -> None:
    """Bring up to date what can be found of a thing and of its parts; what is gone can be found no longer."""
    kind = kinds().get(thing.kind)
    if kind is None or (kind.words is None and kind.parts is None):
        return
    row = kind.rows().filter(pk=thing.id).first()
    with transaction.atomic():
        if kind.words is not None:
            _keep(kind, [row] if row is not None else [])
            if row is None:
                SearchText.objects.filter(kind=thing.kind, thing_id=thing.id).delete()
        if kind.parts is not None and row is not None:
            for part_slug, rows in kind.parts(row).items():
                _keep(kind_called(part_slug), rows)


def take_in_everything() -> int:
    """Make all that can be found anew; return how many things that are."""
    with transaction.atomic():
        SearchText.objects.all().delete()
        for kind in kinds().values():
            if kind.words is not None:
                _keep(kind, kind.rows().iterator(chunk_size=AT_ONCE))
    return SearchText.objects.count()


def _keep(kind: Kind, rows: Iterable[Any]) -> None:
    batch: list[SearchText] = []
    for row in rows:
        batch.append(_text_of(kind, row))
        if len(batch) == AT_ONCE:
            _write(batch)
            batch = []
    _write(batch)


def _text_of(kind: Kind, row: Any) -> SearchText:
    words = kind.words(row) if kind.words is not None else ""
    return SearchText(kind=kind.slug, thing_id=row.pk, title=stems_of(kind.title(row)), body=stems_of(words))


def _write(texts: list[SearchText]) -> None:
    SearchText.objects.bulk_create(
        texts, update_conflicts=True, unique_fields=["kind", "thing_id"], update_fields=["title", "body"]
    )
