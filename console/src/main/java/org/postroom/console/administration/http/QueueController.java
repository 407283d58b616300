package org.postroom.console.administration.http;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.AdministrationReadModel;
import org.postroom.console.administration.Entry;
import org.postroom.console.administration.Form;
import org.postroom.console.administration.Names;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.console.signin.http.Page;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pages of queues. */
@Page
@RequestMapping("/administration/queues")
class QueueController extends EntryPages<Entry.Queue> {

    QueueController(@Qualifier("domainService") ServiceClient domainService, AdministrationReadModel readModel) {
        super(Kind.QUEUE, Entry.Queue.class, domainService, readModel);
    }

    @Override
    Entry.Queue blank() {
        return new Entry.Queue(null, null, null, List.of(), 300);
    }

    @Override
    Entry.Queue read(@Nullable String id, Form form) {
        return new Entry.Queue(
                id,
                form.version(),
                form.text("name"),
                form.all("memberAgentIds"),
                form.number("alertingTimeoutSeconds"));
    }

    @Override
    List<String> cells(Entry.Queue queue, Names names) {
        List<String> members = Objects.requireNonNullElse(queue.memberAgentIds(), List.of());
        return List.of(
                members.isEmpty()
                        ? "nobody yet"
                        : members.stream()
                                .map(agent -> names.agents().getOrDefault(agent, agent))
                                .collect(Collectors.joining(", ")),
                Objects.requireNonNullElse(queue.alertingTimeoutSeconds(), 300) + " s");
    }
}
