package org.postroom.outbound.smtpserver.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.smtpserver.ServerDesk;
import org.postroom.outbound.smtpserver.ServerForm;
import org.postroom.outbound.smtpserver.SmtpServer;
import org.postroom.outbound.smtpserver.StepResult;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.security.SignedInUser;
import org.postroom.runtime.token.OAuth2;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The SMTP servers of the caller's organisation. Secrets go in and never come out. */
@RestController
@RequestMapping("/api/smtp-servers")
@PreAuthorize("hasAuthority('routing:email:manage')")
@InStage(Stage.SEND)
class SmtpServerController {

    private final ServerDesk desk;

    SmtpServerController(ServerDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    List<Server> list(SignedInUser user) {
        return desk.list(organisation(user)).stream().map(Server::of).toList();
    }

    @GetMapping("/{serverId}")
    Server get(SignedInUser user, @PathVariable String serverId) {
        return Server.of(desk.get(organisation(user), serverId));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    Server add(SignedInUser user, @RequestBody ServerForm form) {
        return Server.of(desk.add(organisation(user), user.userId(), form));
    }

    @PutMapping("/{serverId}")
    @Transactional
    Server change(SignedInUser user, @PathVariable String serverId, @RequestBody ServerForm form) {
        return Server.of(desk.change(organisation(user), user.userId(), serverId, form));
    }

    @DeleteMapping("/{serverId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void remove(SignedInUser user, @PathVariable String serverId) {
        desk.remove(organisation(user), user.userId(), serverId);
    }

    @PostMapping("/connection-tests")
    Tested test(SignedInUser user, @RequestBody TestForm form) {
        List<StepResult> steps = desk.test(organisation(user), form.server(), form.smtpServerId(), form.from());
        return new Tested(steps.stream().noneMatch(step -> step.outcome() == StepResult.Outcome.FAILED), steps);
    }

    private static OrganisationId organisation(SignedInUser user) {
        return new OrganisationId(user.organisationId());
    }

    record Tested(boolean ok, List<StepResult> steps) {}

    /** A server to be tried, with the stored one whose secret counts and the sender to try with. */
    record TestForm(
            @Nullable String name,
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String tls,
            @Nullable String authentication,
            @Nullable String userName,
            @Nullable String password,
            ServerForm.@Nullable OAuth2Form oauth2,
            @Nullable Integer connectionLimit,
            @Nullable String smtpServerId,
            @Nullable String from) {

        ServerForm server() {
            String named = name == null || name.isBlank() ? "test" : name;
            return new ServerForm(
                    named, host, port, tls, authentication, userName, password, oauth2, connectionLimit, null);
        }

        @Override
        public String toString() {
            return "TestForm[host=" + host + ", secrets withheld]";
        }
    }

    record Server(
            String id,
            String name,
            String host,
            int port,
            SmtpServer.Encryption tls,
            SmtpServer.Authentication authentication,
            @Nullable String userName,
            boolean passwordSet,
            @Nullable OAuth2 oauth2,
            int connectionLimit,
            long version) {

        static Server of(SmtpServer server) {
            return new Server(
                    server.id(),
                    server.name(),
                    server.host(),
                    server.port(),
                    server.encryption(),
                    server.authentication(),
                    server.userName(),
                    server.authentication() != SmtpServer.Authentication.NONE,
                    server.oauth2(),
                    server.connectionLimit(),
                    server.version());
        }
    }
}
