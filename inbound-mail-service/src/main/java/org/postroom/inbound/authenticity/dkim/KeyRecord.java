package org.postroom.inbound.authenticity.dkim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A signer's key as DNS has it (RFC 6376, section 3.6.1).
 *
 * @param keyType the kind of key (k=)
 * @param key the key; empty where it is revoked
 * @param hashes the digests that it may be used with (h=); empty for any
 * @param exact whether the identity must be of the signing domain itself (t=s)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record KeyRecord(String keyType, byte[] key, List<String> hashes, boolean exact) {

    KeyRecord {
        hashes = List.copyOf(hashes);
    }

    /** Parses a record; empty where it is none, or a key that is not for mail. */
    static Optional<KeyRecord> parse(String text) {
        return TagList.parse(text)
                .filter(tags -> tags.value("v").orElse("DKIM1").equals("DKIM1"))
                .filter(tags -> words(tags, "s", "*").stream().anyMatch(List.of("*", "email")::contains))
                .flatMap(tags -> tags.octets("p")
                        .map(key -> new KeyRecord(
                                tags.compact("k").orElse("rsa").toLowerCase(Locale.ROOT),
                                key,
                                words(tags, "h", ""),
                                words(tags, "t", "").contains("s"))));
    }

    boolean isRevoked() {
        return key.length == 0;
    }

    /** Whether a signature may be made with it. */
    boolean allows(Signature signature) {
        return keyType.equals(signature.algorithm().keyType())
                && (hashes.isEmpty() || hashes.contains(signature.algorithm().hash()))
                && (!exact || signature.identity().equals(signature.domain()));
    }

    private static List<String> words(TagList tags, String name, String byDefault) {
        return Arrays.stream(tags.compact(name)
                        .orElse(byDefault)
                        .toLowerCase(Locale.ROOT)
                        .split(":", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
