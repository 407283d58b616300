package org.postroom.outbound.reply.http;

import org.jspecify.annotations.Nullable;
import org.postroom.mail.Mailbox;
import org.postroom.outbound.directory.HistoryRule;
import org.postroom.outbound.reply.Beginning;
import org.postroom.outbound.reply.ReplyDesk;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the editor of a reply begins with. */
@RestController
@PreAuthorize("hasAuthority('conversation:email:handle')")
@InStage(Stage.COMPOSE)
class DraftController {

    private final ReplyDesk desk;

    DraftController(ReplyDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/interactions/{interactionId}/draft")
    DraftAnswer draft(SignedInUser user, @PathVariable String interactionId) {
        return DraftAnswer.of(desk.begin(
                new OrganisationId(user.organisationId()),
                new AgentId(user.userId()),
                new InteractionId(interactionId)));
    }

    record DraftAnswer(
            String from,
            HistoryRule history,
            @Nullable String signatureHtml,
            @Nullable String signatureText) {

        static DraftAnswer of(Beginning beginning) {
            var signature = beginning.signature();
            return new DraftAnswer(
                    shown(beginning.from()),
                    beginning.history(),
                    signature == null ? null : signature.html(),
                    signature == null ? null : signature.text());
        }

        private static String shown(Mailbox from) {
            String address = from.address().value();
            return from.name() == null ? address : from.name() + " <" + address + ">";
        }
    }
}
