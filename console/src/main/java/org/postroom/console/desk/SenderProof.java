package org.postroom.console.desk;

/** What was found out about whom a mail is from, and the words that agents read of it. */
public enum SenderProof {
    /** The domain that the author names has sent it, or lets others send it. */
    CONFIRMED("Sender confirmed by %s", false),
    /** The domain says how its mail can be recognised, and this mail cannot. */
    CONTRADICTED("Not confirmed: it was not sent in the way that %s sends its mail", true),
    /** The domain does not say how its mail can be recognised. */
    UNPROVEN("Not confirmed: nothing proves that it is from %s", false),
    /** The domain's name servers did not answer. */
    NOT_KNOWN("Not confirmed: %s could not be asked when the mail came", false),
    /** It names a domain of the organisation itself, without proof. */
    CLAIMS_OWN_DOMAIN("Warning: it says that it is from %s, which is your own domain, but nothing proves it", true),
    /** It names nobody. */
    NO_AUTHOR("Not confirmed: the mail does not say whom it is from", true);

    private final String words;
    private final boolean warning;

    SenderProof(String words, boolean warning) {
        this.words = words;
        this.warning = warning;
    }

    /** The words, on one line, with the domain in them. */
    public String sentence(String domain) {
        return words.formatted(domain);
    }

    /** Whether an agent had better look twice. */
    public boolean isWarning() {
        return warning;
    }
}
