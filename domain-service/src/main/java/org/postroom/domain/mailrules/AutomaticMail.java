package org.postroom.domain.mailrules;

/** What becomes of mail that a machine wrote, such as an out-of-office notice. */
public enum AutomaticMail {
    /** It becomes no work, and is listed with that reason. */
    KEEP_ASIDE,
    /** It is shown in the conversation that it belongs to, and opens nothing; without one it is kept aside. */
    INTO_CONVERSATION,
    /** It is treated like any other mail. */
    PROCESS
}
