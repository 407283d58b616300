package org.postroom.inbound.reception;

/** Sends a client away where too many are here, or too many from its network address. */
public final class MostConnections implements Check.Rule<Facts.Connection> {

    private final int most;
    private final int mostOfClient;

    /** Allows that many connections at once, and that many of them from one network address. */
    public MostConnections(int most, int mostOfClient) {
        this.most = most;
        this.mostOfClient = mostOfClient;
    }

    @Override
    public String name() {
        return "most-connections";
    }

    @Override
    public Verdict judge(Facts.Connection facts) {
        return facts.open() > most || facts.openOfClient() > mostOfClient
                ? new Verdict.Refused(Refusal.TOO_MANY_CONNECTIONS)
                : Verdict.PASSED;
    }
}
