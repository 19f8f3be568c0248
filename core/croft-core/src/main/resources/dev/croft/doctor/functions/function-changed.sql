select
  'croft.' || c.name || '()', '%s is not what Croft''s changelog makes',
  'Defaults and triggers of every table call it.',
  'take its definition from an empty database to which the base changelog was applied.'
from (values
    ('current_tenant', 'acd30beb6774fa136ca879587ecd128e'),
    ('uuid_v7', '680639441b3d8b04a17757f1d0336884'),
    ('set_updated_at', '607f9f79661a1f18d7a6ac947b038223'),
    ('refuse_change', '784c06e33172b6d85bba839daab82f04')) c (name, fingerprint)
join pg_catalog.pg_namespace n on n.nspname = 'croft'
left join pg_catalog.pg_proc p
  on p.pronamespace = n.oid and p.proname = c.name and p.pronargs = 0
where c.fingerprint is distinct from pg_catalog.md5(pg_catalog.concat_ws('|',
      p.prosrc, p.provolatile, p.prosecdef, p.proleakproof, p.proconfig::text))
order by 1
