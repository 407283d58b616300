package org.postroom.local.demo;

import java.io.IOException;
import java.util.List;
import org.postroom.local.client.LogReader;
import org.postroom.local.client.StackAddresses;
import org.postroom.schemas.catalogue.Topics;

/**
 * Mail to the demonstration's own address that an earlier demonstration, broken off, has left: waiting in its own queue or
 * held by its own agent. No other mail and nothing that another agent holds is touched.
 */
final class LeftOvers {

    private final List<String> held;
    private final List<String> waiting;

    private LeftOvers(List<String> held, List<String> waiting) {
        this.held = held;
        this.waiting = waiting;
    }

    /** Asks the log what there is. */
    static LeftOvers find(StackAddresses stack, Stage.Ready stage) {
        var open = new OpenInteractions(stage.addressId());
        LogReader.replay(stack, Topics.INTERACTION_EVENTS, open::follow);
        return new LeftOvers(open.handledBy(Stage.AGENT.id()), open.waitingIn(stage.queueId()));
    }

    /** Ends them in the agent's name, who is on queue, and tells how many there were. */
    void end(DeskAgent agent, Narrator narrator) throws IOException, InterruptedException {
        int ended = 0;
        try {
            for (var interaction : held) {
                agent.close(interaction);
                ended++;
            }
            for (var interaction : waiting) {
                agent.beOffered(interaction);
                agent.accept(interaction);
                agent.close(interaction);
                ended++;
            }
        } catch (Obstacle stays) {
            narrator.detail("Mail from before could not all be closed; it waits beside. " + stays.why());
        }
        if (ended > 0) {
            narrator.detail((ended == 1 ? "One mail" : ended + " mails") + " to " + Stage.ADDRESS
                    + " from before, such as a demonstration broken off leaves, " + (ended == 1 ? "was" : "were")
                    + " closed first.");
        }
    }
}
