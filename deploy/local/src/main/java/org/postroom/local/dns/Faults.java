package org.postroom.local.dns;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/** The faults that are switched on: for a name and all below it, how the server fails. */
public final class Faults {

    /** How a server fails. */
    public enum Kind {
        /** It answers SERVFAIL. */
        SERVFAIL,
        /** It answers REFUSED. */
        REFUSED,
        /** It does not answer. */
        DROP
    }

    private final Map<Name, Kind> kinds = new ConcurrentSkipListMap<>();

    /**
     * Switches a fault on.
     *
     * @param name the name that it strikes, with all below it; {@code .} is everything
     * @throws IllegalArgumentException when this is no domain name
     */
    public void set(String name, Kind kind) {
        try {
            kinds.put(Name.fromString(name, Name.root), kind);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("Expected a domain name, but got " + name, e);
        }
    }

    /** Switches all faults off. */
    public void clear() {
        kinds.clear();
    }

    Optional<Kind> of(Name name) {
        return kinds.entrySet().stream()
                .filter(fault -> name.subdomain(fault.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    Map<Name, Kind> all() {
        return kinds;
    }
}
