"""What comes in, what is answered and what goes out"""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('case',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('resident_id', sa.Uuid(), nullable=True),
    sa.Column('contact_id', sa.Uuid(), nullable=True),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('urgent', sa.Boolean(), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['contact_id'], ['contact.id'], name=op.f('fk_case_contact_id_contact')),
    sa.ForeignKeyConstraint(['resident_id'], ['resident.id'], name=op.f('fk_case_resident_id_resident')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case')),
    sa.UniqueConstraint('number', name=op.f('uq_case_number'))
    )
    with op.batch_alter_table('case', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_resident_id'), ['resident_id'], unique=False)

    op.create_table('inbound_event',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('channel', sa.String(), nullable=False),
    sa.Column('account', sa.String(), nullable=False),
    sa.Column('event_key', sa.String(), nullable=False),
    sa.Column('lane', sa.String(), nullable=False),
    sa.Column('order_key', sa.BigInteger(), nullable=False),
    sa.Column('payload_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('taken_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('handled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('contact_id', sa.Uuid(), nullable=True),
    sa.Column('failure', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['contact_id'], ['contact.id'], name=op.f('fk_inbound_event_contact_id_contact')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_inbound_event')),
    sa.UniqueConstraint('channel', 'account', 'event_key', name=op.f('uq_inbound_event_channel_account_event_key'))
    )
    with op.batch_alter_table('inbound_event', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_inbound_event_contact_id'), ['contact_id'], unique=False)
        batch_op.create_index('ix_inbound_event_taken_at', ['taken_at'], unique=False)
        batch_op.create_index('ix_inbound_event_waiting', ['lane', 'order_key'], unique=False, sqlite_where=sa.text("state = 'taken'"), postgresql_where=sa.text("state = 'taken'"))
        batch_op.create_index('ix_inbound_event_waiting_longest', ['taken_at', 'lane'], unique=False, sqlite_where=sa.text("state = 'taken'"), postgresql_where=sa.text("state = 'taken'"))

    op.create_table('indicator_value',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('framework', sa.String(), nullable=False),
    sa.Column('code', sa.String(), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('n', sa.Integer(), nullable=False),
    sa.Column('skipped', sa.Integer(), nullable=False),
    sa.Column('dont_know', sa.Integer(), nullable=False),
    sa.Column('successes', sa.Integer(), nullable=True),
    sa.Column('value', sa.Float(), nullable=True),
    sa.Column('low', sa.Float(), nullable=True),
    sa.Column('high', sa.Float(), nullable=True),
    sa.Column('method', sa.String(), nullable=False),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('made_up', sa.Boolean(), nullable=False),
    sa.Column('computed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_indicator_value_wave_id_wave')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_indicator_value')),
    sa.UniqueConstraint('framework', 'code', 'wave_id', 'language', 'revision', name=op.f('uq_indicator_value_framework_code_wave_id_language_revision'))
    )
    with op.batch_alter_table('indicator_value', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_indicator_value_wave_id'), ['wave_id'], unique=False)

    op.create_table('report',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('slug', sa.String(), nullable=False),
    sa.Column('update_id', sa.Uuid(), nullable=True),
    sa.Column('texts', sa.JSON(), nullable=False),
    sa.Column('source_name', sa.String(), nullable=False),
    sa.Column('source_url', sa.String(), nullable=True),
    sa.Column('as_of', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('author_id', sa.Uuid(), nullable=False),
    sa.Column('editor_ids', sa.JSON(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('made_up', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['author_id'], ['officer.id'], name=op.f('fk_report_author_id_officer')),
    sa.ForeignKeyConstraint(['update_id'], ['progress_update.id'], name=op.f('fk_report_update_id_progress_update')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_report')),
    sa.UniqueConstraint('slug', name=op.f('uq_report_slug'))
    )
    op.create_table('response',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('mode', sa.String(), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('completed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reasked', sa.String(), nullable=True),
    sa.Column('picked', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_response_wave_id_wave')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_response'))
    )
    with op.batch_alter_table('response', schema=None) as batch_op:
        batch_op.create_index('ix_response_completed', ['wave_id', 'completed_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_response_wave_id'), ['wave_id'], unique=False)

    op.create_table('answer',
    sa.Column('response_id', sa.Uuid(), nullable=False),
    sa.Column('question_key', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('value', sa.JSON(), nullable=True),
    sa.Column('text_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['response_id'], ['response.id'], name=op.f('fk_answer_response_id_response')),
    sa.PrimaryKeyConstraint('response_id', 'question_key', name=op.f('pk_answer'))
    )
    op.create_table('broadcast',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('report_id', sa.Uuid(), nullable=False),
    sa.Column('content_sha256', sa.String(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('author_id', sa.Uuid(), nullable=False),
    sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('approver_id', sa.Uuid(), nullable=True),
    sa.Column('approved_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('frozen_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('last_contact_id', sa.Uuid(), nullable=True),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['approver_id'], ['officer.id'], name=op.f('fk_broadcast_approver_id_officer')),
    sa.ForeignKeyConstraint(['author_id'], ['officer.id'], name=op.f('fk_broadcast_author_id_officer')),
    sa.ForeignKeyConstraint(['report_id'], ['report.id'], name=op.f('fk_broadcast_report_id_report')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_broadcast'))
    )
    with op.batch_alter_table('broadcast', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_broadcast_report_id'), ['report_id'], unique=False)

    op.create_table('case_event',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('happened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('officer_id', sa.Uuid(), nullable=True),
    sa.Column('text_sealed', sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(['case_id'], ['case.id'], name=op.f('fk_case_event_case_id_case')),
    sa.ForeignKeyConstraint(['officer_id'], ['officer.id'], name=op.f('fk_case_event_officer_id_officer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_event'))
    )
    with op.batch_alter_table('case_event', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_event_case_id'), ['case_id'], unique=False)

    op.create_table('response_link',
    sa.Column('response_id', sa.Uuid(), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('resident_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['resident_id'], ['resident.id'], name=op.f('fk_response_link_resident_id_resident')),
    sa.ForeignKeyConstraint(['response_id'], ['response.id'], name=op.f('fk_response_link_response_id_response')),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_response_link_wave_id_wave')),
    sa.PrimaryKeyConstraint('response_id', name=op.f('pk_response_link')),
    sa.UniqueConstraint('wave_id', 'resident_id', name=op.f('uq_response_link_wave_id_resident_id'))
    )
    with op.batch_alter_table('response_link', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_response_link_resident_id'), ['resident_id'], unique=False)

    op.create_table('utterance',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('contact_id', sa.Uuid(), nullable=False),
    sa.Column('event_id', sa.Uuid(), nullable=False),
    sa.Column('message_hash', sa.String(), nullable=False),
    sa.Column('said_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('text_sealed', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['contact_id'], ['contact.id'], name=op.f('fk_utterance_contact_id_contact')),
    sa.ForeignKeyConstraint(['event_id'], ['inbound_event.id'], name=op.f('fk_utterance_event_id_inbound_event')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_utterance'))
    )
    with op.batch_alter_table('utterance', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_utterance_contact_id'), ['contact_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_utterance_message_hash'), ['message_hash'], unique=False)
        batch_op.create_index(batch_op.f('ix_utterance_said_at'), ['said_at'], unique=False)

    op.create_table('delivery',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('contact_id', sa.Uuid(), nullable=False),
    sa.Column('channel', sa.String(), nullable=False),
    sa.Column('account', sa.String(), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('priority', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('reason', sa.String(), nullable=True),
    sa.Column('seq', sa.Integer(), nullable=True),
    sa.Column('broadcast_id', sa.Uuid(), nullable=True),
    sa.Column('event_id', sa.Uuid(), nullable=True),
    sa.Column('body_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('expects', sa.JSON(), nullable=True),
    sa.Column('token_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('token_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('not_before', sa.DateTime(timezone=True), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('batch_id', sa.Uuid(), nullable=True),
    sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['batch_id'], ['batch.id'], name=op.f('fk_delivery_batch_id_batch')),
    sa.ForeignKeyConstraint(['broadcast_id'], ['broadcast.id'], name=op.f('fk_delivery_broadcast_id_broadcast')),
    sa.ForeignKeyConstraint(['contact_id'], ['contact.id'], name=op.f('fk_delivery_contact_id_contact')),
    sa.ForeignKeyConstraint(['event_id'], ['inbound_event.id'], name=op.f('fk_delivery_event_id_inbound_event')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_delivery')),
    sa.UniqueConstraint('broadcast_id', 'contact_id', name=op.f('uq_delivery_broadcast_id_contact_id')),
    sa.UniqueConstraint('event_id', name=op.f('uq_delivery_event_id'))
    )
    with op.batch_alter_table('delivery', schema=None) as batch_op:
        batch_op.create_index('ix_delivery_batch', ['batch_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_delivery_broadcast_id'), ['broadcast_id'], unique=False)
        batch_op.create_index('ix_delivery_due', ['channel', 'account', 'priority', 'not_before'], unique=False, sqlite_where=sa.text("state = 'pending'"), postgresql_where=sa.text("state = 'pending'"))
        batch_op.create_index('ix_delivery_sending', ['batch_id'], unique=False, sqlite_where=sa.text("state = 'sending'"), postgresql_where=sa.text("state = 'sending'"))
        batch_op.create_index('ix_delivery_thread', ['contact_id', 'created_at'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('delivery', schema=None) as batch_op:
        batch_op.drop_index('ix_delivery_thread')
        batch_op.drop_index('ix_delivery_sending', sqlite_where=sa.text("state = 'sending'"), postgresql_where=sa.text("state = 'sending'"))
        batch_op.drop_index('ix_delivery_due', sqlite_where=sa.text("state = 'pending'"), postgresql_where=sa.text("state = 'pending'"))
        batch_op.drop_index(batch_op.f('ix_delivery_broadcast_id'))
        batch_op.drop_index('ix_delivery_batch')

    op.drop_table('delivery')
    with op.batch_alter_table('utterance', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_utterance_said_at'))
        batch_op.drop_index(batch_op.f('ix_utterance_message_hash'))
        batch_op.drop_index(batch_op.f('ix_utterance_contact_id'))

    op.drop_table('utterance')
    with op.batch_alter_table('response_link', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_response_link_resident_id'))

    op.drop_table('response_link')
    with op.batch_alter_table('case_event', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_case_event_case_id'))

    op.drop_table('case_event')
    with op.batch_alter_table('broadcast', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_broadcast_report_id'))

    op.drop_table('broadcast')
    op.drop_table('answer')
    with op.batch_alter_table('response', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_response_wave_id'))
        batch_op.drop_index('ix_response_completed')

    op.drop_table('response')
    op.drop_table('report')
    with op.batch_alter_table('indicator_value', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_indicator_value_wave_id'))

    op.drop_table('indicator_value')
    with op.batch_alter_table('inbound_event', schema=None) as batch_op:
        batch_op.drop_index('ix_inbound_event_waiting_longest', sqlite_where=sa.text("state = 'taken'"), postgresql_where=sa.text("state = 'taken'"))
        batch_op.drop_index('ix_inbound_event_waiting', sqlite_where=sa.text("state = 'taken'"), postgresql_where=sa.text("state = 'taken'"))
        batch_op.drop_index('ix_inbound_event_taken_at')
        batch_op.drop_index(batch_op.f('ix_inbound_event_contact_id'))

    op.drop_table('inbound_event')
    with op.batch_alter_table('case', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_case_resident_id'))

    op.drop_table('case')
