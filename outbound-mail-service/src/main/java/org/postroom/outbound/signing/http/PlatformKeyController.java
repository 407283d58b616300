package org.postroom.outbound.signing.http;

import org.postroom.outbound.signing.DkimKey;
import org.postroom.outbound.signing.PlatformKeys;
import org.postroom.outbound.signing.SigningKeys.SigningKey;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.problem.NotFoundException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The record that the installation's operator publishes for the system domains. */
@RestController
@PreAuthorize("hasAuthority('installation:operate')")
@InStage(Stage.SEND)
class PlatformKeyController {

    private final PlatformKeys keys;

    PlatformKeyController(PlatformKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/api/platform/dkim-key")
    PublicKeyRecord key() {
        return keys.key()
                .map(PublicKeyRecord::of)
                .orElseThrow(() -> new NotFoundException("setting", "postroom.outbound.platform-domain"));
    }

    record PublicKeyRecord(String domainName, String selector, String keyType, String name, String type, String value) {

        static PublicKeyRecord of(SigningKey signing) {
            DkimKey key = signing.key();
            return new PublicKeyRecord(
                    signing.domainName(),
                    key.selector(),
                    key.type().tag(),
                    key.selector() + "._domainkey." + signing.domainName(),
                    "TXT",
                    "v=DKIM1; k=" + key.type().tag() + "; p=" + key.publicKey());
        }
    }
}
