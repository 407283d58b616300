package org.postroom.verification.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postroom.verification.record.Clue;
import org.postroom.verification.record.DnsAnswer.Found;
import org.postroom.verification.record.DomainLookup;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.Mistake;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordJudge;
import org.postroom.verification.record.RecordStatus;
import org.postroom.verification.record.RecordType;
import org.postroom.verification.record.ServerAnswer;
import org.postroom.verification.record.Whereabouts;
import org.postroom.verification.record.Whereabouts.Place;
import org.postroom.verification.record.ZoneFacts;

/** Looks a record up, and where it is not right, looks beside it for the reason. */
final class RecordInspector {

    private static final Set<Mistake> OPEN = EnumSet.of(Mistake.OTHER_VALUE, Mistake.OTHER_MX);
    private static final int MOST_MAIL_HOSTS = 5;

    private final String domainName;
    private final List<ExpectedRecord> issued;
    private final DomainLookup lookup;

    RecordInspector(String domainName, List<ExpectedRecord> issued, DomainLookup lookup) {
        this.domainName = domainName;
        this.issued = issued;
        this.lookup = lookup;
    }

    RecordCheck inspect(ExpectedRecord expected) {
        List<ServerAnswer> answers = lookup.lookUp(expected.name(), expected.type());
        RecordCheck first = RecordJudge.judge(expected, issued, answers, List.of());
        List<Clue> clues = clues(first);
        return clues.isEmpty() ? first : RecordJudge.judge(expected, issued, answers, clues);
    }

    private List<Clue> clues(RecordCheck first) {
        List<Clue> clues = new ArrayList<>();
        switch (first.status()) {
            case OK -> brokenSignatures(first.expected()).ifPresent(clues::add);
            case MISSING -> {
                if (lookup.zone().isEmpty()) {
                    clues.add(new Clue.NoZone());
                } else {
                    elsewhere(first.expected()).ifPresent(clues::add);
                }
            }
            case MISMATCH, DUPLICATE -> addReasonsOfOtherValues(first, clues);
            case PENDING, LOOKUP_ERROR -> {}
        }
        return clues;
    }

    private void addReasonsOfOtherValues(RecordCheck first, List<Clue> clues) {
        ExpectedRecord expected = first.expected();
        if (expected.type() == RecordType.MX) {
            mailHostAlias(first).ifPresent(clues::add);
        }
        if (isWildcard(first)) {
            clues.add(new Clue.Wildcard());
        }
        if (first.mistake() == null || OPEN.contains(first.mistake())) {
            elsewhere(expected).ifPresent(clues::add);
        }
    }

    private Optional<Clue> brokenSignatures(ExpectedRecord expected) {
        return lookup.brokenSignatures(expected.name(), expected.type()).map(Clue.BrokenSignatures::new);
    }

    private Optional<Clue> elsewhere(ExpectedRecord expected) {
        String zone = lookup.zone().map(ZoneFacts::zone).orElse(domainName);
        for (Place place : Whereabouts.of(expected, domainName, zone)) {
            if (lookup.glimpse(place.name(), expected.type()) instanceof Found found
                    && Whereabouts.isThere(expected, found.values())) {
                return Optional.of(new Clue.ValueElsewhere(place.name(), place.zoneAppended()));
            }
        }
        return Optional.empty();
    }

    private Optional<Clue> mailHostAlias(RecordCheck first) {
        for (String value : first.found().stream().limit(MOST_MAIL_HOSTS).toList()) {
            String host = value.substring(value.lastIndexOf(' ') + 1);
            Optional<String> target = host.contains(".")
                    ? lookup.lookUp(host, RecordType.A).stream()
                            .flatMap(answer ->
                                    Optional.ofNullable(answer.answer().aliasTarget()).stream())
                            .findFirst()
                    : Optional.empty();
            if (target.isPresent()) {
                return Optional.of(new Clue.MailHostIsAlias(host, target.get()));
            }
        }
        return Optional.empty();
    }

    private boolean isWildcard(RecordCheck first) {
        ExpectedRecord expected = first.expected();
        return Whereabouts.nobodysName(expected, domainName)
                .map(name -> lookup.glimpse(name, expected.type()))
                .filter(answer -> answer instanceof Found found
                        && first.found().containsAll(found.values())
                        && first.status() != RecordStatus.OK)
                .isPresent();
    }
}
