package org.postroom.verification.record;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.postroom.verification.record.DmarcPolicy.Absent;
import org.postroom.verification.record.DmarcPolicy.Malformed;
import org.postroom.verification.record.DmarcPolicy.Present;
import org.postroom.verification.record.DmarcPolicy.Repeated;

/** Reads DMARC records, those too that receivers would not recognise but that were meant to be some. */
final class DmarcReader {

    private static final Pattern RESEMBLES =
            Pattern.compile("(?i)[\"\\s]*(v\\s*=\\s*DMARC|p\\s*=\\s*(none|quarantine|reject))");

    private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");

    private DmarcReader() {}

    static DmarcPolicy read(List<String> values) {
        List<String> candidates = values.stream()
                .filter(value -> RESEMBLES.matcher(value).lookingAt())
                .toList();
        if (candidates.isEmpty()) {
            return new Absent();
        }
        return candidates.size() > 1 ? new Repeated(candidates.size()) : read(candidates.getFirst());
    }

    private static DmarcPolicy read(String value) {
        if (value.contains("\"")) {
            return new Malformed(Mistake.QUOTED, "its value has quotation marks in it, remove them");
        }
        if (value.contains("\\")) {
            return new Malformed(Mistake.BACKSLASHES, "its value has backslashes in it, remove them");
        }
        TagList tags = TagList.of(value);
        if (!tags.first().equals("v") || !tags.get("v").equals("DMARC1")) {
            return new Malformed(Mistake.NO_VERSION, "its value must begin with v=DMARC1;");
        }
        String policy = tags.get("p", "");
        if (!POLICIES.contains(policy)) {
            return new Malformed(
                    Mistake.OTHER_VALUE,
                    tags.has("p")
                            ? "expected p=none, p=quarantine or p=reject, but found p=" + policy
                            : "expected p=none, p=quarantine or p=reject, but found no p");
        }
        String below = tags.get("sp", policy);
        if (!POLICIES.contains(below)) {
            return new Malformed(
                    Mistake.OTHER_VALUE, "expected sp=none, sp=quarantine or sp=reject, but found sp=" + below);
        }
        return new Present(
                policy,
                below,
                tags.get("adkim", "r").equals("s"),
                tags.get("aspf", "r").equals("s"));
    }
}
