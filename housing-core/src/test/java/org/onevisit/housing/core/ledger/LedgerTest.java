package org.onevisit.housing.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.core.journal.Chain;
import org.onevisit.housing.core.journal.Journal;
import org.onevisit.housing.core.journal.KeyFile;
import org.onevisit.housing.core.journal.Vault;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.CheckpointRow;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.testkit.store.InMemoryStore;

/** How the journal is covered, and the key that signs. */
class LedgerTest {
    private static final Instant AT = Instant.parse("2026-11-27T01:00:00Z");
    private static final String HEADER =
            "{\"v\":1,\"type\":\"X\",\"at\":\"2026-11-27T01:00:00Z\",\"step\":\"RECEIVED\","
                    + "\"actor\":\"a\",\"stamp\":\"\",\"facts\":[],\"outcomes\":[],\"alg\":\"A256GCM\",\"kid\":\"k\",\"chain\":\"SM3\"}";

    @TempDir
    Path folder;

    @Test
    @DisplayName("25 000 entries are covered by three checkpoints, none of which covers more than ten thousand")
    void manyEntries() {
        List<CheckpointRow> written = new ArrayList<>();
        ledger(storeWith(25_000, written)).due(AT.plus(Duration.ofMinutes(10)));
        assertThat(written).extracting(row -> row.entries().lines().count()).containsExactly(10_000L, 10_000L, 5_000L);
        assertThat(written.get(2).header()).contains("\"after\":20000,\"upto\":25000");
        assertThat(written.get(2).previous()).isEqualTo(written.get(1).hash());
    }

    @Test
    @DisplayName("the signing key is made once, readable by its owner only, its public half beside it")
    void keyIsMadeOnce() throws Exception {
        Path file = folder.resolve("k/checkpoint.key");
        SigningKey made = SigningKey.openOrCreate(file);
        String open = Files.readString(folder.resolve("k/checkpoint.pub"));
        assertThat(open).startsWith("-----BEGIN PUBLIC KEY-----").doesNotContain("PRIVATE");
        assertThat(SigningKey.openOrCreate(file).id()).isEqualTo(made.id()).matches("[0-9a-f]{16}");
        assertThat(folder.resolve("k/checkpoint.pub")).hasContent(open);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        }
    }

    @Test
    @DisplayName("the public half of a key that is gone stays beside the new one's")
    void earlierKeysStay() throws Exception {
        Path file = folder.resolve("checkpoint.key");
        SigningKey.openOrCreate(file);
        String first = Files.readString(folder.resolve("checkpoint.pub"));
        Files.delete(file);
        SigningKey.openOrCreate(file);
        assertThat(Files.readString(folder.resolve("checkpoint.pub")))
                .startsWith(first)
                .hasSizeGreaterThan(first.length());
    }

    @Test
    @DisplayName("a file that holds no signing key is refused by name, and left alone")
    void noKey() throws Exception {
        Path file = Files.writeString(folder.resolve("checkpoint.key"), "not a key");
        assertThatThrownBy(() -> SigningKey.openOrCreate(file))
                .isInstanceOf(HousingException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("not a key");
    }

    @Test
    @DisplayName("settings out of their limits are refused by name")
    void limits() {
        Path key = folder.resolve("k");
        assertThatThrownBy(() -> new LedgerSettings(Chain.SM3, Duration.ZERO, Duration.ofHours(1), key))
                .hasMessageContaining("checkpointMinutes");
        assertThatThrownBy(() -> new LedgerSettings(Chain.SM3, Duration.ofMinutes(60), Duration.ofHours(1), key))
                .hasMessageContaining("decisionsStopAfterHours");
        assertThatThrownBy(() -> Chain.of("MD5")).hasMessage("chain is SHA-256 or SM3, not MD5");
    }

    @Test
    @DisplayName("SM3 is that of GB/T 32905: the standard's own example")
    void standardsExample() {
        // link = digest( previous, place, line break, header, digest( content ) ); the example's "abc" is checked by
        // the library
        byte[] digest = new org.bouncycastle.jcajce.provider.digest.SM3.Digest()
                .digest("abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(java.util.HexFormat.of().formatHex(digest))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(Chain.SM3.link(Chain.beginning(), "A/1", "{}", new byte[0]))
                .hasSize(32)
                .isNotEqualTo(Chain.SHA_256.link(Chain.beginning(), "A/1", "{}", new byte[0]));
    }

    private Ledger ledger(ApplicationStore store) {
        Vault vault = new Vault(KeyFile.openOrCreate(folder.resolve("master.key")));
        return new Ledger(store, new Journal(vault, Chain.SM3), LedgerSettings.beside(folder.resolve("master.key")));
    }

    /** A store with so many applications of one entry. */
    private static ApplicationStore storeWith(int entries, List<CheckpointRow> written) {
        InMemoryStore inside = new InMemoryStore();
        return (ApplicationStore) Proxy.newProxyInstance(
                ApplicationStore.class.getClassLoader(),
                new Class<?>[] {ApplicationStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("eventsAfter")) {
                        long after = (Long) arguments[0];
                        return LongStream.rangeClosed(after + 1, Math.min(entries, after + (Integer) arguments[1]))
                                .mapToObj(LedgerTest::entry)
                                .toList();
                    }
                    if (method.getName().equals("addCheckpoint")) {
                        written.add((CheckpointRow) arguments[0]);
                    }
                    try {
                        return method.invoke(inside, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static EventRow entry(long position) {
        ApplicationNumber number = ApplicationNumber.of("A-" + position);
        byte[] content = {1, 2, 3};
        byte[] hash = Chain.SM3.link(Chain.beginning(), number + "/1", HEADER, content);
        return new EventRow(position, number, 1, HEADER, content, Chain.beginning(), hash);
    }
}
