package org.postroom.console.assignment;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.console.assignment.Candidate.WantedSkill;

/** Says an assignment in words, for whoever asks: why this agent, why now, and why not another. */
public final class AssignmentWords {

    private static final String WORK_ARRIVED = "WORK_ARRIVED";
    private static final String AGENT_AVAILABLE = "AGENT_AVAILABLE";
    private static final String TRANSFERRED = "TRANSFERRED";
    private static final String LAST_AGENT = "LAST_AGENT";

    private final Assignment assignment;

    /** Says this one. */
    public AssignmentWords(Assignment assignment) {
        this.assignment = assignment;
    }

    /** Why the agent who was chosen, or that nobody was. */
    public String whyThisAgent() {
        if (!assignment.isOffer()) {
            return nobody();
        }
        return assignment.chosen().map(this::whyChosen).orElseGet(() -> switch (assignment.cause()) {
            case TRANSFERRED -> "A colleague chose this agent, so nobody else was looked at.";
            case LAST_AGENT -> "This agent handled its conversation last, and so comes first.";
            default -> "When this was decided it was not kept yet who else was looked at.";
        });
    }

    private String nobody() {
        if (assignment.candidates().isEmpty()) {
            return assignment.further() == 0
                    ? "Nobody is named: the queue had no members then, or it was not kept yet who was looked at."
                    : "Nobody of the queue's members could take it.";
        }
        return "Nobody could take it when it was put into the queue. It is offered as soon as somebody can.";
    }

    private String whyChosen(Candidate chosen) {
        List<Candidate> able =
                assignment.others().stream().filter(Candidate::couldTakeIt).toList();
        if (able.isEmpty()) {
            return assignment.further() == 0
                    ? chosen.name() + " was the only one who could take it."
                    : "Of those who were looked at only " + chosen.name() + " could take it.";
        }
        if (assignment.cause().equals(AGENT_AVAILABLE)) {
            return chosen.name() + " was the one who became able to take more work.";
        }
        if (bestSkilled(chosen, able)) {
            return "Of those who could take it " + chosen.name() + " has the skills that it asks for best.";
        }
        if (able.stream().allMatch(other -> other.load() > chosen.load())) {
            return "Of those who could take it " + chosen.name() + " had the fewest in hand: " + inHand(chosen) + ".";
        }
        return "Nobody who could take it had fewer in hand than " + chosen.name() + " (" + inHand(chosen)
                + "), and of those with as few " + chosen.name() + " had been idle longest.";
    }

    private static boolean bestSkilled(Candidate chosen, List<Candidate> able) {
        @Nullable Integer levels = chosen.skillLevels();
        return levels != null && able.stream().allMatch(other -> lower(other.skillLevels(), levels));
    }

    private static boolean lower(@Nullable Integer levels, int than) {
        return levels != null && levels < than;
    }

    /** Why it was offered at that moment; empty where nobody was offered it. */
    public String whyNow() {
        if (!assignment.isOffer()) {
            return "";
        }
        return switch (assignment.cause()) {
            case WORK_ARRIVED -> "It was offered at once, as it entered the queue.";
            case AGENT_AVAILABLE ->
                "It had waited until somebody could take more work, and had the highest score of all that this agent may take.";
            case TRANSFERRED -> "A colleague gave it to this agent.";
            case LAST_AGENT -> "It was kept for this agent, who had room for it.";
            default -> "It had the highest score of all that this agent may take.";
        };
    }

    /** Why another agent was not chosen. */
    public String whyNot(Candidate other) {
        if (!other.couldTakeIt()) {
            return sentence(other.obstacles().stream()
                    .map(rule -> obstacle(rule, other))
                    .collect(Collectors.joining("; ")));
        }
        return assignment.chosen().map(chosen -> whyAfter(other, chosen)).orElse("Could take it.");
    }

    private String whyAfter(Candidate other, Candidate chosen) {
        String could = "Could take it too, but ";
        if (!assignment.cause().equals(WORK_ARRIVED)) {
            return could + "it was " + chosen.name() + " who became able to take more work.";
        }
        @Nullable Integer levels = chosen.skillLevels();
        if (levels != null && lower(other.skillLevels(), levels)) {
            return could + "has the skills that it asks for at lower levels.";
        }
        if (other.load() > chosen.load()) {
            return could + "had more in hand: " + inHand(other) + ".";
        }
        return other.idleSince() != null && other.idleSince().equals(chosen.idleSince())
                ? could + "was equal in everything, and somebody has to be first."
                : could + "had been idle for less long.";
    }

    private static String obstacle(String rule, Candidate agent) {
        return switch (rule) {
            case "MEMBER_OF_QUEUE" -> "does not serve the queue";
            case "HAS_SKILLS" -> "lacks " + skills(agent.missingSkills());
            case "SPEAKS_LANGUAGE" -> "does not speak its language" + spoken(agent.languages());
            case "ON_QUEUE" -> agent.status().equals("NOT_RESPONDING") ? "let an offer expire" : "was not on queue";
            case "HAS_CAPACITY" ->
                agent.capacity() == 0 ? "takes no email" : "had no room for more: " + inHand(agent) + " in hand";
            case "HAS_NOT_DECLINED" -> "declined it";
            default -> "is kept from it by a rule that this release of the console has no words for";
        };
    }

    private static String skills(List<WantedSkill> skills) {
        return skills.isEmpty()
                ? "a skill that it asks for"
                : skills.stream()
                        .map(skill -> skill.level() == 0 ? skill.name() : skill.name() + " at level " + skill.level())
                        .collect(Collectors.joining(", "));
    }

    private static String spoken(List<String> languages) {
        return languages.isEmpty()
                ? ""
                : languages.stream()
                        .map(tag -> Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH))
                        .collect(Collectors.joining(", ", " (speaks ", ")"));
    }

    private static String inHand(Candidate agent) {
        return agent.load() + " of " + agent.capacity();
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }
}
