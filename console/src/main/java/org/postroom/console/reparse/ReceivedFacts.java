package org.postroom.console.reparse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.console.message.ReadFacts;
import tools.jackson.databind.JsonNode;

/**
 * What the reception of a mail has found, as the event says that tells of it.
 *
 * @param emailId the mail's identifier
 * @param key the key of its original in the message store
 * @param facts what it says of the mail; of its text it says nothing
 */
public record ReceivedFacts(String emailId, String key, ReadFacts facts) {

    /** Reads the event {@code EmailReceived}, as the timeline keeps it. */
    public static ReceivedFacts of(JsonNode event) {
        @Nullable String sentAt = text(event.path("sentAt"));
        return new ReceivedFacts(
                event.path("emailId").asString(""),
                event.path("message").path("key").asString(""),
                new ReadFacts(
                        event.path("subject").asString(""),
                        address(event.path("from")),
                        addresses(event.path("to")),
                        addresses(event.path("cc")),
                        sentAt == null ? null : Instant.parse(sentAt),
                        event.path("attachments")
                                .valueStream()
                                .map(each -> each.path("fileName").asString(""))
                                .toList(),
                        null));
    }

    /**
     * The same with what an earlier reading has found of the text.
     *
     * @param before that reading; null where none is known
     * @param later the reading that these are to be compared with; where it finds no author, and the reception named an address alone,
     *     that was the envelope's sender, who stands for a missing author
     */
    public ReadFacts comparableTo(@Nullable ReadFacts before, ReadFacts later) {
        @Nullable String from = facts.from();
        boolean authorless = later.from() == null && from != null && from.indexOf('<') < 0;
        return new ReadFacts(
                facts.subject(),
                authorless ? null : from,
                facts.to(),
                facts.cc(),
                facts.sentAt(),
                facts.attachments(),
                before == null ? null : before.textDigest());
    }

    private static List<String> addresses(JsonNode list) {
        return list.valueStream().map(ReceivedFacts::address).toList();
    }

    private static String address(JsonNode node) {
        @Nullable String name = text(node.path("name"));
        String address = node.path("address").asString("");
        return name == null ? address : name + " <" + address + ">";
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
