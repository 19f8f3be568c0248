-- Forced row-level security hides rows from the owner too, who would take a full table for empty.
-- Where it still does, for the login owns no such table, the query fails instead.
set local row_security = off;
do $unforce$
declare
  hidden regclass;
begin
  for hidden in
    select c.oid from pg_catalog.pg_class c
    where c.relforcerowsecurity and pg_catalog.pg_has_role(c.relowner, 'usage')
  loop
    execute pg_catalog.format('alter table %s no force row level security', hidden);
  end loop;
end
$unforce$;
