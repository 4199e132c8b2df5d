package org.feedbackloop.intake.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.feedbackloop.intake.problem.Refusal;

/** Those who have no key because they come to a public page: each address they come from has its own allowance. */
public final class Visitors {

    /** Of an IPv6 address the first half, which a household or a server is given whole. */
    private static final int NETWORK_BYTES = 8;

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    private final Allowances allowances;
    private final Rate rate;

    public Visitors(Allowances allowances, Rate rate) {
        this.allowances = allowances;
        this.rate = rate;
    }

    /**
     * @param address of the client, as the server or a trusted proxy saw it
     * @throws Refusal if more came from there than may; it says when more may come
     */
    public void admit(String address) {
        allowances.take("visitor " + network(address), rate, 1);
    }

    /** Never asks a name server: what is no IPv6 address in digits stays as it is. */
    static String network(String address) {
        if (!IPV6.matcher(address).matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length > NETWORK_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
