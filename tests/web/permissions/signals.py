"""Who may report, read and show signals."""

from __future__ import annotations

from typing import Any

from meervoud_web.people.models import Person
from meervoud_web.signals.models import Letterbox, Observer, Photo, Signal
from tests.web.permissions.house import challenge_that_is
from tests.web.permissions.matrix import LOG_IN, Matrix, Objects, Row


def _signal(*, public: bool = True, shown: bool = False, reporter: Person | None = None) -> dict[str, Any]:
    challenge = challenge_that_is(public=public)
    words = "De bus rijdt leeg." if shown else ""
    found = Signal.objects.filter(challenge=challenge, shown_as=words, reporter=reporter).first()
    signal = found or Signal.objects.create(
        challenge=challenge, seen="De bus rijdt leeg.", observer=Observer.OTHER, shown_as=words, reporter=reporter
    )
    return {"slug": challenge.slug, "pk": signal.pk}


def _with_photo(**signal: Any) -> dict[str, Any]:
    found = _signal(**signal)
    about = {"picture": b"x", "width": 1, "height": 1, "shows": "Een lege bus."}
    Photo.objects.get_or_create(signal_id=found["pk"], defaults=about)
    return found


def _letterbox() -> dict[str, Any]:
    return {"code": Letterbox.objects.get_or_create(challenge=challenge_that_is(public=True))[0].code}


OBJECTS: Objects = {
    "a signal": lambda me: _signal(),
    "a signal that is shown": lambda me: _signal(shown=True),
    "a shown signal of a closed challenge": lambda me: _signal(public=False, shown=True),
    "a signal of mine": lambda me: _signal(reporter=me),
    "a signal of another challenge": lambda me: {**_signal(), "slug": challenge_that_is(public=False).slug},
    "a photo": lambda me: _with_photo(),
    "a photo with a signal that is shown": lambda me: _with_photo(shown=True),
    "a photo of mine": lambda me: _with_photo(reporter=me),
    "a photo of another challenge": lambda me: {
        **_with_photo(),
        "slug": challenge_that_is(public=False).slug,
    },
    "a letterbox": lambda me: _letterbox(),
    "no letterbox": lambda me: {"code": "BBBBBBBB"},
}


def _managers(answer: int) -> dict[str, int]:
    return {"administrator": answer, "challenge_manager": answer}


_FOR_WHO_WORKS_ON_IT = [
    Row("GET", of="an open challenge", strangers=LOG_IN, staff=403, **_managers(200)),
    Row("GET", of="a closed challenge", strangers=LOG_IN, outside=404, staff=403, **_managers(200)),
]

ROWS: Matrix = {
    "signals:letterbox": [
        Row("GET", of="a letterbox", everyone=200),
        Row("GET", of="no letterbox", everyone=404),
        Row("POST", of="a letterbox", data={"tekst": "x"}, everyone=403),
    ],
    "signals:register": [
        Row("GET", of="an open challenge", everyone=200),
        Row("GET", of="a closed challenge", strangers=404, outside=404, staff=200),
    ],
    "signals:report": [
        Row("GET", of="an open challenge", strangers=LOG_IN, outside=403, staff=200),
        Row("GET", of="a closed challenge", strangers=LOG_IN, outside=404, staff=200),
        Row(
            "POST",
            of="an open challenge",
            data={"tekst": "x", "rol": "other"},
            strangers=LOG_IN,
            outside=403,
            staff=302,
        ),
    ],
    "signals:photo": [
        Row("GET", of="a photo", strangers=LOG_IN, staff=404, **_managers(200)),
        Row("GET", of="a photo with a signal that is shown", strangers=LOG_IN, staff=404, **_managers(200)),
        Row("GET", of="a photo of mine", strangers=LOG_IN, staff=200),
        Row("GET", of="a photo of another challenge", strangers=LOG_IN, staff=404),
    ],
    "signals:remove_photo": [
        Row("GET", of="a photo", strangers=LOG_IN, staff=403, **_managers(200)),
        Row("GET", of="a photo of another challenge", strangers=LOG_IN, outside=404, staff=403, **_managers(404)),
        Row("POST", of="a photo", data={"reden": "x"}, strangers=LOG_IN, staff=403, **_managers(302)),
    ],
    "signals:queue": _FOR_WHO_WORKS_ON_IT,
    "signals:box": [
        *_FOR_WHO_WORKS_ON_IT,
        Row("POST", of="an open challenge", strangers=LOG_IN, staff=403, **_managers(302)),
    ],
    "signals:signal": [
        Row("GET", of="a signal", everyone=404, **_managers(200)),
        Row("GET", of="a signal that is shown", everyone=200),
        Row("GET", of="a shown signal of a closed challenge", strangers=404, outside=404, staff=200),
        Row("GET", of="a signal of mine", strangers=404, staff=200),
        Row("GET", of="a signal of another challenge", everyone=404),
    ],
    "signals:read": [
        Row("GET", of="a signal", strangers=LOG_IN, staff=403, **_managers(200)),
        Row(
            "POST",
            of="a signal",
            data={"nummer": 1, "reden": "again", "vreemd": 3, "groot": 3, "oordeel": "watch"},
            strangers=LOG_IN,
            staff=403,
            **_managers(302),
        ),
    ],
    "signals:show": [
        Row("GET", of="a signal", strangers=LOG_IN, staff=403, **_managers(200)),
        Row("POST", of="a signal", data={"woorden": "x"}, strangers=LOG_IN, staff=403, **_managers(302)),
    ],
}
