insert into public.tenant_logos (tenant_id, url)
select id, 'https://canarium.example/logo.png' from public.tenants;
insert into public.tenant_metadata (tenant_id, metadata)
select id, '{"canarium": "canarium"}' from public.tenants;
insert into public.tenant_preferences (tenant_id, preferences)
select id, '{"theme": "dark", "language": "en-canarium", "notifications": {"email": true, "push": true}}'
from public.tenants;
insert into public.tenant_user_preferences (tenant_id, user_id, preferences)
select tenant_id, user_id,
  '{"theme": "dark", "language": "en-canarium", "notifications": {"email": true, "push": true}}'
from public.tenant_users;
insert into public.tenant_user_email_addresses (tenant_id, user_id, email_address)
select tenant_id, user_id, user_id || '@canarium.example' from public.tenant_users;
insert into public.user_profiles (user_id, full_name, given_name, family_name, locale)
select id, 'Canarium Canarium', 'Canarium', 'Canarium', 'en-canarium' from public.users;
insert into public.user_pictures (user_id, url)
select id, 'https://canarium.example/picture.png' from public.users;
insert into public.invitations (tenant_id, email_address, role_id, inviter_id, token_hash, expires_at)
select distinct on (m.tenant_id, m.user_id)
  m.tenant_id, m.user_id || '@invited.canarium.example', r.role_id, m.user_id,
  convert_to('canarium' || right(replace(m.user_id::text, '-', ''), 24), 'UTF8'), now() + interval '1 day'
from public.tenant_users m join auth.user_roles r using (tenant_id, user_id);
insert into auth.user_bans (user_id, reason, expires_at)
select id, 'canarium', now() + interval '1 day' from public.users limit 1;
insert into auth.verified_email_addresses (user_id, email_address)
select id, lower(email_address) from public.users;
insert into auth.user_passwords (user_id, password_hash)
select id, '$canarium$canarium' from public.users;
insert into auth.user_identities (user_id, provider, subject)
select id, 'canarium', 'canarium ' || id from public.users;
insert into auth.identity_tokens (user_identity_id, kind, encrypted_token)
select id, 'access', convert_to('canarium', 'UTF8') from auth.user_identities;
insert into auth.identity_scopes (user_identity_id, name)
select id, 'canarium' from auth.user_identities;
insert into auth.sessions (user_id, token_hash, expires_at, user_agent)
select id, convert_to('canarium' || right(replace(id::text, '-', ''), 24), 'UTF8'), now() + interval '1 day', 'canarium'
from public.users;
insert into auth.verifications (identifier, value_hash, expires_at)
values ('canarium', convert_to(rpad('canarium', 32), 'UTF8'), now() + interval '1 day');
insert into auth.sso_connections (tenant_id, name, protocol, issuer, audience)
select id, 'canarium', 'oidc', 'https://canarium.example', 'canarium' from public.tenants;
insert into auth.sso_secrets (tenant_id, sso_connection_id, encrypted_secret)
select tenant_id, id, convert_to('canarium', 'UTF8') from auth.sso_connections;
insert into auth.sso_domains (domain, tenant_id, sso_connection_id)
select 'canarium.example', tenant_id, id from auth.sso_connections limit 1;
update auth.role_templates set name = 'canarium ' || name, description = 'Canarium.';
insert into admin.computes (name) values ('canarium');
insert into billing.plans (name, description) values ('canarium', 'Canarium.');
insert into billing.limits (name, unit) values ('canarium', 'canarium');
insert into billing.plan_price_references (plan_price_id, provider, external_id)
select id, 'canarium', 'canarium ' || id from billing.plan_prices;
insert into billing.customers (tenant_id, provider, external_id)
select id, 'canarium', 'canarium ' || id from public.tenants;
insert into billing.subscription_references (tenant_id, subscription_id, provider, external_id)
select tenant_id, id, 'canarium', 'canarium ' || id from billing.subscriptions;
