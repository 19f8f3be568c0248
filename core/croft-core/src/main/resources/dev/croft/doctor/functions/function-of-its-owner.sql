select
  f.name, 'a tenant session may call %s, which is SECURITY DEFINER',
  'It runs with the rights of its owner: what it reads and writes is for it to fence.',
  pg_catalog.format(
      'revoke all on %s %s from public, croft_app; Or review it: its owner has no policies here.',
      f.kind, f.name)
from functions f
where f.prosecdef and not f.is_trigger and f.executable
  and not exists (select from verifier v where v.oid = f.oid and v.genuine)
order by 1
