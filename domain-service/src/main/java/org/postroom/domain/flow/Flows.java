package org.postroom.domain.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.Name;
import org.postroom.domain.flow.DefinitionStore.SavedDefinition;
import org.postroom.domain.flow.Flow.VersionedDefinition;
import org.postroom.domain.queue.Queue;
import org.postroom.flow.Mention;
import org.postroom.flow.NamedKind;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.security.SignedInUser;

/** Adds, changes and publishes flows; each definition that was ever saved is kept with its flow. */
public final class Flows {

    private static final int MOST_DEFINITIONS = 200;
    private static final String DEFINITION = "definition";
    private static final String DEFINITION_VERSION = "definitionVersion";

    private final Directory<Flow> flows;
    private final DefinitionStore definitions;
    private final Changes changes;
    private final DefinitionCheck check;

    /** Takes the directory of flows and where their definitions are kept. */
    public Flows(Directory<Flow> flows, DefinitionStore definitions, Changes changes, DefinitionCheck check) {
        this.flows = flows;
        this.definitions = definitions;
        this.changes = changes;
        this.check = check;
    }

    /**
     * Adds a flow, as {@link Directory#create(SignedInUser, org.postroom.domain.directory.Configured)} does.
     *
     * @throws org.postroom.runtime.problem.InvalidFieldsException where the definition cannot be run
     */
    public Entry<Flow> create(SignedInUser user, FlowDraft draft) {
        return changes.inOrganisation(user.organisationId(), () -> {
            Definition checked = check.check(user.organisationId(), null, DEFINITION, draft.definition());
            return kept(user, flows.create(user, Flow.first(draft.name(), draft.fallbackQueue(), checked)));
        });
    }

    /**
     * Changes a flow, as {@link Directory#replace} does; a definition that differs becomes the newest one. One that does not
     * keeps its meaning, whatever names others have by now.
     *
     * @throws org.postroom.runtime.problem.InvalidFieldsException where the definition cannot be run
     */
    public Entry<Flow> replace(SignedInUser user, String id, long version, FlowDraft draft) {
        return changes.inOrganisation(user.organisationId(), () -> {
            Flow present = flows.get(user, id).value();
            Definition checked = present.newest()
                            .definition()
                            .text()
                            .equals(draft.definition().text())
                    ? present.newest().definition()
                    : check.check(user.organisationId(), id, DEFINITION, draft.definition());
            Flow saved = present.saved(draft.name(), draft.fallbackQueue(), checked);
            return kept(user, flows.replace(user, id, version, saved));
        });
    }

    /**
     * Puts a definition in force. What its names mean is found anew, for it may be an old one.
     *
     * @throws InvalidFieldException where the flow has no such version, or it calls a flow of which nothing is in force
     * @throws org.postroom.runtime.problem.InvalidFieldsException where it cannot be run any more
     */
    public Entry<Flow> publish(SignedInUser user, String id, long definitionVersion) {
        return changes.inOrganisation(user.organisationId(), () -> {
            Entry<Flow> present = flows.get(user, id);
            VersionedDefinition definition = definitions
                    .find(user.organisationId(), id, definitionVersion)
                    .orElseThrow(() -> new InvalidFieldException(
                            DEFINITION_VERSION,
                            "expected a version of the flow's definition, but got " + definitionVersion));
            Definition checked = check.check(user.organisationId(), id, DEFINITION_VERSION, definition.definition());
            checkCalls(user, checked);
            return flows.replace(
                    user,
                    id,
                    present.version(),
                    present.value().published(new VersionedDefinition(definition.version(), checked)));
        });
    }

    private void checkCalls(SignedInUser user, Definition definition) {
        for (Mention mention : definition.mentions()) {
            if (mention.kind() == NamedKind.FLOW
                    && flows.get(user, mention.id()).value().published() == null) {
                throw new InvalidFieldException(
                        DEFINITION_VERSION,
                        "expected that all flows which it calls are published, but %s is not"
                                .formatted(mention.name()));
            }
        }
    }

    /**
     * Returns definitions of a flow, the newest first.
     *
     * @param before only those with a lower version; null for all
     * @param limit how many at most, 1 to 200
     * @throws InvalidFieldException where the limit is another
     */
    public List<SavedDefinition> definitions(SignedInUser user, String id, @Nullable Long before, int limit) {
        if (limit < 1 || limit > MOST_DEFINITIONS) {
            throw new InvalidFieldException("limit", "expected 1 to " + MOST_DEFINITIONS + ", but got " + limit);
        }
        flows.get(user, id);
        return definitions.newest(user.organisationId(), id, before, limit);
    }

    private Entry<Flow> kept(SignedInUser user, Entry<Flow> flow) {
        definitions.add(
                user.organisationId(),
                flow.id(),
                new SavedDefinition(flow.value().newest(), flow.changedBy(), flow.changedAt()));
        return flow;
    }

    /**
     * A flow as an administrator asks for it.
     *
     * @param name the name
     * @param fallbackQueue where mail goes that the flow cannot decide on
     * @param definition the definition to be the newest, not checked yet
     */
    public record FlowDraft(Name name, Id<Queue> fallbackQueue, Definition definition) {}
}
