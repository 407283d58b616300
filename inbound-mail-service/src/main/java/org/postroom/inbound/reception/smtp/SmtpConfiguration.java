package org.postroom.inbound.reception.smtp;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.james.protocols.api.handler.CommandDispatcher;
import org.apache.james.protocols.api.handler.ProtocolHandlerChainImpl;
import org.apache.james.protocols.api.handler.WiringException;
import org.apache.james.protocols.netty.Encryption;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.evidence.NameService;
import org.postroom.inbound.directory.Directory;
import org.postroom.inbound.reception.ContentLimits;
import org.postroom.inbound.reception.KnownRecipient;
import org.postroom.inbound.reception.LargestAnnouncement;
import org.postroom.inbound.reception.LargestForOrganisations;
import org.postroom.inbound.reception.LargestForRecipient;
import org.postroom.inbound.reception.MemoryBudget;
import org.postroom.inbound.reception.MostConnections;
import org.postroom.inbound.reception.MostHops;
import org.postroom.inbound.reception.MostRecipients;
import org.postroom.inbound.reception.ReceivedMailPublisher;
import org.postroom.inbound.reception.Reception;
import org.postroom.inbound.reception.ReceptionChecks;
import org.postroom.inbound.reception.RedirectPublisher;
import org.postroom.inbound.reception.ScanCheck;
import org.postroom.inbound.reception.SenderAuthenticity;
import org.postroom.inbound.scan.Scanners;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.message.MessageStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the SMTP server together. */
@Configuration(proxyBeanMethods = false)
class SmtpConfiguration {

    /** RFC 5321, section 6.3 asks for at least 100; a customer's mail that took more than 30 hops is in a loop. */
    private static final int MOST_HOPS = 30;

    @Bean
    Reception reception(
            MessageStore store,
            ReceivedMailPublisher mails,
            RedirectPublisher redirects,
            ReceptionChecks checks,
            Clock clock,
            SmtpSettings settings,
            MemoryBudget memory) {
        ContentLimits limits = settings.limits().content(settings.maximumMessageSize());
        return new Reception(
                store, mails, redirects, clock, settings.announcedName(), checks.content(), limits, memory);
    }

    /** The memory for mails that are coming in. */
    @Bean
    MemoryBudget memoryOfMails(SmtpSettings settings) {
        SmtpLimits limits = settings.limits();
        return new MemoryBudget(limits.octetsInMemory(), limits.memoryShare() / 100.0, limits.memoryPatience());
    }

    /** Where each check is registered: those of a stage are asked in this order. */
    @Bean
    ReceptionChecks receptionChecks(
            SmtpSettings settings,
            SmtpMetrics metrics,
            Directory directory,
            Optional<SenderAuthenticity> senderAuthenticity,
            Scanners scanners) {
        ReceptionChecks ruled = ruled(settings, metrics, directory);
        return scanned(senderAuthenticity.map(ruled::ofContent).orElse(ruled), scanners);
    }

    /** The check that asks name servers. */
    @Bean
    @ConditionalOnProperty(name = "postroom.inbound.authenticity.enabled", matchIfMissing = true)
    SenderAuthenticity senderAuthenticity(
            SmtpSettings settings,
            AuthenticitySettings authenticity,
            NameService names,
            Directory directory,
            Clock clock) {
        return new SenderAuthenticity(names, authenticity.budget(), directory, settings.announcedName(), clock);
    }

    /** With the engines that look for spam and viruses. */
    static ReceptionChecks scanned(ReceptionChecks before, Scanners scanners) {
        ReceptionChecks checks = before.ofContent(ScanCheck.forSpam(scanners.spam()));
        return scanners.virus()
                .map(virus -> checks.ofContent(ScanCheck.forViruses(virus)))
                .orElse(checks);
    }

    /** The checks that ask nobody. */
    static ReceptionChecks ruled(SmtpSettings settings, SmtpMetrics metrics, Directory directory) {
        ToLongFunction<String> largest =
                organisation -> directory.rulesOf(organisation).largestMessage();
        return ReceptionChecks.none(metrics)
                .ofConnection(
                        new MostConnections(settings.maximumConnections(), settings.maximumConnectionsPerClient()))
                .ofConnection(new RateOfConnections(settings.limits()))
                .ofSender(new RateOfMails(settings.limits()))
                .ofSender(new LargestAnnouncement(settings.maximumMessageSize().toBytes()))
                .ofRecipient(new MostRecipients(settings.maximumRecipients()))
                .ofRecipient(new KnownRecipient())
                .ofRecipient(new LargestForRecipient(largest))
                .ofContent(new LargestForOrganisations(largest))
                .ofContent(new MostHops(MOST_HOPS));
    }

    @Bean
    Sessions smtpSessions() {
        return new Sessions();
    }

    @Bean
    SmtpMetrics smtpMetrics(MeterRegistry registry, Sessions sessions, MemoryBudget memory) {
        return new SmtpMetrics(registry, sessions, memory);
    }

    @Bean
    MailTaker mailTaker(Reception reception, IdSource ids, SmtpMetrics metrics, ObservationRegistry observations) {
        return new MailTaker(reception, ids, metrics, observations);
    }

    @Bean
    ProtocolHandlerChainImpl smtpVerbs(
            SmtpSettings settings,
            Sessions sessions,
            SmtpMetrics metrics,
            Directory directory,
            ReceptionChecks checks,
            MailTaker taker)
            throws WiringException {
        var chain = new ProtocolHandlerChainImpl();
        chain.add(new CommandDispatcher<InboundSession>());
        chain.add(new Greeting(sessions, checks.connection(), settings));
        chain.add(new HelloVerb(checks.greeting(), settings));
        chain.add(new MailVerb(checks.sender()));
        var postmaster = new HostPostmaster(settings.postmasterAddress(), settings.announcedName());
        chain.add(new RcptVerb(directory, postmaster, checks.recipient(), metrics));
        chain.add(new DataVerb(taker));
        chain.add(new BdatVerb(taker));
        chain.add(new QuitVerb());
        chain.add(new UnknownVerb());
        chain.add(new RsetVerb());
        chain.add(new StartTlsVerb());
        chain.add(new VrfyVerb());
        chain.add(new FixedVerb(Replies.OK, "NOOP"));
        chain.add(new FixedVerb(Replies.HELP, "HELP"));
        chain.add(new FixedVerb(Replies.NOT_IMPLEMENTED, "AUTH", "EXPN", "ETRN", "TURN", "SEND", "SOML", "SAML"));
        chain.add(new Patience(settings, metrics));
        chain.wireExtensibleHandlers();
        return chain;
    }

    @Bean
    SmtpListener smtpListener(
            SmtpSettings settings,
            ProtocolHandlerChainImpl smtpVerbs,
            MailTaker taker,
            Sessions sessions,
            SmtpMetrics metrics,
            SslBundles certificates) {
        var protocol = new ReceivingProtocol(smtpVerbs);
        var patience = new Patience(settings, metrics);
        @Nullable
        Encryption encryption = settings.tls()
                .map(bundle -> ReloadedEncryption.of(certificates, bundle))
                .orElse(null);
        var server = new SmtpServer(
                settings,
                turns -> new SessionHandler(
                        turns,
                        protocol,
                        encryption,
                        taker,
                        sessions,
                        patience,
                        metrics,
                        settings.limits().pace()));
        return new SmtpListener(server, sessions, settings);
    }
}
