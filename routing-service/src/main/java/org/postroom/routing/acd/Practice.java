package org.postroom.routing.acd;

/** How work is given to agents; what was once practised is kept for the journals that were decided so. */
public enum Practice {
    /** The first: whoever speaks a language does not answer a more special one, and of able agents the levels are no matter. */
    FIRST(false),
    /** What is practised today. */
    PRESENT(true);

    private final boolean obeysBestAvailableSkills;

    Practice(boolean obeysBestAvailableSkills) {
        this.obeysBestAvailableSkills = obeysBestAvailableSkills;
    }

    RuleSet rules() {
        return switch (this) {
            case FIRST -> RuleSet.FIRST;
            case PRESENT -> RuleSet.STANDARD;
        };
    }

    /** False where a queue with the best available skills counted as one that asks for all. */
    public boolean obeysBestAvailableSkills() {
        return obeysBestAvailableSkills;
    }
}
