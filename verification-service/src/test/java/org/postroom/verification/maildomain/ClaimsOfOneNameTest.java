package org.postroom.verification.maildomain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.postroom.verification.direction.Direction;
import org.postroom.verification.direction.DirectionChange.BecameVerified;
import org.postroom.verification.direction.DirectionState.Degraded;
import org.postroom.verification.direction.DirectionState.Verified;
import org.postroom.verification.direction.DomainUse;
import org.postroom.verification.direction.DomainUse.ReceivingWay;
import org.postroom.verification.direction.DomainUse.SendingWay;
import org.postroom.verification.maildomain.DomainEvent.DirectionChanged;
import org.postroom.verification.record.DnsAnswer;
import org.postroom.verification.record.DnsAnswer.Cause;
import org.postroom.verification.record.DnsAnswer.Found;
import org.postroom.verification.record.DnsAnswer.NoRecord;
import org.postroom.verification.record.DnsAnswer.TryAgain;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordJudge;
import org.postroom.verification.record.ServerAnswer;

/** Two organisations claim one name; whatever the DNS says, in whatever order they do what, one of them has it at most. */
class ClaimsOfOneNameTest {

    private static final Duration GRACE = Duration.ofDays(3);
    private static final Installation INSTALLATION = new Installation(
            "mx.postroom.test", "redirect.postroom.test", "v=spf1 a:mx.postroom.test ~all", null, null);

    private final List<MailDomain> claims = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @RepeatedTest(60)
    void givesTheNameToOneAtMostAndLetsNobodyElseUseIt(RepetitionInfo repetition) {
        var chance = new Random(repetition.getCurrentRepetition());
        claims.add(claim("ada", "aa"));
        claims.add(claim("eve", "ee"));

        for (int step = 0; step < 200; step++) {
            now = now.plus(Duration.ofMinutes(chance.nextInt(30 * 60)));
            int turn = chance.nextInt(2);
            MailDomain actor = claims.get(turn);
            Decision decision = switch (chance.nextInt(8)) {
                case 0 -> actor.usedAs(anyUse(chance), INSTALLATION, now);
                case 1 -> actor.redirectedMailArrived(now, GRACE);
                default -> actor.checked(check(actor, chance), held(turn), GRACE);
            };
            claims.set(turn, decision.domain());
            holds(decision);
        }
    }

    private void holds(Decision decision) {
        assertThat(claims).filteredOn(claim -> claim.ownership().hasName()).hasSizeLessThanOrEqualTo(1);
        for (MailDomain claim : claims) {
            for (Direction direction : Direction.values()) {
                boolean usable =
                        claim.state(direction) instanceof Verified || claim.state(direction) instanceof Degraded;
                assertThat(usable
                                && needsName(claim.use(), direction)
                                && !claim.ownership().hasName())
                        .as("%s of %s by records that do not give it the name", direction, claim)
                        .isFalse();
            }
        }
        decision.events().stream()
                .filter(DirectionChanged.class::isInstance)
                .map(DirectionChanged.class::cast)
                .filter(changed -> changed.change() instanceof BecameVerified)
                .forEach(changed -> assertThat(changed.change())
                        .isEqualTo(
                                new BecameVerified(needsName(decision.domain().use(), changed.direction()))));
    }

    private Optional<String> held(int turn) {
        return claims.get(1 - turn).ownership().hasName() ? Optional.of("acme.test") : Optional.empty();
    }

    private static boolean needsName(DomainUse use, Direction direction) {
        return direction == Direction.RECEIVING
                ? use.receiving() == ReceivingWay.MX
                : use.sending() == SendingWay.PLATFORM;
    }

    private static DomainUse anyUse(Random chance) {
        return new DomainUse(
                DomainUse.Type.CUSTOM,
                chance.nextBoolean() ? ReceivingWay.MX : ReceivingWay.REDIRECT,
                chance.nextBoolean() ? SendingWay.PLATFORM : SendingWay.CUSTOM_SMTP,
                "bounce");
    }

    private Check check(MailDomain domain, Random chance) {
        List<ExpectedRecord> issued = domain.issue().records();
        var results = issued.stream()
                .map(expected -> RecordJudge.judge(
                        expected,
                        issued,
                        List.of(new ServerAnswer(
                                "ns1.acme.test", "192.0.2.1", answer(expected, chance), Duration.ZERO)),
                        List.of()))
                .toList();
        return new Check(CheckTrigger.SCHEDULE, new Findings(results, null, null), now, Duration.ZERO);
    }

    private static DnsAnswer answer(ExpectedRecord expected, Random chance) {
        return switch (chance.nextInt(5)) {
            case 0, 1 -> new NoRecord(false);
            case 2 -> new TryAgain(Cause.TIMED_OUT, "does not answer");
            default -> new Found(List.of(expected.value()), 60);
        };
    }

    private MailDomain claim(String organisation, String token) {
        return MailDomain.added(
                        new DomainIdentity(organisation, "of-" + organisation, "acme.test"),
                        DomainUse.usual(),
                        new Tokens(token, token),
                        INSTALLATION,
                        now)
                .domain();
    }
}
