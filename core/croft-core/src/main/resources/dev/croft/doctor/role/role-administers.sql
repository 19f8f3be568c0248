select
  pg_catalog.pg_get_userbyid(m.roleid), 'the runtime role may grant membership of %s to others',
  'Who grants a group decides who is in it.',
  pg_catalog.format('revoke admin option for %I from %I;',
      pg_catalog.pg_get_userbyid(m.roleid), b.rolname)
from pg_catalog.pg_auth_members m join becomes b on b.oid = m.member
where m.admin_option and not b.rolsuper
