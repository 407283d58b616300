package org.postroom.inbound.reception;

/** Asks for another transaction where one has many recipients (RFC 5321, section 4.5.3.1.8). */
public final class MostRecipients implements Check.Rule<Facts.Recipient> {

    private final int most;

    /** Takes that many recipients in one transaction. */
    public MostRecipients(int most) {
        this.most = most;
    }

    @Override
    public String name() {
        return "most-recipients";
    }

    @Override
    public Verdict judge(Facts.Recipient facts) {
        return facts.acceptedBefore() >= most ? new Verdict.Refused(Refusal.TOO_MANY_RECIPIENTS) : Verdict.PASSED;
    }
}
