package org.postroom.local.readmodels;

/**
 * How far the console is with a read model that it makes.
 *
 * @param model its name
 * @param generation which making of it this is
 * @param serves whether pages show it
 * @param behind how many records of the log are still to be read; at most {@code length}
 * @param length how many records the log has
 */
public record ReadModelStatus(String model, int generation, boolean serves, long behind, long length) {

    /** How much of the log was read, from 0 to 1. */
    public double share() {
        return length == 0 ? 0 : (double) (length - behind) / length;
    }
}
