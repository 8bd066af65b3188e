"""Analyses need something to analyse: the stellingenrondes of the tests next door."""

from tests.web.conversations.conftest import challenge, conversation, votes

__all__ = ["challenge", "conversation", "votes"]
