--liquibase formatted sql

--changeset test:create_table
CREATE SCHEMA content;
CREATE VIEW content.members AS SELECT tenant_id, user_id FROM public.tenant_users;
COMMENT ON VIEW content.members IS 'Everybody.
@scope tenant';
--rollback DROP SCHEMA content CASCADE;
