--liquibase formatted sql

--changeset test:create_planning
CREATE SCHEMA planning;
--rollback DROP SCHEMA planning;
