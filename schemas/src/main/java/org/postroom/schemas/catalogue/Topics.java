package org.postroom.schemas.catalogue;

import static org.postroom.schemas.catalogue.Topic.Key.INTERACTION;
import static org.postroom.schemas.catalogue.Topic.Key.ORGANISATION;
import static org.postroom.schemas.catalogue.Topic.Key.ORGANISATION_AND_ENTITY;
import static org.postroom.schemas.catalogue.Topic.Retention.COMPACT;
import static org.postroom.schemas.catalogue.Topic.Retention.KEEP;
import static org.postroom.schemas.catalogue.Topic.Retention.SEVEN_DAYS;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.agent.AgentStatusChanged;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.CannedResponseConfigured;
import org.postroom.events.configuration.FlowConfigured;
import org.postroom.events.configuration.LibraryConfigured;
import org.postroom.events.configuration.MailRulesConfigured;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.configuration.RoleConfigured;
import org.postroom.events.configuration.ScheduleConfigured;
import org.postroom.events.configuration.SignatureConfigured;
import org.postroom.events.configuration.SkillConfigured;
import org.postroom.events.configuration.WrapUpCodeConfigured;
import org.postroom.events.domain.DkimKeyActivated;
import org.postroom.events.domain.DkimKeyIssued;
import org.postroom.events.domain.DkimKeyRetired;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainChecked;
import org.postroom.events.domain.DomainRecordStatusChanged;
import org.postroom.events.domain.DomainRecordsIssued;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.DomainSettingsChanged;
import org.postroom.events.domain.DomainVerificationDegraded;
import org.postroom.events.domain.DomainVerificationFailed;
import org.postroom.events.domain.DomainVerified;
import org.postroom.events.domain.MailboxConfigured;
import org.postroom.events.domain.MailboxRemoved;
import org.postroom.events.domain.MailboxSignInRefused;
import org.postroom.events.domain.OrganisationChanged;
import org.postroom.events.domain.OrganisationCreated;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.domain.OrganisationResumed;
import org.postroom.events.domain.OrganisationSuspended;
import org.postroom.events.domain.RedirectedMailArrived;
import org.postroom.events.domain.SmtpServerConfigured;
import org.postroom.events.domain.SmtpServerRemoved;
import org.postroom.events.email.DeliveryReported;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.email.FeedbackReported;
import org.postroom.events.interaction.ConversationsMerged;
import org.postroom.events.interaction.ConversationsParted;
import org.postroom.events.interaction.EmailDiscarded;
import org.postroom.events.interaction.EmailKeptAside;
import org.postroom.events.interaction.EmailMoved;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.FlowRan;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionDeclined;
import org.postroom.events.interaction.InteractionNoted;
import org.postroom.events.interaction.InteractionOfferExpired;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.interaction.InteractionParked;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.InteractionReopened;
import org.postroom.events.interaction.InteractionSegmentEnded;
import org.postroom.events.interaction.InteractionTransferred;
import org.postroom.events.interaction.InteractionUnparked;
import org.postroom.events.interaction.InteractionWrapUpEnded;
import org.postroom.events.interaction.InteractionWrapUpStarted;
import org.postroom.events.interaction.RoutingCommandRejected;
import org.postroom.events.reply.ReplyBounced;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplyDeferred;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.events.reply.ReplySent;
import org.postroom.events.reply.ReplyUncertain;
import org.postroom.events.routing.AcceptInteraction;
import org.postroom.events.routing.ChangeAgentStatus;
import org.postroom.events.routing.CloseInteraction;
import org.postroom.events.routing.ConfigurationRemoved;
import org.postroom.events.routing.DeclineInteraction;
import org.postroom.events.routing.MergeConversations;
import org.postroom.events.routing.MoveEmail;
import org.postroom.events.routing.NoteInteraction;
import org.postroom.events.routing.ParkInteraction;
import org.postroom.events.routing.PartConversations;
import org.postroom.events.routing.ResumeInteraction;
import org.postroom.events.routing.RoutingTermsChanged;
import org.postroom.events.routing.TimerElapsed;
import org.postroom.events.routing.TransferInteraction;
import org.postroom.events.routing.WrapUpInteraction;
import org.postroom.events.standing.DomainStanding;
import org.postroom.events.standing.OrganisationStanding;
import org.postroom.events.standing.StandingsComplete;

