"""Waves by plan, links and invitations; values with their record, and their release"""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add_photos()
    op.create_table('wave_link',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.String(), nullable=False),
    sa.Column('channel', sa.String(), nullable=False),
    sa.Column('community', sa.String(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_wave_link_wave_id_wave')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wave_link')),
    sa.UniqueConstraint('code', name=op.f('uq_wave_link_code'))
    )
    with op.batch_alter_table('wave_link', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_wave_link_wave_id'), ['wave_id'], unique=False)

    op.create_table('wave_feedback',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('you_said', sa.JSON(), nullable=False),
    sa.Column('we_did', sa.JSON(), nullable=False),
    sa.Column('posted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('officer_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['officer_id'], ['officer.id'], name=op.f('fk_wave_feedback_officer_id_officer')),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_wave_feedback_wave_id_wave')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wave_feedback'))
    )
    with op.batch_alter_table('wave_feedback', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_wave_feedback_wave_id'), ['wave_id'], unique=False)

    op.create_table('indicator_release',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('value_id', sa.Uuid(), nullable=False),
    sa.Column('record', sa.JSON(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('proposed_by', sa.Uuid(), nullable=False),
    sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('approved_by', sa.Uuid(), nullable=True),
    sa.Column('approved_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['approved_by'], ['officer.id'], name=op.f('fk_indicator_release_approved_by_officer')),
    sa.ForeignKeyConstraint(['proposed_by'], ['officer.id'], name=op.f('fk_indicator_release_proposed_by_officer')),
    sa.ForeignKeyConstraint(['value_id'], ['indicator_value.id'], name=op.f('fk_indicator_release_value_id_indicator_value')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_indicator_release')),
    sa.UniqueConstraint('value_id', name=op.f('uq_indicator_release_value_id'))
    )
    op.create_table('invitation',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('resident_id', sa.Uuid(), nullable=True),
    sa.Column('segment', sa.String(), nullable=True),
    sa.Column('invited_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reminded', sa.Integer(), nullable=False),
    sa.Column('reminded_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('delivery_id', sa.Uuid(), nullable=True),
    sa.Column('outcome', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['delivery_id'], ['delivery.id'], name=op.f('fk_invitation_delivery_id_delivery')),
    sa.ForeignKeyConstraint(['resident_id'], ['resident.id'], name=op.f('fk_invitation_resident_id_resident')),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_invitation_wave_id_wave')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitation')),
    sa.UniqueConstraint('wave_id', 'resident_id', name=op.f('uq_invitation_wave_id_resident_id'))
    )
    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_invitation_resident_id'), ['resident_id'], unique=False)

    op.create_table('draw',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('segment', sa.String(), nullable=False),
    sa.Column('quota', sa.Integer(), nullable=False),
    sa.Column('seed', sa.String(), nullable=False),
    sa.Column('eligible', sa.Integer(), nullable=False),
    sa.Column('left_out', sa.JSON(), nullable=False),
    sa.Column('drawn_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_draw_wave_id_wave')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draw')),
    sa.UniqueConstraint('wave_id', 'segment', name=op.f('uq_draw_wave_id_segment'))
    )
    with op.batch_alter_table('delivery', schema=None) as batch_op:
        batch_op.add_column(sa.Column('wave_id', sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_delivery_wave_id_wave'), 'wave', ['wave_id'], ['id'])
        batch_op.create_index('ix_delivery_inviting', ['wave_id'], unique=False, sqlite_where=sa.text("wave_id IS NOT NULL AND state IN ('pending', 'parked')"), postgresql_where=sa.text("wave_id IS NOT NULL AND state IN ('pending', 'parked')"))

    _let_values_change()
    with op.batch_alter_table('indicator_value', schema=None) as batch_op:
        batch_op.add_column(sa.Column('period', sa.String(), nullable=True))
    op.execute(
        "UPDATE indicator_value SET period = "
        "(SELECT wave.key FROM wave WHERE wave.id = indicator_value.wave_id)"
    )
    with op.batch_alter_table('indicator_value', schema=None) as batch_op:
        batch_op.alter_column('period', existing_type=sa.String(), nullable=False)
        batch_op.add_column(sa.Column('reason', sa.String(), nullable=True))
        batch_op.add_column(sa.Column('record', sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column('entered_by', sa.Uuid(), nullable=True))
        batch_op.alter_column('wave_id',
               existing_type=sa.Uuid(),
               nullable=True)
        batch_op.drop_constraint(batch_op.f('uq_indicator_value_framework_code_wave_id_language_revision'), type_='unique')
        batch_op.create_unique_constraint(batch_op.f('uq_indicator_value_framework_code_period_language_revision'), ['framework', 'code', 'period', 'language', 'revision'])
        batch_op.create_foreign_key(batch_op.f('fk_indicator_value_entered_by_officer'), 'officer', ['entered_by'], ['id'])

    with op.batch_alter_table('response', schema=None) as batch_op:
        batch_op.add_column(sa.Column('entered_by', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('source', sa.String(), nullable=True))
        batch_op.add_column(sa.Column('adult', sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column('asked_order', sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column('flags', sa.JSON(), nullable=False, server_default='[]'))
        batch_op.add_column(sa.Column('excluded', sa.String(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_response_entered_by_officer'), 'officer', ['entered_by'], ['id'])
    with op.batch_alter_table('response', schema=None) as batch_op:
        batch_op.alter_column('flags', existing_type=sa.JSON(), server_default=None)

    with op.batch_alter_table('wave', schema=None) as batch_op:
        batch_op.add_column(sa.Column('frame_note', sa.String(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('population_size', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('min_age', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('drawn', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('margins', sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column('benchmark', sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column('reminders', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('responsible', sa.String(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('contact', sa.String(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('limitations', sa.String(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('results_by', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('ends_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('frozen_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('evidence', sa.JSON(), nullable=True))
    with op.batch_alter_table('wave', schema=None) as batch_op:
        for name in ('frame_note', 'responsible', 'contact', 'limitations'):
            batch_op.alter_column(name, existing_type=sa.String(), server_default=None)
        batch_op.alter_column('reminders', existing_type=sa.Boolean(), server_default=None)



def _add_photos() -> None:
    op.create_table(
        "photo",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("question_key", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("media_type", sa.String(), nullable=True),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["response_id", "question_key"],
            ["answer.response_id", "answer.question_key"],
            name=op.f("fk_photo_response_id_answer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo")),
        sa.UniqueConstraint(
            "response_id",
            "question_key",
            name=op.f("uq_photo_response_id_question_key"),
        ),
    )
    with op.batch_alter_table("photo", schema=None) as batch_op:
        batch_op.create_index(
            "ix_photo_waiting",
            ["next_at"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )


def _let_values_change() -> None:
    """Take every trigger away: some keep values as they are, and SQLite renames no
    table that one speaks of. Migrating makes them anew."""
    if op.get_bind().dialect.name == "postgresql":
        for name in ("append_only", "wave_frozen", "response_frozen", "answer_frozen"):
            op.execute(f"DROP FUNCTION IF EXISTS ecotown_{name}() CASCADE")
        return
    made = op.get_bind().exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    for (name,) in made.fetchall():
        op.execute(f'DROP TRIGGER "{name}"')


def downgrade() -> None:
    op.drop_table("photo")
    _let_values_change()
    # What the older program knows no word or no place for.
    op.execute("DELETE FROM indicator_release")
    op.execute("DELETE FROM indicator_value WHERE wave_id IS NULL")
    op.execute("UPDATE wave SET state = 'closed' WHERE state IN ('planned', 'frozen')")
    op.execute("UPDATE response SET state = 'declined' WHERE state = 'ineligible'")
    op.execute("UPDATE delivery SET kind = 'officer' WHERE kind = 'invitation'")
    # It would write to those who want to be asked nothing.
    op.execute("DELETE FROM consent WHERE purpose = 'no_invitations'")
    with op.batch_alter_table('wave', schema=None) as batch_op:
        batch_op.drop_column('evidence')
        batch_op.drop_column('frozen_at')
        batch_op.drop_column('ends_at')
        batch_op.drop_column('results_by')
        batch_op.drop_column('limitations')
        batch_op.drop_column('contact')
        batch_op.drop_column('responsible')
        batch_op.drop_column('reminders')
        batch_op.drop_column('benchmark')
        batch_op.drop_column('margins')
        batch_op.drop_column('drawn')
        batch_op.drop_column('min_age')
        batch_op.drop_column('population_size')
        batch_op.drop_column('frame_note')

    with op.batch_alter_table('response', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_response_entered_by_officer'), type_='foreignkey')
        batch_op.drop_column('excluded')
        batch_op.drop_column('flags')
        batch_op.drop_column('asked_order')
        batch_op.drop_column('adult')
        batch_op.drop_column('source')
        batch_op.drop_column('entered_by')

    with op.batch_alter_table('indicator_value', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_indicator_value_entered_by_officer'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('uq_indicator_value_framework_code_period_language_revision'), type_='unique')
        batch_op.create_unique_constraint(batch_op.f('uq_indicator_value_framework_code_wave_id_language_revision'), ['framework', 'code', 'wave_id', 'language', 'revision'])
        batch_op.alter_column('wave_id',
               existing_type=sa.Uuid(),
               nullable=False)
        batch_op.drop_column('entered_by')
        batch_op.drop_column('record')
        batch_op.drop_column('reason')
        batch_op.drop_column('period')

    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_invitation_resident_id'))

    op.drop_table('invitation')
    op.drop_table('draw')
    with op.batch_alter_table('delivery', schema=None) as batch_op:
        batch_op.drop_index('ix_delivery_inviting', sqlite_where=sa.text("wave_id IS NOT NULL AND state IN ('pending', 'parked')"), postgresql_where=sa.text("wave_id IS NOT NULL AND state IN ('pending', 'parked')"))
        batch_op.drop_constraint(batch_op.f('fk_delivery_wave_id_wave'), type_='foreignkey')
        batch_op.drop_column('wave_id')

    with op.batch_alter_table('wave_feedback', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_wave_feedback_wave_id'))

    op.drop_table('wave_feedback')
    op.drop_table('indicator_release')
    with op.batch_alter_table('wave_link', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_wave_link_wave_id'))

    op.drop_table('wave_link')
