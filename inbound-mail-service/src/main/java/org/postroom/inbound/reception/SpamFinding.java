package org.postroom.inbound.reception;

import org.postroom.inbound.scan.Scan;

/** What the search for spam has found. */
public record SpamFinding(Scan scan) implements Finding {}
