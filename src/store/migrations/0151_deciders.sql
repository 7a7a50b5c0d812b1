-- Whom an erasure and an export find among those who decided nominations.
create index nominations_by_decider on nominations (decided_by);
