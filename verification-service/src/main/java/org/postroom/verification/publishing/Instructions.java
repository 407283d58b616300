package org.postroom.verification.publishing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordType;
import org.postroom.verification.record.ZoneFacts;

/** What an administrator sends to the colleague who can change the DNS: text that needs nothing else to be understood. */
public final class Instructions {

    private Instructions() {}

    /**
     * Writes the text.
     *
     * @param zone where the records are published; null where that is not known
     * @param redirectAddress where the existing mail system redirects to; null where MX records bring the mail
     */
    public static String of(
            String domainName,
            List<ExpectedRecord> records,
            @Nullable ZoneFacts zone,
            @Nullable String redirectAddress) {
        var text = new StringBuilder();
        text.append("Hello,\n\nwe want to handle the mail of ")
                .append(domainName)
                .append(" with Postroom. Please publish these DNS records for us");
        if (zone != null) {
            text.append(" in the zone ").append(zone.zone());
        }
        text.append(".\n");
        DnsHost host = zone == null ? null : DnsHosts.of(zone.nameServers()).orElse(null);
        if (host != null) {
            text.append("\nThe zone is hosted by ").append(host.name()).append(":\n");
            host.steps().forEach(step -> text.append("  - ").append(step).append('\n'));
        }
        for (int index = 0; index < records.size(); index++) {
            append(text, index + 1, records.get(index), zone);
        }
        if (redirectAddress != null) {
            text.append(
                            "\nIn the existing mail system, please redirect each address of the domain to the same local part"
                                    + " and a dot before ")
                    .append(redirectAddress)
                    .append(", for instance help@")
                    .append(domainName)
                    .append(" to help.")
                    .append(redirectAddress)
                    .append(", and keep a copy there as you wish.\n");
        }
        return text.append("\nPostroom looks for the records by itself, there is nothing to confirm.\n\nThank you\n")
                .toString();
    }

    private static void append(StringBuilder text, int number, ExpectedRecord expected, @Nullable ZoneFacts zone) {
        text.append("\n%d. %s (%s)%n"
                .replace("%n", "\n")
                .formatted(number, Meanings.of(expected.purpose()), expected.required() ? "required" : "advised"));
        text.append("   Type:  ").append(expected.type()).append('\n');
        text.append("   Name:  ").append(expected.name()).append('\n');
        if (zone != null && !zone.relative(expected.name()).equals(expected.name())) {
            text.append("          (where the zone is appended by itself: ")
                    .append(zone.relative(expected.name()))
                    .append(")\n");
        }
        text.append("   Value: ").append(expected.value()).append('\n');
        if (expected.type() == RecordType.TXT && expected.valueChunks().size() > 1) {
            text.append("          (where a text may not be so long, in ")
                    .append(expected.valueChunks().size())
                    .append(" strings:\n");
            expected.valueChunks()
                    .forEach(chunk -> text.append("          \"").append(chunk).append("\"\n"));
            text.append("          )\n");
        }
    }
}
