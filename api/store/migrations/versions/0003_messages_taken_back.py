"""Every copy of a message is found when it is taken back"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('answer', schema=None) as batch_op:
        batch_op.add_column(sa.Column('message_hash', sa.String(), nullable=True))
        batch_op.create_index('ix_answer_message_hash', ['message_hash'], unique=False, sqlite_where=sa.text('message_hash IS NOT NULL'), postgresql_where=sa.text('message_hash IS NOT NULL'))

    with op.batch_alter_table('case_event', schema=None) as batch_op:
        batch_op.add_column(sa.Column('message_hash', sa.String(), nullable=True))
        batch_op.create_index(batch_op.f('ix_case_event_message_hash'), ['message_hash'], unique=False)

    with op.batch_alter_table('inbound_event', schema=None) as batch_op:
        batch_op.add_column(sa.Column('message_hash', sa.String(), nullable=True))
        batch_op.create_index('ix_inbound_event_message_hash', ['message_hash'], unique=False, sqlite_where=sa.text('message_hash IS NOT NULL'), postgresql_where=sa.text('message_hash IS NOT NULL'))

    with op.batch_alter_table('open_question', schema=None) as batch_op:
        batch_op.add_column(sa.Column('message_hash', sa.String(), nullable=True))
        batch_op.create_index(batch_op.f('ix_open_question_message_hash'), ['message_hash'], unique=False)

    with op.batch_alter_table('utterance', schema=None) as batch_op:
        batch_op.alter_column('message_hash', existing_type=sa.String(), nullable=True)
    # They were made of the contact, and nothing else would be found by them.
    op.execute("UPDATE utterance SET message_hash = NULL")


def downgrade() -> None:
    op.execute("UPDATE utterance SET message_hash = '' WHERE message_hash IS NULL")
    with op.batch_alter_table('utterance', schema=None) as batch_op:
        batch_op.alter_column('message_hash', existing_type=sa.String(), nullable=False)

    with op.batch_alter_table('open_question', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_open_question_message_hash'))
        batch_op.drop_column('message_hash')

    with op.batch_alter_table('inbound_event', schema=None) as batch_op:
        batch_op.drop_index('ix_inbound_event_message_hash', sqlite_where=sa.text('message_hash IS NOT NULL'), postgresql_where=sa.text('message_hash IS NOT NULL'))
        batch_op.drop_column('message_hash')

    with op.batch_alter_table('case_event', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_case_event_message_hash'))
        batch_op.drop_column('message_hash')

    with op.batch_alter_table('answer', schema=None) as batch_op:
        batch_op.drop_index('ix_answer_message_hash', sqlite_where=sa.text('message_hash IS NOT NULL'), postgresql_where=sa.text('message_hash IS NOT NULL'))
        batch_op.drop_column('message_hash')
