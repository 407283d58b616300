package org.postroom.console.signin;

/** The permissions that the pages ask for. */
public final class Permissions {

    /** To set up domains and addresses. */
    public static final String MANAGE_EMAIL = "routing:email:manage";

    /** To set up queues, agents, texts and all else that is no domain or address. */
    public static final String MANAGE_DIRECTORY = "directory:manage";

    /** To handle interactions. */
    public static final String HANDLE_EMAIL = "conversation:email:handle";

    /** To watch queues and agents. */
    public static final String SUPERVISE = "routing:supervise";

    /** To see who changed what. */
    public static final String VIEW_AUDIT = "audit:view";

    /** To create, suspend and remove organisations. */
    public static final String OPERATE = "installation:operate";

    private Permissions() {}
}
