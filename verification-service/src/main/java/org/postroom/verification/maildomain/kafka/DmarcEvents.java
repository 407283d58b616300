package org.postroom.verification.maildomain.kafka;

import org.postroom.events.common.DmarcState;
import org.postroom.verification.dmarc.DmarcStatus;

/** DMARC policies in the form of events. */
final class DmarcEvents {

    private DmarcEvents() {}

    static org.postroom.events.common.DmarcStatus of(DmarcStatus status) {
        return org.postroom.events.common.DmarcStatus.newBuilder()
                .setState(state(status.state()))
                .setFoundAt(status.foundAt())
                .setPolicy(status.policy())
                .setDkimAligned(status.dkimAligned())
                .setSpfAligned(status.spfAligned())
                .setExplanation(status.explanation())
                .build();
    }

    private static DmarcState state(DmarcStatus.State state) {
        return switch (state) {
            case ABSENT -> DmarcState.ABSENT;
            case MALFORMED -> DmarcState.MALFORMED;
            case PRESENT -> DmarcState.PRESENT;
            case LOOKUP_ERROR -> DmarcState.LOOKUP_ERROR;
        };
    }
}
