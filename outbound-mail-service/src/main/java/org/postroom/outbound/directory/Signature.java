package org.postroom.outbound.directory;

import java.util.Map;

/**
 * A signature, in both its forms. {@code {{agent.name}}} in it stands for the name of the agent who replies, and so on.
 *
 * @param html the HTML form
 * @param text the plain-text form
 * @param defaults what stands for a name whose value is not known
 */
public record Signature(String html, String text, Map<String, String> defaults) {

    /** Copies the defaults. */
    public Signature {
        defaults = Map.copyOf(defaults);
    }
}
