package org.postroom.outbound.delivery.jdbc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.delivery.DeliveryState;

/** The state of a delivery as columns. */
record StateRow(
        String state, @Nullable Instant dueAt, @Nullable String reason) {

    static StateRow of(DeliveryState state) {
        return switch (state) {
            case DeliveryState.Queued queued -> new StateRow("QUEUED", queued.dueAt(), null);
            case DeliveryState.Attempting _ -> new StateRow("ATTEMPTING", null, null);
            case DeliveryState.HandingOver _ -> new StateRow("HANDING_OVER", null, null);
            case DeliveryState.Deferred deferred -> new StateRow("DEFERRED", deferred.dueAt(), deferred.reason());
            case DeliveryState.Sent _ -> new StateRow("SENT", null, null);
            case DeliveryState.Failed _ -> new StateRow("FAILED", null, null);
            case DeliveryState.Uncertain _ -> new StateRow("UNCERTAIN", null, null);
        };
    }
}
