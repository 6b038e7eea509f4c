"""Pictures sent on the web page, before they answer; and how often one breaks us"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("photo", schema=None) as batch_op:
        batch_op.add_column(sa.Column("contact_id", sa.Uuid(), nullable=True))
        batch_op.add_column(
            sa.Column("faults", sa.Integer(), nullable=False, server_default="0")
        )
        batch_op.alter_column("response_id", existing_type=sa.Uuid(), nullable=True)
        batch_op.alter_column("question_key", existing_type=sa.String(), nullable=True)
        batch_op.create_foreign_key(
            batch_op.f("fk_photo_contact_id_contact"),
            "contact",
            ["contact_id"],
            ["id"],
        )
        batch_op.create_index(
            "ix_photo_contact_id",
            ["contact_id"],
            unique=False,
            sqlite_where=sa.text("contact_id IS NOT NULL"),
            postgresql_where=sa.text("contact_id IS NOT NULL"),
        )
    with op.batch_alter_table("photo", schema=None) as batch_op:
        batch_op.alter_column(
            "faults", existing_type=sa.Integer(), server_default=None
        )


def downgrade() -> None:
    # What answers nothing yet has no place in the older form.
    op.execute("DELETE FROM photo WHERE response_id IS NULL")
    with op.batch_alter_table("photo", schema=None) as batch_op:
        batch_op.drop_index("ix_photo_contact_id")
        batch_op.drop_constraint(
            batch_op.f("fk_photo_contact_id_contact"), type_="foreignkey"
        )
        batch_op.alter_column("question_key", existing_type=sa.String(), nullable=False)
        batch_op.alter_column("response_id", existing_type=sa.Uuid(), nullable=False)
        batch_op.drop_column("faults")
        batch_op.drop_column("contact_id")
