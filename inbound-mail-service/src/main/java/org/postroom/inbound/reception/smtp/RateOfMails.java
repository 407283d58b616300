package org.postroom.inbound.reception.smtp;

import java.util.Locale;
import org.postroom.inbound.reception.Check;
import org.postroom.inbound.reception.EnvelopeSender;
import org.postroom.inbound.reception.Facts;
import org.postroom.inbound.reception.Networks;
import org.postroom.inbound.reception.Refusal;
import org.postroom.inbound.reception.Verdict;

/**
 * Leaves the mail of who sends very much with its sender for now, by the client's network address and by the envelope sender,
 * whichever client delivers. The null sender is everybody's, and not counted.
 */
final class RateOfMails implements Check.Rule<Facts.Sender> {

    private final PerMinute ofClients;
    private final PerMinute ofSenders;
    private final Networks unlimited;

    RateOfMails(SmtpLimits limits) {
        this.ofClients = new PerMinute(limits.mailsPerMinute());
        this.ofSenders = new PerMinute(limits.mailsOfSenderPerMinute());
        this.unlimited = Networks.of(limits.unlimitedNetworks());
    }

    @Override
    public String name() {
        return "rate-of-mails";
    }

    @Override
    public Verdict judge(Facts.Sender facts) {
        String client = facts.client().address();
        if (unlimited.contains(client)) {
            return Verdict.PASSED;
        }
        if (!ofClients.allows(Networks.clientOf(client))) {
            return new Verdict.Refused(Refusal.TOO_MANY_MAILS_OF_CLIENT);
        }
        EnvelopeSender sender = facts.sender();
        return sender.isNull() || ofSenders.allows(sender.address().toLowerCase(Locale.ROOT))
                ? Verdict.PASSED
                : new Verdict.Refused(Refusal.TOO_MANY_MAILS_OF_SENDER);
    }
}
