select shown.name, t.tgname, pg_get_triggerdef(t.oid), t.tgenabled = 'D',
  obj_description(t.oid, 'pg_trigger')
from shown join pg_trigger t on t.tgrelid = shown.oid and not t.tgisinternal
order by shown.name collate "C", t.tgname collate "C"
