package org.postroom.routing.history;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in a sentence what happened. */
public final class FactWords {

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("EMAIL_RECEIVED", "a mail began it"),
            Map.entry("OFFER_DECLINED", "the agent declined it"),
            Map.entry("OFFER_EXPIRED", "the agent did not answer in time"),
            Map.entry("AGENT_LEFT", "its agent left"),
            Map.entry("NEW_CONVERSATION", "it answers nothing that is known"),
            Map.entry("REFERENCES", "its References name an earlier mail"),
            Map.entry("IN_REPLY_TO", "its In-Reply-To names an earlier mail"),
            Map.entry("SENDER_NOT_IN_CONVERSATION", "its sender has no part in the conversation that it names"),
            Map.entry("REPEATED_DELIVERY", "the same mail had come before"),
            Map.entry("ADDRESS_REMOVED", "its address is not configured any more"),
            Map.entry("NO_ROUTE", "its addresses only send"),
            Map.entry("QUEUE_REMOVED", "its queue was removed"),
            Map.entry("DECISION_FAILED", "deciding upon it broke off; it lies with the dead letters"),
            Map.entry("AUTOMATIC", "a machine wrote it"),
            Map.entry("LOOP", "it was too much automatic mail of one sender, or a mail of ours that came back"),
            Map.entry("DELIVERY_REPORT", "it reports what became of a mail of ours"),
            Map.entry("FEEDBACK_REPORT", "it reports a complaint"),
            Map.entry("SPAM", "it was taken for spam"),
            Map.entry("VIRUS", "a virus was found in it"),
            Map.entry("ANSWERED", "it was answered"),
            Map.entry("CLOSED_BY_AGENT", "the agent closed it"),
            Map.entry("ORGANISATION_REMOVED", "its organisation was removed"));

    private final Names names;

    /** Says it with these names. */
    public FactWords(Names names) {
        this.names = names;
    }

    /** One sentence. */
    public String of(LoggedFact fact) {
        var told = fact.isJournalled() ? journalled(fact) : happened(fact);
        return fact.setAsideBecause() == null ? told : "Put aside: " + told + " Because: " + fact.setAsideBecause();
    }

    private static String journalled(LoggedFact fact) {
        return "Brought into the order of routing's decisions: "
                + spaced(fact.name()).toLowerCase(Locale.ROOT) + ".";
    }

    private String happened(LoggedFact fact) {
        return switch (fact.name()) {
            case "EmailReceived" ->
                "A mail from " + fact.text("from", "address") + " was accepted: “" + fact.text("subject") + "”.";
            case "EmailThreaded" ->
                (fact.text("newInteraction").equals("true")
                                ? "The mail began a new interaction: "
                                : "The mail was added to the interaction: ")
                        + reason(fact.text("rule")) + ".";
            case "EmailDiscarded" -> "The mail ended here: " + reason(fact.text("reason")) + ".";
            case "EmailKeptAside" -> "The mail was kept aside: " + reason(fact.text("reason")) + ".";
            case "DeliveryReported" -> "The mail reports what became of a mail of ours.";
            case "FeedbackReported" -> "The mail reports a complaint about a mail of ours.";
            case "InteractionQueued" ->
                "It entered the queue " + names.of(fact.text("queueId")) + ": " + reason(fact.text("reason")) + "; "
                        + score(fact) + candidates(fact, "; nobody could take it: ");
            case "InteractionOffered" ->
                "It was offered to " + agent(fact) + cause(fact.text("cause")) + "; " + score(fact)
                        + candidates(fact, "; not to ");
            case "InteractionAccepted" ->
                agent(fact) + " accepted it; the customer had waited " + time(fact.number("waitedMicros")) + ".";
            case "InteractionDeclined" -> agent(fact) + " declined it.";
            case "InteractionOfferExpired" -> "The offer to " + agent(fact) + " ran out without an answer.";
            case "InteractionSegmentEnded" ->
                agent(fact)
                        + (fact.text("action").equals("REPLY") ? " pressed Send after " : " was done with it after ")
                        + time(fact.number("handleTimeMicros")) + ".";
            case "InteractionReopened" ->
                "It came back to " + agent(fact) + ", since the reply was not delivered: " + fact.text("reason") + ".";
            case "InteractionClosed" ->
                "It ended: " + reason(fact.text("reason")) + "; handled for " + time(fact.number("handleTimeMicros"))
                        + " in all.";
            default -> asked(fact);
        };
    }

    private String asked(LoggedFact fact) {
        return switch (fact.name()) {
            case "AcceptInteraction" -> agent(fact) + " asked to accept it.";
            case "DeclineInteraction" -> agent(fact) + " asked to decline it.";
            case "CloseInteraction" -> agent(fact) + " asked to close it.";
            case "RoutingCommandRejected" ->
                "What " + agent(fact) + " asked ("
                        + spaced(fact.text("command")).toLowerCase(Locale.ROOT) + ") changed nothing: "
                        + fact.text("reason") + ".";
            case "ReplyRequested" -> agent(fact) + " asked for the reply “" + fact.text("subject") + "”.";
            case "ReplyComposed" -> "The reply was composed; its Message-ID is " + fact.text("messageId") + ".";
            case "ReplySent" -> "The reply was delivered" + deliveries(fact) + ".";
            case "ReplyDeferred" ->
                "The reply was not taken yet: " + answer(fact) + "; tried again at " + fact.text("nextAttemptAt") + ".";
            case "ReplyFailed" -> "The reply could not be delivered: " + fact.text("reason") + ".";
            case "ReplyUncertain" -> "Nobody knows whether the reply arrived; it is not sent again by itself.";
            case "ReplyBounced" ->
                "A server reported later that the reply did not arrive: " + fact.text("reason") + ".";
            default -> spaced(fact.name()) + ".";
        };
    }

    private String agent(LoggedFact fact) {
        return names.of(fact.text("agentId"));
    }

    private static String reason(String name) {
        return REASONS.getOrDefault(name, name.replace('_', ' ').toLowerCase(Locale.ROOT));
    }

    private static String cause(String name) {
        return switch (name) {
            case "WORK_ARRIVED" -> " at once";
            case "AGENT_AVAILABLE" -> ", who could take more";
            default -> "";
        };
    }

    private static String score(LoggedFact fact) {
        if (!(fact.fields().get("score") instanceof Map<?, ?> score)) {
            return "its score is not told";
        }
        return String.format(
                Locale.ROOT,
                "score %.1f = priority %s + %.1f minutes waited",
                number(score.get("total")),
                score.get("priority"),
                number(score.get("minutesWaited")));
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number known ? known.doubleValue() : 0;
    }

    private String candidates(LoggedFact fact, String before) {
        if (!(fact.fields().get("candidates") instanceof List<?> candidates)) {
            return ".";
        }
        var others = candidates.stream()
                .filter(Map.class::isInstance)
                .map(candidate -> (Map<?, ?>) candidate)
                .filter(candidate -> !fact.text("agentId").equals(candidate.get("agentId")))
                .map(this::candidate)
                .toList();
        long further = fact.number("furtherCandidates");
        return others.isEmpty()
                ? "."
                : others.stream().collect(Collectors.joining(", ", before, ""))
                        + (further > 0 ? " and " + further + " more." : ".");
    }

    private String candidate(Map<?, ?> candidate) {
        var obstacles = candidate.get("obstacles") instanceof Collection<?> rules
                ? rules.stream()
                        .map(rule -> obstacle(String.valueOf(rule), candidate))
                        .collect(Collectors.joining(" and "))
                : "";
        return names.of(String.valueOf(candidate.get("agentId"))) + " ("
                + (obstacles.isEmpty() ? "able, later in turn" : obstacles) + ")";
    }

    private String obstacle(String rule, Map<?, ?> candidate) {
        return switch (rule) {
            case "HAS_SKILLS" -> "lacks " + skills(candidate.get("missingSkills"));
            case "SPEAKS_LANGUAGE" -> "does not speak its language";
            case "ON_QUEUE" ->
                "NOT_RESPONDING".equals(candidate.get("status")) ? "let an offer run out" : "not on queue";
            case "HAS_CAPACITY" -> "has " + candidate.get("load") + " of " + candidate.get("capacity") + " in hand";
            case "HAS_NOT_DECLINED" -> "declined it";
            default -> rule.replace('_', ' ').toLowerCase(Locale.ROOT) + ": no";
        };
    }

    private String skills(@Nullable Object missing) {
        return missing instanceof List<?> skills && !skills.isEmpty()
                ? skills.stream()
                        .filter(Map.class::isInstance)
                        .map(skill -> names.of(String.valueOf(((Map<?, ?>) skill).get("skillId"))))
                        .collect(Collectors.joining(", "))
                : "a skill";
    }

    private static String answer(LoggedFact fact) {
        return fact.text("answer").isEmpty() ? fact.text("reason") : fact.text("answer");
    }

    private static String deliveries(LoggedFact fact) {
        return fact.fields().get("deliveries") instanceof List<?> deliveries
                ? deliveries.stream()
                        .filter(Map.class::isInstance)
                        .map(delivery -> (Map<?, ?>) delivery)
                        .map(delivery -> delivery.get("recipient") + " by " + delivery.get("server"))
                        .collect(Collectors.joining(", ", " to ", ""))
                : "";
    }

    /** A duration for people, to the second from a minute on. */
    private static String time(long micros) {
        var time = Duration.of(micros, ChronoUnit.MICROS);
        if (time.toSeconds() < 60) {
            return String.format(Locale.ROOT, "%.1f s", micros / 1e6);
        }
        return time.toHours() == 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }

    private static String spaced(String name) {
        var words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.isEmpty() ? words : words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
