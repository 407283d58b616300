package org.postroom.domain.agent.http;

import java.util.List;
import org.postroom.domain.agent.Agent;
import org.postroom.domain.agent.AgentId;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.http.Field;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The agents of the caller's organisation. */
@RestController
@RequestMapping(AgentController.PATH)
@PreAuthorize("hasAuthority('directory:manage')")
class AgentController {

    static final String PATH = "/api/agents";

    private final Directory<Agent> agents;

    AgentController(Directory<Agent> agents) {
        this.agents = agents;
    }

    @GetMapping
    List<AgentJson> all(SignedInUser user) {
        return agents.all(user).stream().map(AgentJson::of).toList();
    }

    @GetMapping("/{id}")
    AgentJson one(SignedInUser user, @PathVariable String id) {
        return AgentJson.of(agents.get(user, id));
    }

    /** Adds the agent where the request names no version, and changes the agent where it does. */
    @PutMapping("/{id}")
    AgentJson put(SignedInUser user, @PathVariable String id, @RequestBody AgentJson json) {
        String agentId = Field.required("id", id, AgentId::new).value();
        Agent agent = json.toAgent();
        Long version = json.version();
        return AgentJson.of(
                version == null ? agents.create(user, agentId, agent) : agents.replace(user, agentId, version, agent));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(SignedInUser user, @PathVariable String id) {
        agents.remove(user, id);
    }
}
