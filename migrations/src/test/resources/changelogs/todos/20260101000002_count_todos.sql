--liquibase formatted sql
--changeset croft:count-todos splitStatements:false
create function content.count_todos() returns bigint language plpgsql stable set search_path = '' as $$
begin
  return (select count(*) from content.todos);
end;
$$;
--rollback drop function content.count_todos();
