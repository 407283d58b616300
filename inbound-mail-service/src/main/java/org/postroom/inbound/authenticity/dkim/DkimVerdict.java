package org.postroom.inbound.authenticity.dkim;

import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.evidence.Result;

/**
 * What became of one signature.
 *
 * @param result NEUTRAL and SOFTFAIL do not occur
 * @param domain the signing domain (d=); empty where the field cannot be read
 * @param selector the selector (s=); empty where the field cannot be read
 * @param beginning the first eight characters of the signature, which tell several by one signer apart (RFC 6008)
 * @param why what it rests on, one sentence; null where there is nothing to add
 */
public record DkimVerdict(
        Result result,
        String domain,
        String selector,
        String beginning,
        @Nullable String why) {}
