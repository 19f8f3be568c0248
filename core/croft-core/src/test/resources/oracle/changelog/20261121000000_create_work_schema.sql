--liquibase formatted sql

--changeset oracle:create_work_schema splitStatements:false
create schema work;

--rollback drop schema work;
