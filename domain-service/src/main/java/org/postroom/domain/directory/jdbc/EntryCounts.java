package org.postroom.domain.directory.jdbc;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Kind;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How many entries there are, counted once in a change and then reckoned: a document adds thousands in one change, which
 * holds the organisation's lock, and counting thousands each time would take it minutes.
 */
final class EntryCounts {

    /** How many there are now. */
    int of(String organisationId, Kind kind, IntSupplier counting) {
        return inThisChange().computeIfAbsent(key(organisationId, kind), first -> counting.getAsInt());
    }

    /** Notes that there are more, or fewer where the number is negative. */
    void changed(String organisationId, Kind kind, int by) {
        inThisChange().computeIfPresent(key(organisationId, kind), (same, count) -> count + by);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Integer> inThisChange() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new HashMap<>();
        }
        @Nullable Object present = TransactionSynchronizationManager.getResource(this);
        if (present != null) {
            return (Map<String, Integer>) present;
        }
        Map<String, Integer> counts = new HashMap<>();
        TransactionSynchronizationManager.bindResource(this, counts);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(EntryCounts.this);
            }
        });
        return counts;
    }

    private static String key(String organisationId, Kind kind) {
        return organisationId + "/" + kind.word();
    }
}
