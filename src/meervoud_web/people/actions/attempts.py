"""Count what somebody tries again and again: log-ins that fail, and mails that are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv6Address, IPv6Network, ip_address, ip_network

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from meervoud_web.people.models import LoginAttempt

WINDOW = timedelta(minutes=15)
KEPT = timedelta(days=1)


class TooManyAttemptsError(Exception):
    """Too much was tried on this account or from this address in the last quarter of an hour."""


@dataclass(frozen=True)
class Limit:
    """No more than ``most`` attempts in the window under one key; the key is kept only as a keyed hash."""

    kind: str
    value: str
    most: int

    @property
    def key(self) -> str:
        return salted_hmac(f"meervoud_web.people.{self.kind}", self.value, algorithm="sha256").hexdigest()


def write_down(limits: Iterable[Limit]) -> list[LoginAttempt]:
    """Write down an attempt, or refuse it.

    It is written down before it is counted, so that a hundred attempts at once count as a hundred.
    """
    LoginAttempt.objects.filter(at__lt=timezone.now() - KEPT).delete()
    limits = list(limits)
    attempts = LoginAttempt.objects.bulk_create([LoginAttempt(key=limit.key) for limit in limits])
    if any(_recent(limit.key) > limit.most for limit in limits):
        forget(attempts)  # or knocking on would keep the door closed for ever
        raise TooManyAttemptsError
    return attempts


def forget(attempts: Iterable[LoginAttempt]) -> None:
    """Take attempts back that did not fail after all."""
    LoginAttempt.objects.filter(pk__in=[attempt.pk for attempt in attempts]).delete()


def address_of(request: HttpRequest) -> str:
    """Return where the connection comes from, for IPv6 the network; what a header claims does not count."""
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:  # or everybody behind a server that listens on both would be one
            return str(address.ipv4_mapped)
        return str(IPv6Network((address, 64), strict=False))
    return str(address)


def wider(address: str) -> str:
    """Return the network around what ``address_of`` gives: what one customer of a provider may have."""
    if not address:
        return ""
    network = ip_network(address)
    return str(network.supernet(new_prefix=48 if network.version == 6 else 24))


def _recent(key: str) -> int:
    return LoginAttempt.objects.filter(key=key, at__gte=timezone.now() - WINDOW).count()
