"""What can be done with people and their access. The only place that writes them."""

from meervoud_web.people.actions.access import (
    LastAdministratorError,
    deactivate,
    end_other_sessions,
    end_role,
    give_role,
    reactivate,
)
from meervoud_web.people.actions.attempts import TooManyAttemptsError
from meervoud_web.people.actions.erase import OneselfError, ReasonNamesThemError, erase
from meervoud_web.people.actions.invite import AlreadyKnownError, invite, invite_again
from meervoud_web.people.actions.log_in import WrongCredentialsError, log_in
from meervoud_web.people.actions.log_in_by_mail import ask_for_log_in_link, log_in_with_link
from meervoud_web.people.actions.password import (
    ask_for_reset_link,
    change_password,
    choose_password,
    send_reset_link,
)
from meervoud_web.people.actions.profile import edit_own_profile

__all__ = [
    "AlreadyKnownError",
    "LastAdministratorError",
    "OneselfError",
    "ReasonNamesThemError",
    "TooManyAttemptsError",
    "WrongCredentialsError",
    "ask_for_log_in_link",
    "ask_for_reset_link",
    "change_password",
    "choose_password",
    "deactivate",
    "edit_own_profile",
    "end_other_sessions",
    "end_role",
    "erase",
    "give_role",
    "invite",
    "invite_again",
    "log_in",
    "log_in_with_link",
    "reactivate",
    "send_reset_link",
]
