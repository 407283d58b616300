package org.postroom.identity;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The configured accounts, by the name that their users type. */
final class Accounts implements UserDetailsService {

    private final Map<String, IdentitySettings.User> byId;
    private final PasswordEncoder encoder;

    Accounts(IdentitySettings settings, PasswordEncoder encoder) {
        this.byId = settings.users().stream().collect(Collectors.toMap(IdentitySettings.User::id, Function.identity()));
        this.encoder = encoder;
    }

    Optional<IdentitySettings.User> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return find(name)
                .map(user -> User.withUsername(user.id())
                        .password(encoder.encode(user.password()))
                        .authorities(user.permissions().toArray(String[]::new))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("expected a known account, but got " + name));
    }
}
