package org.postroom.inbound.reception;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.postroom.inbound.scan.Answer;
import org.postroom.inbound.scan.Scan;
import org.postroom.inbound.scan.ScannedMail;
import org.postroom.inbound.scan.Scanning;
import org.postroom.inbound.scan.WithoutAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has an engine look at each mail, and decides what it means where the engine does not answer. */
public final class ScanCheck implements Check.Inquiry<Facts.Content> {

    private static final Logger LOG = LoggerFactory.getLogger(ScanCheck.class);

    private final String name;
    private final String search;
    private final Scanning scanning;
    private final Function<Scan, Finding> finding;
    private final AtomicBoolean silent = new AtomicBoolean();

    private ScanCheck(String name, String search, Scanning scanning, Function<Scan, Finding> finding) {
        this.name = name;
        this.search = search;
        this.scanning = scanning;
        this.finding = finding;
    }

    /** Looks for spam. */
    public static ScanCheck forSpam(Scanning scanning) {
        return new ScanCheck("spam-scan", "spam", scanning, SpamFinding::new);
    }

    /** Looks for viruses. */
    public static ScanCheck forViruses(Scanning scanning) {
        return new ScanCheck("virus-scan", "viruses", scanning, VirusFinding::new);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Duration budget() {
        return scanning.budget();
    }

    @Override
    public Verdict judge(Facts.Content facts) throws IOException, InterruptedException {
        Answer answer = scanning.engine().ask(scanned(facts));
        if (silent.getAndSet(false)) {
            LOG.atInfo().addKeyValue("engine", scanning.engine().name()).log("An engine that was silent answers again");
        }
        return switch (answer) {
            case Answer.Found(Scan scan) -> new Verdict.Found(finding.apply(scan));
            case Answer.TooLarge _ -> notLookedAt("because it is too large for that");
            case Answer.Later _ -> new Verdict.Refused(Refusal.NOT_SCANNED);
        };
    }

    @Override
    public Verdict unanswered(Verdict.NotKnown unknown) {
        if (!silent.getAndSet(true)) {
            LOG.atWarn()
                    .addKeyValue("engine", scanning.engine().name())
                    .addKeyValue("why", unknown.why())
                    .addKeyValue("withoutAnswer", scanning.withoutAnswer())
                    .log("An engine does not answer; this is logged once, and the mails concerned are counted");
        }
        return scanning.withoutAnswer() == WithoutAnswer.DEFER
                ? new Verdict.Refused(Refusal.NOT_SCANNED)
                : notLookedAt("because the program that does it gave no answer");
    }

    private Verdict notLookedAt(String because) {
        Scan scan = Scan.of(Scan.Outcome.NOT_KNOWN, scanning.engine().name());
        return new Verdict.Found(
                finding.apply(scan), List.of("The message was not searched for " + search + ", " + because + "."));
    }

    private static ScannedMail scanned(Facts.Content facts) {
        Envelope envelope = facts.envelope();
        return new ScannedMail(
                envelope.transactionId(),
                envelope.isFetched() ? "" : envelope.client().address(),
                envelope.isFetched() ? "" : envelope.client().name(),
                envelope.sender().address(),
                envelope.recipients().stream().map(AcceptedRecipient::address).toList(),
                facts.size(),
                facts.whole()::open);
    }
}
