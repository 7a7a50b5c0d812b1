-- Words that a manager added to their digest from elsewhere.
alter table digests add column added_enc text;
