"""Rounds for programs: what there is to react to, reactions, and the result that everyone may see."""

from ninja import Router

from meervoud_web.rounds.api import reading, taking_part

router = Router(by_alias=True)
router.add_router("", reading.router)
router.add_router("", taking_part.router)

__all__ = ["router"]
