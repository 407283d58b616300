package org.postroom.local.demo;

import java.util.List;

/**
 * Who and what takes part in one organisation of the installation that people try Postroom on.
 *
 * @param domain the organisation's own mail domain
 * @param administrator the account of its administrator
 * @param agents its agents, who answer what customers write to {@link #address()}
 */
public record Setup(String domain, String administrator, List<Agent> agents) {

    /** The password of all demo accounts. */
    public static final String PASSWORD = "postroom";

    /** The organisation acme. */
    public static final Setup ACME = new Setup(
            "support.acme.test", "ada", List.of(new Agent("anna", "Anna Berg"), new Agent("ben", "Ben Cole")));

    /** A second organisation on the same installation. */
    public static final Setup GLOBEX = new Setup("support.globex.test", "gus", List.of(new Agent("gina", "Gina Hart")));

    /** Copies the agents. */
    public Setup {
        agents = List.copyOf(agents);
    }

    /**
     * An agent.
     *
     * @param id the account, and identifier
     * @param name the name that colleagues see
     */
    public record Agent(String id, String name) {

        /** The name by which one speaks of the agent. */
        public String firstName() {
            return name.substring(0, name.indexOf(' '));
        }
    }

    /** The address that customers write to. */
    public String address() {
        return "help@" + domain;
    }
}
