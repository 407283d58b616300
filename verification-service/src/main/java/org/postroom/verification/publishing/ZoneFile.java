package org.postroom.verification.publishing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordPurpose;
import org.postroom.verification.record.RecordType;

/** Records in the form of zone files (RFC 1035, section 5), which most DNS hosts can import. */
public final class ZoneFile {

    private static final int TTL = 3_600;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7e;

    private ZoneFile() {}

    /**
     * Writes the records of a domain. All names are absolute, so that it fits into any zone.
     *
     * @param records the records, at least one
     */
    public static String of(String domainName, List<ExpectedRecord> records) {
        return records.stream()
                .map(ZoneFile::lines)
                .collect(Collectors.joining("", "; DNS records of " + domainName + " for Postroom\n", ""));
    }

    private static String lines(ExpectedRecord expected) {
        return "%n; %s%s%n%s. %d IN %s %s%n"
                .replace("%n", "\n")
                .formatted(
                        Meanings.of(expected.purpose()),
                        expected.required() ? "" : optional(expected.purpose()),
                        expected.name(),
                        TTL,
                        expected.type(),
                        data(expected));
    }

    private static String optional(RecordPurpose purpose) {
        boolean othersWillDo = purpose == RecordPurpose.DMARC || purpose == RecordPurpose.TLS_REPORTS;
        return othersWillDo ? " (leave it out where there is one already)" : " (advised)";
    }

    private static String data(ExpectedRecord expected) {
        return expected.type() == RecordType.TXT
                ? expected.valueChunks().stream().map(ZoneFile::quoted).collect(Collectors.joining(" "))
                : expected.value().toLowerCase(Locale.ROOT) + ".";
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            int code = octet & 0xff;
            if (code == '"' || code == '\\') {
                quoted.append('\\').append((char) code);
            } else if (code < FIRST_PRINTABLE || code > LAST_PRINTABLE) {
                quoted.append("\\%03d".formatted(code));
            } else {
                quoted.append((char) code);
            }
        }
        return quoted.append('"').toString();
    }
}
