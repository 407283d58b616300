package org.postroom.inbound.message;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.postroom.mail.reading.FieldWatch;

/** Collects the marks of automatic mail (RFC 3834) while a message is read. */
final class AutomationMarks implements FieldWatch {

    private static final Set<String> MACHINE_PRECEDENCES = Set.of("bulk", "list", "junk", "auto_reply");

    private static final Set<String> FIELDS =
            Set.of("auto-submitted", "precedence", "x-autoreply", "x-autorespond", "x-auto-response-suppress");

    private final EnumSet<Automation> found = EnumSet.noneOf(Automation.class);

    /** The envelope had the null sender. */
    void nullEnvelopeSender() {
        found.add(Automation.NULL_ENVELOPE_SENDER);
    }

    /** The message itself is a multipart/report. */
    void report() {
        found.add(Automation.DELIVERY_REPORT);
    }

    @Override
    public boolean wants(String name) {
        return FIELDS.contains(name);
    }

    @Override
    public void field(String name, String body) {
        String value = firstWord(body);
        switch (name) {
            case "auto-submitted" -> add(Automation.AUTO_SUBMITTED, !value.equals("no"));
            case "precedence" -> add(Automation.PRECEDENCE, MACHINE_PRECEDENCES.contains(value));
            case "x-autoreply", "x-autorespond" -> add(Automation.AUTO_REPLY_HEADER, !value.equals("no"));
            case "x-auto-response-suppress" -> add(Automation.AUTO_REPLY_HEADER, !value.equals("none"));
            default -> {
                // Every other field says nothing about it.
            }
        }
    }

    /** The first mark in the order of {@link Automation}. */
    Automation first() {
        return found.stream().findFirst().orElse(Automation.NONE);
    }

    private void add(Automation mark, boolean applies) {
        if (applies) {
            found.add(mark);
        }
    }

    private static String firstWord(String body) {
        int end = body.indexOf(';');
        return (end < 0 ? body : body.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
