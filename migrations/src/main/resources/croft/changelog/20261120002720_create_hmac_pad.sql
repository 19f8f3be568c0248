--liquibase formatted sql

--changeset croft:create_hmac_pad splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.hmac_pad(secret bytea, mask integer) returns bytea
  language sql immutable strict
  set search_path = ''
as $function$
  select string_agg(
      decode(lpad(to_hex(get_byte(filled.bytes, i) # mask), 2, '0'), 'hex'), '' order by i)
  from (values (secret || decode(repeat('00', 64 - octet_length(secret)), 'hex'))) filled (bytes),
    generate_series(0, 63) i
$function$;

comment on function croft.hmac_pad(bytea, integer) is
  'A secret of at most 64 bytes, filled up with zeros, each byte XOR a mask: see RFC 2104.';
revoke all on function croft.hmac_pad(bytea, integer) from public;

--rollback drop function croft.hmac_pad(bytea, integer);
