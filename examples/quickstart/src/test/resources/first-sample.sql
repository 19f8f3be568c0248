-- What FirstSampleTest sees the first sample of the README run.
-- region: query
select content.todos.title, public.users.email_address
from content.todos
left outer join public.users
  on (exists (select 1 as one from public.tenant_users as croft_link where
    (croft_link.tenant_id = cast(? as uuid) and croft_link.user_id = public.users.id))
  and public.users.id = content.todos.assignee_id)
where (content.todos.tenant_id = cast(? as uuid) and content.todos.is_completed = false)
-- endregion
