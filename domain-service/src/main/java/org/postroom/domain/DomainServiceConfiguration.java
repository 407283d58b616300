package org.postroom.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.postroom.domain.address.Address;
import org.postroom.domain.address.AddressBook;
import org.postroom.domain.address.Addresses;
import org.postroom.domain.agent.Agent;
import org.postroom.domain.agent.Agents;
import org.postroom.domain.audit.AuditTrail;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.DirectoryParts;
import org.postroom.domain.directory.EntryForm;
import org.postroom.domain.directory.EntryPublisher;
import org.postroom.domain.directory.EntryStore;
import org.postroom.domain.flow.DefinitionCheck;
import org.postroom.domain.flow.DefinitionStore;
import org.postroom.domain.flow.Flow;
import org.postroom.domain.flow.FlowTrials;
import org.postroom.domain.flow.Flows;
import org.postroom.domain.founding.Founding;
import org.postroom.domain.interaction.Interactions;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.domain.maildomain.MailDomains;
import org.postroom.domain.maildomain.SmtpServers;
import org.postroom.domain.organisation.AccountNames;
import org.postroom.domain.organisation.OrganisationContents;
import org.postroom.domain.organisation.OrganisationPublisher;
import org.postroom.domain.organisation.OrganisationStore;
import org.postroom.domain.organisation.Organisations;
import org.postroom.domain.queue.Queue;
import org.postroom.domain.removal.AddressRemovals;
import org.postroom.domain.removal.AgentRemovals;
import org.postroom.domain.removal.DomainRemovals;
import org.postroom.domain.removal.Knowledge;
import org.postroom.domain.removal.OrganisationRemovals;
import org.postroom.domain.removal.QueueRemovals;
import org.postroom.domain.removal.Retirements;
import org.postroom.domain.role.AccessRules;
import org.postroom.domain.role.Role;
import org.postroom.domain.role.RoleHolders;
import org.postroom.domain.role.Roles;
import org.postroom.domain.transfer.Section;
import org.postroom.domain.transfer.Transfer;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.runtime.standing.StandingSource;
import org.postroom.runtime.standing.StandingsBackfill;
import org.postroom.runtime.work.RepeatedWork;
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

    private static final List<String> SECTIONS = List.of(
            "skills",
            "wrapUpCodes",
            "libraries",
            "signatures",
            "cannedResponses",
            "schedules",
            "roles",
            "agents",
            "queues",
            "flows",
            "domains",
            "addresses",
            "mailRules");

    private static final Duration RETIREMENT_PAUSE = Duration.ofSeconds(2);

    private final EntryStore store;
    private final Changes changes;
    private final AuditTrail audit;
    private final Clock clock;

    DomainServiceConfiguration(EntryStore store, Changes changes, AuditTrail audit, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    @Bean
    DirectoryParts directoryParts(IdSource ids, DomainServiceSettings settings) {
        return new DirectoryParts(store, changes, audit, ids, clock, settings.entriesPerKind());
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
    AgentRemovals agentRemovals(Agents agents, Directory<Agent> directory, Directory<Queue> queues) {
        return new AgentRemovals(agents, directory, queues, changes);
    }

    @Bean
    QueueRemovals queueRemovals(Directory<Queue> queues, Directory<Address> addresses, Interactions interactions) {
        return new QueueRemovals(queues, addresses, store, interactions, changes);
    }

    @Bean
    AddressRemovals addressRemovals(Directory<Address> addresses, Interactions interactions, Retirements retirements) {
        return new AddressRemovals(addresses, store, interactions, retirements, changes);
    }

    /** What retires goes once nothing of it is open, which others tell in their time. */
    @Bean
    RepeatedWork retirement(AddressRemovals removals) {
        return new RepeatedWork("retirement", () -> goesOn -> {
            removals.finish();
            return RETIREMENT_PAUSE;
        });
    }

    @Bean
    Directory<MailDomain> domainDirectory(
            EntryPublisher<MailDomain> publisher, EntryForm<MailDomain> form, DirectoryParts shared) {
        return new Directory<>(MailDomain.KIND, MailDomain.class, publisher, form, shared);
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
    DefinitionCheck definitionCheck() {
        return new DefinitionCheck(store);
    }

    @Bean
    Flows flows(Directory<Flow> flows, DefinitionStore definitions, DefinitionCheck check) {
        return new Flows(flows, definitions, changes, check);
    }

    @Bean
    FlowTrials flowTrials(Directory<Flow> directory, DefinitionCheck check) {
        return new FlowTrials(directory, check, store);
    }

    @Bean
    Addresses addresses(
            Directory<Address> addresses,
            Directory<MailDomain> domains,
            AddressBook book,
            Interactions interactions,
            DomainServiceSettings settings) {
        return new Addresses(addresses, domains, store, book, changes, settings.addressLimit(), interactions);
    }

    /** The sections of documents in their order, each behind those whose entries its own need. */
    @Bean
    Transfer transfer(List<Section> parts) {
        List<Section> ordered = SECTIONS.stream()
                .flatMap(section ->
                        parts.stream().filter(part -> part.layout().section().equals(section)))
                .toList();
        if (ordered.size() != parts.size()) {
            throw new IllegalStateException("expected an order of all sections, but it lacks one");
        }
        return new Transfer(ordered, changes);
    }
}
