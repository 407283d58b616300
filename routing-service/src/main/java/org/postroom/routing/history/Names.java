package org.postroom.routing.history;

import java.util.HashMap;
import java.util.Map;

/** What people call things, by what is configured now. Not for several threads. */
public final class Names {

    /** The field with the identifier and the one with the name, by the event that configures such a thing. */
    private static final Map<String, Naming> NAMINGS = Map.of(
            "AgentConfigured", new Naming("agentId", "displayName"),
            "QueueConfigured", new Naming("queueId", "name"),
            "SkillConfigured", new Naming("skillId", "name"));

    private final Map<String, String> names = new HashMap<>();

    private record Naming(String id, String name) {}

    /** Learns a name where this is the configuration of something that has one. */
    public void hear(LoggedFact configured) {
        var naming = NAMINGS.get(configured.name());
        if (naming != null) {
            names.put(configured.text(naming.id()), configured.text(naming.name()));
        }
    }

    /** The name of this; the identifier where it has none, or is not configured any more. */
    public String of(String id) {
        var name = names.get(id);
        return name == null || name.isBlank() ? id : name;
    }
}
