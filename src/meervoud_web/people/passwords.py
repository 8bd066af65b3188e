"""What a new password has to be, in words of our own where Django has none or crooked ones in Dutch."""

from __future__ import annotations

from django.contrib.auth import password_validation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class MinimumLengthValidator(password_validation.MinimumLengthValidator):
    """Long enough; Django's Dutch catalogue lacks the sentence that says it is not."""

    def get_error_message(self) -> str:
        return ngettext(
            "Dit wachtwoord is te kort. Gebruik minstens %(count)d teken.",
            "Dit wachtwoord is te kort. Gebruik minstens %(count)d tekens.",
            self.min_length,
        ) % {"count": self.min_length}


class UserAttributeSimilarityValidator(password_validation.UserAttributeSimilarityValidator):
    """Unlike what others know of this person; "uw" fits every noun, where "de" does not."""

    def get_error_message(self) -> str:
        return _("Dit wachtwoord lijkt te veel op uw %(verbose_name)s.")
