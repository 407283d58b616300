package org.postroom.local.demo;

/** Routing refused an agent's command. */
final class RefusedCommand extends Obstacle {

    private static final long serialVersionUID = 1L;

    RefusedCommand(String reason) {
        super(
                "routing-service refuses it: " + reason + ".",
                "Somebody else may be signed in as " + Stage.AGENT.id() + "; leave that account to the demonstration,"
                        + " and try again.");
    }
}
