package org.postroom.inbound.message;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.reading.FieldWatch;

/**
 * Collects the marks of automatic mail (RFC 3834) while a message is read. Any one of them suffices. What says "no" in
 * whatever way is none, and neither is a field without a value.
 */
final class AutomationMarks implements FieldWatch {

    private static final Set<String> MACHINE_PRECEDENCES = Set.of("bulk", "list", "junk", "auto_reply", "auto-reply");
    private static final Set<String> NO = Set.of("no", "none", "false", "0", "off");

    /** What a person's program may ask for, too: no receipts. Only who asks for no answers is a machine. */
    private static final Set<String> SUPPRESSED_BY_MACHINES = Set.of("all", "oof", "autoreply");

    /** The local parts of mailboxes that are servers' own (RFC 5321, section 4.5.5), and Exchange's. */
    private static final Pattern SERVER =
            Pattern.compile("(?:mailer-?daemon|mail-?daemon|postmaster|microsoftexchange[0-9a-f]{32})(?:\\+.*)?");

    private static final Pattern COMMENT = Pattern.compile("\\([^()]{0,500}\\)");

    private record Mark(Automation automation, Predicate<String> applies) {}

    private static final Map<String, Mark> FIELDS = Map.ofEntries(
            Map.entry("auto-submitted", new Mark(Automation.AUTO_SUBMITTED, value -> !isNo(value))),
            Map.entry(
                    "precedence", new Mark(Automation.PRECEDENCE, value -> MACHINE_PRECEDENCES.contains(word(value)))),
            Map.entry("x-autoreply", new Mark(Automation.AUTO_REPLY_HEADER, value -> !isNo(value))),
            Map.entry("x-autorespond", new Mark(Automation.AUTO_REPLY_HEADER, value -> !isNo(value))),
            Map.entry(
                    "x-auto-response-suppress", new Mark(Automation.RESPONSE_SUPPRESSED, AutomationMarks::suppresses)),
            Map.entry("x-auto-generated", new Mark(Automation.AUTO_GENERATED_HEADER, value -> !isNo(value))),
            Map.entry("x-loop", new Mark(Automation.LOOP_HEADER, value -> !isNo(value))),
            Map.entry("list-id", new Mark(Automation.MAILING_LIST, value -> !value.isEmpty())),
            Map.entry("list-unsubscribe", new Mark(Automation.MAILING_LIST, value -> !value.isEmpty())));

    private final EnumSet<Automation> found = EnumSet.noneOf(Automation.class);

    /** The envelope had the null sender. */
    void nullEnvelopeSender() {
        found.add(Automation.NULL_ENVELOPE_SENDER);
    }

    /** Something other than a field says so. */
    void add(Automation mark) {
        found.add(mark);
    }

    /** The author's address; null where there is none. */
    void author(@Nullable String address) {
        if (address != null && isServer(address)) {
            found.add(Automation.MAILER_DAEMON);
        }
    }

    /** True for the address of a mail server's own mailbox. */
    static boolean isServer(String address) {
        int at = address.lastIndexOf('@');
        String local = at < 0 ? address : address.substring(0, at);
        return SERVER.matcher(local.strip().toLowerCase(Locale.ROOT)).matches();
    }

    @Override
    public boolean wants(String name) {
        return FIELDS.containsKey(name);
    }

    @Override
    public void field(String name, String body) {
        Mark mark = FIELDS.get(name);
        String value = withoutComments(body);
        if (mark != null && !value.isEmpty() && mark.applies().test(value)) {
            found.add(mark.automation());
        }
    }

    /** The first mark in the order of {@link Automation}. */
    Automation first() {
        return found.stream().findFirst().orElse(Automation.NONE);
    }

    private static boolean suppresses(String value) {
        return Stream.of(value.toLowerCase(Locale.ROOT).split("[,;\\s]+", 50))
                .anyMatch(SUPPRESSED_BY_MACHINES::contains);
    }

    private static boolean isNo(String value) {
        return NO.contains(word(value));
    }

    /** The first word, before any parameter (RFC 3834, section 5). */
    private static String word(String value) {
        return value.split("[;,\\s]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** Comments may stand anywhere (RFC 5322, section 3.2.2); of those within each other two levels are taken away. */
    private static String withoutComments(String body) {
        String inner = COMMENT.matcher(body).replaceAll(" ");
        return COMMENT.matcher(inner).replaceAll(" ").strip();
    }
}
