select distinct
  g.name, 'a tenant session may ' || pg_catalog.lower(g.privilege) || ' %s',
  case g.privilege
    when 'TRUNCATE' then 'TRUNCATE asks no policy.'
    when 'REFERENCES' then 'A foreign key tells which rows exist, whoever may read them.'
    when 'TRIGGER' then 'A trigger runs with the rights of everybody who writes to the table.'
    else 'Maintenance locks the table for every tenant.' end,
  pg_catalog.format('revoke %s%s on table %s from %s;', pg_catalog.lower(g.privilege),
      coalesce(' (' || pg_catalog.quote_ident(g.column_name) || ')', ''), g.name, g.grantee_name)
from grants g
where g.privilege in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN') and not g.of_extension
order by 1
