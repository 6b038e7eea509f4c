"""What was asked and what became of it"""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('asked',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('resident_id', sa.Uuid(), nullable=True),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('text_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('outcome', sa.String(length=32), nullable=False),
    sa.Column('slug', sa.String(), nullable=True),
    sa.Column('confidence', sa.Float(), nullable=False),
    sa.Column('helpful', sa.Boolean(), nullable=True),
    sa.Column('message_hash', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['resident_id'], ['resident.id'], name=op.f('fk_asked_resident_id_resident')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_asked'))
    )
    with op.batch_alter_table('asked', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_asked_asked_at'), ['asked_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_asked_message_hash'), ['message_hash'], unique=False)
        batch_op.create_index(batch_op.f('ix_asked_resident_id'), ['resident_id'], unique=False)

    op.create_table('checked_question',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('normalised', sa.String(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('slug', sa.String(), nullable=True),
    sa.Column('added_by', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['added_by'], ['officer.id'], name=op.f('fk_checked_question_added_by_officer')),
    sa.ForeignKeyConstraint(['slug'], ['article.slug'], name=op.f('fk_checked_question_slug_article')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_checked_question')),
    sa.UniqueConstraint('language', 'normalised', name=op.f('uq_checked_question_language_normalised'))
    )
    with op.batch_alter_table('open_question', schema=None) as batch_op:
        batch_op.add_column(sa.Column('answered_with', sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('open_question', schema=None) as batch_op:
        batch_op.drop_column('answered_with')

    op.drop_table('checked_question')
    with op.batch_alter_table('asked', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_asked_resident_id'))
        batch_op.drop_index(batch_op.f('ix_asked_message_hash'))
        batch_op.drop_index(batch_op.f('ix_asked_asked_at'))

    op.drop_table('asked')