/** Every topic of Postroom. The catalogue page for people is made from this list and the schemas. */
public final class Topics {

    private static final String DOMAIN = "domain-service";
    private static final String VERIFICATION = "verification-service";
    private static final String INBOUND = "inbound-mail-service";
    private static final String ROUTING = "routing-service";
    private static final String OUTBOUND = "outbound-mail-service";
    private static final String CONSOLE = "console";

    /** Organisations and domains: what was added, issued, checked, verified. */
    public static final Topic DOMAIN_EVENTS = new Topic(
            "postroom.domain-events",
            "Organisations and their mail domains: added, records issued, checked, verified, removed; and what domains"
                    + " send with: keys and servers.",
            ORGANISATION,
            KEEP,
            Map.of(),
            Stream.of(
                            written(
                                    DOMAIN,
                                    List.of(
                                            OrganisationCreated.class,
                                            OrganisationChanged.class,
                                            OrganisationSuspended.class,
                                            OrganisationResumed.class,
                                            OrganisationRemoved.class,
                                            DomainAdded.class,
                                            DomainSettingsChanged.class,
                                            DomainRemoved.class)),
                            written(
                                    OUTBOUND,
                                    List.of(
                                            DkimKeyIssued.class,
                                            DkimKeyActivated.class,
                                            DkimKeyRetired.class,
                                            SmtpServerConfigured.class,
                                            SmtpServerRemoved.class)),
                            written(
                                    INBOUND,
                                    List.of(
                                            RedirectedMailArrived.class,
                                            MailboxConfigured.class,
                                            MailboxRemoved.class,
                                            MailboxSignInRefused.class)),
                            written(
                                    VERIFICATION,
                                    List.of(
                                            DomainRecordsIssued.class,
                                            DomainChecked.class,
                                            DomainRecordStatusChanged.class,
                                            DomainVerified.class,
                                            DomainVerificationDegraded.class,
                                            DomainVerificationFailed.class)))
                    .flatMap(entries -> entries)
                    .toList(),
            List.of(DOMAIN, VERIFICATION, INBOUND, ROUTING, OUTBOUND, CONSOLE));

    /** The newest full state of each entity that an administrator configures. */
    public static final Topic CONFIGURATION = new Topic(
            "postroom.configuration",
            "The newest full state of each entity that an administrator configures: address, queue, agent, role, signature"
                    + " and so on; a null value means removed.",
            ORGANISATION_AND_ENTITY,
            COMPACT,
            Map.of(),
            written(
                            DOMAIN,
                            List.of(
                                    AddressConfigured.class,
                                    QueueConfigured.class,
                                    SkillConfigured.class,
                                    AgentConfigured.class,
                                    RoleConfigured.class,
                                    WrapUpCodeConfigured.class,
                                    LibraryConfigured.class,
                                    CannedResponseConfigured.class,
                                    SignatureConfigured.class,
                                    FlowConfigured.class,
                                    ScheduleConfigured.class,
                                    MailRulesConfigured.class))
                    .toList(),
            List.of(VERIFICATION, INBOUND, ROUTING, OUTBOUND, CONSOLE));

    /** What became of each organisation and what each domain may be used for, as it is now. */
    public static final Topic STANDINGS = new Topic(
            "postroom.standings",
            "What became of each organisation and what each domain may be used for, as it is now: the state that the"
                    + " domain events lead to, for readers that need it whole at every start.",
            ORGANISATION_AND_ENTITY,
            COMPACT,
            // The newest segment is never compacted: a small one keeps what a start reads near to what stands.
            Map.of("segment.bytes", "2097152"),
            Stream.concat(
                            written(DOMAIN, List.of(OrganisationStanding.class)),
                            Stream.concat(
                                    written(VERIFICATION, List.of(DomainStanding.class)),
                                    written(DOMAIN + " and " + VERIFICATION, List.of(StandingsComplete.class))))
                    .toList(),
            List.of(VERIFICATION, INBOUND, ROUTING, OUTBOUND, CONSOLE));

    /** Mail that was accepted. */
    public static final Topic EMAIL_EVENTS = new Topic(
            "postroom.email-events",
            "Mail that was accepted with 250, by its parsed facts, and what reports among it say.",
            ORGANISATION,
            KEEP,
            Map.of(),
            written(INBOUND, List.of(EmailReceived.class, DeliveryReported.class, FeedbackReported.class))
                    .toList(),
            List.of(ROUTING, OUTBOUND, CONSOLE));

