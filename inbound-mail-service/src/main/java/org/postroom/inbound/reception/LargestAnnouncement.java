package org.postroom.inbound.reception;

/** Refuses a message that is announced to be larger than any may be (RFC 1870, section 6.1). */
public final class LargestAnnouncement implements Check.Rule<Facts.Sender> {

    private final long largest;

    /** Takes messages of up to that many bytes. */
    public LargestAnnouncement(long largest) {
        this.largest = largest;
    }

    @Override
    public String name() {
        return "largest-announcement";
    }

    @Override
    public Verdict judge(Facts.Sender facts) {
        return facts.announcedSize() > largest ? new Verdict.Refused(Refusal.MESSAGE_TOO_LARGE) : Verdict.PASSED;
    }
}
