package org.postroom.inbound.reception.smtp;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.Optional;
import org.apache.james.protocols.api.handler.CommandDispatcher;
import org.apache.james.protocols.api.handler.ProtocolHandlerChainImpl;
import org.apache.james.protocols.api.handler.WiringException;
import org.apache.james.protocols.netty.Encryption;
import org.apache.james.protocols.smtp.SMTPConfigurationImpl;
import org.apache.james.protocols.smtp.SMTPProtocol;
import org.apache.james.protocols.smtp.core.ExpnCmdHandler;
import org.apache.james.protocols.smtp.core.HelpCmdHandler;
import org.apache.james.protocols.smtp.core.NoopCmdHandler;
import org.apache.james.protocols.smtp.core.RsetCmdHandler;
import org.apache.james.protocols.smtp.core.VrfyCmdHandler;
import org.apache.james.protocols.smtp.core.esmtp.StartTlsCmdHandler;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.evidence.NameService;
import org.postroom.inbound.directory.Directory;
import org.postroom.inbound.reception.KnownRecipient;
import org.postroom.inbound.reception.LargestAnnouncement;
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
            SmtpSettings settings) {
        long largest = settings.maximumMessageSize().toBytes();
        return new Reception(store, mails, redirects, clock, settings.announcedName(), checks.content(), largest);
    }

    /** Where each check is registered: those of a stage are asked in this order. */
    @Bean
    ReceptionChecks receptionChecks(
            SmtpSettings settings,
            SmtpMetrics metrics,
            Optional<SenderAuthenticity> senderAuthenticity,
            Scanners scanners) {
        ReceptionChecks ruled = ruled(settings, metrics);
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
    static ReceptionChecks ruled(SmtpSettings settings, SmtpMetrics metrics) {
        return ReceptionChecks.none(metrics)
                .ofConnection(
                        new MostConnections(settings.maximumConnections(), settings.maximumConnectionsPerClient()))
                .ofSender(new LargestAnnouncement(settings.maximumMessageSize().toBytes()))
                .ofRecipient(new MostRecipients(settings.maximumRecipients()))
                .ofRecipient(new KnownRecipient())
                .ofContent(new MostHops(MOST_HOPS));
    }

    @Bean
    Sessions smtpSessions() {
        return new Sessions();
    }

    @Bean
    SmtpMetrics smtpMetrics(MeterRegistry registry, Sessions sessions) {
        return new SmtpMetrics(registry, sessions);
    }

    @Bean
    ProtocolHandlerChainImpl smtpVerbs(
            SmtpSettings settings,
            Sessions sessions,
            SmtpMetrics metrics,
            Directory directory,
            ReceptionChecks checks,
            Reception reception,
            IdSource ids)
            throws WiringException {
        var chain = new ProtocolHandlerChainImpl();
        chain.add(new CommandDispatcher<InboundSession>());
        chain.add(new Greeting(sessions, checks.connection(), settings));
        chain.add(new HelloVerb(checks.greeting(), settings));
        chain.add(new MailVerb(checks.sender()));
        chain.add(new RcptVerb(directory, checks.recipient(), metrics));
        chain.add(new DataVerb(reception, ids, metrics));
        chain.add(new QuitVerb());
        chain.add(new UnknownVerb());
        chain.add(new NoopCmdHandler());
        chain.add(new RsetCmdHandler());
        chain.add(new VrfyCmdHandler());
        chain.add(new ExpnCmdHandler());
        chain.add(new HelpCmdHandler());
        chain.add(new StartTlsCmdHandler());
        chain.add(new Patience(settings));
        chain.wireExtensibleHandlers();
        return chain;
    }

    @Bean
    SmtpListener smtpListener(
            SmtpSettings settings,
            ProtocolHandlerChainImpl smtpVerbs,
            Reception reception,
            Sessions sessions,
            SmtpMetrics metrics,
            ObservationRegistry observations,
            SslBundles certificates) {
        var protocol = new SMTPProtocol(smtpVerbs, new SMTPConfigurationImpl());
        var patience = new Patience(settings);
        @Nullable
        Encryption encryption = settings.tls()
                .map(bundle ->
                        Encryption.createStartTls(certificates.getBundle(bundle).createSslContext()))
                .orElse(null);
        var server = new SmtpServer(
                settings,
                () -> new SessionHandler(protocol, encryption, reception, sessions, patience, metrics, observations));
        return new SmtpListener(server, sessions, settings);
    }
}
