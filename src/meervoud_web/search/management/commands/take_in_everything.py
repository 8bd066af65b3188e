"""``manage.py take_in_everything``: make all that can be found anew, as after an upgrade."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from meervoud_web.search.actions import take_in_everything


class Command(BaseCommand):
    help = "Make anew what can be found under /zoeken/; asked once after an upgrade, and harmless at any time."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        """Read every thing that can be found."""
        self.stdout.write(f"{take_in_everything():,} things can be found.")
