--liquibase formatted sql

--changeset example:create_content_schema
create schema content;

--rollback drop schema content;
