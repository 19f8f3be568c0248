package dev.croft.billing;

import dev.croft.isolation.TenantId;

/** Identifies one subscription among those of all tenants. */
record SubscriptionKey(TenantId tenant, SubscriptionId id) {}
