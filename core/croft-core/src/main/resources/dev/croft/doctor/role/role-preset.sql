select
  session_user::text, 'the login %s acts as another role from its first statement on',
  'RESET ROLE leads back to the login; what that may do is judged nowhere.',
  pg_catalog.format('alter role %I reset role;', session_user)
where session_user <> current_user
