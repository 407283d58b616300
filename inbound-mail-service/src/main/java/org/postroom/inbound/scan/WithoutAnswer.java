package org.postroom.inbound.scan;

/** What becomes of a mail about which an engine has not answered. */
public enum WithoutAnswer {

    /** It is taken, and whoever works on it reads that it was not looked at. */
    ACCEPT,

    /** It is left with its sender for now, with 451. */
    DEFER
}