    /** What agents and supervisors ask of routing. */
    public static final Topic ROUTING_COMMANDS = new Topic(
            "postroom.routing-commands",
            "What agents and supervisors ask of routing.",
            ORGANISATION,
            SEVEN_DAYS,
            Map.of(),
            written(
                            ROUTING,
                            List.of(
                                    ChangeAgentStatus.class,
                                    AcceptInteraction.class,
                                    DeclineInteraction.class,
                                    CloseInteraction.class,
                                    WrapUpInteraction.class,
                                    ParkInteraction.class,
                                    ResumeInteraction.class,
                                    TransferInteraction.class,
                                    NoteInteraction.class,
                                    MergeConversations.class,
                                    PartConversations.class,
                                    MoveEmail.class))
                    .toList(),
            List.of(ROUTING));

    /** Everything that can change routing, in the order in which it was decided upon. */
    public static final Topic ROUTING_JOURNAL = new Topic(
            "postroom.routing-journal",
            "Everything that can change routing, merged: its offsets are the order of all decisions, its log-append"
                    + " times their clock. Besides its own records it carries those of the topics it merges.",
            ORGANISATION,
            KEEP,
            Map.of("message.timestamp.type", "LogAppendTime"),
            written(ROUTING, List.of(TimerElapsed.class, ConfigurationRemoved.class, RoutingTermsChanged.class))
                    .toList(),
            List.of(ROUTING));

    /** What became of each interaction. */
    public static final Topic INTERACTION_EVENTS = new Topic(
            "postroom.interaction-events",
            "What became of each mail and each interaction: threaded, queued, offered, accepted, closed.",
            ORGANISATION,
            KEEP,
            Map.of(),
            written(
                            ROUTING,
                            List.of(
                                    EmailThreaded.class,
                                    EmailDiscarded.class,
                                    EmailKeptAside.class,
                                    FlowRan.class,
                                    InteractionQueued.class,
                                    InteractionOffered.class,
                                    InteractionAccepted.class,
                                    InteractionDeclined.class,
                                    InteractionOfferExpired.class,
                                    InteractionSegmentEnded.class,
                                    InteractionReopened.class,
                                    InteractionWrapUpStarted.class,
                                    InteractionWrapUpEnded.class,
                                    InteractionParked.class,
                                    InteractionUnparked.class,
                                    InteractionTransferred.class,
                                    InteractionNoted.class,
                                    InteractionClosed.class,
                                    ConversationsMerged.class,
                                    ConversationsParted.class,
                                    EmailMoved.class,
                                    RoutingCommandRejected.class))
                    .toList(),
            List.of(DOMAIN, OUTBOUND, CONSOLE));

    /** Who was on queue when. */
    public static final Topic AGENT_EVENTS = new Topic(
            "postroom.agent-events",
            "Who was on queue, and since when.",
            ORGANISATION,
            KEEP,
            Map.of(),
            written(ROUTING, List.of(AgentStatusChanged.class)).toList(),
            List.of(CONSOLE));

    /** The life of each reply. */
    public static final Topic REPLY_EVENTS = new Topic(
            "postroom.reply-events",
            "The life of each reply: requested, composed, sent, deferred, failed, bounced.",
            INTERACTION,
            KEEP,
            Map.of(),
            written(
                            OUTBOUND,
                            List.of(
                                    ReplyRequested.class,
                                    ReplyComposed.class,
                                    ReplySent.class,
                                    ReplyDeferred.class,
                                    ReplyFailed.class,
                                    ReplyUncertain.class,
                                    ReplyBounced.class))
                    .toList(),
            List.of(OUTBOUND, ROUTING, CONSOLE));

    private static final List<Topic> ALL = List.of(
            DOMAIN_EVENTS,
            CONFIGURATION,
            STANDINGS,
            EMAIL_EVENTS,
            ROUTING_COMMANDS,
            ROUTING_JOURNAL,
            INTERACTION_EVENTS,
            AGENT_EVENTS,
            REPLY_EVENTS);

    private Topics() {}

    /** All topics, in the order in which a mail meets them. */
    public static List<Topic> all() {
        return ALL;
    }

    private static Stream<Topic.Entry> written(String writer, List<Class<? extends SpecificRecord>> types) {
        return types.stream().map(type -> new Topic.Entry(type, writer));
    }
}
