--liquibase formatted sql

--changeset test:create_events splitStatements:false
CREATE TABLE content.events (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT events_pkey PRIMARY KEY (tenant_id, id, created_at),
  CONSTRAINT tenant_id_fkey FOREIGN KEY (tenant_id)
    REFERENCES public.tenants (id) ON DELETE CASCADE
) PARTITION BY RANGE (created_at);
CREATE TABLE content.events_2026 PARTITION OF content.events
  FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
COMMENT ON TABLE content.events IS 'What happened.
@scope tenant';
SELECT croft.tenant_table('content.events');
--rollback DROP TABLE content.events;
