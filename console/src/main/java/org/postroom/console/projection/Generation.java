package org.postroom.console.projection;

/**
 * One making of a read model: its own tables and its own places in the log.
 *
 * @param model the read model's name
 * @param number from 1; no two generations have the same
 * @param version the version of the read model that it was made for; 0 of tables from before there were versions
 * @param state what it is there for
 */
public record Generation(String model, int number, int version, State state) {

    /** A generation is filled, then serves, then goes. */
    public enum State {
        /** It reads the log from the beginning while another one serves. */
        FILLING,
        /** Pages show it; of each read model there is one. */
        SERVING,
        /** Another one has taken over; it is dropped as soon as nobody reads it any more. */
        RETIRED
    }

    /** The database schema with its tables. */
    public String schema() {
        return model + "_" + number;
    }

    /** The name under which it reads the log and records are set aside for it. */
    public String listener() {
        return "console." + model + "." + number;
    }
}
