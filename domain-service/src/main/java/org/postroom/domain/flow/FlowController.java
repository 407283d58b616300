package org.postroom.domain.flow;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.http.EntryController;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.flow.FlowKind.FlowJson;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The flows of the caller's organisation. */
@RestController
@RequestMapping("/api/flows")
class FlowController extends EntryController<Flow, FlowJson> {

    private static final String MANAGE_DIRECTORY = "directory:manage";

    private final FlowKind kind;
    private final Flows flows;

    FlowController(Directory<Flow> directory, FlowKind kind, Flows flows) {
        super(directory, kind);
        this.kind = kind;
        this.flows = flows;
    }

    /** The definitions that were ever saved, the newest first; {@code before} is the version that they are below. */
    @GetMapping("/{id}/versions")
    @PreAuthorize("hasAuthority('" + MANAGE_DIRECTORY + "')")
    List<DefinitionJson> versions(
            SignedInUser user,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        return flows.definitions(user, id, before, limit).stream()
                .map(saved -> new DefinitionJson(
                        saved.definition().version(),
                        saved.definition().definition().text(),
                        saved.savedBy(),
                        saved.savedAt()))
                .toList();
    }

    /** Puts a definition in force, in the place of the one before. */
    @PostMapping("/{id}/publication")
    @PreAuthorize("hasAuthority('" + MANAGE_DIRECTORY + "')")
    FlowJson publish(SignedInUser user, @PathVariable String id, @RequestBody PublicationJson publication) {
        var fields = new Fields();
        var version = fields.required("definitionVersion", publication.definitionVersion(), Function.<Long>identity());
        return kind.json(flows.publish(user, id, fields.whole(version::get)));
    }

    @Override
    protected Entry<Flow> add(SignedInUser user, FlowJson json) {
        return flows.create(user, kind.draft(new Fields(), json));
    }

    @Override
    protected Entry<Flow> change(SignedInUser user, String id, FlowJson json) {
        var fields = new Fields();
        var version = fields.version(json);
        var draft = kind.draft(fields, json);
        return flows.replace(user, id, version.get(), draft);
    }

    /**
     * A definition of a flow.
     *
     * @param definitionVersion its version, counted from 1
     * @param definition the YAML document
     * @param savedBy the user who saved it
     * @param savedAt when it was saved
     */
    record DefinitionJson(long definitionVersion, String definition, String savedBy, Instant savedAt) {}

    /**
     * What is to be put in force.
     *
     * @param definitionVersion the version of the definition
     */
    record PublicationJson(@Nullable Long definitionVersion) {}
}
