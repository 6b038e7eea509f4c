"""`make migration`: drafts what differs between the models and the newest migration."""

import sys
import tempfile
from pathlib import Path

from alembic import command

from api.store import migrate
from api.store.keys import Keys
from api.store.session import Database


def draft(message: str) -> Path:
    """The new file; it is a draft, to be read before it is kept."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/draft.db", Keys(bytes(32)))
        migrate.migrate(database)
        settings = migrate.config()
        with database.engine.connect() as connection:
            settings.attributes["connection"] = connection
            made = command.revision(
                settings,
                message=message,
                autogenerate=True,
                rev_id=f"{int(migrate.head()) + 1:04}",
            )
        database.close()
    return Path(made.path)


if __name__ == "__main__":
    print(draft(sys.argv[1]))  # noqa: T201  it is a command
