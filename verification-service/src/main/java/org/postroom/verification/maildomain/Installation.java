package org.postroom.verification.maildomain;

/**
 * What an installation asks domains to point to.
 *
 * @param mailHost the host that takes mail for us
 * @param redirectHost the host of redirect addresses
 * @param mailFromPolicy the SPF policy of envelope sender domains
 */
public record Installation(String mailHost, String redirectHost, String mailFromPolicy) {}
