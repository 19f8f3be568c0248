--liquibase formatted sql
--changeset croft:create-todos
create table content.todos (
  id bigint constraint todos_pkey primary key,
  title text not null -- a comment; with a semicolon
);
comment on table content.todos is 'Things to do; one row each.';
--rollback drop table content.todos;
