package org.postroom.verification.publishing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises DNS hosts by the names of their name servers. */
public final class DnsHosts {

    private static final String RELATIVE =
            "Enter the name relative to the zone (the zone is appended by itself), and @ for the zone itself.";
    private static final String ABSOLUTE = "Enter the name in full; the zone is not appended where it ends with it.";
    private static final String PRIORITY =
            "For an MX record, enter the number of the value as priority, the rest as host.";
    private static final String ONE_LINE = "Paste the value of a TXT record in one line, without quotation marks.";

    private static final List<Known> KNOWN = List.of(
            known(
                    "\\.ns\\.cloudflare\\.com",
                    "Cloudflare",
                    "Open the domain, then DNS, Records, Add record.",
                    RELATIVE,
                    PRIORITY,
                    ONE_LINE,
                    "Leave the cloud at \"DNS only\"; TXT and MX records are never proxied."),
            known(
                    "\\.awsdns-\\d+\\.(com|net|org|co\\.uk)",
                    "Amazon Route 53",
                    "Open Hosted zones, the zone, then Create record.",
                    RELATIVE,
                    "For an MX record, enter the number and the host together as value.",
                    "Put the value of a TXT record in quotation marks; where it is longer than 255 characters, enter the"
                            + " strings shown, each in quotation marks, with a space between."),
            known(
                    "\\.googledomains\\.com",
                    "Google Cloud DNS or Squarespace",
                    "Open the zone, then Add record set.",
                    RELATIVE,
                    PRIORITY,
                    ONE_LINE),
            known(
                    "ns-cloud-.*\\.google(domains)?\\.com",
                    "Google Cloud DNS",
                    "Open Cloud DNS, the zone, then Add standard.",
                    RELATIVE,
                    PRIORITY,
                    ONE_LINE),
            known(
                    "\\.domaincontrol\\.com",
                    "GoDaddy",
                    "Open My Products, DNS beside the domain, then Add New Record.",
                    RELATIVE,
                    PRIORITY,
                    ONE_LINE),
            known(
                    "\\.azure-dns\\.(com|net|org|info)",
                    "Azure DNS",
                    "Open DNS zones, the zone, then Record set.",
                    RELATIVE,
                    PRIORITY,
                    ONE_LINE),
            known(
                    "\\.digitalocean\\.com",
                    "DigitalOcean",
                    "Open Networking, Domains, the domain.",
                    RELATIVE,
                    PRIORITY,
                    "End the host of an MX record with a dot.",
                    ONE_LINE),
            known(
                    "\\.(ns\\.hetzner\\.(com|de)|second-ns\\.(com|de)|your-server\\.de)",
                    "Hetzner",
                    "Open the DNS console, the zone, then Add record.",
                    RELATIVE,
                    PRIORITY,
                    "End the host of an MX record with a dot.",
                    "Where the value of a TXT record is longer than 255 characters, enter the strings shown, each in"
                            + " quotation marks, with a space between."),
            known(
                    "\\.(ovh\\.net|anycast\\.me)",
                    "OVHcloud",
                    "Open Web Cloud, the domain, DNS zone, then Add an entry.",
                    RELATIVE,
                    "End the host of an MX record with a dot.",
                    ONE_LINE),
            known(
                    "\\.ui-dns\\.(com|de|biz|org)",
                    "IONOS",
                    "Open Domains and SSL, the domain, DNS, then Add record.",
                    RELATIVE,
                    PRIORITY,
                    ONE_LINE),
            known(
                    "\\.(registrar-servers|namecheaphosting)\\.com",
                    "Namecheap",
                    "Open Domain List, Manage, Advanced DNS, then Add new record.",
                    RELATIVE,
                    "For an MX record, choose Custom MX under Mail Settings first.",
                    ONE_LINE),
            known(
                    "\\.gandi\\.net",
                    "Gandi",
                    "Open Domain, the domain, DNS Records, then Add.",
                    RELATIVE,
                    "End the host of an MX record with a dot.",
                    ONE_LINE),
            known(
                    "\\.udag(dns)?\\.(de|net)|\\.ud-dns\\.(de|net)|\\.united-domains\\.de",
                    "united-domains",
                    "Open the domain portfolio, DNS configuration, then add a record.",
                    RELATIVE,
                    PRIORITY,
                    ONE_LINE),
            known(
                    "\\.inwx\\.(de|com|eu|net)",
                    "INWX",
                    "Open Nameserver, the domain, then Add record.",
                    ABSOLUTE,
                    PRIORITY,
                    ONE_LINE),
            known(
                    "\\.(rzone|stratoserver|strato)\\.(de|net)",
                    "STRATO",
                    "Open Domains, the cogwheel beside the domain, DNS, then TXT and CNAME records or MX record.",
                    RELATIVE,
                    ONE_LINE),
            known(
                    "\\.dnsimple(-edge)?\\.(com|net|org|io)",
                    "DNSimple",
                    "Open the domain, DNS, then Add.",
                    RELATIVE,
                    PRIORITY,
                    ONE_LINE),
            known("\\.nsone\\.net", "NS1", "Open Zones, the zone, then Add record.", RELATIVE, PRIORITY, ONE_LINE),
            known(
                    "\\.linode\\.com",
                    "Akamai (Linode)",
                    "Open Domains, the domain, then Add a record.",
                    RELATIVE,
                    PRIORITY,
                    ONE_LINE),
            known(
                    "\\.(wixdns)\\.net",
                    "Wix",
                    "Open Domains, Manage DNS records, then Add record.",
                    RELATIVE,
                    PRIORITY,
                    ONE_LINE),
            known(
                    "\\.vercel-dns\\.com",
                    "Vercel",
                    "Open Domains, the domain, then Add under DNS Records.",
                    RELATIVE,
                    PRIORITY,
                    ONE_LINE),
            known(
                    "\\.desec\\.(io|org)",
                    "deSEC",
                    "Open the domain, then the plus sign.",
                    RELATIVE,
                    "End the host of an MX record with a dot.",
                    "Put the value of a TXT record in quotation marks."));

    private DnsHosts() {}

    /** Returns the host of a zone by its name servers; empty where it is not a known one. */
    public static Optional<DnsHost> of(List<String> nameServers) {
        return KNOWN.stream()
                .filter(known -> nameServers.stream()
                        .anyMatch(server -> known.pattern()
                                .matcher("." + server.toLowerCase(Locale.ROOT))
                                .find()))
                .map(Known::host)
                .findFirst();
    }

    private record Known(Pattern pattern, DnsHost host) {}

    private static Known known(String nameServers, String name, String... steps) {
        return new Known(Pattern.compile("(" + nameServers + ")$"), new DnsHost(name, List.of(steps)));
    }
}
