package org.postroom.outbound.signing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A domain's key, without its private half.
 *
 * @param selector names it in DNS
 * @param keyType its type
 * @param state how far its life is
 * @param recordOk true where its record was found in DNS as issued
 * @param issuedAt when it was made
 * @param activatedAt when it was first signed with; null where it never was
 * @param retiresAt when it is destroyed, or was; null unless a successor took over
 */
public record IssuedKey(
        String selector,
        KeyType keyType,
        State state,
        boolean recordOk,
        Instant issuedAt,
        @Nullable Instant activatedAt,
        @Nullable Instant retiresAt) {

    /** How far a key's life is. */
    public enum State {
        /** Its record is to be published; it will be signed with later. */
        STANDBY,
        /** Mail is signed with it. */
        ACTIVE,
        /** A successor took over; its record stays for the mails that are still on their way. */
        RETIRING,
        /** Its private half is destroyed. */
        RETIRED
    }
}
