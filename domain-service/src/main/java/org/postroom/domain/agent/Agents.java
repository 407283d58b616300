package org.postroom.domain.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Id;
import org.postroom.domain.role.AccessRules;
import org.postroom.domain.role.Role;
import org.postroom.runtime.security.SignedInUser;

/** Adds, changes and removes agents under the {@link AccessRules}. */
public final class Agents {

    private final Directory<Agent> agents;
    private final AccessRules rules;

    /** Takes the directory of agents and the rules. */
    public Agents(Directory<Agent> agents, AccessRules rules) {
        this.agents = agents;
        this.rules = rules;
    }

    /**
     * Adds the agent where no version is given, and changes the agent where one is, as {@link Directory#create} and
     * {@link Directory#replace} do.
     */
    public Entry<Agent> put(SignedInUser user, Id<Agent> id, @Nullable Long version, Agent agent) {
        return rules.keepingAnAdministrator(user, () -> {
            checkMayChangeRoles(user, id.value(), agent.roles());
            return version == null
                    ? agents.create(user, id.value(), agent)
                    : agents.replace(user, id.value(), version, agent);
        });
    }

    /** Removes an agent, as {@link Directory#remove} does. */
    public void remove(SignedInUser user, String id) {
        rules.keepingAnAdministrator(user, () -> {
            checkMayChangeRoles(user, id, List.of());
            agents.remove(user, id);
            return id;
        });
    }

    private void checkMayChangeRoles(SignedInUser user, String id, List<Id<Role>> after) {
        List<Id<Role>> before =
                agents.find(user, id).map(present -> present.value().roles()).orElse(List.of());
        rules.checkMayChange(user, "roleIds", before, after, role -> rules.permissions(user, role));
    }
}
