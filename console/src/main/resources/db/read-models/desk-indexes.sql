create index interaction_by_conversation on interaction (organisation_id, conversation_id);
create index interaction_by_agent on interaction (organisation_id, agent_id, state);
create index interaction_waiting on interaction (organisation_id, queue_id, waiting_since)
    where state in ('QUEUED', 'OFFERED', 'HANDLING');
create index interaction_by_customer on interaction (organisation_id, customer_address);
create index conversation_merge_by_target on conversation_merge (organisation_id, into_conversation_id);
create index email_by_conversation on email (organisation_id, conversation_id);
create index email_by_interaction on email (organisation_id, interaction_id);
create index email_kept_aside on email (organisation_id, kept_aside_at, email_id) where kept_aside is not null;
create index reply_by_interaction on reply (organisation_id, interaction_id);
create index refused_command_by_agent on refused_command (organisation_id, agent_id, refused_at);
create index email_unended on email (received_at)
    where interaction_id is null and discarded is null and kept_aside is null;
create index reply_unended on reply (requested_at) where state in ('REQUESTED', 'COMPOSED', 'DEFERRED');
create index interaction_accepted on interaction (organisation_id, queue_id, accepted_at);
create index note_by_interaction on note (organisation_id, interaction_id);
