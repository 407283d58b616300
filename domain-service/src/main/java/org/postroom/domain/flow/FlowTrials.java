package org.postroom.domain.flow;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.EntryStore;
import org.postroom.domain.queue.Queue;
import org.postroom.flow.FlowResult;
import org.postroom.flow.FlowRun;
import org.postroom.flow.InvalidDefinitionException;
import org.postroom.flow.Mention;
import org.postroom.flow.RunnableFlow;
import org.postroom.flow.Treatment;
import org.postroom.flow.World;
import org.postroom.flow.fact.MailFacts;
import org.postroom.runtime.security.SignedInUser;

/** Tries flows on mails: as if the mail came now, and without any effect. */
public final class FlowTrials {

    private final Directory<Flow> directory;
    private final DefinitionCheck check;
    private final EntryStore store;

    /** Takes the flows and what they may name. */
    public FlowTrials(Directory<Flow> directory, DefinitionCheck check, EntryStore store) {
        this.directory = directory;
        this.check = check;
        this.store = store;
    }

    /**
     * Tries the newest definition of a flow, or the one that is given. Flows that it calls are tried as they are published.
     *
     * @param given a definition that is not saved yet; null for the newest one
     * @throws org.postroom.runtime.problem.NotFoundException where there is no such flow
     * @throws org.postroom.runtime.problem.InvalidFieldsException where the definition cannot be run
     */
    public Trial onMail(SignedInUser user, String flowId, @Nullable String given, MailFacts mail) {
        var flow = directory.get(user, flowId).value();
        long version = flow.newest().version();
        String text = given == null ? flow.newest().definition().text() : given;
        RunnableFlow runnable = check.runnable(user.organisationId(), "definition", text);
        FlowResult result = FlowRun.of(
                new World.Present(flowId, version, runnable), mail, Treatment.PLAIN, new DirectoryWorld(user));
        String queueId = switch (result.outcome()) {
            case FlowResult.Transferred(String queue) -> queue;
            case FlowResult.Undecided _, FlowResult.Failed _ ->
                flow.fallbackQueue().value();
            case FlowResult.Disconnected _ -> null;
        };
        return new Trial(result, queueId);
    }

    /**
     * What a trial showed.
     *
     * @param result what the flow would make of the mail
     * @param queueId the queue that it would go to; null where the flow would end it
     */
    public record Trial(FlowResult result, @Nullable String queueId) {}

    /** The organisation's directory as a flow finds it. */
    private final class DirectoryWorld implements World {

        private final SignedInUser user;

        DirectoryWorld(SignedInUser user) {
            this.user = user;
        }

        @Override
        public Called flow(String flowId) {
            var published = directory
                    .find(user, flowId)
                    .map(entry -> entry.value().published())
                    .orElse(null);
            if (published == null) {
                return new Absent("expected a flow with a published definition, but it has none");
            }
            var definition = published.definition();
            try {
                var runnable = RunnableFlow.of(definition.text(), Mention.meaning(definition.mentions()));
                return new Present(flowId, published.version(), runnable);
            } catch (InvalidDefinitionException invalid) {
                return new Absent("expected a definition that can be run, but "
                        + invalid.problems().getFirst());
            }
        }

        @Override
        public boolean hasQueue(String queueId) {
            return store.exists(user.organisationId(), Queue.KIND, queueId);
        }
    }
}
