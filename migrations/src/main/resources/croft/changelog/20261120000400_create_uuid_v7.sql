--liquibase formatted sql

--changeset croft:create_uuid_v7 splitStatements:false stripComments:false rollbackSplitStatements:false
-- 48 bits of milliseconds, the version, 12 bits of the millisecond's fraction, 62 random bits.
create function croft.uuid_v7() returns uuid
  language sql volatile parallel safe
  set search_path = ''
as $function$
  select encode(
      overlay(
          uuid_send(gen_random_uuid()) placing
          int8send((micros / 1000 << 16) | 28672 | (micros % 1000 * 4096 / 1000)) from 1 for 8),
      'hex')::uuid
  from (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as micros) clock
$function$;

comment on function croft.uuid_v7() is
  'Makes a time-ordered id: version 7 of RFC 9562. '
  'It can be replaced by uuidv7() once PostgreSQL 18 is the oldest server in use.';
revoke all on function croft.uuid_v7() from public;
grant execute on function croft.uuid_v7() to croft_app, croft_admin;

--rollback drop function croft.uuid_v7();
