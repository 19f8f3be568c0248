--liquibase formatted sql

--changeset ada:create_tables
create table shop.parcels ();
create table shop.returns ();

--rollback drop table shop.parcels, shop.returns;
