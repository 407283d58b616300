package org.postroom.local.dns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postroom.local.http.Answer;
import org.postroom.local.http.Call;
import org.postroom.local.http.HttpApi;
import org.postroom.local.http.Json;
import org.postroom.local.http.Page;
import tools.jackson.databind.JsonNode;

/** The playground's page and its HTTP API. */
final class DnsApi {

    private static final String ZONE = "zone";

    private final Zones zones;
    private final ZoneFile file;
    private final Faults faults;

    private DnsApi(Zones zones, ZoneFile file, Faults faults) {
        this.zones = zones;
        this.file = file;
        this.faults = faults;
    }

    static HttpApi start(Zones zones, ZoneFile file, Faults faults, int port) throws IOException {
        var api = new DnsApi(zones, file, faults);
        return HttpApi.routes()
                .on("GET", "/", call -> Page.of(DnsApi.class, "dns.html"))
                .on("GET", "/health", call -> Answer.json("UP"))
                .on("GET", "/zones", call -> api.all())
                .on("DELETE", "/zones/{zone}", api::removeZone)
                .on("GET", "/zones/{zone}/records", api::list)
                .on("PUT", "/zones/{zone}/records", api::publish)
                .on("DELETE", "/zones/{zone}/records", api::remove)
                .on("PUT", "/zones/{zone}/file", api::publishFile)
                .on("GET", "/faults", call -> api.allFaults())
                .on("PUT", "/faults", api::setFault)
                .on("DELETE", "/faults", call -> api.clearFaults())
                .start(port);
    }

    /** One fault as JSON. */
    private record Fault(@Nullable String name, Faults.@Nullable Kind kind) {}

    private Answer all() {
        var all = new TreeMap<String, List<PublishedRecord>>();
        zones.names().forEach(name -> all.put(name, zones.list(name)));
        return Answer.json(all);
    }

    private Answer list(Call call) {
        return Answer.json(zones.list(call.variable(ZONE)));
    }

    private Answer publish(Call call) throws IOException {
        if (call.flag("whole")) {
            zones.replaceAll(call.variable(ZONE), records(call));
        } else if (call.flag("replace")) {
            zones.replace(call.variable(ZONE), records(call));
        } else {
            zones.publish(call.variable(ZONE), records(call));
        }
        file.save(zones);
        return list(call);
    }

    private Answer publishFile(Call call) throws IOException {
        zones.publish(call.variable(ZONE), MasterFile.read(call.variable(ZONE), call.body()));
        file.save(zones);
        return list(call);
    }

    private Answer remove(Call call) throws IOException {
        for (var record : records(call)) {
            zones.remove(call.variable(ZONE), record);
        }
        file.save(zones);
        return list(call);
    }

    private Answer removeZone(Call call) throws IOException {
        zones.remove(call.variable(ZONE));
        file.save(zones);
        return Answer.nothing();
    }

    private Answer allFaults() {
        return Answer.json(faults.all().entrySet().stream()
                .map(fault -> new Fault(fault.getKey().toString(true), fault.getValue()))
                .toList());
    }

    private Answer setFault(Call call) {
        var fault = call.json().isObject() ? call.json(Fault.class) : new Fault(null, null);
        if (fault.name() == null || fault.kind() == null) {
            throw new IllegalArgumentException("Expected a fault with name and kind, but got " + text(call.json()));
        }
        faults.set(fault.name(), fault.kind());
        return allFaults();
    }

    private Answer clearFaults() {
        faults.clear();
        return Answer.nothing();
    }

    /** Reads one record or a list of them. */
    private static List<PublishedRecord> records(Call call) {
        var json = call.json();
        var records = new ArrayList<PublishedRecord>();
        for (var record : json.isArray() ? json : List.of(json)) {
            if (!record.isObject()) {
                throw new IllegalArgumentException(
                        "Expected a record or a list of records as JSON, but got " + text(record));
            }
            records.add(Json.MAPPER.treeToValue(record, PublishedRecord.class));
        }
        return records;
    }

    private static String text(JsonNode json) {
        return json.isMissingNode() ? "no body" : json.toString();
    }
}
