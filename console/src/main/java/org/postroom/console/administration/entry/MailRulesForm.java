package org.postroom.console.administration.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroom.console.administration.entry.EntryKind.Column;
import org.postroom.console.administration.entry.EntryKind.Section;

/** The form of the rules for mail, of which an organisation has one set. */
final class MailRulesForm {

    private static final int MOST_MEGABYTES = 200;
    private static final int USUAL_MEGABYTES = 40;
    private static final int MOST_DAYS = 365;
    private static final int USUAL_DAYS = 30;
    private static final int MOST_MINUTES = 1440;
    private static final int USUAL_MINUTES = 5;

    static final EntryKind KIND = new EntryKind(
            "mail-rules",
            "Mail rules",
            "mail rule set",
            "The rules say what becomes of mail that a machine wrote, that seems forged, or that is very large. Until you"
                    + " set them, automatic mail is kept aside, mail that seems forged is marked, and messages have at"
                    + " most 40 megabytes; and a conversation that was closed is continued by an answer within 30 days,"
                    + " whatever its subject. There is one set for the whole organisation.",
            "name",
            List.of(
                    new Section(
                            "",
                            List.of(
                                    new ChoiceField(
                                            "automaticMail",
                                            "Mail that a machine wrote",
                                            "Out-of-office notices, confirmations, newsletters.",
                                            Choices.of(
                                                    "KEEP_ASIDE", "is kept aside, and listed with what became no work",
                                                    "INTO_CONVERSATION",
                                                            "is shown in its conversation, and opens nothing",
                                                    "PROCESS", "is treated like any other mail")),
                                    new ChoiceField(
                                            "forgedMail",
                                            "Mail that is not from whom it says",
                                            "Judged by what the domain of its author publishes (DMARC).",
                                            Choices.of(
                                                    "NOTE", "is taken, and agents are told",
                                                    "SPAM", "is treated as spam",
                                                    "REJECT", "is refused where its domain asks for that")),
                                    new NumberField(
                                            "largestMessageMegabytes",
                                            "The largest message (megabytes)",
                                            "Larger ones are refused, and the sender is told. The installation may take less.",
                                            1,
                                            MOST_MEGABYTES,
                                            "MB"),
                                    new TickField(
                                            "sameMessageIdOnce",
                                            "Mail that arrives twice, by two lists or servers, is one mail",
                                            "Told by its Message-ID. Otherwise only a repeat by the same sender is recognised."))),
                    conversations()),
            List.of(
                    new Column("Automatic mail", "automaticMail"),
                    new Column("Forged mail", "forgedMail"),
                    new Column("Largest message", "largestMessageMegabytes")),
            Set.of(),
            Map.ofEntries(
                    Map.entry("automaticMail", "KEEP_ASIDE"),
                    Map.entry("forgedMail", "NOTE"),
                    Map.entry("largestMessageMegabytes", USUAL_MEGABYTES),
                    Map.entry("sameMessageIdOnce", false),
                    Map.entry("conversationWindowDays", USUAL_DAYS),
                    Map.entry("changedSubject", "SAME_CONVERSATION"),
                    Map.entry("threadBySubject", false),
                    Map.entry("severalAddresses", "ONE_INTERACTION"),
                    Map.entry("lastAgent", "OFF"),
                    Map.entry("lastAgentMinutes", USUAL_MINUTES)),
            List.of());

    private MailRulesForm() {}

    private static Section conversations() {
        return new Section(
                "Conversations",
                List.of(
                        new NumberField(
                                "conversationWindowDays",
                                "A closed conversation is continued by an answer for (days)",
                                "Counted from closing. An open conversation is always continued; with 0, only an open one.",
                                0,
                                MOST_DAYS,
                                "days"),
                        new ChoiceField(
                                "changedSubject",
                                "An answer with another subject",
                                "Re:, Fwd:, AW: and the like, capitals and spaces do not count.",
                                Choices.of(
                                        "SAME_CONVERSATION", "continues the conversation",
                                        "NEW_CONVERSATION", "begins a new conversation")),
                        new TickField(
                                "threadBySubject",
                                "Recognise an answer by its subject and sender, too, where nothing else tells",
                                "For programs that leave the traces of an answer out. Two matters with the same subject"
                                        + " become one conversation then."),
                        new ChoiceField(
                                "severalAddresses",
                                "One mail to several of your addresses",
                                "Of several priorities the highest one decides; among equals, the address that was named first.",
                                Choices.of(
                                        "ONE_INTERACTION",
                                                "is worked on once, at the address with the highest priority",
                                        "ONE_EACH", "is worked on at each of them")),
                        new ChoiceField(
                                "lastAgent",
                                "A new mail in a closed conversation",
                                "Where the agent who handled it last is on queue. Otherwise everybody is asked at once.",
                                Choices.of(
                                        "OFF", "is offered like any other",
                                        "QUEUE_MEMBERS", "is offered to its last agent first, if a member of the queue",
                                        "ANYONE", "is offered to its last agent first, whatever the queue")),
                        new NumberField(
                                "lastAgentMinutes",
                                "How long it is kept for the last agent (minutes)",
                                "Afterwards everybody is asked. Its waiting time counts from its arrival.",
                                1,
                                MOST_MINUTES,
                                "minutes")));
    }
}
