package org.postroom.inbound.reception;

/** Ends mail that goes round in a loop, by its Received fields (RFC 5321, section 6.3). */
public final class MostHops implements Check.Rule<Facts.Content> {

    private final int most;

    /** Takes messages with that many Received fields. */
    public MostHops(int most) {
        this.most = most;
    }

    @Override
    public String name() {
        return "most-hops";
    }

    @Override
    public Verdict judge(Facts.Content facts) {
        return facts.hops() > most ? new Verdict.Refused(Refusal.MAIL_LOOP) : Verdict.PASSED;
    }
}
