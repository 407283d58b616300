package org.postroom.domain.transfer.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.postroom.domain.transfer.DocumentLimits;
import org.postroom.domain.transfer.Transfer;
import org.postroom.domain.transfer.TransferredChange;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The whole configuration of the caller's organisation as one YAML document. */
@RestController
@RequestMapping("/api/configuration")
@PreAuthorize("hasAuthority('directory:manage') and hasAuthority('routing:email:manage')")
class ConfigurationController {

    private static final String YAML = "application/yaml";
    private final Transfer transfer;
    private final DocumentReader documents;
    private final DocumentTurns turns = new DocumentTurns();

    ConfigurationController(Transfer transfer) {
        this.transfer = transfer;
        this.documents = new DocumentReader(transfer.sections());
    }

    /** The configuration. Entries name others by their names; there are no identifiers and no secrets in it. */
    @GetMapping(produces = YAML)
    String read(SignedInUser user) {
        return turns.alone(user.organisationId(), turn -> {
            turn.begin();
            return DocumentReader.write(transfer.read(user));
        });
    }

    /**
     * Makes the configuration what the document says, all of it or nothing. Each entry in it is the full state of that
     * entry; what the document does not mention stays unless {@code removeOthers} is true. A document has at most 4 MiB,
     * 200000 keys and values, 10000 entries and no aliases, and an organisation reads or applies one at a time.
     */
    @PostMapping(consumes = YAML)
    @RequestBody(
            required = true,
            description =
                    "At most 4 MiB, 10000 entries, 200000 keys and values, 32 levels, 262144 characters a line and"
                            + " 1000 a key; no aliases, and no key twice. One document of an organisation at a time.",
            content = @Content(mediaType = YAML, schema = @Schema(type = "string")))
    AppliedJson apply(
            SignedInUser user,
            InputStream document,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean removeOthers) {
        return turns.alone(user.organisationId(), turn -> {
            InputStream received = receive(document);
            turn.begin();
            var read = documents.read(received);
            return new AppliedJson(dryRun, transfer.apply(user, read, dryRun, removeOthers));
        });
    }

    /** All of it comes before work begins, so that who sends slowly keeps nobody else waiting. */
    private static InputStream receive(InputStream document) {
        try {
            byte[] octets = document.readNBytes(DocumentLimits.LONGEST + 1);
            if (octets.length > DocumentLimits.LONGEST) {
                throw new InvalidFieldException(
                        "document", "expected at most " + DocumentLimits.LONGEST + " octets, but got more");
            }
            return new ByteArrayInputStream(octets);
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    /**
     * What a document changed, or would have.
     *
     * @param dryRun true where nothing was kept
     * @param changes the changes, entry by entry
     */
    record AppliedJson(boolean dryRun, List<TransferredChange> changes) {}
}
