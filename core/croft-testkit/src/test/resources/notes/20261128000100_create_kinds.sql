--liquibase formatted sql

--changeset notes:create_kinds splitStatements:false stripComments:false
create schema notes;
create type notes.color as enum ('red', 'green');
create domain notes.percent as integer check (value between 40 and 60);
grant usage on schema notes to croft_app, croft_admin;

--rollback drop schema notes cascade;
