package org.postroom.schemas.catalogue;

import java.util.List;

/** What the routing journal carries besides its own records. */
public final class RoutingJournal {

    private static final List<Topic> SOURCES = Topics.all().stream()
            .filter(topic -> !topic.equals(Topics.ROUTING_JOURNAL))
            .filter(topic -> topic.readers().contains("routing-service"))
            .toList();

    private RoutingJournal() {}

    /** The topics whose records are merged into the journal, as they are: all that routing reads. */
    public static List<Topic> sources() {
        return SOURCES;
    }
}
