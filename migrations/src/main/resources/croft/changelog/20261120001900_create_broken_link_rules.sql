--liquibase formatted sql

--changeset croft:create_broken_link_rules splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.broken_link_rules(target regclass, link regclass)
  returns table (rule text, problem text, reason text, repair text)
  language sql stable
  set search_path = ''
as $function$
  select
    'link-is-tenant-table',
    format('%s, through which it is shared, is not a tenant table', link),
    'A tenant sees a shared row by a row of its own in the link.',
    format('select croft.tenant_table(%L);', link)
  where croft.table_tag(link, 'scope') is distinct from 'tenant'
  union all
  select
    'link-refers-to-key',
    format('%s does not refer to its primary key, or to what that refers to, by one foreign key '
        'of one column', link),
    'The policy follows that foreign key from the link to the shared row.',
    format('Give %s one column with a foreign key to the primary key of %s.', link, target)
  where 1 <> (select count(*) from croft.link_key(target, link))
$function$;

comment on function croft.broken_link_rules(regclass, regclass) is
  'The rules for the link that a shared table and its link break.';
revoke all on function croft.broken_link_rules(regclass, regclass) from public;

--rollback drop function croft.broken_link_rules(regclass, regclass);
