-- title: Every constraint has a name of its own
-- severity: warning
-- why: The application tells broken rules apart by their names, and a later change has to name
-- them. A name that the server made up depends on the order in which things were made.
select
  k.classid, k.objid, k.objsubid,
  'the server made its name up' as problem,
  case when k.kind = 'c' then '' else
    format(
        'alter table %s rename constraint %I to %I;', k.table_name, k.name,
        regexp_replace(
            k.name, '_(pkey|key|fkey|excl)[0-9]*$',
            case k.kind
              when 'p' then '_pk'
              when 'u' then '_unique'
              when 'f' then '_fk'
              else '_exclusion'
            end)) end as fix
from constraints k
where (k.kind = 'p' and k.name ~ '_pkey[0-9]*$')
  or (k.kind = 'u' and k.name ~ '_key[0-9]*$')
  or (k.kind = 'f' and k.name ~ '_fkey[0-9]*$')
  or (k.kind = 'x' and k.name ~ '_excl[0-9]*$')
  or (k.kind = 'c' and (k.name ~ '_check[0-9]+$' or k.name = k.table_own_name || '_check'))
