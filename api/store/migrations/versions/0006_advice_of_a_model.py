"""Questions a language model may choose an article for, and how they ended"""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('model_reply',
    sa.Column('outcome', sa.String(length=32), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('outcome', name=op.f('pk_model_reply'))
    )
    op.create_table('model_task',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('contact_id', sa.Uuid(), nullable=False),
    sa.Column('event_id', sa.Uuid(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('question_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('slugs', sa.JSON(), nullable=False),
    sa.Column('message_hash', sa.String(), nullable=True),
    sa.Column('leased_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('delivery_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['contact_id'], ['contact.id'], name=op.f('fk_model_task_contact_id_contact')),
    sa.ForeignKeyConstraint(['delivery_id'], ['delivery.id'], name=op.f('fk_model_task_delivery_id_delivery')),
    sa.ForeignKeyConstraint(['event_id'], ['inbound_event.id'], name=op.f('fk_model_task_event_id_inbound_event')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_model_task'))
    )
    with op.batch_alter_table('model_task', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_model_task_asked_at'), ['asked_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_model_task_contact_id'), ['contact_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_model_task_message_hash'), ['message_hash'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('model_task', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_model_task_message_hash'))
        batch_op.drop_index(batch_op.f('ix_model_task_contact_id'))
        batch_op.drop_index(batch_op.f('ix_model_task_asked_at'))

    op.drop_table('model_task')
    op.drop_table('model_reply')
