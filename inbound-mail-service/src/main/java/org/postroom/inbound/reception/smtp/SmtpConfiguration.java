package org.postroom.inbound.reception.smtp;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
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
import org.postroom.inbound.directory.Directory;
import org.postroom.inbound.reception.ReceivedMailLog;
import org.postroom.inbound.reception.Reception;
import org.postroom.inbound.reception.ReceptionLimits;
import org.postroom.inbound.reception.RecipientRule;
import org.postroom.inbound.reception.RedirectLog;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.message.MessageStore;
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
            MessageStore store, ReceivedMailLog log, RedirectLog redirects, Clock clock, SmtpSettings settings) {
        var limits = new ReceptionLimits(settings.maximumMessageSize().toBytes(), MOST_HOPS);
        return new Reception(store, log, redirects, clock, settings.announcedName(), limits);
    }

    @Bean
    Sessions smtpSessions(SmtpSettings settings) {
        return new Sessions(settings);
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
            Reception reception,
            IdSource ids)
            throws WiringException {
        var chain = new ProtocolHandlerChainImpl();
        chain.add(new CommandDispatcher<InboundSession>());
        chain.add(new Greeting(sessions, settings));
        chain.add(new HelloVerb(settings));
        chain.add(new MailVerb(settings));
        chain.add(new RcptVerb(directory, new RecipientRule(settings.maximumRecipients()), metrics));
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
                settings, () -> new SessionHandler(protocol, encryption, sessions, patience, metrics, observations));
        return new SmtpListener(server, sessions, settings);
    }
}
