package org.postroom.domain;

import java.time.Clock;
import java.util.List;
import org.postroom.domain.address.Address;
import org.postroom.domain.address.AddressBook;
import org.postroom.domain.address.Addresses;
import org.postroom.domain.agent.Agent;
import org.postroom.domain.agent.Agents;
import org.postroom.domain.audit.AuditTrail;
import org.postroom.domain.cannedresponse.CannedResponse;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.DirectoryParts;
import org.postroom.domain.directory.EntryForm;
import org.postroom.domain.directory.EntryPublisher;
import org.postroom.domain.directory.EntryStore;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.flow.DefinitionStore;
import org.postroom.domain.flow.Flow;
import org.postroom.domain.flow.Flows;
import org.postroom.domain.founding.Founding;
import org.postroom.domain.interaction.Interactions;
import org.postroom.domain.library.Library;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.domain.maildomain.MailDomains;
import org.postroom.domain.maildomain.SmtpServers;
import org.postroom.domain.mailrules.MailRules;
import org.postroom.domain.organisation.AccountNames;
import org.postroom.domain.organisation.OrganisationContents;
import org.postroom.domain.organisation.OrganisationPublisher;
import org.postroom.domain.organisation.OrganisationStore;
import org.postroom.domain.organisation.Organisations;
import org.postroom.domain.queue.Queue;
import org.postroom.domain.removal.DomainRemovals;
import org.postroom.domain.removal.Knowledge;
import org.postroom.domain.removal.OrganisationRemovals;
import org.postroom.domain.role.AccessRules;
import org.postroom.domain.role.Role;
import org.postroom.domain.role.RoleHolders;
import org.postroom.domain.role.Roles;
import org.postroom.domain.schedule.Schedule;
import org.postroom.domain.signature.Signature;
import org.postroom.domain.skill.Skill;
import org.postroom.domain.wrapupcode.WrapUpCode;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.runtime.standing.StandingSource;
import org.postroom.runtime.standing.StandingsBackfill;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the plain parts of the service together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DomainServiceSettings.class)
class DomainServiceConfiguration {

    private final EntryStore store;
    private final Changes changes;
    private final AuditTrail audit;
    private final IdSource ids;
    private final Clock clock;
    private final int entriesPerKind;

    DomainServiceConfiguration(
            EntryStore store,
            Changes changes,
            AuditTrail audit,
            IdSource ids,
            Clock clock,
            DomainServiceSettings settings) {
        this.store = store;
        this.changes = changes;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.entriesPerKind = settings.entriesPerKind();
    }

    @Bean
    Organisations organisations(
            OrganisationStore organisations,
            OrganisationPublisher publisher,
            OrganisationContents contents,
            DomainServiceSettings settings) {
        var names = new AccountNames(organisations, settings.reserved(), settings.accountNameQuarantine());
        return new Organisations(organisations, publisher, contents, changes, audit, names, clock);
    }

    @Bean
    StandingsBackfill standingsBackfill(
            List<StandingSource> sources,
            Outbox outbox,
            JdbcClient database,
            PlatformTransactionManager transactions,
            @Value("${spring.application.name}") String name) {
        return new StandingsBackfill(name, sources, outbox, database, transactions, clock);
    }

    @Bean
    Founding founding(MailDomains domains, Roles roles, Directory<Agent> agents) {
        return new Founding(domains, roles, agents);
    }

    @Bean
    OrganisationRemovals organisationRemovals(
            Organisations organisations,
            OrganisationStore organisationStore,
            OrganisationPublisher publisher,
            List<Directory<?>> directories,
            Knowledge knowledge,
            Interactions interactions) {
        return new OrganisationRemovals(
                organisations,
                organisationStore,
                publisher,
                directories,
                store,
                knowledge,
                interactions,
                changes,
                clock);
    }

    @Bean
    DomainRemovals domainRemovals(
            Directory<MailDomain> domains, Directory<Address> addresses, AddressBook book, Interactions interactions) {
        return new DomainRemovals(domains, addresses, book, interactions, changes);
    }

    @Bean
    Directory<MailDomain> domainDirectory(EntryPublisher<MailDomain> publisher, EntryForm<MailDomain> form) {
        return directory(MailDomain.KIND, MailDomain.class, publisher, form);
    }

