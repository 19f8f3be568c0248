--liquibase formatted sql

--changeset croft:create_link_key splitStatements:false stripComments:false rollbackSplitStatements:false
-- The reference is to the shared row itself, or to the one that its key refers to: a profile is
-- shared as its person is.
create function croft.link_key(target regclass, via regclass)
  returns table (reference name, id name)
  language sql stable
  set search_path = ''
as $function$
  select link.columns[1], (croft.primary_key(target))[1]
  from croft.foreign_keys(via) link
  where cardinality(link.columns) = 1 and cardinality(croft.primary_key(target)) = 1
    and link.referenced_columns = croft.primary_key(link.referenced)
    and (link.referenced = target or exists (
        select from croft.foreign_keys(target) own
        where own.columns = croft.primary_key(target) and own.referenced = link.referenced
          and own.referenced_columns = link.referenced_columns))
$function$;

comment on function croft.link_key(regclass, regclass) is
  'The column of a link, and the one of a shared table, that are equal where a tenant knows the '
  'shared row. There has to be one such pair.';
revoke all on function croft.link_key(regclass, regclass) from public;

--rollback drop function croft.link_key(regclass, regclass);
