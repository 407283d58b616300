package org.postroom.verification.record;

/** What was seen beside the record itself, and may tell why it is not as expected. */
public sealed interface Clue {

    /**
     * The expected value stands at another name.
     *
     * @param name the other name
     * @param zoneAppended whether it is the right name with the zone appended once more
     */
    record ValueElsewhere(String name, boolean zoneAppended) implements Clue {}

    /** A name that nobody has published has the same values. */
    record Wildcard() implements Clue {}

    /**
     * A mail host is an alias.
     *
     * @param host the host that an MX record names
     * @param target the name that it is an alias of
     */
    record MailHostIsAlias(String host, String target) implements Clue {}

    /** The domain has no zone: no name server but those of the top-level domain answers for it. */
    record NoZone() implements Clue {}

    /**
     * A validating resolver refuses the record, because the signatures of its zone are broken.
     *
     * @param reason what the resolver says
     */
    record BrokenSignatures(String reason) implements Clue {}
}
