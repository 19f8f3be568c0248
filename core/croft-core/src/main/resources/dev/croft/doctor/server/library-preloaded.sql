select
  pg_catalog.split_part(o, '=', 1), 'the setting %s loads code into the sessions of tenants',
  'A library acts below row-level security.',
  pg_catalog.format('alter %s reset %s;',
      case
        when s.setrole = 0 then pg_catalog.format('database %I', d.datname)
        when s.setdatabase = 0 then pg_catalog.format('role %I', me.rolname)
        else pg_catalog.format('role %I in database %I', me.rolname, d.datname) end,
      pg_catalog.split_part(o, '=', 1))
from pg_catalog.pg_db_role_setting s
cross join me
cross join lateral pg_catalog.unnest(s.setconfig) o
left join pg_catalog.pg_database d on d.oid = s.setdatabase
where s.setrole in (0, me.oid) and (s.setdatabase = 0 or d.datname = pg_catalog.current_database())
  and o ~ '^(session|local)_preload_libraries=.'
order by 1