    @Bean
    MailDomains mailDomains(
            Directory<MailDomain> domains,
            OrganisationStore organisations,
            SmtpServers servers,
            DomainServiceSettings settings) {
        return new MailDomains(
                domains, organisations, servers, changes, settings.nameSpace(), settings.domainLimit(), clock);
    }

    @Bean
    Directory<Skill> skillDirectory(EntryPublisher<Skill> publisher, EntryForm<Skill> form) {
        return directory(Skill.KIND, Skill.class, publisher, form);
    }

    @Bean
    Directory<Agent> agentDirectory(EntryPublisher<Agent> publisher, EntryForm<Agent> form) {
        return directory(Agent.KIND, Agent.class, publisher, form);
    }

    @Bean
    Directory<Role> roleDirectory(EntryPublisher<Role> publisher, EntryForm<Role> form) {
        return directory(Role.KIND, Role.class, publisher, form);
    }

    @Bean
    AccessRules accessRules(Directory<Role> roles, RoleHolders holders) {
        return new AccessRules(roles, holders, changes);
    }

    @Bean
    Roles roles(Directory<Role> roles, AccessRules rules) {
        return new Roles(roles, rules);
    }

    @Bean
    Agents agents(Directory<Agent> agents, AccessRules rules) {
        return new Agents(agents, rules);
    }

    @Bean
    Directory<WrapUpCode> wrapUpCodeDirectory(EntryPublisher<WrapUpCode> publisher, EntryForm<WrapUpCode> form) {
        return directory(WrapUpCode.KIND, WrapUpCode.class, publisher, form);
    }

    @Bean
    Directory<Library> libraryDirectory(EntryPublisher<Library> publisher, EntryForm<Library> form) {
        return directory(Library.KIND, Library.class, publisher, form);
    }

    @Bean
    Directory<MailRules> mailRulesDirectory(EntryPublisher<MailRules> publisher, EntryForm<MailRules> form) {
        return directory(MailRules.KIND, MailRules.class, publisher, form);
    }

    @Bean
    Directory<CannedResponse> cannedResponseDirectory(
            EntryPublisher<CannedResponse> publisher, EntryForm<CannedResponse> form) {
        return directory(CannedResponse.KIND, CannedResponse.class, publisher, form);
    }

    @Bean
    Directory<Schedule> scheduleDirectory(EntryPublisher<Schedule> publisher, EntryForm<Schedule> form) {
        return directory(Schedule.KIND, Schedule.class, publisher, form);
    }

    @Bean
    Directory<Flow> flowDirectory(EntryPublisher<Flow> publisher, EntryForm<Flow> form) {
        return directory(Flow.KIND, Flow.class, publisher, form);
    }

    @Bean
    Flows flows(Directory<Flow> flows, DefinitionStore definitions) {
        return new Flows(flows, definitions, changes);
    }

    @Bean
    Directory<Queue> queueDirectory(EntryPublisher<Queue> publisher, EntryForm<Queue> form) {
        return directory(Queue.KIND, Queue.class, publisher, form);
    }

    @Bean
    Directory<Signature> signatureDirectory(EntryPublisher<Signature> publisher, EntryForm<Signature> form) {
        return directory(Signature.KIND, Signature.class, publisher, form);
    }

    @Bean
    Directory<Address> addressDirectory(EntryPublisher<Address> publisher, EntryForm<Address> form) {
        // how many there may be, their domains say
        return directory(Address.KIND, Address.class, publisher, form, Integer.MAX_VALUE);
    }

    @Bean
    Addresses addresses(
            Directory<Address> addresses,
            Directory<MailDomain> domains,
            AddressBook book,
            DomainServiceSettings settings) {
        return new Addresses(addresses, domains, store, book, changes, settings.addressLimit());
    }

    private <T extends Configured> Directory<T> directory(
            Kind kind, Class<T> type, EntryPublisher<T> publisher, EntryForm<T> form) {
        return directory(kind, type, publisher, form, entriesPerKind);
    }

    private <T extends Configured> Directory<T> directory(
            Kind kind, Class<T> type, EntryPublisher<T> publisher, EntryForm<T> form, int most) {
        return new Directory<>(
                kind, type, publisher, form, new DirectoryParts(store, changes, audit, ids, clock, most));
    }
}
