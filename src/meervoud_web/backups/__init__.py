"""Backup and restore: everything that is remembered, in one file that fits SQLite and PostgreSQL alike.

The file is a zip: ``manifest.json`` and, for each table, ``data/<table>.jsonl`` with one row a line. It does not
depend on the database it was made on. What is in it, and what is not, is said in docs/operators/back-up.md.
"""
