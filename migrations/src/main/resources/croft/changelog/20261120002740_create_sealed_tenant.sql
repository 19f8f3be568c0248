--liquibase formatted sql

--changeset croft:create_sealed_tenant splitStatements:false stripComments:false rollbackSplitStatements:false
-- The only function that runs as its owner. pg_temp comes last, or a temporary type of the caller
-- would be taken for one of these. Nothing of a token is believed before its signature is.
create function croft.sealed_tenant() returns uuid
  language plpgsql stable security definer parallel restricted
  set search_path = pg_catalog, pg_temp
as $function$
declare
  token text := nullif(current_setting('app.tenant_id', true), '');
  parts text[];
  expected text;
begin
  if token is null then
    return null;
  end if;
  <<verification>>
  begin
    exit verification when token !~ '^v1(\.[0-9a-z-]+){4,5}$' or octet_length(token) > 200;
    parts := string_to_array(token, '.');
    select encode(
        sha256(k.outer_pad || sha256(k.inner_pad || convert_to(left(token, -65), 'UTF8'))), 'hex')
      into expected
    from croft.sealing_keys k
    where k.id = parts[4] and k.valid_from <= now() and (k.valid_until > now()) is not false;
    -- SQL compares byte by byte; of digests, how long that takes tells nothing of what is expected.
    exit verification when (sha256(convert_to(right(token, 65), 'UTF8'))
        = sha256(convert_to('.' || expected, 'UTF8'))) is not true;
    exit verification when parts[3]::bigint <= extract(epoch from now());
    exit verification when cardinality(parts) = 6 and parts[5]::integer <> pg_backend_pid();
    return parts[2]::uuid;
  end;
  raise exception 'the tenant in app.tenant_id is not believed'
    using detail = 'The database is sealed, and this is no token that is valid here and now.',
      errcode = 'ST001';
end
$function$;

comment on function croft.sealed_tenant() is
  'The tenant of the signed token in app.tenant_id, v1.<tenant>.<expiry>.<key>[.<pid>].<mac>, null '
  'without one, and error ST001 for any other text. Times are compared with the start of the '
  'transaction: it keeps its tenant to the end.';
revoke all on function croft.sealed_tenant() from public;

--rollback drop function croft.sealed_tenant();
