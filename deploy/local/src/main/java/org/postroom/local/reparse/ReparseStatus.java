package org.postroom.local.reparse;

/**
 * How far the console is with reading all stored mails again.
 *
 * @param finished true once it is done
 * @param mails how many there were when it began; 0 while that is not known
 * @param read how many were read
 * @param different how many of them are read otherwise than they were
 * @param unreadable how many originals could not be read
 */
public record ReparseStatus(boolean finished, long mails, long read, long different, long unreadable) {

    /** How much was read, from 0 to 1. */
    public double share() {
        return mails == 0 ? 0 : Math.min(1, (double) read / mails);
    }
}
