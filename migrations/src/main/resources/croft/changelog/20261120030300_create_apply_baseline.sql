--liquibase formatted sql

--changeset croft:create_apply_baseline splitStatements:false stripComments:false rollbackSplitStatements:false
-- The lock on the tenant lets one caller at a time see what is missing. Ids are made before the
-- inserts: a volatile default in INSERT … SELECT is not safe on every distributed PostgreSQL.
create function croft.apply_baseline(tenant uuid, actor_kind text, actor text) returns integer
  language plpgsql volatile
  set search_path = ''
as $function$
declare
  template record;
  role uuid;
  subscription uuid := croft.uuid_v7();
  granted text;
  changed integer := 0;
begin
  perform from public.tenants t where t.id = tenant for no key update;
  if not found then
    raise exception 'there is no tenant %', tenant using errcode = 'foreign_key_violation';
  end if;
  insert into admin.tenant_placements (tenant_id) values (tenant) on conflict do nothing;
  if not exists (select from billing.subscriptions s where s.tenant_id = tenant) then
    select plan.name, price.id as price_id into template
    from billing.plans plan
    join billing.plan_prices price
      on price.plan_id = plan.id and price.billing_interval = 'none' and price.is_active
    where plan.is_default;
    if found then
      insert into billing.subscriptions (tenant_id, id, plan_price_id, status)
      values (tenant, subscription, template.price_id, 'active');
      insert into public.tenant_audit_log
        (tenant_id, actor_kind, actor, action, object_kind, object_id, after)
      values (tenant, apply_baseline.actor_kind, apply_baseline.actor, 'subscription:start',
        'subscription', subscription, jsonb_build_object('plan', template.name,
          'plan_price_id', template.price_id, 'billing_interval', 'none', 'status', 'active',
          'seats', '1'));
    end if;
  end if;
  for template in
    select t.id, t.name, t.description from auth.role_templates t
    where not exists (
        select from auth.system_roles s
        where s.tenant_id = tenant and s.role_template_id = t.id)
      and not exists (select from auth.roles r where r.tenant_id = tenant and r.name = t.name)
    order by t.name
  loop
    role := croft.uuid_v7();
    insert into auth.roles (tenant_id, id, name, description)
    values (tenant, role, template.name, template.description);
    insert into auth.system_roles (tenant_id, role_id, role_template_id)
    values (tenant, role, template.id);
    insert into public.tenant_audit_log
      (tenant_id, actor_kind, actor, action, object_kind, object_id, after)
    values (tenant, apply_baseline.actor_kind, apply_baseline.actor, 'role:create', 'role', role,
      jsonb_build_object('name', template.name));
    changed := changed + 1;
  end loop;
  for template in
    select s.role_id, s.role_template_id
    from auth.system_roles s where s.tenant_id = tenant order by s.role_id
  loop
    with made as (
      insert into auth.baseline_grants (tenant_id, role_template_id, permission_id)
      select tenant, g.role_template_id, g.permission_id
      from auth.role_template_permissions g
      where g.role_template_id = template.role_template_id
      on conflict do nothing
      returning permission_id
    ), held as (
      insert into auth.role_permissions (tenant_id, role_id, permission_id)
      select tenant, template.role_id, m.permission_id from made m
      on conflict do nothing
      returning permission_id
    )
    select string_agg(p.name, ', ' order by p.name) into granted
    from held h join auth.permissions p on p.id = h.permission_id;
    if granted is not null then
      insert into public.tenant_audit_log
        (tenant_id, actor_kind, actor, action, object_kind, object_id, after)
      values (tenant, apply_baseline.actor_kind, apply_baseline.actor, 'role:grant', 'role',
        template.role_id, jsonb_build_object('permissions', granted));
      changed := changed + 1;
    end if;
  end loop;
  return changed;
end
$function$;

comment on function croft.apply_baseline(uuid, text, text) is
  'Gives a tenant what every tenant has and this one was not given yet: roles, their permissions, '
  'a placement, and the default plan. What a tenant changed or took away since stays so. A '
  'template whose name another role of the tenant bears is passed over. Returns how many roles it '
  'made or gave permissions.';
revoke all on function croft.apply_baseline(uuid, text, text) from public;
grant usage on schema croft to croft_admin;
grant execute on function croft.apply_baseline(uuid, text, text) to croft_admin;

--rollback drop function croft.apply_baseline(uuid, text, text);
