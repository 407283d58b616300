package org.postroom.inbound.mailbox.http;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.mailbox.Mailbox;
import org.postroom.inbound.mailbox.MailboxDesk;
import org.postroom.inbound.mailbox.MailboxForm;
import org.postroom.inbound.mailbox.Mailboxes;
import org.postroom.inbound.mailbox.StepResult;
import org.postroom.inbound.mailbox.jdbc.MailboxDatabase;
import org.postroom.inbound.mailbox.jdbc.WithMailboxes;
import org.postroom.runtime.security.SignedInUser;
import org.postroom.runtime.token.OAuth2;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mailboxes that the caller's organisation has its mail fetched from. Secrets go in and never come out. */
@RestController
@RequestMapping("/api/mailboxes")
@PreAuthorize("hasAuthority('routing:email:manage')")
@WithMailboxes
class MailboxController {

    private final MailboxDesk desk;
    private final MailboxDatabase database;

    MailboxController(MailboxDesk desk, MailboxDatabase database) {
        this.desk = desk;
        this.database = database;
    }

    @GetMapping
    List<Shown> list(SignedInUser user) {
        return inTransaction(() -> desk.list(user.organisationId()).stream()
                .map(known -> Shown.of(known, List.of()))
                .toList());
    }

    @GetMapping("/{mailboxId}")
    Shown get(SignedInUser user, @PathVariable String mailboxId) {
        return inTransaction(() ->
                Shown.of(desk.get(user.organisationId(), mailboxId), desk.notTaken(user.organisationId(), mailboxId)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown add(SignedInUser user, @RequestBody MailboxForm form) {
        return inTransaction(() -> Shown.of(desk.add(user.organisationId(), user.userId(), form), List.of()));
    }

    @PutMapping("/{mailboxId}")
    Shown change(SignedInUser user, @PathVariable String mailboxId, @RequestBody MailboxForm form) {
        return inTransaction(() -> Shown.of(
                desk.change(user.organisationId(), user.userId(), mailboxId, form),
                desk.notTaken(user.organisationId(), mailboxId)));
    }

    @DeleteMapping("/{mailboxId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(SignedInUser user, @PathVariable String mailboxId) {
        inTransaction(() -> {
            desk.remove(user.organisationId(), user.userId(), mailboxId);
            return mailboxId;
        });
    }

    @PostMapping("/connection-tests")
    Tested test(SignedInUser user, @RequestBody TestForm form) {
        MailboxDesk.Trial trial =
                inTransaction(() -> desk.trial(user.organisationId(), form.mailbox(), form.mailboxId()));
        List<StepResult> steps = desk.run(trial);
        return new Tested(steps.stream().noneMatch(step -> step.outcome() == StepResult.Outcome.FAILED), steps);
    }

    private <T> T inTransaction(Supplier<T> action) {
        database.prepare();
        return database.inTransaction(action);
    }

    record Tested(boolean ok, List<StepResult> steps) {}

    /** A mailbox to be tried, with the stored one whose secret counts. */
    record TestForm(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String tls,
            @Nullable String authentication,
            @Nullable String userName,
            @Nullable String password,
            MailboxForm.@Nullable OAuth2Form oauth2,
            @Nullable String folder,
            @Nullable String afterwards,
            @Nullable String mailboxId) {

        MailboxForm mailbox() {
            return new MailboxForm(
                    "test",
                    host,
                    port,
                    tls,
                    authentication,
                    userName,
                    password,
                    oauth2,
                    folder,
                    afterwards,
                    null,
                    null);
        }

        @Override
        public String toString() {
            return "TestForm[host=" + host + ", secrets withheld]";
        }
    }

    record Shown(
            String id,
            String addressId,
            String host,
            int port,
            Mailbox.Encryption tls,
            Mailbox.Authentication authentication,
            String userName,
            @Nullable OAuth2 oauth2,
            String folder,
            Mailbox.Afterwards afterwards,
            boolean fetchOld,
            long version,
            boolean signInRefused,
            @Nullable Instant failingSince,
            @Nullable String problem,
            @Nullable Instant nextAttempt,
            @Nullable Instant fetchedAt,
            List<Mailboxes.NotTaken> notTaken) {

        static Shown of(Mailboxes.Known known, List<Mailboxes.NotTaken> notTaken) {
            Mailbox mailbox = known.mailbox();
            boolean fails = known.standing().failingSince() != null;
            return new Shown(
                    mailbox.id(),
                    mailbox.addressId(),
                    mailbox.host(),
                    mailbox.port(),
                    mailbox.encryption(),
                    mailbox.authentication(),
                    mailbox.userName(),
                    mailbox.oauth2(),
                    mailbox.folder(),
                    mailbox.afterwards(),
                    mailbox.fetchOld(),
                    mailbox.version(),
                    known.standing().isRefused(),
                    known.standing().failingSince(),
                    known.standing().problem(),
                    fails ? known.standing().nextAttempt() : null,
                    known.standing().fetchedAt(),
                    notTaken);
        }
    }
}
