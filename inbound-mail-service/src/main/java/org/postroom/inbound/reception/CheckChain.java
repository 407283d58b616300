package org.postroom.inbound.reception;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checks of one stage, in their order.
 *
 * @param <F> what is known at that stage
 */
public final class CheckChain<F extends Facts> {

    private static final Logger LOG = LoggerFactory.getLogger(CheckChain.class);

    /** Inquiries that overrun and do not heed their interruption must not pile up without end. */
    private static final int MOST_AT_ONCE = 512;

    private final String stage;
    private final CheckWitness witness;
    private final List<Link<F>> links;

    private CheckChain(String stage, CheckWitness witness, List<Link<F>> links) {
        this.stage = stage;
        this.witness = witness;
        this.links = List.copyOf(links);
    }

    /** A stage without checks. */
    static <F extends Facts> CheckChain<F> of(String stage, CheckWitness witness) {
        return new CheckChain<>(stage, witness, List.of());
    }

    /** The same, with one check more at the end. */
    CheckChain<F> and(Check<F> check) {
        Link<F> link = new Link<>(check, new Semaphore(MOST_AT_ONCE));
        return new CheckChain<>(
                stage, witness, Stream.concat(links.stream(), Stream.of(link)).toList());
    }

    /** True where a check may block; the others decide at once. */
    public boolean mayBlock() {
        return links.stream().anyMatch(link -> link.check() instanceof Check.Inquiry<F>);
    }

    /** Asks the checks in their order, until one refuses. */
    public Findings ask(F facts) {
        List<String> marks = new ArrayList<>();
        List<Finding> found = new ArrayList<>();
        for (Link<F> link : links) {
            Verdict verdict = verdict(link, facts);
            witness.saw(stage, link.check().name(), verdict);
            switch (meaning(link.check(), verdict)) {
                case Verdict.Refused refused -> {
                    return new Findings(Optional.of(refused.refusal()), marks, found);
                }
                case Verdict.Marked marked -> marks.add(marked.sentence());
                case Verdict.Found known -> {
                    found.add(known.finding());
                    marks.addAll(known.marks());
                }
                case Verdict.NotKnown _, Verdict.Passed _ -> {}
            }
        }
        return new Findings(Optional.empty(), marks, found);
    }

    private Verdict verdict(Link<F> link, F facts) {
        return switch (link.check()) {
            case Check.Rule<F> rule -> atOnce(rule, facts);
            case Check.Inquiry<F> inquiry -> inTime(inquiry, link.places(), facts);
        };
    }

    private Verdict atOnce(Check.Rule<F> rule, F facts) {
        try {
            return rule.judge(facts);
        } catch (RuntimeException broken) {
            LOG.atError()
                    .addKeyValue("stage", stage)
                    .addKeyValue("check", rule.name())
                    .setCause(broken)
                    .log("A rule could not decide; the mail was left with its sender");
            return new Verdict.Refused(Refusal.UNFORESEEN);
        }
    }

    private static <F extends Facts> Verdict inTime(Check.Inquiry<F> inquiry, Semaphore places, F facts) {
        if (!places.tryAcquire()) {
            return new Verdict.NotKnown("expected at most " + MOST_AT_ONCE + " at once, but they are running");
        }
        var answer = new FutureTask<>(() -> inquiry.judge(facts));
        Thread thread = Thread.ofVirtual().name("check-" + inquiry.name()).start(() -> {
            try {
                answer.run();
            } finally {
                places.release();
            }
        });
        Duration budget = inquiry.budget();
        try {
            return answer.get(budget.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            thread.interrupt();
            return new Verdict.NotKnown("expected an answer within " + budget.toMillis() + " ms, but there is none");
        } catch (ExecutionException failed) {
            return new Verdict.NotKnown("expected an answer, but it failed: " + failed.getCause());
        } catch (InterruptedException hurried) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return new Verdict.NotKnown("expected an answer, but the session was ended");
        }
    }

    private Verdict meaning(Check<F> check, Verdict verdict) {
        if (!(verdict instanceof Verdict.NotKnown unknown)) {
            return verdict;
        }
        note(check, unknown);
        return check instanceof Check.Inquiry<F> inquiry ? inquiry.unanswered(unknown) : unknown;
    }

    private void note(Check<F> check, Verdict.NotKnown unknown) {
        LOG.atDebug()
                .addKeyValue("stage", stage)
                .addKeyValue("check", check.name())
                .addKeyValue("why", unknown.why())
                .log("A check did not find out");
    }

    /** @param places how many more of its inquiries may run at once */
    private record Link<F extends Facts>(Check<F> check, Semaphore places) {}
}
