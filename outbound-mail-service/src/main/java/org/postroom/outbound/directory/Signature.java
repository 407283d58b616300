package org.postroom.outbound.directory;

/**
 * A signature, in both its forms. {@code {{agent.name}}} in it stands for the name of the agent who replies.
 *
 * @param html the HTML form
 * @param text the plain-text form
 */
public record Signature(String html, String text) {}
