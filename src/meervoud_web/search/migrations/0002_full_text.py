"""The full-text index, which each database has in its own way and keeps up to date by itself.

A later migration that makes the table anew on SQLite takes its triggers along: run the statements here once more then.
"""

import sqlite3

from django.db import migrations

SQLITE = (
    # It holds no second copy of the words.
    "CREATE VIRTUAL TABLE search_fts USING fts5(title, body, content='search_searchtext', content_rowid='id')",
    "CREATE TRIGGER search_fts_in AFTER INSERT ON search_searchtext BEGIN"
    " INSERT INTO search_fts(rowid, title, body) VALUES (new.id, new.title, new.body); END",
    "CREATE TRIGGER search_fts_out AFTER DELETE ON search_searchtext BEGIN"
    " INSERT INTO search_fts(search_fts, rowid, title, body) VALUES ('delete', old.id, old.title, old.body); END",
    "CREATE TRIGGER search_fts_on AFTER UPDATE ON search_searchtext BEGIN"
    " INSERT INTO search_fts(search_fts, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);"
    " INSERT INTO search_fts(rowid, title, body) VALUES (new.id, new.title, new.body); END",
)
POSTGRESQL = (
    "CREATE INDEX search_words ON search_searchtext USING gin"
    " ((setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', body), 'B')))",
)


SECURE_DELETE = "INSERT INTO search_fts(search_fts, rank) VALUES ('secure-delete', 1)"
SINCE = (3, 42, 0)
"""From this SQLite on, what is deleted leaves the file of the index at once; before, when its parts are merged."""


def make(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)
    if schema_editor.connection.vendor == "sqlite" and sqlite3.sqlite_version_info >= SINCE:
        schema_editor.execute(SECURE_DELETE)


def take_away(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX search_words")
        return
    for name in ("search_fts_in", "search_fts_out", "search_fts_on"):
        schema_editor.execute(f"DROP TRIGGER {name}")
    schema_editor.execute("DROP TABLE search_fts")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(make, take_away)]
