package org.postroom.console.desk;

/** How far a reply has come, in the words and colours of the pages. */
public enum DeliveryState {
    /** The agent pressed Send. */
    REQUESTED("Being composed", "azure", false),
    /** The mail is ready. */
    COMPOSED("Being sent", "azure", false),
    /** A server could not take it now; it will be tried again. */
    DEFERRED("Not taken yet, will be tried again", "yellow", false),
    /** Every recipient's server took it. */
    SENT("Sent", "green", true),
    /** It will not be sent. */
    FAILED("Not delivered", "red", true),
    /** It may have arrived or not. */
    UNCERTAIN("Perhaps delivered: the answer was lost", "orange", true),
    /** A server took it, and reported later that it did not arrive. */
    BOUNCED("Came back: it did not arrive", "red", true);

    private final String label;
    private final String colour;
    private final boolean last;

    DeliveryState(String label, String colour, boolean last) {
        this.label = label;
        this.colour = colour;
        this.last = last;
    }

    /** The words for people. */
    public String label() {
        return label;
    }

    /** The colour's name. */
    public String colour() {
        return colour;
    }

    /** True where nothing more will happen. */
    public boolean isLast() {
        return last;
    }
}
