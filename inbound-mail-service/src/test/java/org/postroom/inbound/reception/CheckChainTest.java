package org.postroom.inbound.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CheckChainTest {

    private static final Facts.Connection FACTS = new Facts.Connection("192.0.2.1", 1, 1);
    private static final Verdict REFUSED = new Verdict.Refused(Refusal.TOO_MANY_CONNECTIONS);

    private final List<String> seen = new ArrayList<>();
    private final CheckChain<Facts.Connection> none =
            CheckChain.of("connection", (stage, check, verdict) -> seen.add(check));

    @Test
    void letsPassWhereNothingIsRegistered() {
        assertThat(none.ask(FACTS)).isEqualTo(new Findings(Optional.empty(), List.of(), List.of()));
    }

    @Test
    void asksInOrderUntilOneRefuses() {
        Findings findings = none.and(rule("first", () -> new Verdict.Marked("One.")))
                .and(rule("second", () -> REFUSED))
                .and(rule("third", () -> Verdict.PASSED))
                .ask(FACTS);

        assertThat(findings.refusal()).contains(Refusal.TOO_MANY_CONNECTIONS);
        assertThat(findings.marks()).containsExactly("One.");
        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void leavesTheMailWithItsSenderWhereARuleBreaks() {
        Findings findings = none.and(rule("broken", () -> {
                    throw new IllegalStateException("a bug");
                }))
                .ask(FACTS);

        assertThat(findings.refusal()).contains(Refusal.UNFORESEEN);
    }

    @Test
    void takesWhatAnInquiryFindsOutInTime() {
        assertThat(none.and(inquiry(() -> REFUSED)).ask(FACTS).refusal()).contains(Refusal.TOO_MANY_CONNECTIONS);
    }

    @Test
    void goesOnWhereAnInquiryFails() {
        Findings findings = none.and(inquiry(() -> {
                    throw new IOException("no name server");
                }))
                .ask(FACTS);

        assertThat(findings.refusal()).isEmpty();
        assertThat(seen).containsExactly("inquiry");
    }

    /** The attack: a name server of the sender's that lets every question hang, and a client that deafens to it. */
    @Test
    void doesNotLetInquiriesThatHangPileUpWithoutEnd() {
        CountDownLatch never = new CountDownLatch(1);
        List<Thread> hanging = Collections.synchronizedList(new ArrayList<>());
        CheckChain<Facts.Connection> chain = none.and(inquiry(Duration.ofNanos(1), () -> {
            hanging.add(Thread.currentThread());
            awaitWithoutHeeding(never);
            return Verdict.PASSED;
        }));
        try {
            for (int session = 0; session < 600; session++) {
                assertThat(chain.ask(FACTS).refusal()).isEmpty();
            }
            assertThat(hanging).hasSizeLessThanOrEqualTo(512);
        } finally {
            never.countDown();
        }
    }

    @Test
    void takesNoRefusalThatRefusesNothing() {
        assertThatThrownBy(() -> Refusal.of("fine", 250, "2.0.0", "OK"))
                .hasMessage("reply: expected a code from 400 to 599, but got 250");
        assertThatThrownBy(() -> Refusal.of("Not fine", 550, "5.0.0", "No")).hasMessageContaining("but got Not fine");
    }

    private static void awaitWithoutHeeding(CountDownLatch latch) {
        boolean waiting = true;
        while (waiting) {
            try {
                latch.await();
                waiting = false;
            } catch (InterruptedException deaf) {
                waiting = true;
            }
        }
    }

    private static Check.Rule<Facts.Connection> rule(String name, Supplier<Verdict> verdict) {
        return new Check.Rule<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Verdict judge(Facts.Connection facts) {
                return verdict.get();
            }
        };
    }

    private static Check.Inquiry<Facts.Connection> inquiry(Callable<Verdict> verdict) {
        return inquiry(Duration.ofMinutes(1), verdict);
    }

    private static Check.Inquiry<Facts.Connection> inquiry(Duration budget, Callable<Verdict> verdict) {
        return new Check.Inquiry<>() {
            @Override
            public String name() {
                return "inquiry";
            }

            @Override
            public Duration budget() {
                return budget;
            }

            @Override
            public Verdict judge(Facts.Connection facts) throws Exception {
                return verdict.call();
            }
        };
    }
}
