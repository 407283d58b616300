package org.postroom.domain.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.EntryStore;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Name;
import org.postroom.domain.queue.Queue;
import org.postroom.domain.skill.Skill;
import org.postroom.flow.InvalidDefinitionException;
import org.postroom.flow.Mention;
import org.postroom.flow.NamedKind;
import org.postroom.flow.RunnableFlow;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.problem.InvalidFieldsException;
import org.postroom.runtime.problem.InvalidFieldsException.Refusal;

/** Checks whether definitions can be run, against the rules and against what the organisation has. */
public final class DefinitionCheck {

    private final EntryStore store;

    /** Takes where the organisations' entries are. */
    public DefinitionCheck(EntryStore store) {
        this.store = store;
    }

    /**
     * Checks a definition and tells what its names mean.
     *
     * @param flowId the flow that it is for; null where that is new
     * @param field the field that holds it, or tells which it is
     * @throws InvalidFieldsException where it cannot be run; each refusal names the step
     */
    Definition check(String organisationId, @Nullable String flowId, String field, Definition definition) {
        List<Mention> mentions =
                runnable(organisationId, field, definition.text()).mentions();
        if (mentions.stream()
                .anyMatch(mention ->
                        mention.kind() == NamedKind.FLOW && mention.id().equals(flowId))) {
            throw new InvalidFieldException(field, "expected a flow that does not call itself, but it does");
        }
        return new Definition(definition.text(), mentions);
    }

    /**
     * Makes a definition ready to be run.
     *
     * @param field the field that holds it, or tells which it is
     * @throws InvalidFieldsException where it cannot be run; each refusal names the step
     */
    RunnableFlow runnable(String organisationId, String field, String text) {
        try {
            return RunnableFlow.of(text, (kind, name) -> idOf(organisationId, kind, name));
        } catch (InvalidDefinitionException invalid) {
            throw new InvalidFieldsException(invalid.problems().stream()
                    .map(problem -> new Refusal(field, problem.toString()))
                    .toList());
        }
    }

    private @Nullable String idOf(String organisationId, NamedKind kind, String name) {
        try {
            return store.holder(organisationId, kindOf(kind), new Name(name).folded())
                    .orElse(null);
        } catch (IllegalArgumentException noName) {
            return null;
        }
    }

    /** The kind of the directory that definitions name so. */
    static Kind kindOf(NamedKind kind) {
        return switch (kind) {
            case QUEUE -> Queue.KIND;
            case SKILL -> Skill.KIND;
            case FLOW -> Flow.KIND;
        };
    }
}
