"""The words in the pictures, in the language that is spoken now."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from meervoud import landscape


def words() -> landscape.Words:
    """Give every word that a picture of a landscape can hold."""
    language = (get_language() or "nl")[:2]
    return landscape.Words(
        language=language,
        thousands="." if language == "nl" else ",",
        title=_("Meningenlandschap"),
        group=_("Groep {letter}"),
        share=_("{count} van de {total}"),
        groups_found=_("Er zijn {count} groepen"),
        one_group=_("Er is 1 groep"),
        groups_untested=_("Of deze groepen meer zijn dan toeval, is niet nagegaan"),
        groups_asked=_("Om deze groepen is gevraagd; de reacties laten zelf geen duidelijke groepen zien"),
        spectrum=_("Mensen verschillen geleidelijk: er zijn geen grenzen tussen mensen"),
        none=_("Er zijn geen duidelijke groepen"),
        untested=_("Of er groepen zijn, is niet nagegaan"),
        empty=_("Er zijn te weinig reacties voor een tekening"),
        dot_one=_("één stip is één mens"),
        dot_many=_("één stip is ongeveer {count} mensen"),
        dot_open=_("open stip: minder zeker"),
        dot_loose=_("grijs: niet bij een groep geplaatst"),
        lines=_("elke lijn naar binnen: twee keer zo veel mensen bij elkaar"),
        amounts=_("{participants} mensen · {statements} stellingen · {votes} reacties"),
        agree_of_hundred=_("{count} van de 100 eens"),
        too_few=_("te weinig reacties"),
        agreement_title=_("Hoeveel mensen het eens zijn, per groep"),
        nobody=_("niemand"),
        everybody=_("iedereen"),
    )
