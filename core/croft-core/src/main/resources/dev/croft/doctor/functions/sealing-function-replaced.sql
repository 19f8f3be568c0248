select
  v.name, '%s is not the function that Croft made',
  'It decides which tenant a session is of, with the rights of its owner.',
  'make it anew from the changeset croft:create_sealed_tenant, as the owner of croft.sealing_keys.'
from verifier v where not v.genuine
order by 1
