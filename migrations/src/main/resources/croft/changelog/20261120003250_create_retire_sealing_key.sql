--liquibase formatted sql

--changeset croft:create_retire_sealing_key splitStatements:false stripComments:false rollbackSplitStatements:false
create function croft.retire_sealing_key(id text, at timestamptz default now()) returns void
  language plpgsql volatile
  set search_path = ''
as $function$
begin
  if croft.is_sealed() and not exists (
      select from croft.sealing_keys k
      where k.id <> retire_sealing_key.id
        and k.valid_from <= retire_sealing_key.at
        and (k.valid_until > retire_sealing_key.at) is not false) then
    raise exception 'sealing key % was not retired: no other key is valid then', id
      using detail = 'No session could enter a tenant any more.',
        hint = 'Add its successor first: select croft.add_sealing_key(…).',
        errcode = 'object_not_in_prerequisite_state';
  end if;
  update croft.sealing_keys k
  set valid_until = retire_sealing_key.at
  where k.id = retire_sealing_key.id;
  if not found then
    raise exception 'sealing key % was not retired: there is none of that name', id
      using errcode = 'no_data_found';
  end if;
end
$function$;

comment on function croft.retire_sealing_key(text, timestamptz) is
  'Has the tokens of a key believed no more, now or from a later time on.';
revoke all on function croft.retire_sealing_key(text, timestamptz) from public;

--rollback drop function croft.retire_sealing_key(text, timestamptz);
