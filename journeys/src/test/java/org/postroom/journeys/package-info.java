/** The whole stack, driven as its users would, by SMTP, DNS, HTTP, Kafka and a browser only. */
package org.postroom.journeys;
