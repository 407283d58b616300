package org.postroom.domain.agent.http;

import org.postroom.domain.agent.Agent;
import org.postroom.domain.agent.AgentId;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.http.EntryController;
import org.postroom.domain.directory.http.Field;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agents of the caller's organisation. */
@RestController
@RequestMapping("/api/agents")
@PreAuthorize("hasAuthority('directory:manage')")
class AgentController extends EntryController<Agent, AgentJson> {

    private final Directory<Agent> agents;

    AgentController(Directory<Agent> agents) {
        super(agents, AgentJson::of);
        this.agents = agents;
    }

    /** Adds the agent where the request names no version, and changes the agent where it does. */
    @PutMapping("/{id}")
    AgentJson put(SignedInUser user, @PathVariable String id, @RequestBody AgentJson json) {
        String agentId = Field.required("id", id, AgentId::new).value();
        Agent agent = json.toAgent();
        Long version = json.version();
        return shown(
                version == null ? agents.create(user, agentId, agent) : agents.replace(user, agentId, version, agent));
    }
}
