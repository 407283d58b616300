package org.postroom.domain.agent;

import org.postroom.domain.agent.AgentKind.AgentJson;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.http.EntryController.DryRunJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.ListController;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The agents of the caller's organisation. */
@RestController
@RequestMapping("/api/agents")
@PreAuthorize("hasAuthority('directory:manage')")
class AgentController extends ListController<Agent, AgentJson> {

    private final Directory<Agent> directory;
    private final AgentKind kind;
    private final Agents agents;

    AgentController(Directory<Agent> directory, AgentKind kind, Agents agents) {
        super(directory, kind);
        this.directory = directory;
        this.kind = kind;
        this.agents = agents;
    }

    /** Adds the agent where the request names no version, and changes the agent where it does. */
    @PutMapping("/{id}")
    AgentJson put(SignedInUser user, @PathVariable String id, @RequestBody AgentJson json) {
        return kind.json(putInto(user, id, json));
    }

    /** Tells what adding or changing the agent would do, and keeps nothing. */
    @PutMapping(path = "/{id}", params = "dryRun=true")
    DryRunJson tryPut(SignedInUser user, @PathVariable String id, @RequestBody AgentJson json) {
        return new DryRunJson(directory.onTrial(user, id, () -> putInto(user, id, json)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(SignedInUser user, @PathVariable String id) {
        agents.remove(user, id);
    }

    private Entry<Agent> putInto(SignedInUser user, String id, AgentJson json) {
        var fields = new Fields();
        var agentId = fields.required("id", id, Id<Agent>::new);
        Agent agent = kind.value(fields, json);
        return agents.put(user, agentId.get(), json.version(), agent);
    }
}
