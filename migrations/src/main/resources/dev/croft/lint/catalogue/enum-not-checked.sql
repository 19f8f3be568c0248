-- title: A check holds a column to the words that its comment lists
-- severity: error
-- why: The generated enum knows those words alone. A row with another one cannot be read.
select
  c.classid, c.objid, c.objsubid,
  format('no check says that it is one of %s', replace(g.value, '|', ', ')) as problem,
  format('alter table %s add constraint %I check (%I in (%s));',
      c.table_name, t.name || '_' || c.name || '_check', c.name, words.list) as fix
from columns c
join tables t on t.objid = c.objid
join tags g on g.classid = c.classid and g.objid = c.objid and g.objsubid = c.objsubid
cross join lateral (
  select
    string_agg(quote_literal(trim(word)), ', ') as list,
    array_agg(quote_literal(trim(word))) as quoted
  from unnest(string_to_array(g.value, '|')) word
) words
where g.name = 'enum'
  and not exists (
    select
    from constraints k
    where k.kind = 'c' and k.table_id = c.objid and k.numbers = array[c.objsubid::smallint]
      and not exists (
        select from unnest(words.quoted) word where position(word in k.definition) = 0))
