"""The words that stand in a picture; the caller may hand over those of another language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Every word that a picture can hold, English by default.

    Names between braces are filled in: ``{count}``, ``{total}`` and ``{letter}``, and what ``amounts`` names.
    """

    language: str = "en"
    thousands: str = ","
    title: str = "Opinion landscape"
    group: str = "Group {letter}"
    share: str = "{count} of {total}"
    groups_found: str = "{count} groups stand apart"
    one_group: str = "1 group stands apart"
    groups_untested: str = "Whether these groups are more than chance was not computed"
    groups_asked: str = "These groups were asked for; the votes themselves show no clear groups"
    spectrum: str = "Opinions differ gradually: there are no borders between people"
    none: str = "There are no clear groups here"
    untested: str = "Whether there are groups was not computed"
    empty: str = "There are too few votes for a picture"
    dot_one: str = "one dot is one person"
    dot_many: str = "one dot is about {count} people"
    dot_open: str = "open dot: less sure"
    dot_loose: str = "grey: not placed with a group"
    lines: str = "each line inward: twice as many people together"
    amounts: str = "{participants} people · {statements} statements · {votes} votes"
    agree_of_hundred: str = "{count} of 100 agree"
    too_few: str = "too few votes"
    agreement_title: str = "Agreement per group"
    nobody: str = "nobody agrees"
    everybody: str = "everyone"

    def amount(self, value: int) -> str:
        """Return a whole number with the thousands set apart."""
        return f"{value:,}".replace(",", self.thousands)
