--liquibase formatted sql

--changeset ada:keep_space_in_pages
alter table shop.orders set (fillfactor = 90);

--rollback alter table shop.orders reset (fillfactor);

--changeset ada:refresh_totals
refresh materialized view concurrently shop.order_totals;

--rollback not required

--changeset ada:list_orders
create materialized view shop.order_list as select id from shop.orders with no data;
refresh materialized view shop.order_list;

--rollback drop materialized view shop.order_list;
