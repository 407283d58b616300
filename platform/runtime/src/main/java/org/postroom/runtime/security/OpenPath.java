package org.postroom.runtime.security;

/**
 * A path of a service that anybody may ask without a token, since the answer is meant for the world. A service declares each of
 * its own as a bean; there is none otherwise but the API's description.
 *
 * @param path the path, without patterns
 */
public record OpenPath(String path) {}
