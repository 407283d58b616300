package org.postroom.local.stack;

import java.io.IOException;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.signin.SignIn;

/** Acts as the operator of the local installation. */
public final class Operator {

    private Operator() {}

    /**
     * Signs the operator in.
     *
     * @throws IOException where the sign-in cannot be reached or refuses
     */
    public static ApiClient signIn(StackAddresses addresses) throws IOException, InterruptedException {
        return ApiClient.with(new SignIn(addresses.identity()).operator(ServiceSettings.OPERATOR_SECRET));
    }
}
