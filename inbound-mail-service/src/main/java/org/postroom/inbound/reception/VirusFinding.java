package org.postroom.inbound.reception;

import org.postroom.inbound.scan.Scan;

/** What the search for viruses has found. */
public record VirusFinding(Scan scan) implements Finding {}
