--liquibase formatted sql

--changeset ada:add_amounts
alter table shop.orders add column amount numeric(10, 2);

--rollback alter table shop.orders drop column amount;

--changeset ada:fill_amounts
update shop.orders set amount = total where amount is null;

--rollback not required

--changeset ada:create_currencies
create table shop.currencies (
  id text not null,
  constraint currencies_pk primary key (id)
);

insert into shop.currencies (id) values ('EUR');

--rollback drop table shop.currencies;
