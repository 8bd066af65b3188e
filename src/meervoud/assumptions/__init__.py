"""Assumptions as moving hypotheses: how confidence moves by evidence, and what falls with one that breaks.

Two pure questions, each answered by one function::

    >>> from meervoud import assumptions
    >>> seen = assumptions.Evidence(
    ...     key="count",
    ...     source="diary study",
    ...     judgements=(
    ...         assumptions.Judgement(judge="Noor", finding="hoop-missing", quality="checked"),
    ...         assumptions.Judgement(judge="Bas", finding="straw-against", quality="checked"),
    ...     ),
    ... )
    >>> line = assumptions.confidence_line(0.5, [seen])
    >>> print(f"{line.now:.2f}, {line.word}; between {line.lowest:.2f} and {line.highest:.2f}")
    0.21, broken; between 0.09 and 0.40
    >>> [one.node for one in assumptions.to_reconsider({"choice": ["assumption"]}, fallen=["assumption"])]
    ['choice']

The rule is that of process tracing (Van Evera 1997; Beach & Pedersen 2013): odds × likelihood ratio ^ quality. The
ratios are judgements of people and no measurements. That is why a piece of evidence counts from two judges on, and
what each of them found is kept. See ``docs/methods/assumptions.md``.
"""

from meervoud.assumptions.hanging import Reconsider, Strength, strength, to_reconsider
from meervoud.assumptions.odds import Line, Step, confidence_line
from meervoud.assumptions.presets import (
    CORRELATED,
    HIGHEST,
    JUDGES,
    LOWEST,
    QUALITIES,
    RATIOS,
    Evidence,
    Finding,
    Judgement,
    Quality,
)
from meervoud.assumptions.words import BOUNDS, Word, sleeps_since, word_for

__all__ = [
    "BOUNDS",
    "CORRELATED",
    "HIGHEST",
    "JUDGES",
    "LOWEST",
    "QUALITIES",
    "RATIOS",
    "Evidence",
    "Finding",
    "Judgement",
    "Line",
    "Quality",
    "Reconsider",
    "Step",
    "Strength",
    "Word",
    "confidence_line",
    "sleeps_since",
    "strength",
    "to_reconsider",
    "word_for",
]
