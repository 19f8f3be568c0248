--liquibase formatted sql

--changeset croft:create_add_sealing_key splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.add_sealing_key(
    id text,
    secret bytea,
    valid_from timestamptz default now(),
    valid_until timestamptz default null)
  returns void
  language plpgsql volatile
  set search_path = ''
as $function$
begin
  if (octet_length(secret) between 32 and 64) is not true then
    raise exception 'sealing key % was not added: its secret is not 32 to 64 bytes long', id
      using hint = 'Take 32 bytes of a cryptographic random generator.',
        errcode = 'invalid_parameter_value';
  end if;
  insert into croft.sealing_keys (id, inner_pad, outer_pad, valid_from, valid_until)
  values (
    add_sealing_key.id,
    croft.hmac_pad(secret, 54),
    croft.hmac_pad(secret, 92),
    add_sealing_key.valid_from,
    add_sealing_key.valid_until);
end
$function$;

comment on function croft.add_sealing_key(text, bytea, timestamptz, timestamptz) is
  'Has tokens that were signed with a secret believed, besides those of keys that are there. '
  'Give the secret as a bind variable: the text of a statement is seen and logged.';
revoke all on function croft.add_sealing_key(text, bytea, timestamptz, timestamptz) from public;

--rollback drop function croft.add_sealing_key(text, bytea, timestamptz, timestamptz);
