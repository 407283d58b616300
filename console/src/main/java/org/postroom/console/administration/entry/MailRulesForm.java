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

    static final EntryKind KIND = new EntryKind(
            "mail-rules",
            "Mail rules",
            "mail rule set",
            "The rules say what becomes of mail that a machine wrote, that seems forged, or that is very large. Until you"
                    + " set them, automatic mail is kept aside, mail that seems forged is marked, and messages have at"
                    + " most 40 megabytes. There is one set for the whole organisation.",
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
                                            "Told by its Message-ID. Otherwise only a repeat by the same sender is recognised.")))),
            List.of(
                    new Column("Automatic mail", "automaticMail"),
                    new Column("Forged mail", "forgedMail"),
                    new Column("Largest message", "largestMessageMegabytes")),
            Set.of(),
            Map.of(
                    "automaticMail",
                    "KEEP_ASIDE",
                    "forgedMail",
                    "NOTE",
                    "largestMessageMegabytes",
                    USUAL_MEGABYTES,
                    "sameMessageIdOnce",
                    false),
            List.of());

    private MailRulesForm() {}
}
