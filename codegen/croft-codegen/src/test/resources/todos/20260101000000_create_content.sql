--liquibase formatted sql

--changeset test:create_content
CREATE SCHEMA content;
COMMENT ON SCHEMA content IS 'What users write.';
--rollback DROP SCHEMA content;
