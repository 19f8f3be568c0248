-- title: The link of a shared table leads to its rows by one reference of one column
-- severity: error
-- why: The policy follows that foreign key from the tenant's row in the link to the shared row.
select
  t.classid, t.objid, t.objsubid,
  format('%s has no foreign key of one column to its primary key, or to what that refers to',
      link.qualified_name) as problem,
  '' as fix
from tables t
join tables link on t.scope = 'shared via ' || link.qualified_name
left join primary_keys own on own.table_id = t.objid
where 1 <> (
    select count(*)
    from foreign_keys k
    where k.table_id = link.objid and cardinality(k.numbers) = 1
      and cardinality(own.numbers) = 1
      and (k.referenced_id = t.objid and k.referenced_numbers = own.numbers
        or exists (
          select from foreign_keys up
          where up.table_id = t.objid and up.numbers = own.numbers
            and up.referenced_id = k.referenced_id
            and up.referenced_numbers = k.referenced_numbers)))
