package org.postroom.domain.agent;

import java.util.Map;
import org.postroom.domain.agent.AgentKind.AgentJson;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.transfer.Section.Item;
import org.postroom.domain.transfer.http.FormSection;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.stereotype.Component;

/** Agents in documents, where they are called by the subject of their sign-in, since two may have the same name. */
@Component
final class AgentSection extends FormSection<Agent, AgentJson> {

    private final AgentKind kind;
    private final Agents agents;

    AgentSection(Directory<Agent> directory, AgentKind kind, Agents agents) {
        super(directory, kind);
        this.kind = kind;
        this.agents = agents;
    }

    @Override
    protected String key(Entry<Agent> agent) {
        return agent.id();
    }

    @Override
    protected Map<String, String> keyFields(SignedInUser user, String key) {
        return Map.of();
    }

    @Override
    protected Entry<Agent> add(SignedInUser user, String key, AgentJson json) {
        Agent agent = kind.value(new Fields(), json);
        var fields = new Fields();
        var id = fields.required("id", key, Id<Agent>::new);
        return agents.put(user, fields.whole(id::get), null, agent);
    }

    @Override
    protected Entry<Agent> change(SignedInUser user, Item present, AgentJson json) {
        return agents.put(user, new Id<Agent>(present.id()), present.version(), kind.value(new Fields(), json));
    }

    @Override
    public void remove(SignedInUser user, Item present) {
        agents.remove(user, present.id());
    }
}
