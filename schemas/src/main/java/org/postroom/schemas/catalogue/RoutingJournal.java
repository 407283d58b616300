package org.postroom.schemas.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.email.EmailReceived;

/** What the routing journal carries besides its own records. */
public final class RoutingJournal {

    private static final List<Topic> SOURCES = Topics.all().stream()
            .filter(topic -> !topic.equals(Topics.ROUTING_JOURNAL) && !topic.equals(Topics.STANDINGS))
            .filter(topic -> topic.readers().contains("routing-service"))
            .toList();

    private RoutingJournal() {}

    /**
     * The topics whose records are merged into the journal, as they are: all that routing reads, but for the standings,
     * which decide about no email but about users.
     */
    public static List<Topic> sources() {
        return SOURCES;
    }

    /**
     * The records that are merged from a topic. What domains are proven by is no matter of routing's, and much, so of
     * the domain events it takes the end of an organisation only. What a report says concerns the service that sends, which
     * tells in events of its own what came of it; so of the mails it takes that they came.
     */
    public static List<Class<? extends SpecificRecord>> recordsFrom(Topic source) {
        Stream<Class<? extends SpecificRecord>> all = source.records().stream().map(Topic.Entry::type);
        if (source.equals(Topics.DOMAIN_EVENTS)) {
            return all.filter(OrganisationRemoved.class::equals).toList();
        }
        return source.equals(Topics.EMAIL_EVENTS)
                ? all.filter(EmailReceived.class::equals).toList()
                : all.toList();
    }
}
