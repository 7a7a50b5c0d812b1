-- What was deleted while it was hidden was a note by itself, which no erasure and no purge found.
update thanks set state = 'hidden-withdrawn'
    where state = 'hidden' and message is not null
        and 'deleted-while-hidden:' || message in (select name from remembered);
delete from remembered where name like 'deleted-while-hidden:%';
