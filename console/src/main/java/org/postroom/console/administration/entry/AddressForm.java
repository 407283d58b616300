package org.postroom.console.administration.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroom.console.administration.entry.BranchField.Branch;
import org.postroom.console.administration.entry.EntryKind.Column;
import org.postroom.console.administration.entry.EntryKind.Section;

/** The form of an address. */
final class AddressForm {

    private static final long FURTHEST = 25_000_000;

    static final EntryKind KIND = new EntryKind(
            "addresses",
            "Addresses",
            "address",
            "An address brings mail into a queue. Add the domain first, then for instance help@ of it.",
            "address",
            List.of(theAddress(), sender(), route(), spam(), signature(), reply(), furtherMail()),
            List.of(
                    new Column("Queue", "queueId"),
                    new Column("Flow", "flowId"),
                    new Column("Language", "language"),
                    new Column("Priority", "priority"),
                    new Column("Replies from", "fromAddress")),
            Set.of("domainId", "localPart"),
            Map.of(
                    "priority", 0,
                    "history", "ALWAYS",
                    "spamRoute", "DISCONNECT",
                    "signaturePlacement", "UNSEEN",
                    "signatureOn", "EVERY_MAIL",
                    "route", "QUEUE"),
            List.of("redirect-target"));

    private AddressForm() {}

    private static Section theAddress() {
        return new Section(
                "The address",
                List.of(
                        new TextField("localPart", "Before the @", "For instance help. It never changes."),
                        new ReferenceField(
                                "domainId", "Domain", "The domain that the address belongs to.", Source.DOMAINS, "")));
    }

    private static Section sender() {
        return new Section(
                "Who replies come from",
                List.of(
                        new TextField(
                                "fromName", "From name", "The name that customers see, for instance Acme Support."),
                        new ReferenceField(
                                "fromAddress",
                                "From address",
                                "The address that customers see; one of yours.",
                                Source.ADDRESSES,
                                "this address itself"),
                        new ReferenceField(
                                "replyTo",
                                "Reply-To",
                                "Where customers' answers go, if not to the From address; one of yours.",
                                Source.ADDRESSES,
                                "the From address"),
                        new ListField(
                                "hiddenBcc",
                                "Hidden copies to",
                                "Up to five addresses that get every reply. Neither the customer nor the agent sees them.")));
    }

    private static Section route() {
        return new Section(
                "Where its mail goes",
                List.of(new BranchField(
                        "route",
                        "Route",
                        "",
                        false,
                        List.of(
                                new Branch("QUEUE", "Queue", "Agents of a queue are offered its mail.", queue()),
                                new Branch(
                                        "FLOW",
                                        "Flow",
                                        "A flow decides about each mail.",
                                        List.of(new ReferenceField(
                                                "flowId", "Flow", "Only a published flow decides.", Source.FLOWS, ""))),
                                new Branch(
                                        "NONE",
                                        "Nowhere",
                                        "The address only sends; mail to it is refused.",
                                        List.of())))));
    }

    private static List<Field> queue() {
        return List.of(
                new ReferenceField("queueId", "Queue", "The queue that its mail waits in.", Source.QUEUES, ""),
                new RatedSkillsField(
                        "skills", "Skills", "What the agent must know, from 0 (a little) to 5 (everything)."),
                new TextField(
                        "language",
                        "Language",
                        "The language that the agent must speak, as a tag such as de; empty for any.",
                        Source.LANGUAGES),
                new NumberField(
                        "priority",
                        "Priority",
                        "In minutes of waiting: 10 is as if the mail had waited 10 minutes already.",
                        -FURTHEST,
                        FURTHEST,
                        ""));
    }

    private static Section spam() {
        return new Section(
                "Where spam goes",
                List.of(new BranchField(
                        "spamRoute",
                        "Mail taken for spam",
                        "",
                        true,
                        List.of(
                                new Branch(
                                        "DISCONNECT", "Ends", "Nobody is offered it. It stays in the log.", List.of()),
                                new Branch(
                                        "FLOW",
                                        "Flow",
                                        "A flow decides about it.",
                                        List.of(new ReferenceField(
                                                "spamFlowId",
                                                "Flow for spam",
                                                "Only a published flow decides.",
                                                Source.FLOWS,
                                                "")))))));
    }

    private static Section signature() {
        return new Section(
                "Signature",
                List.of(
                        new ReferenceField(
                                "signatureId",
                                "Signature",
                                "Stands below replies, before the history.",
                                Source.SIGNATURES,
                                "the queue’s, if it has one",
                                "/administration/addresses/signature-preview"),
                        new ChoiceField(
                                "signaturePlacement",
                                "How it gets there",
                                "In the editor the agent sees it and may change it.",
                                Choices.of(
                                        "UNSEEN",
                                        "added unseen when the reply is sent",
                                        "EDITOR",
                                        "put into the agent’s editor")),
                        new ChoiceField(
                                "signatureOn",
                                "On which mails",
                                "Long conversations read better with only one.",
                                Choices.of(
                                        "EVERY_MAIL",
                                        "every mail",
                                        "FIRST_OF_CONVERSATION",
                                        "the first of a conversation"))));
    }

    private static Section reply() {
        return new Section(
                "Replies",
                List.of(
                        new ChoiceField(
                                "history",
                                "History of the conversation",
                                "Whether customers get the earlier mails below a reply. Takes effect at once.",
                                Choices.of(
                                        "ALWAYS", "always included",
                                        "NEVER", "never included",
                                        "AGENT_DECIDES", "the agent decides")),
                        new TickField(
                                "multipleActions",
                                "Several actions",
                                "An interaction stays with its agent after a reply, until the agent closes it.")));
    }

    private static Section furtherMail() {
        return new Section(
                "Other mail that it takes",
                List.of(
                        new TickField(
                                "plusAddressing",
                                "Plus addressing",
                                "Mail to the part before the @ with a + and anything behind it comes here too."),
                        new TickField(
                                "catchAll",
                                "Catch-all",
                                "Mail to every address of the domain that is not set up comes here. One address a domain.")));
    }
}
