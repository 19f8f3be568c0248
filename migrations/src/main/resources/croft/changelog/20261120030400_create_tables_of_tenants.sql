--liquibase formatted sql

--changeset croft:create_tables_of_tenants splitStatements:false stripComments:false rollbackSplitStatements:false
-- A column holds a tenant if foreign keys lead from it to public.tenants (id). Tables come before
-- those that they refer to; in a ring of references, which fences do not forbid, the order is any.
create function croft.tables_of_tenants()
  returns table (relation regclass, tenant_column name, key_columns name[], is_append_only boolean)
  language sql stable
  set search_path = ''
as $function$
  with recursive holds (relid, attnum) as (
    select fk.conrelid, fk.conkey[1]
    from pg_constraint fk
    where fk.contype = 'f' and fk.conparentid = 0 and cardinality(fk.conkey) = 1
      and fk.confrelid = 'public.tenants'::regclass
    union
    select fk.conrelid, pair.child
    from holds
    join pg_constraint fk
      on fk.contype = 'f' and fk.conparentid = 0 and fk.confrelid = holds.relid
    cross join unnest(fk.conkey, fk.confkey) pair (child, parent)
    where pair.parent = holds.attnum
  ),
  found (relid, attnum) as (
    select h.relid, min(h.attnum) from holds h group by h.relid
  ),
  chain (relid, depth) as (
    select f.relid, 1 from found f
    union
    select fk.confrelid, chain.depth + 1
    from chain
    join pg_constraint fk
      on fk.contype = 'f' and fk.conrelid = chain.relid and fk.confrelid <> fk.conrelid
    where chain.depth < 30 and fk.confrelid in (select f.relid from found f)
  )
  select f.relid::regclass, a.attname, croft.primary_key(f.relid),
    croft.table_tag(f.relid, 'append-only') is not null
  from found f
  join pg_attribute a on a.attrelid = f.relid and a.attnum = f.attnum
  join (select c.relid, max(c.depth) as depth from chain c group by c.relid) c
    on c.relid = f.relid
  order by c.depth, f.relid::regclass::text
$function$;

comment on function croft.tables_of_tenants() is
  'The tables that hold rows of tenants, besides public.tenants, in an order in which rows can be '
  'deleted: with the column that tells the tenant, and the primary key.';
revoke all on function croft.tables_of_tenants() from public;
grant execute on function croft.tables_of_tenants() to croft_admin;
grant execute on function croft.primary_key(regclass) to croft_admin;
grant execute on function croft.table_tag(regclass, text) to croft_admin;
grant execute on function croft.column_names(regclass, smallint[]) to croft_admin;
grant execute on function croft.column_list(name[]) to croft_admin;

--rollback revoke execute on function croft.primary_key(regclass) from croft_admin;
--rollback revoke execute on function croft.table_tag(regclass, text) from croft_admin;
--rollback revoke execute on function croft.column_names(regclass, smallint[]) from croft_admin;
--rollback revoke execute on function croft.column_list(name[]) from croft_admin;
--rollback drop function croft.tables_of_tenants();
