package org.postroom.inbound.reception.smtp;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.postroom.inbound.reception.CheckWitness;
import org.postroom.inbound.reception.MemoryBudget;
import org.postroom.inbound.reception.Refusal;
import org.postroom.inbound.reception.Verdict;

/** Counts mails, recipients and verdicts by what became of them and why, so that each refusal can be explained. */
final class SmtpMetrics implements CheckWitness {

    private static final String MAILS = "postroom.inbound.mails";
    private static final String DISMISSALS = "postroom.inbound.dismissals";
    private static final String CHECKS = "postroom.inbound.checks";
    private static final String RECIPIENTS = "postroom.inbound.recipients";

    private final MeterRegistry registry;

    SmtpMetrics(MeterRegistry registry, Sessions sessions, MemoryBudget memory) {
        this.registry = registry;
        Gauge.builder("postroom.inbound.connections", sessions, Sessions::count)
                .description("SMTP connections that are open")
                .register(registry);
        Gauge.builder("postroom.inbound.memory", memory, MemoryBudget::taken)
                .description("Memory that mails take while they come in")
                .baseUnit("bytes")
                .register(registry);
    }

    void recipientAccepted() {
        count(RECIPIENTS, "accepted", "none");
    }

    void recipientRefused(Refusal refusal) {
        count(RECIPIENTS, outcome(refusal), refusal.reason());
    }

    void mailAccepted() {
        count(MAILS, "accepted", "none");
    }

    void mailRefused(Refusal refusal) {
        count(MAILS, outcome(refusal), refusal.reason());
    }

    @Override
    public void saw(String stage, String check, Verdict verdict) {
        String said = switch (verdict) {
            case Verdict.Passed _ -> "passed";
            case Verdict.Refused refused -> outcome(refused.refusal());
            case Verdict.Marked _ -> "marked";
            case Verdict.Found _ -> "found";
            case Verdict.NotKnown _ -> "not_known";
        };
        registry.counter(CHECKS, "stage", stage, "check", check, "verdict", said)
                .increment();
    }

    /** A client went away, or was cut, in the middle of its mail. */
    void mailAbandoned() {
        count(MAILS, "abandoned", "disconnected");
    }

    /** A client was sent away for what it did in the dialogue. */
    void dismissed(Refusal refusal) {
        registry.counter(DISMISSALS, "reason", refusal.reason()).increment();
    }

    private void count(String name, String outcome, String reason) {
        registry.counter(name, "outcome", outcome, "reason", reason).increment();
    }

    private static String outcome(Refusal refusal) {
        return refusal.reply().isTemporary() ? "deferred" : "refused";
    }
}
