package org.postroom.inbound.reception.smtp;

import org.postroom.inbound.reception.Check;
import org.postroom.inbound.reception.Facts;
import org.postroom.inbound.reception.Networks;
import org.postroom.inbound.reception.Refusal;
import org.postroom.inbound.reception.Verdict;

/** Sends a client away that connects again and again. */
final class RateOfConnections implements Check.Rule<Facts.Connection> {

    private final PerMinute ofClients;
    private final Networks unlimited;

    RateOfConnections(SmtpLimits limits) {
        this.ofClients = new PerMinute(limits.connectionsPerMinute());
        this.unlimited = Networks.of(limits.unlimitedNetworks());
    }

    @Override
    public String name() {
        return "rate-of-connections";
    }

    @Override
    public Verdict judge(Facts.Connection facts) {
        String client = facts.clientAddress();
        return unlimited.contains(client) || ofClients.allows(Networks.clientOf(client))
                ? Verdict.PASSED
                : new Verdict.Refused(Refusal.CONNECTS_TOO_OFTEN);
    }
}
