-- Many servers at once. What is ready is found without reading what waits: retry_at is never before due_at.
drop index sends_due;
create index sends_ready on sends (state, retry_at);
create index campaigns_open on campaigns (closed_at, closes_at);

-- The fingerprint of the plan by which a campaign's sends were made, so that a start plans only what has changed.
alter table campaigns add column plan text;
