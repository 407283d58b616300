package org.postroom.console.message.http;

import java.net.InetAddress;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where pictures that mails refer to may be fetched from.
 *
 * @param trustedAddresses network addresses of the installation's own network that may be asked, too; none unless given
 */
@ConfigurationProperties("postroom.remote-pictures")
record RemotePictureSettings(@DefaultValue Set<InetAddress> trustedAddresses) {}
