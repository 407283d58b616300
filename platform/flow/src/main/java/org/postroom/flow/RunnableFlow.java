package org.postroom.flow;

import java.util.List;

/** A definition that was checked: whatever mail comes, it can be run. Safe for use by several threads. */
public final class RunnableFlow {

    private final List<Step> steps;
    private final List<Mention> mentions;

    RunnableFlow(List<Step> steps, List<Mention> mentions) {
        this.steps = List.copyOf(steps);
        this.mentions = List.copyOf(mentions);
    }

    /**
     * Reads and checks a definition.
     *
     * @param text the YAML document
     * @param names what its names mean
     * @throws InvalidDefinitionException where it cannot be run; it says everything that is wrong
     */
    public static RunnableFlow of(String text, Names names) {
        return new DefinitionReading(names).read(text);
    }

    List<Step> steps() {
        return steps;
    }

    /** What it calls by name, each once, in the order of the definition. */
    public List<Mention> mentions() {
        return mentions;
    }
}
