--liquibase formatted sql

--changeset croft:create_roles splitStatements:false stripComments:false rollbackSplitStatements:false
-- Roles belong to the whole server, so another database may have made them, or be making them now.
do $roles$
declare
  wanted name;
begin
  foreach wanted in array array['croft_app', 'croft_admin'] loop
    if not exists (select from pg_catalog.pg_roles r where r.rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then
        null;
      end;
    end if;
    if exists (
        select from pg_catalog.pg_roles r
        where r.rolname = wanted and (r.rolcanlogin or r.rolsuper or r.rolbypassrls)) then
      raise exception 'role % is not a plain group', wanted
        using detail = 'It can log in, is a superuser, or bypasses row-level security.',
          hint = format('alter role %I nologin nosuperuser nobypassrls;', wanted),
          errcode = 'invalid_role_specification';
    end if;
  end loop;
end
$roles$;

--rollback do $roles$
--rollback declare
--rollback   unwanted name;
--rollback begin
--rollback   foreach unwanted in array array['croft_app', 'croft_admin'] loop
--rollback     begin
--rollback       if not exists (
--rollback           select from pg_catalog.pg_auth_members m
--rollback           where m.roleid = to_regrole(unwanted)
--rollback             and m.member <> current_user::regrole) then
--rollback         execute format('drop role if exists %I', unwanted);
--rollback       end if;
--rollback     exception when dependent_objects_still_exist or insufficient_privilege then
--rollback       raise notice 'role % stays: another database or role uses it', unwanted;
--rollback     end;
--rollback   end loop;
--rollback end
--rollback $roles$;
