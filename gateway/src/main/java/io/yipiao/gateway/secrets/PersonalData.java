package io.yipiao.gateway.secrets;

import org.bouncycastle.crypto.InvalidCipherTextException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Encrypts what the database may not show, a cell at a time.
 *
 * <pre>
 * version u8 = 1 · key number u8 · nonce 12 · SM4-GCM ciphertext · tag 16
 * associated data: "yipiao/cell/1" ‖ version ‖ key number ‖ table.column ‖ "|" ‖ row
 * </pre>
 *
 * Keys are the files {@code data-1} to {@code data-255}; the highest encrypts, all decrypt. Nonces
 * are random: add the next key before one has encrypted 2^32 cells (SP 800-38D, 8.3).
 */
public final class PersonalData {
    private static final byte[] LABEL = "yipiao/cell/1".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int HEADER = 2;

    private final NavigableMap<Integer, DataKey> keys = new TreeMap<>();
    private final SecureRandom random = new SecureRandom();

    private PersonalData() {}

    static PersonalData with(KeyFolder folder) {
        PersonalData data = new PersonalData();
        data.add(1, folder);
        for (String name : folder.names()) {
            if (name.matches("data-([2-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])")) {
                data.add(Integer.parseInt(name.substring(5)), folder);
            }
        }
        return data;
    }

    /** Encrypts text for a cell. */
    public byte[] encrypt(Cell cell, String clear) {
        return encrypt(cell, clear.getBytes(StandardCharsets.UTF_8));
    }

    /** Encrypts bytes for a cell. */
    public byte[] encrypt(Cell cell, byte[] clear) {
        int number = keys.lastKey();
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = keys.lastEntry().getValue().encrypt(nonce, about(cell, number), clear);
        return ByteBuffer.allocate(HEADER + NONCE + sealed.length)
                .put(VERSION)
                .put((byte) number)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** The text that was encrypted for this cell. */
    public String text(Cell cell, byte[] encrypted) {
        return new String(bytes(cell, encrypted), StandardCharsets.UTF_8);
    }

    /**
     * The bytes that were encrypted for this cell.
     *
     * @throws SecretsException if they were altered, moved here from another cell, or encrypted
     *     with a key that is not in the folder
     */
    public byte[] bytes(Cell cell, byte[] encrypted) {
        if (encrypted.length < HEADER + NONCE + DataKey.TAG || encrypted[0] != VERSION) {
            throw new SecretsException("Not encrypted data: " + cell);
        }
        int number = encrypted[1] & 0xff;
        DataKey key = keys.get(number);
        if (key == null) {
            throw new SecretsException("The key data-" + number + " is missing, for " + cell);
        }
        byte[] nonce = Arrays.copyOfRange(encrypted, HEADER, HEADER + NONCE);
        try {
            return key.decrypt(nonce, about(cell, number), encrypted, HEADER + NONCE);
        } catch (InvalidCipherTextException e) {
            throw new SecretsException("Altered data, or data of another place: " + cell, e);
        }
    }

    private void add(int number, KeyFolder folder) {
        keys.put(number, new DataKey(folder.key("data-" + number, DataKey.LENGTH)));
    }

    private static byte[] about(Cell cell, int number) {
        byte[] place = cell.bytes();
        return ByteBuffer.allocate(LABEL.length + HEADER + place.length)
                .put(LABEL)
                .put(VERSION)
                .put((byte) number)
                .put(place)
                .array();
    }
}
