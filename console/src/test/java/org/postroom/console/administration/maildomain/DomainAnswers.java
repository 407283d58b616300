package org.postroom.console.administration.maildomain;

import org.postroom.console.Services;

/** What the services answer about one domain whose ownership record is wrong. */
final class DomainAnswers {

    private final String domainId;
    private final Services services = Services.running();

    DomainAnswers(String domainId) {
        this.domainId = domainId;
        domain("MX", "PLATFORM", 3);
        verification("PENDING", "MISMATCH", "postroom=wrong", "Replace the value: another one is published.");
        services.answer("GET", "/api/addresses", 200, "[]");
        services.answer("GET", "/api/held-replies", 200, "[]");
        services.answer("GET", "/api/smtp-servers", 200, "[{\"id\":\"s1\",\"name\":\"Our relay\"}]");
        services.answer("GET", path("/dkim-keys"), 200, """
                [{"selector":"postroom1","keyType":"rsa","state":"ACTIVE","recordOk":true,
                  "issuedAt":"2026-11-22T09:00:00Z","activatedAt":"2026-11-22T09:05:00Z"},
                 {"selector":"postroom2","keyType":"rsa","state":"STANDBY","recordOk":false,
                  "issuedAt":"2026-11-22T09:00:00Z"}]""");
    }

    String path(String rest) {
        return "/api/domains/" + domainId + rest;
    }

    DomainAnswers domain(String receivingWay, String sendingWay, int version) {
        String json = """
                {"id":"%s","name":"support.acme.test","unicodeName":"support.acme.test","type":"CUSTOM",
                 "receivingWay":"%s","sendingWay":"%s","smtpServerId":null,"whenUnverified":"HOLD",
                 "mailFromLabel":"bounce","addresses":1,"addedAt":"2026-11-22T09:00:00Z","version":%d}""".formatted(domainId, receivingWay, sendingWay, version);
        services.answer("GET", path(""), 200, json);
        services.answer("GET", "/api/domains", 200, "[" + json + "]");
        return this;
    }

    DomainAnswers verification(String receiving, String status, String found, String cure) {
        services.answer("GET", path("/verification"), 200, """
                {"domainId":"%s","domainName":"support.acme.test","type":"CUSTOM",
                 "receiving":{"state":"%s","since":"2026-11-22T09:00:00Z","graceEndsAt":null,"reason":null},
                 "sending":{"state":"PENDING","since":"2026-11-22T09:00:00Z","graceEndsAt":null,"reason":null},
                 "dkim":{"state":"MISSING","explanation":"Without it some receivers take replies for spam."},
                 "mailFrom":{"state":"MISSING","explanation":"Bounces come back to the From address."},
                 "dmarc":{"state":"PRESENT","policy":"none","foundAt":"_dmarc.acme.test","dkimAligned":true,
                          "spfAligned":false,"explanation":"Policy none, of the organisational domain."},
                 "redirectAddress":"k7p2@redirect.postroom.test","redirectProvenAt":null,
                 "checkedAt":"2026-11-22T09:01:00Z","nextCheckAt":"2026-11-22T09:02:00Z","checkAllowedAt":null,
                 "nameServers":["ns1.acme.test","ns2.acme.test"],
                 "dnsHost":{"name":"Example DNS","steps":["Open the zone.","Add a record."]},
                 "records":[
                  {"purpose":"OWNERSHIP","required":true,"name":"_postroom.support.acme.test",
                   "relativeName":"_postroom.support","zone":"acme.test","type":"TXT","value":"postroom=right",
                   "valueChunks":["postroom=right"],"status":"%s","found":["%s"],
                   "difference":[{"text":"postroom=","kind":"SAME"},{"text":"wrong","kind":"FOUND_ONLY"},
                                 {"text":"right","kind":"EXPECTED_ONLY"}],
                   "cure":%s,"mistake":null,
                   "answers":[{"server":"ns1.acme.test","address":"192.0.2.1","outcome":"RECORDS",
                               "values":["%s"],"ttlSeconds":300,"durationMillis":12}]},
                  {"purpose":"DKIM","required":false,"name":"postroom1._domainkey.support.acme.test",
                   "relativeName":"postroom1._domainkey.support","zone":"acme.test","type":"TXT",
                   "value":"v=DKIM1; k=rsa; p=MIIBIjANBgkq","valueChunks":["v=DKIM1; k=rsa; ","p=MIIBIjANBgkq"],
                   "status":"MISSING","found":[],"difference":[],"cure":"Publish it.","mistake":null,"answers":[]}]}""".formatted(
                        domainId, receiving, status, found, cure == null ? "null" : "\"" + cure + "\"", found));
        services.answer("GET", "/api/verifications", 200, """
                [{"domainId":"%s","domainName":"support.acme.test","receiving":{"state":"%s","since":null},
                  "sending":{"state":"PENDING","since":null},"dkim":"MISSING","mailFrom":"MISSING",
                  "dmarc":"PRESENT","checkedAt":"2026-11-22T09:01:00Z"}]""".formatted(domainId, receiving));
        return this;
    }
}
