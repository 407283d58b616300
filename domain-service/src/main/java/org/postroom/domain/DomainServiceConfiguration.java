package org.postroom.domain;

import java.time.Clock;
import org.postroom.domain.address.Address;
import org.postroom.domain.address.Addresses;
import org.postroom.domain.agent.Agent;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.EntryPublisher;
import org.postroom.domain.directory.EntryStore;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.domain.maildomain.MailDomains;
import org.postroom.domain.organisation.OrganisationStore;
import org.postroom.domain.organisation.Organisations;
import org.postroom.domain.queue.Queue;
import org.postroom.domain.signature.Signature;
import org.postroom.domain.skill.Skill;
import org.postroom.runtime.id.IdSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the plain parts of the service together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DomainServiceSettings.class)
class DomainServiceConfiguration {

    private final EntryStore store;
    private final Changes changes;
    private final IdSource ids;
    private final Clock clock;

    DomainServiceConfiguration(EntryStore store, Changes changes, IdSource ids, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    @Bean
    Organisations organisations(OrganisationStore organisations) {
        return new Organisations(organisations, clock);
    }

    @Bean
    Directory<MailDomain> domainDirectory(EntryPublisher<MailDomain> publisher) {
        return directory(MailDomain.KIND, MailDomain.class, publisher);
    }

    @Bean
    MailDomains mailDomains(Directory<MailDomain> domains, DomainServiceSettings settings) {
        return new MailDomains(domains, changes, settings.domainLimit(), clock);
    }

    @Bean
    Directory<Skill> skillDirectory(EntryPublisher<Skill> publisher) {
        return directory(Skill.KIND, Skill.class, publisher);
    }

    @Bean
    Directory<Agent> agentDirectory(EntryPublisher<Agent> publisher) {
        return directory(Agent.KIND, Agent.class, publisher);
    }

    @Bean
    Directory<Queue> queueDirectory(EntryPublisher<Queue> publisher) {
        return directory(Queue.KIND, Queue.class, publisher);
    }

    @Bean
    Directory<Signature> signatureDirectory(EntryPublisher<Signature> publisher) {
        return directory(Signature.KIND, Signature.class, publisher);
    }

    @Bean
    Directory<Address> addressDirectory(EntryPublisher<Address> publisher) {
        return directory(Address.KIND, Address.class, publisher);
    }

    @Bean
    Addresses addresses(Directory<Address> addresses, Directory<MailDomain> domains) {
        return new Addresses(addresses, domains, store, changes);
    }

    private <T extends Configured> Directory<T> directory(Kind kind, Class<T> type, EntryPublisher<T> publisher) {
        return new Directory<>(kind, type, store, changes, publisher, ids, clock);
    }
}
