package org.postroom.routing.directory;

/** What becomes of mail that a machine wrote. */
public enum AutomaticMail {
    /** It becomes no work, and is listed. */
    KEEP_ASIDE,
    /** It becomes no work, and is shown in the conversation that it belongs to, without opening it again. */
    INTO_CONVERSATION,
    /** It is treated like any other. */
    PROCESS
}
