package org.postroom.console.desk.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.console.desk.CannedResponses;
import org.postroom.console.desk.Colleagues;
import org.postroom.console.desk.ConversationEntry;
import org.postroom.console.desk.DeskReadModel;
import org.postroom.console.desk.InteractionView;
import org.postroom.console.desk.ReplyText;
import org.postroom.console.desk.WrapUps;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.http.Page;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.problem.NotFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * An interaction with its whole conversation. The page keeps itself current in parts, each of which replaces no more than
 * what is new, so that a message being read or an answer being written stays. The part that listens for news is never
 * replaced itself: news that came meanwhile would be lost.
 */
@Page
@RequestMapping("/interactions/{interactionId}")
class InteractionController {

    private static final Duration REFUSALS_SHOWN = Duration.ofSeconds(20);

    private final DeskReadModel readModel;
    private final RoutingClient routing;
    private final OutboundClient outbound;
    private final CannedResponses cannedResponses;
    private final IdSource ids;
    private final WrapUps wrapUps;
    private final Colleagues colleagues;
    private final Clock clock;

    InteractionController(
            DeskReadModel readModel,
            RoutingClient routing,
            OutboundClient outbound,
            CannedResponses cannedResponses,
            WrapUps wrapUps,
            Colleagues colleagues,
            IdSource ids,
            Clock clock) {
        this.readModel = readModel;
        this.cannedResponses = cannedResponses;
        this.routing = routing;
        this.outbound = outbound;
        this.wrapUps = wrapUps;
        this.colleagues = colleagues;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping
    String page(@AuthenticationPrincipal ConsoleUser visitor, @PathVariable String interactionId, Model model) {
        InteractionView interaction = find(visitor, interactionId);
        showState(visitor, interaction, model);
        model.addAttribute("entries", readModel.conversation(visitor.organisationId(), interactionId));
        prepareReply(visitor, interaction, model);
        return "desk/interaction";
    }

    @GetMapping("/state")
    String state(@AuthenticationPrincipal ConsoleUser visitor, @PathVariable String interactionId, Model model) {
        showState(visitor, find(visitor, interactionId), model);
        return "desk/interaction-state :: state";
    }

    /** The messages where there are more than the page shows, else only how far each reply has come. */
    @GetMapping("/conversation")
    String conversation(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String interactionId,
            @RequestParam int shown,
            Model model,
            HttpServletResponse response) {
        InteractionView interaction = find(visitor, interactionId);
        List<ConversationEntry> entries = readModel.conversation(visitor.organisationId(), interactionId);
        model.addAttribute("interaction", interaction);
        model.addAttribute("entries", entries);
        if (entries.size() == shown) {
            response.setHeader("HX-Reswap", "none");
            return "desk/conversation :: deliveries";
        }
        return "desk/conversation :: conversation";
    }

    @GetMapping("/reply-form")
    @Nullable
    String replyForm(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String interactionId,
            @RequestParam boolean shown,
            Model model,
            HttpServletResponse response) {
        InteractionView interaction = find(visitor, interactionId);
        if (interaction.handledBy(visitor.userId()) == shown) {
            return nothingNew(response);
        }
        model.addAttribute("interaction", interaction);
        prepareReply(visitor, interaction, model);
        return "desk/reply-form :: form";
    }

    @PostMapping("/accept")
    ResponseEntity<Void> accept(@PathVariable String interactionId, HttpServletRequest request) {
        return Reaction.to(routing.ask(interactionId, "accept"), request, "/interactions/" + interactionId, true);
    }

    @PostMapping("/decline")
    ResponseEntity<Void> decline(@PathVariable String interactionId, HttpServletRequest request) {
        return Reaction.to(routing.ask(interactionId, "decline"), request, "/desk", false);
    }

    @PostMapping("/close")
    ResponseEntity<Void> close(
            @PathVariable String interactionId,
            @RequestParam(defaultValue = "") String wrapUpCode,
            @RequestParam(defaultValue = "false") boolean afterCallWork,
            HttpServletRequest request) {
        return Reaction.to(
                routing.close(interactionId, wrapUpCode, afterCallWork),
                request,
                "/interactions/" + interactionId,
                false);
    }

    @PostMapping("/wrap-up")
    ResponseEntity<Void> wrapUp(
            @PathVariable String interactionId,
            @RequestParam(defaultValue = "") String wrapUpCode,
            HttpServletRequest request) {
        return Reaction.to(routing.wrapUp(interactionId, wrapUpCode), request, "/interactions/" + interactionId, false);
    }

    @PostMapping("/replies")
    ResponseEntity<Void> reply(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String interactionId,
            @RequestParam String subject,
            @RequestParam String html,
            @RequestParam(defaultValue = "false") boolean includeHistory,
            @RequestParam(defaultValue = "false") boolean historyOffered,
            @RequestParam String formId,
            HttpServletRequest request) {
        find(visitor, interactionId);
        ReplyText written = ReplyText.of(html);
        var reply = new OutboundClient.Reply(
                subject, written.text(), written.html(), historyOffered ? includeHistory : null);
        return Reaction.to(
                outbound.reply(interactionId, reply, formId), request, "/interactions/" + interactionId, true);
    }

    /** The head of the page: where it stands, what may be done, and what was not possible a moment ago. */
    private void showState(ConsoleUser visitor, InteractionView interaction, Model model) {
        String organisationId = visitor.organisationId();
        model.addAttribute("interaction", interaction);
        model.addAttribute("wrapUp", wrapUps.of(organisationId, interaction.interactionId()));
        model.addAttribute(
                "refusals",
                readModel.refusals(
                        organisationId,
                        visitor.userId(),
                        interaction.interactionId(),
                        clock.instant().minus(REFUSALS_SHOWN)));
        if (interaction.handledBy(visitor.userId())) {
            model.addAttribute("queues", colleagues.queues(organisationId));
            model.addAttribute("agents", colleagues.onQueue(organisationId, visitor.userId()));
        }
    }

    /** What the form of a reply needs; only who handles the interaction has one. */
    private void prepareReply(ConsoleUser visitor, InteractionView interaction, Model model) {
        model.addAttribute("formId", ids.next());
        if (interaction.handledBy(visitor.userId())) {
            model.addAttribute("draft", outbound.draft(interaction.interactionId()));
            model.addAttribute(
                    "cannedResponses",
                    cannedResponses.of(visitor.organisationId()).stream()
                            .map(response -> response.filled(visitor.displayName(), interaction))
                            .toList());
        }
    }

    private InteractionView find(ConsoleUser visitor, String interactionId) {
        return readModel
                .interaction(visitor.organisationId(), interactionId)
                .orElseThrow(() -> new NotFoundException("interaction", interactionId));
    }

    private static @Nullable String nothingNew(HttpServletResponse response) {
        response.setStatus(HttpStatus.NO_CONTENT.value());
        return null;
    }
}
