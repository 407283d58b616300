package org.postroom.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.flow.FlowResult.Disconnected;
import org.postroom.flow.FlowResult.Failed;
import org.postroom.flow.FlowResult.Outcome;
import org.postroom.flow.FlowResult.Transferred;
import org.postroom.flow.FlowResult.Undecided;
import org.postroom.flow.FlowResult.Visit;
import org.postroom.flow.condition.Condition;
import org.postroom.flow.condition.ConditionFacts;
import org.postroom.flow.condition.FailedConditionException;
import org.postroom.flow.fact.MailFacts;

/**
 * One run of a flow for one mail. Whatever the definition, the mail and the flows that are called, it ends, and with exactly
 * one outcome; it never throws.
 */
public final class FlowRun {

    /** The most steps that one run looks at, those of called flows among them. */
    public static final int MOST_STEPS = 200;

    /** How many flows may be within each other. */
    public static final int DEEPEST = 10;

    private final World world;
    private final ConditionFacts facts;
    private final List<Visit> path = new ArrayList<>();
    private final Deque<String> within = new ArrayDeque<>();
    private Treatment treatment;

    private FlowRun(World world, MailFacts mail, Treatment before) {
        this.world = world;
        this.facts = ConditionFacts.of(mail);
        this.treatment = before;
    }

    /**
     * Runs a flow.
     *
     * @param flow the flow
     * @param mail the mail
     * @param before how the mail is to be treated unless the flow says otherwise
     * @param world what the flow finds around itself
     */
    public static FlowResult of(World.Present flow, MailFacts mail, Treatment before, World world) {
        var run = new FlowRun(world, mail, before);
        Outcome outcome = run.run(flow);
        if (outcome == null) {
            return new FlowResult(new Undecided(), run.treatment, run.path);
        }
        return new FlowResult(outcome, outcome instanceof Failed ? before : run.treatment, run.path);
    }

    /** Runs the steps of a flow; null where none of them sends the mail anywhere. */
    private @Nullable Outcome run(World.Present flow) {
        within.push(flow.flowId());
        for (Step step : flow.flow().steps()) {
            Outcome outcome = visit(flow, step);
            if (outcome != null) {
                return outcome;
            }
        }
        within.pop();
        return null;
    }

    private @Nullable Outcome visit(World.Present flow, Step step) {
        if (path.size() == MOST_STEPS) {
            return new Failed("expected at most " + MOST_STEPS + " steps, those of called flows among them, but "
                    + step.described() + " would be one more");
        }
        boolean matched;
        try {
            matched = holds(step.condition());
        } catch (FailedConditionException failed) {
            path.add(new Visit(flow.flowId(), flow.definitionVersion(), step.number(), step.name(), false));
            return new Failed("expected the condition of %s to be true or false, but it is neither: %s"
                    .formatted(step.described(), failed.getMessage()));
        }
        path.add(new Visit(flow.flowId(), flow.definitionVersion(), step.number(), step.name(), matched));
        return matched ? perform(step) : null;
    }

    private boolean holds(@Nullable Condition condition) throws FailedConditionException {
        return condition == null || condition.holds(facts);
    }

    private @Nullable Outcome perform(Step step) {
        treatment = treatment.changedBy(step.changes());
        return switch (step.ending()) {
            case Ending.Transfer(String queueId) ->
                world.hasQueue(queueId)
                        ? new Transferred(queueId)
                        : new Failed("expected the queue of " + step.described() + ", but it is gone");
            case Ending.Disconnect(String reason) -> new Disconnected(reason);
            case Ending.Call(String flowId) -> call(step, flowId);
            case null -> null;
        };
    }

    private @Nullable Outcome call(Step step, String flowId) {
        if (within.contains(flowId) || within.size() == DEEPEST) {
            return new Failed("expected no flow that calls itself, and at most %d within each other, but %s does"
                    .formatted(DEEPEST, step.described()));
        }
        return switch (world.flow(flowId)) {
            case World.Present called -> run(called);
            case World.Absent(String problem) -> new Failed("%s (%s calls it)".formatted(problem, step.described()));
        };
    }
}
