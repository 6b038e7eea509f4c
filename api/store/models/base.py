"""The base of every table: its name, its identifier, its constraints' names."""

import re
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from api.store.types import uuid7

# Named constraints are what lets a later migration find and change them.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(SQLModel):
    """A row of a table named after its class: `InboundEvent` -> `inbound_event`."""

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


def identifier() -> Any:
    """A primary key made by us before the insert."""
    return Field(default_factory=uuid7, primary_key=True)


def json_field(**options: Any) -> Any:
    """A column of JSON."""
    return Field(sa_type=JSON, **options)
