"""``manage.py load_example``: fill the database with the example municipality."""

from __future__ import annotations

import logging
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.urls import reverse
from django.utils import timezone

from meervoud_web.meerdam import plan
from meervoud_web.meerdam.accounts import accounts_are_open
from meervoud_web.meerdam.actions import is_empty, is_half_loaded, load_example
from meervoud_web.meerdam.answered import follow_code
from meervoud_web.meerdam.beginning import make_tables, one_at_a_time


class Command(BaseCommand):
    """Load Meerdam."""

    help = "Load the example municipality Meerdam, with residents, a challenge and results. Safe to run twice."

    def add_arguments(self, parser: CommandParser) -> None:
        """Let ``make run`` ask for the example only where nothing is."""
        parser.add_argument("--if-empty", action="store_true", help="do nothing when there are data already")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the tables when they are missing, load, and say how to log in."""
        with one_at_a_time():
            make_tables()
            self._load(if_empty=options["if_empty"])

    def _load(self, *, if_empty: bool) -> None:
        if if_empty and not (is_empty() or is_half_loaded()):
            if accounts_are_open():
                self._say_log_ins()
            return
        logging.disable(logging.INFO)  # eight new accounts are no news here
        try:
            challenge = load_example(today=timezone.localdate(), tell=self.stdout.write)
        finally:
            logging.disable(logging.NOTSET)
        self.stdout.write(self.style.SUCCESS(f"{plan.MUNICIPALITY}: {challenge.get_absolute_url()}"))
        if code := follow_code():
            self.stdout.write(f"A follow code with an answer: {code} ({reverse('rounds:follow')})")
        self._say_log_ins()

    def _say_log_ins(self) -> None:
        self.stdout.write(f"Log-ins to try it with (never on a public server), password {plan.PASSWORD}:")
        for account in plan.ACCOUNTS:
            self.stdout.write(f"  {account.email:<32} {account.role.value}")
