package dev.collab.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Hashes what a command says, so that a retry can be told from another command under the same key. */
public final class Fingerprint {
    private Fingerprint() {}

    /**
     * Hashes strings so that no other list of strings gives the same, for all we know.
     *
     * @param parts the strings, in order
     * @return 64 hexadecimal digits of SHA-256
     */
    public static String of(List<String> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                // The length first, or "ab","c" and "a","bc" would be the same.
                digest.update((part.length() + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(units(part));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** As they are: an encoder would write every surrogate without a partner as the same question mark. */
    private static byte[] units(String part) {
        var bytes = ByteBuffer.allocate(part.length() * Character.BYTES);
        bytes.asCharBuffer().put(part);
        return bytes.array();
    }
}
