package org.postroom.console.administration.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroom.console.administration.entry.BranchField.Branch;
import org.postroom.console.administration.entry.EntryKind.Column;
import org.postroom.console.administration.entry.EntryKind.Section;

/** The form of a queue. */
final class QueueForm {

    private static final int LONGEST_ALERT = 86_400;
    private static final int LONGEST_TARGET = 2_592_000;
    private static final int LONGEST_WRAP_UP = 3600;
    private static final int HUNDRED = 100;

    static final EntryKind KIND = new EntryKind(
            "queues",
            "Queues",
            "queue",
            "Mail waits in a queue until an agent of the queue takes it. Most teams begin with one, such as Support.",
            "name",
            List.of(who(), goals(), after()),
            List.of(
                    new Column("Members", "memberAgentIds"),
                    new Column("Agents chosen by", "evaluationMethod"),
                    new Column("Offer alerts for", "alertingTimeoutSeconds")),
            Set.of(),
            Map.of(
                    "alertingTimeoutSeconds", 300,
                    "evaluationMethod", "ALL_SKILLS",
                    "serviceLevelPercent", 80,
                    "serviceLevelTargetSeconds", 86_400,
                    "afterCallWork", "OPTIONAL"),
            List.of());

    private QueueForm() {}

    private static Section who() {
        return new Section(
                "",
                List.of(
                        new TextField("name", "Name", "For instance Support."),
                        new ChoicesField(
                                "memberAgentIds",
                                "Members",
                                "Only members are offered its mail.",
                                Source.AGENTS,
                                "There are no agents yet. Add some first."),
                        new ChoiceField(
                                "evaluationMethod",
                                "How agents are chosen",
                                "What the skills that an address asks for mean in this queue.",
                                Choices.of(
                                        "ALL_SKILLS", "only those with all skills, at the levels asked for",
                                        "BEST_AVAILABLE_SKILLS",
                                                "only those with all skills, the most proficient first",
                                        "DISREGARD_SKILLS", "any member")),
                        new NumberField(
                                "alertingTimeoutSeconds",
                                "An offer alerts an agent for (seconds)",
                                "Then it returns to the queue, and the agent is taken off queue as not responding.",
                                1,
                                LONGEST_ALERT,
                                "s")));
    }

    private static Section goals() {
        return new Section(
                "Service level",
                List.of(
                        new NumberField(
                                "serviceLevelPercent",
                                "Answered in time (per cent)",
                                "The share of mails that should be answered in time.",
                                0,
                                HUNDRED,
                                "%"),
                        new NumberField(
                                "serviceLevelTargetSeconds",
                                "In time means within (seconds)",
                                "86400 is a day, 14400 are four hours.",
                                1,
                                LONGEST_TARGET,
                                "s")));
    }

    private static Section after() {
        return new Section(
                "After a mail is answered",
                List.of(
                        new ChoicesField(
                                "wrapUpCodeIds",
                                "Wrap-up codes",
                                "What agents may choose from to say what it was about. Where wrapping up is asked for always, they must choose one.",
                                Source.WRAP_UP_CODES,
                                "There are no wrap-up codes yet. They are optional."),
                        wrapUp(),
                        new ReferenceField(
                                "defaultSignatureId",
                                "Signature",
                                "For addresses without one of their own.",
                                Source.SIGNATURES,
                                "none")));
    }

    private static Field wrapUp() {
        return new BranchField(
                "afterCallWork",
                "Time to wrap up",
                "Whether an agent has time to wrap up before the next offer. The agent gets nothing else meanwhile.",
                true,
                List.of(
                        new Branch("NONE", "Never", "", List.of()),
                        new Branch("OPTIONAL", "If the agent wishes", "The agent asks for it when closing.", List.of()),
                        new Branch(
                                "MANDATORY",
                                "Always, as long as it takes",
                                "After each reply and each closing, until the agent says how it ended.",
                                List.of()),
                        new Branch(
                                "MANDATORY_TIMED",
                                "Always, for a set time",
                                "After each reply and each closing; when the time is up it ends by itself.",
                                List.of(new NumberField(
                                        "afterCallWorkSeconds",
                                        "The set time (seconds)",
                                        "At most an hour.",
                                        1,
                                        LONGEST_WRAP_UP,
                                        "s")))));
    }
}
