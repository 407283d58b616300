package org.postroom.domain.maildomain.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Layout;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.domain.maildomain.MailDomain.DomainType;
import org.postroom.domain.maildomain.MailDomains;
import org.postroom.domain.maildomain.SmtpServers;
import org.postroom.domain.maildomain.http.MailDomainJson.MailDomainForm;
import org.postroom.domain.transfer.Section;
import org.postroom.domain.transfer.Section.Item;
import org.postroom.mail.DomainName;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.stereotype.Component;

/**
 * Mail domains in documents, with their settings. The system domain, whose name depends on the organisation, is called
 * {@code system}. SMTP servers are named, not described: outbound-mail-service keeps them. Documents never remove domains.
 */
@Component
final class MailDomainSection implements Section {

    private static final String SYSTEM = "system";
    private static final String SERVER = "smtpServer";
    private static final String SERVER_ID = "smtpServerId";
    private static final Layout LAYOUT =
            new Layout("domains", MailDomain.KIND, Map.of(), Set.of(), List.of("whenUnverified"));
    private static final Set<String> SETTINGS =
            Set.of("receivingWay", "sendingWay", SERVER_ID, "whenUnverified", "mailFromLabel");

    private final Directory<MailDomain> directory;
    private final MailDomainForm form;
    private final MailDomains domains;
    private final SmtpServers servers;

    MailDomainSection(Directory<MailDomain> directory, MailDomainForm form, MailDomains domains, SmtpServers servers) {
        this.directory = directory;
        this.form = form;
        this.domains = domains;
        this.servers = servers;
    }

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    public List<Item> items(SignedInUser user) {
        Map<String, String> names = servers.names(user.organisationId());
        return directory.all(user).stream().map(domain -> item(domain, names)).toList();
    }

    @Override
    public Item add(SignedInUser user, String key, Map<String, @Nullable Object> fields) {
        Entry<MailDomain> added = key.equals(SYSTEM) ? domains.addSystemDomain(user) : domains.add(user, name(key));
        return change(user, item(added, Map.of()), fields);
    }

    @Override
    public Item change(SignedInUser user, Item present, Map<String, @Nullable Object> fields) {
        Map<String, String> names = servers.names(user.organisationId());
        Map<String, @Nullable Object> settings = new LinkedHashMap<>(fields);
        Object server = settings.remove(SERVER);
        if (server != null) {
            settings.put(SERVER_ID, identifier(names, String.valueOf(server)));
        }
        settings.keySet().stream()
                .filter(field -> !SETTINGS.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new InvalidFieldException(field, "expected a setting of a domain, but it is none");
                });
        return item(
                domains.configure(
                        user,
                        present.id(),
                        present.version(),
                        form.read(settings).toSettings(new Fields())),
                names);
    }

    @Override
    public void remove(SignedInUser user, Item present) {
        // a domain goes only by name and by hand, since its mail stops with it
    }

    private Item item(Entry<MailDomain> domain, Map<String, String> serverNames) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(directory.fields(domain.value()));
        fields.keySet().retainAll(SETTINGS);
        Object server = fields.remove(SERVER_ID);
        if (server != null) {
            fields.put(SERVER, serverNames.getOrDefault(server, String.valueOf(server)));
        }
        MailDomain value = domain.value();
        String key = value.type() == DomainType.SYSTEM ? SYSTEM : value.name().value();
        return new Item(domain.id(), domain.version(), key, fields);
    }

    private static String identifier(Map<String, String> names, String name) {
        return names.entrySet().stream()
                .filter(server -> Objects.equals(server.getValue(), name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new InvalidFieldException(
                        SERVER, "expected an SMTP server of your organisation, but there is none called " + name));
    }

    private static DomainName name(String key) {
        var fields = new Fields();
        var name = fields.required("name", key, DomainName::new);
        return fields.whole(name::get);
    }
}
