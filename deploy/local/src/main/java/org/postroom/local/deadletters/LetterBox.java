package org.postroom.local.deadletters;

import java.util.List;
import java.util.Optional;

/** A place where dead letters are kept. */
public interface LetterBox {

    /** The letters, oldest first. */
    List<DeadLetter> list();

    /** The letter of this name; empty where it is not here. */
    Optional<DeadLetter> find(String id);

    /** Has a letter processed again, in its order, and waits for what comes of it. */
    Outcome retry(String id) throws InterruptedException;

    /**
     * Gives a letter up for good.
     *
     * @param reason why, for whoever asks later
     */
    Outcome discard(String id, String reason);
}
