--liquibase formatted sql

--changeset croft:create_refuse_unsealed_policies splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.refuse_unsealed_policies() returns void
  language plpgsql stable
  set search_path = ''
as $function$
declare
  unsealed record;
begin
  for unsealed in
    select p.polname, p.polrelid::regclass as home
    from pg_policy p
    where concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
      like '%app.tenant_id%'
    order by p.polrelid, p.polname
    limit 1
  loop
    raise exception 'the database was not sealed: policy % on % reads app.tenant_id itself',
        quote_ident(unsealed.polname), unsealed.home
      using detail = 'In a sealed database the setting is a token, which a policy has to verify.',
        hint = 'Compare with (select croft.current_tenant()) instead, or drop the policy.',
        errcode = 'object_not_in_prerequisite_state';
  end loop;
end
$function$;

comment on function croft.refuse_unsealed_policies() is
  'Raises an error for the first policy that believes the setting without verifying it.';
revoke all on function croft.refuse_unsealed_policies() from public;

--rollback drop function croft.refuse_unsealed_policies();
