package org.postroom.console.administration;

import java.util.Map;

/**
 * The names of what an organisation has set up, by identifier, each in the order of the names.
 *
 * @param domains the domains
 * @param queues the queues
 * @param skills the skills
 * @param agents the agents
 * @param signatures the signatures
 * @param addresses the addresses
 */
public record Names(
        Map<String, String> domains,
        Map<String, String> queues,
        Map<String, String> skills,
        Map<String, String> agents,
        Map<String, String> signatures,
        Map<String, String> addresses) {}
