"""Accounts: who may come in, in which role, and until when."""
