--liquibase formatted sql

--changeset croft:create_link_condition splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.link_condition(target regclass, via regclass) returns text
  language sql stable
  set search_path = ''
as $function$
  select format('exists (select from %s link where link.%I = %s and link.%I = %s.%I)',
      via, (croft.primary_key(via))[1], croft.tenant_expression(), key.reference, target, key.id)
  from croft.link_key(target, via) key
$function$;

comment on function croft.link_condition(regclass, regclass) is
  'Which rows of a shared table a tenant session reaches, as a policy says it.';
revoke all on function croft.link_condition(regclass, regclass) from public;

--rollback drop function croft.link_condition(regclass, regclass);
