--liquibase formatted sql
--changeset croft:create-schema
create schema content;
--rollback drop schema content;
