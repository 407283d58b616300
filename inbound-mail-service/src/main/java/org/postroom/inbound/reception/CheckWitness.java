package org.postroom.inbound.reception;

/** Is told of each verdict, so that each can be counted. */
@FunctionalInterface
public interface CheckWitness {

    /**
     * A check has spoken.
     *
     * @param stage the name of the stage, in lower case
     * @param check the check's name
     */
    void saw(String stage, String check, Verdict verdict);
}
