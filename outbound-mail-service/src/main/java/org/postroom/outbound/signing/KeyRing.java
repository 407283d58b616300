package org.postroom.outbound.signing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.outbound.signing.IssuedKey.State;

/**
 * The keys of one domain. There is always one RSA key to sign with and one to take over, so that a rotation leaves no
 * mail unsigned; and one Ed25519 key for a second signature.
 *
 * <pre>
 * STANDBY ─▶ ACTIVE ─▶ RETIRING ─▶ RETIRED
 * </pre>
 *
 * @param keys all of them
 */
public record KeyRing(List<IssuedKey> keys) {

    static final String PREFIX = "postroom";
    static final String ED25519_SELECTOR = "postroom-ed1";
    private static final Pattern NUMBERED = Pattern.compile("postroom(\\d{1,6})");

    /** Copies the list. */
    public KeyRing {
        keys = List.copyOf(keys);
    }

    /** The RSA key that mail is signed with. */
    public Optional<IssuedKey> active() {
        return rsa(State.ACTIVE);
    }

    /** The RSA key that takes over next. */
    public Optional<IssuedKey> standby() {
        return rsa(State.STANDBY);
    }

    /** The Ed25519 key. */
    public Optional<IssuedKey> second() {
        return keys.stream().filter(key -> key.keyType() == KeyType.ED25519).findFirst();
    }

    /** The selector of the next RSA key: never one that was used before, since resolvers may remember its record. */
    public String nextSelector() {
        int highest = keys.stream()
                .map(key -> NUMBERED.matcher(key.selector()))
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .max()
                .orElse(0);
        return PREFIX + (highest + 1);
    }

    /**
     * The keys to sign with now. The first RSA key signs before its record is known, which does no harm: a signature
     * without a record counts as none (RFC 6376, section 6.1).
     *
     * @param onlyFound true to leave out keys whose record is not known to be published
     */
    public List<IssuedKey> signing(boolean onlyFound) {
        List<IssuedKey> chosen = new ArrayList<>();
        active().filter(key -> key.recordOk() || !onlyFound).ifPresent(chosen::add);
        second().filter(IssuedKey::recordOk).ifPresent(chosen::add);
        return chosen;
    }

    private Optional<IssuedKey> rsa(State state) {
        return keys.stream()
                .filter(key -> key.keyType() == KeyType.RSA && key.state() == state)
                .min(Comparator.comparing(IssuedKey::issuedAt));
    }
}
