package org.postroom.verification.record;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules of MX records (RFC 5321, section 5). */
final class MxRules {

    private static final Pattern ADDRESS = Pattern.compile("\\[?\\d{1,3}(\\.\\d{1,3}){3}]?(\\..*)?|.*:.*:.*");

    private MxRules() {}

    /** The preference is of no importance where there is one host; a second host would get some of the mail. */
    static Verdict judge(ExpectedRecord expected, List<String> values) {
        String host = host(expected.value());
        List<String> others = values.stream()
                .map(MxRules::host)
                .filter(found -> !found.equals(host))
                .distinct()
                .toList();
        if (others.isEmpty()) {
            return Verdict.OK;
        }
        if (values.stream().map(MxRules::host).anyMatch(host::equals)) {
            return Verdict.duplicate(
                    Mistake.OTHER_MX,
                    "Remove the other MX records of %s (%s), because part of the mail would go there.",
                    expected.name(),
                    String.join(", ", others));
        }
        return wrong(expected, host, others);
    }

    private static Verdict wrong(ExpectedRecord expected, String host, List<String> others) {
        String name = expected.name();
        if (others.stream().anyMatch(other -> isAppended(other, host, name))) {
            return Verdict.mismatch(
                    Mistake.ZONE_APPENDED,
                    "End the host of the MX record with a dot (%s.), because your DNS host has appended the domain to it.",
                    host);
        }
        if (others.stream().anyMatch(other -> ADDRESS.matcher(other).matches())) {
            return Verdict.mismatch(
                    Mistake.MX_TO_ADDRESS,
                    "Enter the host name %s in the MX record of %s; it has an address, which is not allowed there.",
                    host,
                    name);
        }
        if (others.contains("")) {
            return Verdict.mismatch(
                    Mistake.OTHER_MX,
                    "Point the MX record of %s to %s; the one found says that the domain takes no mail (RFC 7505).",
                    name,
                    host);
        }
        return Verdict.mismatch(
                Mistake.OTHER_MX,
                "Point the MX record of %s to %s; it points to %s.",
                name,
                host,
                String.join(", ", others));
    }

    private static boolean isAppended(String found, String host, String name) {
        if (!found.startsWith(host + ".")) {
            return false;
        }
        String rest = found.substring(host.length() + 1);
        return name.equals(rest) || name.endsWith("." + rest);
    }

    /** The host of an MX record's value, in lower case and without a last dot. */
    static String host(String value) {
        String host = value.strip().toLowerCase(Locale.ROOT);
        host = host.substring(host.lastIndexOf(' ') + 1);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
