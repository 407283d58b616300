package org.postroom.verification.maildomain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.verification.direction.DirectionState;
import org.postroom.verification.direction.DomainUse;

class StandingTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = FIRST.plus(Duration.ofDays(9));

    @Test
    void lastsThroughDoubtAndFindingAgainAndEndsWithFailure() {
        Standing proven = Standing.of(receiving(new DirectionState.Verified(FIRST)), null);
        Standing doubted = Standing.of(receiving(new DirectionState.Degraded(LATER, LATER.plusSeconds(9))), proven);
        Standing again = Standing.of(receiving(new DirectionState.Verified(LATER)), doubted);
        Standing failed = Standing.of(receiving(new DirectionState.Failed(LATER)), again);
        Standing anew = Standing.of(receiving(new DirectionState.Verified(LATER)), failed);

        assertThat(List.of(proven, doubted, again))
                .allSatisfy(standing -> assertThat(standing.receivesSince()).isEqualTo(FIRST));
        assertThat(failed.receivesSince()).isNull();
        assertThat(anew.receivesSince()).isEqualTo(LATER);
        assertThat(proven.sendsSince()).isNull();
    }

    private static MailDomain receiving(DirectionState state) {
        return new MailDomain(
                new DomainIdentity("acme", "d1", "support.acme.test"),
                DomainUse.usual(),
                new Tokens("00ff", "abcd"),
                List.of(),
                new Issue(List.of(), null),
                state,
                new DirectionState.NotStarted(),
                null,
                FIRST,
                Findings.none(),
                null);
    }
}
