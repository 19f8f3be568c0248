-- title: A column that looks like personal data is tagged with @pii
-- severity: hint
-- why: Export and erasure of one person follow the tags. What is not tagged stays behind.
select
  c.classid, c.objid, c.objsubid,
  'the name looks personal, and the comment has no @pii' as problem,
  format(
      'comment on column %s is %L;', c.qualified_name,
      concat_ws(E'\n', nullif(c.comment, ''), '@pii contact')) as fix
from columns c
where c.name ~ ('(^|_)(e?mail|email_address|(tele)?phone(_number)?|mobile(_number)?|fax'
      '|(first|last|middle|given|family|maiden|full)_?name|nickname|surname'
      '|birth_?(date|day|place)|date_of_birth|gender|sex|ethnicity|religion|nationality'
      '|passport(_number)?|ssn|social_security_number|tax_number|driving_licen[cs]e'
      '|iban|card_number|account_number|ip(_address)?|user_agent|latitude|longitude'
      '|street|post(al)?_?code|zip_?code)[0-9]*$')
  and c.type_category <> 'B' and c.name !~ '^(is|has|can)_'
  and not exists (
    select from tags g
    where g.classid = c.classid and g.objid = c.objid and g.objsubid = c.objsubid
      and g.name = 'pii')
