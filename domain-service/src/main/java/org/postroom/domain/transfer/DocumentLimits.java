package org.postroom.domain.transfer;

/** How large a configuration document may be, so that the worst of them fit into the memory of the service. */
public final class DocumentLimits {

    /** The most octets. */
    public static final int LONGEST = 4 * 1024 * 1024;

    /** The most entries, of all sections together. */
    public static final int MOST_ENTRIES = 10_000;

    /** After so many refusals the rest of a document is not looked at. */
    public static final int MOST_REFUSALS = 100;

    private DocumentLimits() {}
}
