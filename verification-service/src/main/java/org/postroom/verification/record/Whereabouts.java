package org.postroom.verification.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where records are usually found that are not where they belong, and how to recognise them there. */
public final class Whereabouts {

    /** A label that nobody publishes: only a wildcard answers for it. */
    private static final String NOBODYS_LABEL = "postroom-is-there-a-wildcard";

    /** The longest name, in characters (RFC 1035, section 2.3.4). */
    private static final int LONGEST_NAME = 253;

    private Whereabouts() {}

    /**
     * A place to look at.
     *
     * @param name the absolute name
     * @param zoneAppended whether it is the right name with the zone appended once more
     */
    public record Place(String name, boolean zoneAppended) {}

    /**
     * The places to look at where a record is missing or wrong, the likeliest first.
     *
     * @param domainName the domain that the record belongs to
     * @param zone the zone that the domain is in
     */
    public static List<Place> of(ExpectedRecord expected, String domainName, String zone) {
        String name = expected.name();
        List<Place> places = new ArrayList<>();
        places.add(new Place(name + "." + zone, true));
        if (!zone.equals(domainName)) {
            places.add(new Place(name + "." + domainName, true));
            if (!name.equals(domainName)) {
                places.add(new Place(label(name, domainName) + "." + zone, false));
            }
        }
        if (expected.type() == RecordType.TXT) {
            if (expected.purpose() == RecordPurpose.DKIM) {
                places.add(new Place(name.replaceFirst("\\._domainkey\\.", "."), false));
            }
            places.add(new Place(domainName, false));
        }
        return places.stream()
                .filter(place -> !place.name().equals(name) && place.name().length() <= LONGEST_NAME)
                .distinct()
                .toList();
    }

    /** A name beside the record's that only a wildcard answers for; empty where there can be none. */
    public static Optional<String> nobodysName(ExpectedRecord expected, String domainName) {
        String name = expected.name();
        if (name.equals(domainName)) {
            return Optional.empty();
        }
        String beside = NOBODYS_LABEL + name.substring(name.indexOf('.'));
        return beside.length() <= LONGEST_NAME ? Optional.of(beside) : Optional.empty();
    }

    /** Whether values found at another place are the record that was expected. */
    public static boolean isThere(ExpectedRecord expected, List<String> values) {
        return switch (expected.purpose()) {
            case OWNERSHIP, INBOUND_MX, MAIL_FROM_MX, MAIL_FROM_SPF, MTA_STS, MTA_STS_HOST, TLS_REPORTS ->
                ValueRules.judge(expected, List.of(), values).status() == RecordStatus.OK;
            case DKIM ->
                values.stream()
                        .anyMatch(value -> DkimRules.judge(expected, List.of(), List.of(value))
                                        .status()
                                == RecordStatus.OK);
            case DMARC -> DmarcPolicy.of(values) instanceof DmarcPolicy.Present;
        };
    }

    private static String label(String name, String domainName) {
        return name.endsWith("." + domainName) ? name.substring(0, name.length() - domainName.length() - 1) : name;
    }
}
