package org.postroom.routing.decision;

import org.jspecify.annotations.Nullable;

/**
 * One entity of an organisation's state as it is from now on.
 *
 * @param id unique among its kind in the organisation
 * @param entity of the kind's type; null where it is gone
 */
public record StateChange(
        EntityKind kind, String id, @Nullable Object entity) {}
