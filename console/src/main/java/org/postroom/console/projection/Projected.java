package org.postroom.console.projection;

import java.util.List;
import org.postroom.console.live.Signal;

/**
 * What one event means for the pages.
 *
 * @param changes the rows it changes
 * @param signals the pages it concerns
 */
public record Projected(List<RowChange> changes, List<Signal> signals) {

    /** Copies the lists. */
    public Projected {
        changes = List.copyOf(changes);
        signals = List.copyOf(signals);
    }

    /** An event that changes no page. */
    public static Projected nothing() {
        return new Projected(List.of(), List.of());
    }

    /** One row and the pages that show it. */
    public static Projected of(RowChange change, Signal... signals) {
        return new Projected(List.of(change), List.of(signals));
    }
}
