create index timeline_by_interaction on timeline (organisation_id, interaction_id);
create index timeline_by_email on timeline (organisation_id, email_id);
create index timeline_by_arrival on timeline (organisation_id, occurred_at) where event = 'EmailReceived';
