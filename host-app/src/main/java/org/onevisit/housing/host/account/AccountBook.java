package org.onevisit.housing.host.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.config.AtomicFile;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/**
 * The accounts in their file. A running host and the command line may have it at the same time: each change locks it, reads it
 * anew and writes it whole. Safe for every thread.
 */
public final class AccountBook {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final Path file;
    private @Nullable Snapshot last;

    /** The accounts in this file, which need not be there yet. */
    public AccountBook(Path file) {
        this.file = file;
    }

    private record Snapshot(Object stamp, Map<String, Account> accounts) {}

    private record Content(List<Account> accounts) {}

    /**
     * Adds an account.
     *
     * @return its password, good for one time
     * @throws HousingException BAD_ARGUMENT when there is one of that name or the name has another shape
     */
    public String add(String name, AccountRole role, Scope scope) {
        String password = Passwords.oneTime();
        add(name, role, scope, password.toCharArray(), true);
        return password;
    }

    /** A random password, easy to read out. */
    public static String randomPassword() {
        return Passwords.oneTime();
    }

    /** Puts accounts that share a role's name and one password in the place of those of their names: for a demo. */
    public void putAll(Map<String, Scope> scopes, char[] password) {
        String hash = Passwords.hash(password);
        change(accounts -> {
            scopes.forEach(
                    (name, scope) -> accounts.put(name, new Account(name, AccountRole.of(name), scope, hash, false)));
            return accounts;
        });
    }

    /** Adds an account with a password that stays. */
    public void add(String name, AccountRole role, Scope scope, char[] password) {
        Passwords.requireStrong(name, password);
        add(name, role, scope, password, false);
    }

    private void add(String name, AccountRole role, Scope scope, char[] password, boolean oneTime) {
        if (!name.matches("[A-Za-z0-9._@-]{1,64}")) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT, "an account's name has 1 to 64 letters, digits and . _ @ - and no other");
        }
        Account account = new Account(name, role, scope, Passwords.hash(password), oneTime);
        change(accounts -> {
            if (accounts.putIfAbsent(name, account) != null) {
                throw new HousingException(
                        ErrorCode.BAD_ARGUMENT,
                        "there is an account of that name already; remove it first, or take another");
            }
            return accounts;
        });
    }

    /** Gives an account another password. */
    public void setPassword(String name, char[] password) {
        Passwords.requireStrong(name, password);
        String hash = Passwords.hash(password);
        change(accounts -> {
            accounts.computeIfPresent(name, (key, account) -> account.withPassword(hash, false));
            return accounts;
        });
    }

    /** Removes an account; whoever is signed in with it no longer is. */
    public boolean remove(String name) {
        boolean there = find(name).isPresent();
        change(accounts -> {
            accounts.remove(name);
            return accounts;
        });
        return there;
    }

    /** An account by name. */
    public Optional<Account> find(String name) {
        return Optional.ofNullable(read().get(name));
    }

    /** All accounts, by name. */
    public List<Account> all() {
        return List.copyOf(read().values());
    }

    private synchronized void change(UnaryOperator<Map<String, Account>> change) {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            last = null;
            Map<String, Account> changed = change.apply(new TreeMap<>(read()));
            AtomicFile.write(file, JSON.writeValueAsBytes(new Content(List.copyOf(changed.values()))));
            last = null;
            if (!lock.isValid()) {
                throw new IOException("the lock was lost");
            }
        } catch (IOException e) {
            throw unreadable("cannot be written: " + e.getMessage(), e);
        }
    }

    private synchronized Map<String, Account> read() {
        try {
            if (!Files.exists(file)) {
                return Map.of();
            }
            Object stamp = List.of(Files.getLastModifiedTime(file), Files.size(file));
            Snapshot known = last;
            if (known != null && known.stamp().equals(stamp)) {
                return known.accounts();
            }
            Map<String, Account> accounts = new TreeMap<>();
            JSON.readValue(file.toFile(), Content.class).accounts().forEach(a -> accounts.put(a.name(), a));
            last = new Snapshot(stamp, accounts);
            return accounts;
        } catch (JsonProcessingException e) {
            throw unreadable("is no list of accounts: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw unreadable("cannot be read: " + e.getMessage(), e);
        }
    }

    private HousingException unreadable(String what, IOException e) {
        return new HousingException(ErrorCode.SITE_NOT_READY, "the file %s %s".formatted(file, what), e);
    }
}
