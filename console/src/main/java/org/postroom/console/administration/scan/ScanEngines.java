package org.postroom.console.administration.scan;

import java.util.Optional;

/** Knows who looks for spam and viruses in the mail of an organisation. */
@FunctionalInterface
public interface ScanEngines {

    /** Who looked at the organisation's newest mail; empty before the first one. */
    Optional<LastScan> newest(String organisationId);
}
