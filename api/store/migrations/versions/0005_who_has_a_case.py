"""Who has a case, and by when its resident was told to expect an answer"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('case', schema=None) as batch_op:
        batch_op.add_column(sa.Column('officer_id', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('talk_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('expected_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('in_time', sa.Boolean(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_case_officer_id_officer'), 'officer', ['officer_id'], ['id'])


def downgrade() -> None:
    with op.batch_alter_table('case', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_case_officer_id_officer'), type_='foreignkey')
        batch_op.drop_column('in_time')
        batch_op.drop_column('expected_at')
        batch_op.drop_column('talk_at')
        batch_op.drop_column('officer_id')
