package org.postroom.inbound.message;

import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * Reads the facts of a raw message (RFC 5322, RFC 2045). The input is hostile: whatever it holds, reading ends with the
 * facts found so far, and says in a warning what it could not read. Memory is bounded by the header's size, time by the
 * message's.
 */
public final class MessageReader {

    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(256 * 1024)
            .setMaxHeaderCount(10_000)
            .setMaxContentLen(-1)
            .setCountLineNumbers(false)
            .build();

    /** Makes a reader; one serves any number of messages at once. */
    public MessageReader() {}

    /**
     * Reads a message to its end.
     *
     * @param raw the message as received
     * @param nullEnvelopeSender true where it came with the null sender
     * @throws IOException where the bytes could not be read, never for what they say
     */
    public MessageFacts read(InputStream raw, boolean nullEnvelopeSender) throws IOException {
        FactsCollector collector = new FactsCollector();
        if (nullEnvelopeSender) {
            collector.marks().nullEnvelopeSender();
        }
        MimeStreamParser parser = new MimeStreamParser(CONFIG);
        parser.setContentDecoding(true);
        parser.setNoRecurse();
        parser.setContentHandler(collector);
        try {
            parser.parse(raw);
        } catch (MimeException broken) {
            collector.stoppedBy(broken);
        } catch (RuntimeException unforeseen) {
            collector.stoppedBy(unforeseen);
        }
        return collector.facts();
    }
}
