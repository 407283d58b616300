package org.postroom.domain.transfer.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    private static final int LONGEST = 8 * 1024 * 1024;

    private final Transfer transfer;
    private final DocumentReader documents;

    ConfigurationController(Transfer transfer) {
        this.transfer = transfer;
        this.documents = new DocumentReader(transfer.sections());
    }

    /** The configuration. Entries name others by their names; there are no identifiers and no secrets in it. */
    @GetMapping(produces = YAML)
    String read(SignedInUser user) {
        return DocumentReader.write(transfer.read(user));
    }

    /**
     * Makes the configuration what the document says, all of it or nothing. Each entry in it is the full state of that
     * entry; what the document does not mention stays unless {@code removeOthers} is true.
     */
    @PostMapping(consumes = YAML)
    @RequestBody(required = true, content = @Content(mediaType = YAML, schema = @Schema(type = "string")))
    AppliedJson apply(
            SignedInUser user,
            InputStream document,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean removeOthers)
            throws IOException {
        byte[] octets = document.readNBytes(LONGEST + 1);
        if (octets.length > LONGEST) {
            throw new InvalidFieldException("document", "expected at most " + LONGEST + " octets, but got more");
        }
        var read = documents.read(new String(octets, StandardCharsets.UTF_8));
        return new AppliedJson(dryRun, transfer.apply(user, read, dryRun, removeOthers));
    }

    /**
     * What a document changed, or would have.
     *
     * @param dryRun true where nothing was kept
     * @param changes the changes, entry by entry
     */
    record AppliedJson(boolean dryRun, List<TransferredChange> changes) {}
}
