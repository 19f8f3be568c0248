-- title: A column with an e-mail address is called email_address
-- severity: hint
-- why: One word for one thing: "email" is also the message, and searches find half of them.
select
  c.classid, c.objid, c.objsubid,
  'it is not called email_address' as problem,
  format(
      'alter table %s rename column %I to %I;', c.table_name, c.name,
      regexp_replace(c.name, '(e_?mail(_?addr)?|mail_address|emailaddress)$', 'email_address'))
    as fix
from columns c
where c.type_category = 'S'
  and c.name ~ '(^|_)(e_?mail(_?addr)?|mail_address|emailaddress)$' and c.name !~ 'email_address$'
