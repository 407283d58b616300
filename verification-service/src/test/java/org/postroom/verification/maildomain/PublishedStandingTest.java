package org.postroom.verification.maildomain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.verification.direction.DirectionState;
import org.postroom.verification.direction.DomainUse;
import org.postroom.verification.ownership.Ownership;

class PublishedStandingTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = FIRST.plus(Duration.ofDays(9));

    @Test
    void lastsThroughDoubtAndFindingAgainAndEndsWithFailure() {
        PublishedStanding proven = PublishedStanding.of(receiving(new DirectionState.Verified(FIRST)), null);
        PublishedStanding doubted =
                PublishedStanding.of(receiving(new DirectionState.Degraded(LATER, LATER.plusSeconds(9))), proven);
        PublishedStanding again = PublishedStanding.of(receiving(new DirectionState.Verified(LATER)), doubted);
        PublishedStanding failed = PublishedStanding.of(receiving(new DirectionState.Failed(LATER)), again);
        PublishedStanding anew = PublishedStanding.of(receiving(new DirectionState.Verified(LATER)), failed);

        assertThat(List.of(proven, doubted, again))
                .allSatisfy(standing -> assertThat(standing.receivesSince()).isEqualTo(FIRST));
        assertThat(failed.receivesSince()).isNull();
        assertThat(anew.receivesSince()).isEqualTo(LATER);
        assertThat(proven.sendsSince()).isNull();
    }

    @Test
    void hasMailOfItsNameWhileTheNameIsItsOwnAndBouncesUntilAnotherHasProvenIt() {
        var verified = new DirectionState.Verified(FIRST);
        PublishedStanding owned =
                PublishedStanding.of(domain(DomainUse.usual(), verified, new Ownership.Owned(FIRST)), null);
        PublishedStanding lost =
                PublishedStanding.of(domain(DomainUse.usual(), verified, new Ownership.Unproven()), owned);
        PublishedStanding waiting = PublishedStanding.of(
                domain(DomainUse.usual(), verified, new Ownership.Waiting(LATER, "acme.test")), null);

        assertThat(owned.receivesUnderName()).isTrue();
        assertThat(owned.nameProvenAt()).isEqualTo(FIRST);
        assertThat(lost.receivesUnderName()).isFalse();
        assertThat(lost.nameProvenAt()).isEqualTo(FIRST);
        assertThat(waiting.receivesUnderName()).isFalse();
        assertThat(waiting.nameProvenAt()).isNull();
    }

    @Test
    void hasNoMailOfItsNameByARedirect() {
        var use = new DomainUse(
                DomainUse.Type.CUSTOM, DomainUse.ReceivingWay.REDIRECT, DomainUse.SendingWay.PLATFORM, "bounce");

        PublishedStanding redirected =
                PublishedStanding.of(domain(use, new DirectionState.Verified(FIRST), new Ownership.Owned(FIRST)), null);

        assertThat(redirected.receivesSince()).isEqualTo(FIRST);
        assertThat(redirected.receivesUnderName()).isFalse();
    }

    private static MailDomain receiving(DirectionState state) {
        return domain(DomainUse.usual(), state, new Ownership.Owned(FIRST));
    }

    private static MailDomain domain(DomainUse use, DirectionState state, Ownership ownership) {
        return new MailDomain(
                new DomainIdentity("acme", "d1", "support.acme.test"),
                use,
                new Tokens("00ff", "abcd"),
                List.of(),
                new Issue(List.of(), null),
                new Standing(state, new DirectionState.NotStarted(), ownership),
                null,
                FIRST,
                Findings.none(),
                null);
    }
}
