"""Alembic's entry: runs on the connection `api.store.migrate` hands over."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

import api.store.models  # noqa: F401  the tables register themselves


def render_item(kind: str, item: Any, autogen: Any) -> str | Literal[False]:
    """Migrations name plain SQL types: our own may change after them."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    render_item=render_item,
    compare_type=True,
    transaction_per_migration=False,
)
context.run_migrations()
