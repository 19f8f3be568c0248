-- title: A table is named in the plural, after its rows
-- severity: hint
-- why: One habit saves everybody from looking names up; foreign keys are named by the singular.
select
  t.classid, t.objid, t.objsubid,
  format('%I is not in the plural', t.name) as problem,
  format(
      'alter table %s rename to %I;', t.qualified_name,
      case
        when t.name ~ '[^aeiou]y$' then regexp_replace(t.name, 'y$', 'ies')
        when t.name ~ '(s|x|z|ch|sh)$' then t.name || 'es'
        else t.name || 's'
      end) as fix
from tables t
where t.name !~ '[^sui]s$'
  and t.name !~ ('(^|_)(people|children|men|women|criteria|media|data|metadata|information|news'
    '|equipment|staff|inventory|history|log|feedback|content|advice|progress|menus)$')
