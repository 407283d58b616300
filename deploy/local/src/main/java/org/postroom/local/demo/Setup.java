package org.postroom.local.demo;

/**
 * Who and what takes part in one organisation's demonstration.
 *
 * @param domain the organisation's own mail domain
 * @param administrator the account of its administrator
 * @param agent the account, and identifier, of its agent
 * @param agentName the agent's name
 */
public record Setup(String domain, String administrator, String agent, String agentName) {

    /** The password of all demo accounts. */
    public static final String PASSWORD = "postroom";

    /** The organisation acme. */
    public static final Setup ACME = new Setup("support.acme.test", "ada", "anna", "Anna Berg");

    /** A second organisation on the same installation. */
    public static final Setup GLOBEX = new Setup("support.globex.test", "gus", "gina", "Gina Hart");

    /** The address that customers write to. */
    public String address() {
        return "help@" + domain;
    }

    /** The recipient of every reply that nobody sees. */
    public String hiddenBcc() {
        return "archive-of-" + agent + "@archive.test";
    }
}
