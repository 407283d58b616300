package org.postroom.console.administration.maildomain;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.State;

/**
 * A key that signs a domain's mail; its private half never leaves outbound-mail-service.
 *
 * @param selector its name in DNS
 * @param keyType rsa or ed25519
 * @param state STANDBY, ACTIVE, RETIRING or RETIRED
 * @param recordOk whether its record was found as expected
 * @param issuedAt when it was made
 * @param activatedAt since when it signs
 * @param retiresAt until when it stays published
 */
public record DkimKey(
        String selector,
        String keyType,
        String state,
        boolean recordOk,
        @Nullable Instant issuedAt,
        @Nullable Instant activatedAt,
        @Nullable Instant retiresAt) {

    /** The kind of key, in words. */
    public String typeLabel() {
        return keyType.toLowerCase(Locale.ROOT).equals("rsa") ? "RSA-2048" : "Ed25519 (second signature)";
    }

    /** Its part, in words. */
    public State part() {
        return State.ofKey(state);
    }

    /** Whether its record was found, in words. */
    public State record() {
        return recordOk ? new State("Found", "good") : new State("Not found yet", "wait");
    }
}
