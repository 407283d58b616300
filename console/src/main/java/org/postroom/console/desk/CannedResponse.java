package org.postroom.console.desk;

import java.util.Map;
import org.postroom.console.message.Substitutions;

/**
 * An answer that agents put into their replies.
 *
 * @param name what agents choose it by
 * @param library what it stands among; empty for none
 * @param html the text
 * @param defaults the values of its names that are not known
 */
public record CannedResponse(String name, String library, String html, Map<String, String> defaults) {

    /** Copies the defaults. */
    public CannedResponse {
        defaults = Map.copyOf(defaults);
    }

    /** The same with the names filled that are known in a reply of this agent in this interaction. */
    public CannedResponse filled(String agentName, InteractionView interaction) {
        Map<String, String> values = Map.of("agent.name", agentName, "customer.name", interaction.customer());
        return new CannedResponse(name, library, Substitutions.fill(html, values, defaults), defaults);
    }
}
