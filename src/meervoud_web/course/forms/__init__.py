"""What people fill in about the course of a challenge."""

from meervoud_web.course.forms.course import (
    AssumptionForm,
    ChoiceForm,
    EvidenceForm,
    JudgementForm,
    LetGoForm,
    MainLineForm,
    PublicValueForm,
    RenewForm,
    SecondLookForm,
)
from meervoud_web.course.forms.dissent import (
    AdditionForm,
    CorrectDissentForm,
    DissentAnswerForm,
    DissentForm,
    OpennessForm,
)
from meervoud_web.course.forms.handover import HandoverForm, LineAnswerForm

__all__ = [
    "AdditionForm",
    "AssumptionForm",
    "ChoiceForm",
    "CorrectDissentForm",
    "DissentAnswerForm",
    "DissentForm",
    "EvidenceForm",
    "HandoverForm",
    "JudgementForm",
    "LetGoForm",
    "LineAnswerForm",
    "MainLineForm",
    "OpennessForm",
    "PublicValueForm",
    "RenewForm",
    "SecondLookForm",
]
