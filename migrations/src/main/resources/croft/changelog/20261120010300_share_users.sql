--liquibase formatted sql

--changeset croft:share_users splitStatements:false stripComments:false rollbackSplitStatements:false
select croft.shared_table('public.users', via => 'public.tenant_users');

--rollback drop trigger set_updated_at on public.users;
--rollback drop policy tenant_guard on public.users;
--rollback drop policy tenant_rows on public.users;
--rollback drop policy system_rows on public.users;
--rollback alter table public.users no force row level security, disable row level security;
--rollback revoke all on table public.users from croft_app, croft_admin;
