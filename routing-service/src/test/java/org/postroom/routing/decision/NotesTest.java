package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.routing.decision.Centre.interaction;
import static org.postroom.routing.decision.Centre.mail;
import static org.postroom.routing.decision.Centre.names;

import org.junit.jupiter.api.Test;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.CommandId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.interaction.NoteReference;

class NotesTest {

    private static final NoteReference NOTE = new NoteReference("acme/note", 5, "00");

    private final Centre centre = Centre.open().withAgentOnQueue("anna");

    @Test
    void areTakenFromAnyAgentWhateverBecameOfTheInteraction() {
        centre.on(Centre.agent("bert", 1));
        centre.on(mail("question"));
        centre.accepts("anna", "question");

        assertThat(centre.on(note("first", "bert", "question")))
                .containsExactly(new RoutingEvent.InteractionNoted(
                        interaction("question"), new CommandId("first"), new AgentId("bert"), NOTE));
        centre.closes("anna", "question");
        assertThat(names(centre.on(note("second", "bert", "question")))).containsExactly("InteractionNoted");
        assertThat(centre.on(note("second", "bert", "question"))).isEmpty();
    }

    @Test
    void areRefusedWhereThereIsNothingToNoteThemOn() {
        assertThat(names(centre.on(note("first", "anna", "nothing")))).containsExactly("RoutingCommandRejected");
    }

    @Test
    void goWithATransfer() {
        centre.on(Centre.queue("sales", "bert"));
        centre.on(mail("question"));
        centre.accepts("anna", "question");

        var events = centre.on(new RoutingInput.TransferInteraction(
                new CommandId("given"),
                new AgentId("anna"),
                interaction("question"),
                new QueueId("sales"),
                null,
                NOTE));

        assertThat(names(events))
                .containsExactly(
                        "InteractionSegmentEnded", "InteractionNoted", "InteractionTransferred", "InteractionQueued");
    }

    private static RoutingInput note(String command, String agent, String email) {
        return new RoutingInput.NoteInteraction(new CommandId(command), new AgentId(agent), interaction(email), NOTE);
    }
}
