package org.postroom.console.desk;

/** Where an interaction stands, in the words and colours of the pages. */
public enum InteractionState {
    /** It waits for an agent. */
    QUEUED("Waiting", "secondary"),
    /** It was offered to an agent, who has not answered yet. */
    OFFERED("Offered", "yellow"),
    /** An agent works on it. */
    HANDLING("In hand", "blue"),
    /** The agent's reply is on its way. */
    REPLYING("Reply on its way", "azure"),
    /** The customer is served, and the agent wraps up. */
    WRAPPING_UP("After-call work", "purple"),
    /** Its agent has put it away for a while. */
    PARKED("Parked", "cyan"),
    /** It is done. */
    CLOSED("Closed", "green"),
    /** Its mail arrived, and routing has not said more yet. */
    ARRIVED("Arrived", "secondary");

    private final String label;
    private final String colour;

    InteractionState(String label, String colour) {
        this.label = label;
        this.colour = colour;
    }

    /** The word for people. */
    public String label() {
        return label;
    }

    /** The colour's name. */
    public String colour() {
        return colour;
    }
}
