-- title: No text holds a list
-- severity: hint
-- why: Nobody can refer to an element, count them or find one without reading all, and a comma in
-- one of them makes two.
select
  c.classid, c.objid, c.objsubid, 'the name is that of several things, and the type is one text'
    as problem,
  '' as fix
from columns c
where c.type_category = 'S'
  and c.name ~ ('(_ids|_list|_csv|_names|(^|_)(tags|labels|keywords|emails|email_addresses|phones'
    '|phone_numbers|roles|permissions|categories|urls))$')
